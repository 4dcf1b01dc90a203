internal import Health
internal import KubeTypes
internal import Planning
internal import SyncEngine
internal import Tree

/// A sync that is under way, as `status.operationState` records it. All that is needed to go on after a restart is there.
struct OperationRun {
    var state: Node

    /// nil when nothing is under way.
    init?(_ state: Node?) {
        guard let state, state["phase"]?.string == "Running" || state["phase"]?.string == "Terminating" else {
            return nil
        }
        self.state = state
    }

    var isTerminating: Bool { state["phase"]?.string == "Terminating" }
    private var sync: Node { state[path: "operation", "sync"] ?? .emptyMapping }
    var revision: String? { state[path: "syncResult", "revision"]?.string ?? sync["revision"]?.string }
    var prunes: Bool { sync["prune"]?.bool ?? false }
    var isDryRun: Bool { sync["dryRun"]?.bool ?? false }
    var options: [String] { sync["syncOptions"]?.elements.compactMap(\.string) ?? [] }
    /// How dependents go with what is pruned.
    var propagation: String {
        let prefix = "PrunePropagationPolicy="
        let policy = options.first { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
        return switch policy {
        case "background": "Background"
        case "orphan": "Orphan"
        default: "Foreground"
        }
    }

    /// What in the operation is not supported.
    var problem: String? {
        for field in ["manifests", "sources"] where sync[field]?.elements.isEmpty == false {
            return "operation.sync.\(field) is not supported; commit the change instead"
        }
        for strategy in ["apply", "hook"] where sync[path: "syncStrategy", strategy, "force"]?.bool == true {
            return
                "operation.sync.syncStrategy.\(strategy).force is not supported; delete the object, the sync makes it anew"
        }
        return options.first { !SyncOptions.isSupported($0) }.map {
            "operation.sync.syncOptions \"\($0)\" is not supported; remove it"
        }
    }

    var startedAt: String { state["startedAt"]?.string ?? "" }
    var initiatedBy: Node? { state[path: "operation", "initiatedBy"] }
    var isFirstStep: Bool { state[path: "syncResult", "resources"]?.elements.isEmpty ?? true }

    // MARK: Selection

    /// A sync of some resources only; it makes no history.
    var isSelective: Bool { sync["resources"]?.elements.isEmpty == false }

    func selects(_ id: ObjectID) -> Bool {
        guard isSelective else { return true }
        return (sync["resources"]?.elements ?? []).contains { item in
            item["group"]?.string ?? "" == id.groupKind.group && item["kind"]?.string == id.groupKind.kind
                && item["name"]?.string == id.key.name
                && (item["namespace"]?.string ?? "").isEmptyOrEqual(to: id.key.namespace)
        }
    }

    // MARK: Progress

    var results: [ObjectID: TaskResult] {
        var results: [ObjectID: TaskResult] = [:]
        for item in state[path: "syncResult", "resources"]?.elements ?? [] {
            let kind = GroupKind(group: item["group"]?.string ?? "", kind: item["kind"]?.string ?? "")
            let key = ObjectKey(namespace: item["namespace"]?.string ?? "", name: item["name"]?.string ?? "")
            let failed = item["status"]?.string == "SyncFailed"
            results[ObjectID(kind, key)] = failed ? .failed(item["message"]?.string ?? "") : .succeeded
        }
        return results
    }

    // MARK: Retry

    private var retry: Node? { state[path: "operation", "retry"] }
    var retryCount: Int { state["retryCount"]?.integer ?? 0 }

    var mayRetry: Bool {
        let limit = retry?["limit"]?.integer ?? 0
        return limit < 0 || retryCount < limit
    }

    /// How long to wait from now on before the failed sync is tried again; nil when it has not failed.
    func remainingPause(now: Timestamp) -> Int? {
        guard let finished = state["finishedAt"]?.string.flatMap({ Timestamp($0) }) else { return nil }
        return max(0, finished.seconds + pause(count: retryCount) - now.seconds)
    }

    /// duration × factor ^ count, at most maxDuration.
    func pause(count: Int) -> Int {
        let first = goSeconds(retry?[path: "backoff", "duration"]) ?? 5
        let factor = retry?[path: "backoff", "factor"]?.integer ?? 2
        let longest = goSeconds(retry?[path: "backoff", "maxDuration"]) ?? 180
        var pause = first
        for _ in 0..<min(count, 62) where pause < longest { pause *= max(1, factor) }
        return longest > 0 ? min(pause, longest) : pause
    }
}

extension String {
    fileprivate func isEmptyOrEqual(to other: String) -> Bool { isEmpty || self == other }
}

/// Whole seconds of a duration as Go writes it (`1h2m3s`), or of a plain number of seconds.
func goSeconds(_ node: Node?) -> Int? {
    if let number = node?.integer { return number }
    guard let text = node?.string, !text.isEmpty else { return nil }
    if let number = Int(text) { return number }
    var seconds = 0.0
    var digits = ""
    var unit = ""
    func factor(_ unit: String) -> Double? {
        ["h": 3600, "m": 60, "s": 1, "ms": 0.001, "us": 0.000_001, "µs": 0.000_001, "ns": 0.000_000_001][unit]
    }
    for character in text + "0" {
        if character.isNumber || character == "." {
            if !unit.isEmpty {
                guard let value = Double(digits), let factor = factor(unit) else { return nil }
                seconds += value * factor
                (digits, unit) = ("", "")
            }
            digits.append(character)
        } else {
            unit.append(character)
        }
    }
    return digits == "0" ? Int(seconds) : nil
}
