internal import Apply
internal import Diagnostics
internal import KubeTypes
internal import Schema
internal import Tree

/// What a PATCH asks for, by its media type (Kubernetes API reference, "Updates to existing resources").
enum PatchRequest {
    case json(JSONPatch)
    case merge(Node)
    case strategic(Node)
    case apply(KubeObject)

    /// - Throws: `Status` 415 for another media type, 400 for a body that is none of its kind.
    init(mediaType: String, body: [UInt8], served: ServedType) throws(Status) {
        switch mediaType {
        case "application/json-patch+json":
            do {
                self = .json(try JSONPatch(try RequestBody.json(body)))
            } catch let error as JSONPatch.Failure {
                throw Status(badRequest: "error decoding patch: \(error)")
            } catch {
                throw (error as? Status) ?? Status(badRequest: "\(error)")
            }
        case "application/merge-patch+json":
            self = .merge(try RequestBody.json(body))
        case "application/strategic-merge-patch+json":
            guard served.definition.isBuiltIn else {
                throw Status(
                    unsupportedMediaType: mediaType, supported: Self.types.filter { !$0.contains("strategic") })
            }
            self = .strategic(try RequestBody.json(body))
        case "application/apply-patch+yaml":
            self = .apply(KubeObject(try RequestBody.yaml(body)))
        default:
            throw Status(unsupportedMediaType: mediaType, supported: Self.types)
        }
    }

    private static let types = [
        "application/json-patch+json", "application/merge-patch+json", "application/strategic-merge-patch+json",
        "application/apply-patch+yaml",
    ]

    /// The object that `live` is to become.
    func modification(of live: KubeObject?, key: ObjectKey, _ write: Write) throws(Status) -> Modification {
        if case .apply(let applied) = self { return try Self.apply(applied, onto: live, key: key, write) }
        guard let live else { throw Status(notFound: write.served.resource, name: key.name) }
        let object = try patched(live, schema: write.served.version.schema)
        guard object.type == live.type else {
            throw Status(
                badRequest:
                    "the patch turns \(live.kind) of \(live.apiVersion) into \(object.kind) of \(object.apiVersion)")
        }
        guard object.name == live.name, object.namespace == live.namespace else {
            throw Status(badRequest: "the name or namespace of the object does not match the one sent on the request")
        }
        return Modification(object: object)
    }

    /// The object with the patch.
    ///
    /// - Parameter schema: How lists merge in a strategic patch.
    func patched(_ live: KubeObject, schema: Schema = .anything) throws(Status) -> KubeObject {
        var root = live.root
        switch self {
        case .json(let patch):
            do { try patch.apply(to: &root) } catch {
                var status = Status(
                    code: 422, reason: .invalid,
                    message: "the server rejected our request due to an error in our request")
                status.showsDetails = true
                throw status
            }
        case .merge(let patch):
            root.apply(mergePatch: patch)
        case .strategic(let patch):
            do throws(ApplyError) {
                root = try strategicMergePatched(root, with: patch, schema: schema)
            } catch {
                throw Status(error)
            }
        case .apply(let applied): root.apply(mergePatch: applied.root)
        }
        return KubeObject(root)
    }

    private static func apply(
        _ applied: KubeObject, onto live: KubeObject?, key: ObjectKey, _ write: Write
    ) throws(Status) -> Modification {
        guard !write.options.fieldManager.isEmpty else {
            throw Status(
                invalid: GroupKind(group: "meta.k8s.io", kind: "PatchOptions"), name: "",
                causes: [
                    .init(
                        reason: "FieldValueRequired", message: "Required value: is required for apply patch",
                        field: "fieldManager")
                ])
        }
        var applied = applied
        guard applied.apiVersion == write.served.apiVersion, applied.kind == write.served.definition.kind else {
            throw Status(
                badRequest: "the apply configuration is of \(applied.type), the request of \(write.served.type)")
        }
        if applied.name.isEmpty { applied.name = key.name }
        guard applied.name == key.name else {
            throw Status(
                badRequest: "the name of the object (\(applied.name)) does not match the name on the URL (\(key.name))")
        }
        if write.served.definition.isNamespaced { applied.namespace = key.namespace }
        try write.checkApplied(applied)
        do throws(ApplyError) {
            let merged = try serverSideApply(
                applied, onto: live, schema: write.served.version.schema, owner: write.owner(.apply),
                force: write.options.force, at: write.time,
                hasStatusSubresource: write.served.version.hasStatusSubresource)
            return Modification(object: merged, isTracked: true)
        } catch {
            throw Status(error)
        }
    }
}

extension Write {
    /// An apply says exactly what its owner wants, so a field that does not exist is an error there, not a warning.
    fileprivate func checkApplied(_ applied: KubeObject) throws(Status) {
        guard options.fieldValidation == .strict else { return }
        let dropped = pruned(applied.root, with: served.version.schema).dropped
        guard dropped.isEmpty else {
            let texts = dropped.map { "unknown field \"\($0)\"" }.joined(separator: ", ")
            throw Status(badRequest: "failed to create typed patch object (\(applied.key); \(applied.type)): \(texts)")
        }
    }
}

extension Status {
    init(unsupportedMediaType type: String, supported: [String]) {
        self.init(
            code: 415, reason: .unsupportedMediaType,
            message:
                "the body of the request was in an unknown format - accepted media types include: \(supported.joined(separator: ", "))"
        )
        showsDetails = true
    }

    init(_ error: ApplyError) {
        switch error {
        case .invalid(let message): self.init(code: 500, reason: .unknown, message: message)
        case .conflicts(let conflicts):
            self.init(code: 409, reason: .conflict, message: Conflict.message(for: conflicts))
            causes = conflicts.map { Cause(reason: "FieldManagerConflict", message: $0.message, field: $0.path) }
        }
    }
}
