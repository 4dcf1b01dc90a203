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
    let workers = workers(for: items.count, run: run)
    guard workers > 1 else { return items.map(transform) }
    return Array(unsafeUninitializedCapacity: items.count) { buffer, count in
        let runs = Runs(of: run, count: items.count)
        // Each place of the buffer is written by the one worker that took its item.
        nonisolated(unsafe) let results = buffer
        DispatchQueue.concurrentPerform(iterations: workers) { _ in
            while let indices = runs.take() {
                for index in indices { results.initializeElement(at: index, to: transform(items[index])) }
            }
        }
        count = items.count
    }
}

/// The same on threads with stacks of their own: for what foreign data may nest deeper than a thread usually goes.
///
/// - Parameter stack: The size of each stack in bytes. Memory is taken only as far as a stack is used.
package func parallelMap<Item: Sendable, Result: Sendable>(
    _ items: [Item], run: Int = 16, stack: Int, _ transform: @escaping @Sendable (Item) -> Result
) -> [Result] {
    guard !items.isEmpty else { return [] }
    return Array(unsafeUninitializedCapacity: items.count) { buffer, count in
        let runs = Runs(of: run, count: items.count)
        nonisolated(unsafe) let results = buffer
        let group = DispatchGroup()
        for _ in 0..<max(workers(for: items.count, run: run), 1) {
            group.enter()
            let thread = Thread {
                while let indices = runs.take() {
                    for index in indices { results.initializeElement(at: index, to: transform(items[index])) }
                }
                group.leave()
            }
            thread.stackSize = stack
            thread.start()
        }
        group.wait()
        count = items.count
    }
}

/// What `work` gives, worked out on a thread with a deep stack.
package func onDeepStack<Result: Sendable>(
    _ bytes: Int = deepStack, _ work: @escaping @Sendable () -> Result
) -> Result {
    parallelMap([0], stack: bytes) { _ in work() }[0]
}

package let deepStack = 512 << 20

private func workers(for count: Int, run: Int) -> Int {
    min(ProcessInfo.processInfo.activeProcessorCount, count / max(run, 1))
}

/// Runs of indices, each taken once.
private final class Runs: Sendable {
    private let length: Int
    private let count: Int
    private let next = Atomic(0)

    init(of length: Int, count: Int) {
        self.length = max(length, 1)
        self.count = count
    }

    func take() -> Range<Int>? {
        let start = next.add(length, ordering: .relaxed).oldValue
        return start < count ? start..<min(start + length, count) : nil
    }
}
