internal import Dispatch
internal import Foundation
internal import Synchronization

/// What `transform` makes of every item, in the order of the items, worked out on all cores.
///
/// Items are handed out in small runs, so that a few costly ones do not leave cores idle. Few items, or one core, stay
/// on the calling thread.
///
/// - Parameter run: How many items are worth the way to another core.
package func parallelMap<Item: Sendable, Result: Sendable>(
    _ items: [Item], run: Int = 16, _ transform: @Sendable (Item) -> Result
) -> [Result] {
    let workers = min(ProcessInfo.processInfo.activeProcessorCount, items.count / max(run, 1))
    guard workers > 1 else { return items.map(transform) }
    return Array(unsafeUninitializedCapacity: items.count) { buffer, count in
        let next = Atomic(0)
        // Each place of the buffer is written by the one worker that took its item.
        nonisolated(unsafe) let results = buffer
        DispatchQueue.concurrentPerform(iterations: workers) { _ in
            while true {
                let start = next.add(run, ordering: .relaxed).oldValue
                guard start < items.count else { return }
                for index in start..<min(start + run, items.count) {
                    results.initializeElement(at: index, to: transform(items[index]))
                }
            }
        }
        count = items.count
    }
}
