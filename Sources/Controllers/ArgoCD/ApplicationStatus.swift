internal import Health
internal import KubeTypes
internal import SyncEngine
internal import Tree

/// Writes `status` as Argo CD's own clients expect it (specification: sections 1 and 2 of Argo CD's behaviour). A plain value:
/// it begins with what is there and is compared with it at the end, so that nothing is written when nothing changed.
struct ApplicationStatus {
    private let before: Node
    private(set) var node: Node
    private let now: Timestamp

    init(_ application: Application, now: Timestamp) {
        before = application.object.status
        node = before.isNull ? .emptyMapping : before
        self.now = now
    }

    var hasChanged: Bool { node != before }

    // MARK: Comparison

    mutating func setComparison(
        _ comparison: Comparison, _ application: Application, revision: String, sourceType: String
    ) {
        node["resources"] = Node(comparison.objects.map(resource))
        setSync(comparison.isSynced ? "Synced" : "OutOfSync", application, revision: revision)
        setHealth(comparison.health)
        node["sourceType"] = Node(sourceType)
        node["controllerNamespace"] = Node(application.object.namespace)
        node["resourceHealthSource"] = nil
        setSummary(comparison)
    }

    /// Nothing is known of what is wanted: the rest stays as it was.
    mutating func setUnknown(_ application: Application) {
        let revision = node[path: "sync", "revision"]?.string
        setSync("Unknown", application, revision: revision)
    }

    private mutating func setSync(_ status: String, _ application: Application, revision: String?) {
        var comparedTo: Node = ["source": application.source, "destination": application.destination]
        if let ignored = application.object.spec["ignoreDifferences"] { comparedTo["ignoreDifferences"] = ignored }
        var sync: Node = ["status": Node(status), "comparedTo": comparedTo]
        if let revision { sync["revision"] = Node(revision) }
        node["sync"] = sync
    }

    private mutating func setHealth(_ status: Health.Status) {
        let old = node["health"]
        let changed = old?["status"]?.string != status.rawValue
        node["health"] = [
            "status": Node(status.rawValue),
            "lastTransitionTime": changed ? Node(now.description) : old?["lastTransitionTime"] ?? Node(now.description),
        ]
    }

    private func resource(_ object: ComparedObject) -> Node {
        var node = Node.emptyMapping
        if !object.id.groupKind.group.isEmpty { node["group"] = Node(object.id.groupKind.group) }
        node["version"] = Node(object.version)
        node["kind"] = Node(object.id.groupKind.kind)
        if !object.id.key.namespace.isEmpty { node["namespace"] = Node(object.id.key.namespace) }
        node["name"] = Node(object.id.key.name)
        node["status"] = Node(object.sync.rawValue)
        if let health = object.health {
            node["health"] = ["status": Node(health.status.rawValue)]
            if !health.message.isEmpty { node.set(Node(health.message), at: ["health", "message"]) }
        }
        if object.needsPruning { node["requiresPruning"] = true }
        let wave = object.desired.flatMap { $0.annotation("argocd.argoproj.io/sync-wave") }.flatMap { Int($0) }
        if let wave, wave != 0 { node["syncWave"] = Node(wave) }
        return node
    }

    private mutating func setSummary(_ comparison: Comparison) {
        let containers = comparison.objects.compactMap(\.live).flatMap { object in
            (object.spec[path: "template", "spec", "containers"]?.elements ?? []) as [Node]
        }
        let images = Set(containers.compactMap { $0["image"]?.string }).sorted()
        node["summary"] = images.isEmpty ? .emptyMapping : ["images": Node(images.map { Node($0) })]
    }

    // MARK: Conditions and times

    mutating func setConditions(_ conditions: Conditions) {
        node["conditions"] = conditions.isEmpty ? nil : conditions.node(before: before["conditions"], now: now)
    }

    /// Told with each change only: a time alone is no reason to write.
    mutating func setReconciled(asked: Bool) {
        if asked || hasChanged || node["reconciledAt"] == nil { node["reconciledAt"] = Node(now.description) }
    }

    // MARK: Operation

    var operationState: Node? { node["operationState"] }

    mutating func beginOperation(_ operation: Node) {
        node["operationState"] = [
            "operation": operation, "phase": "Running", "message": "waiting to begin",
            "startedAt": Node(now.description),
        ]
    }

    mutating func setOperation(phase: String, message: String) {
        node.set(Node(phase), at: ["operationState", "phase"])
        node.set(Node(message), at: ["operationState", "message"])
        if phase != "Running" { node.set(Node(now.description), at: ["operationState", "finishedAt"]) }
    }

    mutating func setOperationRevision(_ revision: String, source: Node) {
        guard node[path: "operationState", "syncResult"] == nil else { return }
        node.set(["revision": Node(revision), "source": source], at: ["operationState", "syncResult"])
    }

    mutating func addResults(_ results: [Syncer.Result]) {
        guard !results.isEmpty else { return }
        let old = node[path: "operationState", "syncResult", "resources"]?.elements ?? []
        node.set(Node(old + results.map(syncResult)), at: ["operationState", "syncResult", "resources"])
    }

    private func syncResult(_ result: Syncer.Result) -> Node {
        [
            "group": Node(result.id.groupKind.group), "version": Node(result.version),
            "kind": Node(result.id.groupKind.kind),
            "namespace": Node(result.id.key.namespace), "name": Node(result.id.key.name),
            "status": Node(result.status.rawValue), "message": Node(result.message),
            "hookPhase": result.status == .syncFailed ? "Failed" : result.status == .synced ? "Running" : "Succeeded",
            "syncPhase": "Sync",
        ]
    }

    /// A failed operation that will be tried again stays `Running`, with `finishedAt` set: that is its only mark.
    mutating func scheduleRetry(message: String, count: Int) {
        node.set("Running", at: ["operationState", "phase"])
        node.set(Node(message), at: ["operationState", "message"])
        node.set(Node(count), at: ["operationState", "retryCount"])
        node.set(Node(now.description), at: ["operationState", "finishedAt"])
    }

    mutating func beginRetry() {
        node.remove(at: ["operationState", "syncResult"])
        node.remove(at: ["operationState", "finishedAt"])
    }

    mutating func addHistory(revision: String, source: Node, startedAt: String, initiatedBy: Node?, limit: Int) {
        var history = node["history"]?.elements ?? []
        let id = (history.last?["id"]?.integer ?? -1) + 1
        var entry: Node = [
            "id": Node(id), "revision": Node(revision), "source": source, "deployStartedAt": Node(startedAt),
            "deployedAt": Node(now.description),
        ]
        entry["initiatedBy"] = initiatedBy
        history.append(entry)
        node["history"] = Node(Array(history.suffix(limit)))
    }
}
