package import KubeTypes

/// A copy of a collection that follows list and watch. A plain state machine: it says what to do next and takes what came.
///
/// A list replaces the copy whole, so that deletions during a break are seen; when the server no longer keeps the revision,
/// the next step is a list.
package struct Reflection: Sendable {
    /// What the owner does next.
    package enum Action: Equatable, Sendable {
        case list
        case watch(from: String)
        /// Wait before the next try.
        case pause(Duration, then: Next)

        package enum Next: Equatable, Sendable { case list, watch(from: String) }
    }

    private enum State {
        case empty
        case listed(revision: String)
    }

    package private(set) var objects: [ObjectKey: KubeObject] = [:]
    private var state = State.empty
    private var failures = 0
    /// Nothing has come since the watch was opened.
    private var isQuiet = true

    package init() {}

    /// Whether the copy has been complete once.
    package var isSynced: Bool { if case .listed = state { true } else { hasListed } }
    private var hasListed = false

    package var action: Action {
        let next: Action.Next =
            switch state {
            case .empty: .list
            case .listed(let revision): .watch(from: revision)
            }
        guard failures > 0 else {
            switch next {
            case .list: return .list
            case .watch(let revision): return .watch(from: revision)
            }
        }
        let pause = min(Duration.milliseconds(100) * (1 << min(failures - 1, 10)), .seconds(30))
        return .pause(pause, then: next)
    }

    /// Takes a complete list. Gives the keys that changed.
    package mutating func listed(_ items: [KubeObject], resourceVersion: String) -> Set<ObjectKey> {
        let fresh = Dictionary(items.map { ($0.key, $0) }) { $1 }
        var changed = Set(objects.keys).subtracting(fresh.keys)
        for (key, object) in fresh where objects[key]?.resourceVersion != object.resourceVersion { changed.insert(key) }
        objects = fresh
        state = .listed(revision: resourceVersion)
        hasListed = true
        failures = 0
        return changed
    }

    /// Takes an event. Gives the key that changed; none for a bookmark.
    package mutating func added(_ object: KubeObject) -> ObjectKey {
        objects[object.key] = object
        advance(to: object.resourceVersion)
        return object.key
    }

    package mutating func deleted(_ object: KubeObject) -> ObjectKey {
        objects[object.key] = nil
        advance(to: object.resourceVersion)
        return object.key
    }

    package mutating func advance(to revision: String) {
        failures = 0
        isQuiet = false
        if !revision.isEmpty { state = .listed(revision: revision) }
    }

    /// The watch ended, as they all do. One that told nothing, not even a revision, is not opened again at once.
    package mutating func watchEnded() {
        if isQuiet { failures += 1 }
        isQuiet = true
    }

    /// A list or a watch failed.
    package mutating func failed(_ error: any Error) {
        failures += 1
        if let status = error as? Status, status.code == 410 || status.reason == .expired || status.reason == .gone {
            state = .empty
            // An answer of that kind is no trouble; only when it repeats there is reason to pause.
            if failures == 1 { failures = 0 }
        }
    }
}
