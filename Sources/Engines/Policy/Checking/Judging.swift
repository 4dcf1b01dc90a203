internal import Diagnostics
internal import Parallel
internal import Rego
internal import Synchronization

/// Verdicts on many items, worked out on all cores and joined in the order of the items.
///
/// An item that reaches a limit ends it: those after it would take as long, and most likely reach it, too. They are left
/// out whether they were looked at or not, so that the same items always give the same verdict.
///
/// - Parameter judge: Is given a context that is renewed for each item; regular expressions stay compiled in it.
func verdict<Item: Sendable>(
    on items: [Item], _ surroundings: Surroundings,
    _ judge: @escaping @Sendable (Item, BuiltinContext) -> PolicyVerdict
) -> PolicyVerdict {
    let last = LastItem()
    let size = 64
    let starts = Array(stride(from: 0, to: items.count, by: size))
    let verdicts = parallelMap(starts, run: 1, stack: deepStack) { start -> [PolicyVerdict] in
        let context = surroundings.context
        var verdicts: [PolicyVerdict] = []
        for index in start..<min(start + size, items.count) where index <= last.index {
            context.renew(limits: surroundings.limits)
            let verdict = judge(items[index], context)
            if verdict.failures.contains(where: { $0.error.code == .limit }) { last.lower(to: index) }
            verdicts.append(verdict)
        }
        return verdicts
    }
    var joined = PolicyVerdict()
    let judged = verdicts.joined().prefix(last.index == .max ? items.count : last.index + 1)
    for verdict in judged { joined.add(verdict) }
    if judged.count < items.count, let count = joined.failures.indices.last {
        joined.failures[count].unasked = items.count - judged.count
    }
    return joined
}

/// The last item that counts.
private final class LastItem: Sendable {
    private let value = Mutex(Int.max)

    var index: Int { value.withLock { $0 } }

    func lower(to index: Int) { value.withLock { $0 = min($0, index) } }
}
