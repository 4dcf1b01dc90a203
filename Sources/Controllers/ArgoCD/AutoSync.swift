internal import KubeTypes
internal import Tree

/// Whether the controller starts a sync by itself, and which (specification: Argo CD's automated sync policy).
enum AutoSyncDecision: Equatable {
    case nothing
    /// Look again then: healing backs off.
    case later(Duration)
    case start(Node)
    /// It must not go on; the text is for the SyncError condition.
    case refuse(String)
}

struct AutoSync {
    var application: Application
    var comparison: Comparison
    var revision: String
    var now: Timestamp

    var decision: AutoSyncDecision {
        guard application.isAutomated, application.operation == nil, !application.object.isBeingDeleted,
            !comparison.isSynced
        else { return .nothing }
        let open = comparison.objects.filter { $0.sync != .synced && !$0.isIgnoredExtra }
        if !application.prunes, open.allSatisfy(\.needsPruning) { return .nothing }
        if application.prunes, !application.allowsEmpty, comparison.objects.allSatisfy(\.needsPruning) {
            return .refuse("auto-sync will wipe out all resources; set spec.syncPolicy.automated.allowEmpty to let it")
        }
        let state = application.object.status["operationState"]
        guard let last = state, wasAttempted(last) else { return .start(operation(healing: [], attempts: 0)) }
        guard last["phase"]?.string == "Succeeded" else {
            return .refuse("Failed last sync attempt to \(revision): \(last["message"]?.string ?? "")")
        }
        guard application.selfHeals else { return .nothing }
        let finished = last["finishedAt"]?.string.flatMap { Timestamp($0) } ?? now
        let elapsed = now.seconds - finished.seconds
        // A heal that held for longer than the longest pause starts the count anew, so that a rare hand is undone at once.
        let attempts =
            elapsed > Self.longestPause ? 0 : last[path: "operation", "sync", "autoHealAttemptsCount"]?.integer ?? 0
        let pause = Self.pause(afterHealing: attempts)
        if elapsed < pause { return .later(.seconds(pause - elapsed)) }
        return .start(operation(healing: open, attempts: attempts + 1))
    }

    private func wasAttempted(_ state: Node) -> Bool {
        let result = state["syncResult"]
        return result?["revision"]?.string == revision && result?["source"] == application.source
    }

    private static let longestPause = 300

    /// 0, 2, 6, 18, 54, 162, 300 … seconds after the last sync.
    private static func pause(afterHealing attempts: Int) -> Int {
        guard attempts > 0 else { return 0 }
        var pause = 2
        for _ in 1..<attempts where pause < longestPause { pause *= 3 }
        return min(pause, longestPause)
    }

    private func operation(healing open: [ComparedObject], attempts: Int) -> Node {
        var sync: Node = ["revision": Node(revision), "source": application.source]
        if application.prunes { sync["prune"] = true }
        if let options = application.syncOptions { sync["syncOptions"] = options }
        if attempts > 0 {
            sync["autoHealAttemptsCount"] = Node(attempts)
            sync["resources"] = Node(
                open.map { object -> Node in
                    var item: Node = ["kind": Node(object.id.groupKind.kind), "name": Node(object.id.key.name)]
                    if !object.id.groupKind.group.isEmpty { item["group"] = Node(object.id.groupKind.group) }
                    return item
                })
        }
        return [
            "initiatedBy": ["automated": true], "retry": application.retry ?? ["limit": 5], "sync": sync,
        ]
    }
}
