package import KubeTypes
package import Schema
import Tree

/// Server-side apply (Kubernetes, "Server-Side Apply"; KEP-555): `applied` is what `owner` wants of the object, `live`
/// what there is, nil when the object is created.
///
/// The result is `live` with the applied fields, without the fields that this owner had applied before and that nobody
/// else owns, and with `managedFields` brought up to date. It equals `live` when there is nothing to do.
///
/// - Parameter hasStatusSubresource: whether `status` is written through its own subresource only.
/// - Throws: `conflicts` when other managers own fields with other values and `force` is false; `invalid` when `applied`
///   does not fit the schema.
package func serverSideApply(
    _ applied: KubeObject, onto live: KubeObject?, schema: Schema, owner: FieldOwner, force: Bool, at time: Timestamp,
    hasStatusSubresource: Bool = false
) throws(ApplyError) -> KubeObject {
    let write = ApplyWrite(
        applied: applied, live: live, schema: schema.asObject, owner: owner, time: time,
        hasStatusSubresource: hasStatusSubresource)
    try write.check()
    do throws(ApplyError) {
        return write.syncingLastApplied(try write.result(force: force))
    } catch {
        guard case .conflicts(let conflicts) = error, owner.manager == "kubectl", let live else { throw error }
        let rest = conflicts.filter { !lastAppliedOwns($0, in: live, schema: schema.asObject) }
        guard rest.isEmpty else { throw .conflicts(rest) }
        return write.syncingLastApplied(try write.result(force: true))
    }
}

private struct ApplyWrite {
    var applied: KubeObject
    var live: KubeObject?
    var schema: Schema
    var owner: FieldOwner
    var time: Timestamp
    var hasStatusSubresource: Bool

    func check() throws(ApplyError) {
        if applied.root[path: "metadata", "managedFields"]?.isNull == false {
            throw .invalid("metadata.managedFields must be nil")
        }
        let problems = TypedCheck.problems(of: applied.root, schema: schema)
        guard !problems.isEmpty else { return }
        let type = applied.type
        let text = problems.count == 1 ? problems[0] : "errors:\n" + problems.map { "  \($0)" }.joined(separator: "\n")
        throw .invalid(
            "failed to create typed patch object (\(applied.namespace)/\(applied.name); "
                + "\(type.group)/\(type.version), Kind=\(type.kind)): \(text)")
    }

    func result(force: Bool) throws(ApplyError) -> KubeObject {
        var liveRoot = live?.root ?? .emptyMapping
        var managed = ManagedFields(liveRoot[path: "metadata", "managedFields"]) ?? ManagedFields()
        liveRoot.remove(at: ["metadata", "managedFields"])
        if live != nil, managed.isEmpty { managed = untracked(liveRoot) }

        var ownership = Ownership(managed, schema: schema, owner: owner, hasStatusSubresource: hasStatusSubresource)
        var wanted = applied.root
        // All versions of a kind share one shape, so the version asked for wins without a conversion.
        for entry in ownership.resetFields.entries {
            guard case .field(let name) = entry.element else { continue }
            if name == "metadata" { wanted[name] = identity(of: wanted) } else { wanted[name] = nil }
        }
        let root = try ownership.apply(wanted, onto: liveRoot, owner: owner, force: force, at: time)
        var object = KubeObject(live != nil && root == liveRoot ? liveRoot : root)
        object.setManagedFields(ownership.managed)
        return object
    }

    /// An object that was never tracked: what is in it belongs to `before-first-apply`.
    private func untracked(_ root: Node) -> ManagedFields {
        var ownership = Ownership(
            ManagedFields(), schema: schema, owner: owner, hasStatusSubresource: hasStatusSubresource)
        let before = FieldOwner("before-first-apply", .update, apiVersion: owner.apiVersion)
        ownership.update(from: .emptyMapping, to: root, owner: before, at: time)
        return ownership.managed
    }

    private func identity(of root: Node) -> Node {
        let entries = root["metadata"]?.entries.filter { $0.key == "name" || $0.key == "namespace" } ?? []
        return Node(Mapping(entries))
    }

    /// `kubectl apply --server-side` keeps the annotation of its client-side form in step, so that users can go back.
    func syncingLastApplied(_ object: KubeObject) -> KubeObject {
        guard owner.manager == "kubectl", object.annotation(lastAppliedAnnotation) != nil else { return object }
        var wanted = applied
        wanted.removeAnnotation(lastAppliedAnnotation)
        var object = object
        object.setAnnotation(lastAppliedAnnotation, JSONWriter.text(wanted.root, sortKeys: true) + "\n")
        return object
    }
}

private let lastAppliedAnnotation = "kubectl.kubernetes.io/last-applied-configuration"

/// Whether kubectl's client-side apply wrote the field of a conflict, and nobody since; then its server-side form may
/// take it over.
private func lastAppliedOwns(_ conflict: Conflict, in live: KubeObject, schema: Schema) -> Bool {
    guard let text = live.annotation(lastAppliedAnnotation), let root = try? JSONReader.read(text) else { return false }
    let changed = Comparison(from: root, to: live.root, schema: schema).modified
    let fields = FieldSet.owned(by: root, schema: schema).subtracting(changed)
    return fields.paths.contains { path in path.map(\.description).joined() == conflict.path }
}
