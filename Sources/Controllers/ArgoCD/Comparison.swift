internal import Apply
internal import Health
internal import KubeTypes
internal import Schema
internal import SyncEngine
internal import Tree

/// How one object stands: what is wanted, what is there.
struct ComparedObject: Sendable {
    enum Sync: String, Sendable { case synced = "Synced", outOfSync = "OutOfSync", unknown = "Unknown" }

    var id: ObjectID
    var version: String
    var desired: KubeObject?
    var live: KubeObject?
    var sync: Sync
    var health: Health?
    /// Extra objects that count as out of sync themselves, but do not make the application so.
    var isIgnoredExtra = false

    var needsPruning: Bool { desired == nil }
}

/// The desired objects beside the live ones.
struct Comparison: Sendable {
    var objects: [ComparedObject]

    var isSynced: Bool { objects.allSatisfy { $0.sync == .synced || $0.isIgnoredExtra } }

    /// The worst of the parts; missing only when nothing at all is live.
    var health: Health.Status {
        let counted = objects.filter { $0.live?.annotation("argocd.argoproj.io/ignore-healthcheck") != "true" }
        if !counted.isEmpty, counted.allSatisfy({ $0.live == nil }) { return .missing }
        return Health.worst(of: counted.filter { $0.live != nil }.compactMap { $0.health?.status })
    }
}

/// Compares as a sync would change: what applying the desired object would leave different is drift.
func compare(
    desired: [KubeObject], extra: [KubeObject], live: (ObjectID) -> KubeObject?,
    definition: (GroupKind) -> ResourceDefinition?, owner: String
) -> Comparison {
    var objects = desired.map { object -> ComparedObject in
        let current = live(object.id)
        let isDrifted = current.map { differs(object, $0, definition(object.type.groupKind), owner) } ?? true
        return ComparedObject(
            id: object.id, version: object.type.version, desired: object, live: current,
            sync: isDrifted ? .outOfSync : .synced, health: current.map { health(of: $0) } ?? Health(.missing))
    }
    objects += extra.map { object in
        let options = (object.annotation("argocd.argoproj.io/compare-options") ?? "").split(separator: ",")
        return ComparedObject(
            id: object.id, version: object.type.version, desired: nil, live: object, sync: .outOfSync,
            health: health(of: object), isIgnoredExtra: options.contains("IgnoreExtraneous"))
    }
    return Comparison(objects: objects.sorted { $0.id < $1.id })
}

private func differs(_ desired: KubeObject, _ live: KubeObject, _ definition: ResourceDefinition?, _ owner: String)
    -> Bool
{
    var live = live
    live.apiVersion = desired.apiVersion
    let schema = definition?.version(desired.type.version)?.schema ?? Schema.anything.asObject
    let applier = FieldOwner(owner, .apply, apiVersion: desired.apiVersion)
    // What cannot be compared would not apply either; the sync says why.
    guard let found = try? drift(desired: desired, live: live, schema: schema, owner: applier) else { return true }
    return !found.isEmpty
}
