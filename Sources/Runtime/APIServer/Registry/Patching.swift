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

    /// - Throws: `Status` 415 for another media type, 400 for a body that is none of its kind, 422 for options that only an
    ///   apply may have.
    init(mediaType: String, body: [UInt8], served: ServedType, options: RequestOptions) throws(Status) {
        let types = served.definition.isBuiltIn ? Self.types : Self.types.filter { !$0.contains("strategic") }
        guard types.contains(mediaType) else {
            // The router in front of the built-in kinds says less.
            guard served.definition.isBuiltIn else { throw Status(unsupportedMediaType: mediaType, supported: types) }
            var status = Status(code: 415, reason: .unsupportedMediaType, message: "415: Unsupported Media Type")
            status.showsDetails = true
            throw status
        }
        if mediaType != "application/apply-patch+yaml", options.force != nil {
            throw Status(
                invalidOptions: .patch,
                [
                    .init(
                        reason: "FieldValueForbidden", message: "Forbidden: may not be specified for non-apply patch",
                        field: "force")
                ])
        }
        switch mediaType {
        case "application/json-patch+json": self = .json(try Self.operations(body))
        case "application/merge-patch+json":
            let patch = try Self.patch(body)
            if patch.isNull { throw Status(badRequest: "Invalid JSON Patch") }
            guard patch.mapping != nil else { throw Self.cannotDecode(patch, as: "map[string]interface {}") }
            self = .merge(patch)
        case "application/strategic-merge-patch+json":
            let patch = try Self.patch(body)
            guard patch.mapping != nil || patch.isNull else {
                throw Self.cannotDecode(patch, as: "map[string]interface {}")
            }
            self = .strategic(patch.isNull ? .emptyMapping : patch)
        default: self = .apply(KubeObject(try RequestBody.yaml(body)))
        }
    }

    private static func patch(_ body: [UInt8]) throws(Status) -> Node {
        do throws(Status) { return try RequestBody.json(body) } catch {
            throw Status(badRequest: "error decoding patch: \(error.message)")
        }
    }

    /// A list that holds what is no operation is a patch that cannot be carried out.
    private static func operations(_ body: [UInt8]) throws(Status) -> JSONPatch {
        let patch = try patch(body)
        guard let operations = patch.sequence else { throw cannotDecode(patch, as: "[]handlers.jsonPatchOp") }
        do throws(JSONPatch.Failure) {
            return try JSONPatch(Node(operations.map(rooted)))
        } catch {
            throw .unprocessablePatch
        }
    }

    /// What stands before the first slash of a pointer does not count.
    private static func rooted(_ operation: Node) -> Node {
        var operation = operation
        for field in ["path", "from"] {
            guard let text = operation[field]?.string, !text.hasPrefix("/"), let slash = text.firstIndex(of: "/") else {
                continue
            }
            operation[field] = Node(String(text[slash...]))
        }
        return operation
    }

    private static func cannotDecode(_ patch: Node, as type: String) -> Status {
        let found = patch.sequence != nil ? "array" : patch.mapping != nil ? "object" : patch.typeName
        return Status(
            badRequest: "error decoding patch: json: cannot unmarshal \(found) into Go value of type \(type)")
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
        guard !object.name.isEmpty else {
            throw Status(
                badRequest:
                    "the name of the object (\(key.name) based on URL) was undeterminable: name must be provided")
        }
        guard object.name == live.name else {
            throw Status(
                badRequest: "the name of the object (\(object.name)) does not match the name on the URL (\(live.name))")
        }
        guard object.namespace == live.namespace || object.namespace.isEmpty else {
            throw Status(
                badRequest: "the namespace of the provided object does not match the namespace sent on the request")
        }
        try checkType(object, live)
        if write.served.definition.isBuiltIn { try checkTypes(of: object.root, write) }
        return Modification(object: object)
    }

    /// The object with the patch.
    ///
    /// - Parameter schema: How lists merge in a strategic patch.
    func patched(_ live: KubeObject, schema: Schema = .anything) throws(Status) -> KubeObject {
        var root = live.root
        switch self {
        case .json(let patch):
            do { try patch.apply(to: &root) } catch { throw .unprocessablePatch }
        case .merge(let patch):
            root.apply(mergePatch: patch)
        case .strategic(let patch):
            do throws(ApplyError) {
                root = try strategicMergePatched(root, with: patch, schema: schema)
            } catch .misshapen(let why) {
                throw Status(unfittingPatch: patch, why)
            } catch {
                throw Status(error)
            }
        case .apply(let applied): root.apply(mergePatch: applied.root)
        }
        return KubeObject(root)
    }

    private func checkType(_ object: KubeObject, _ live: KubeObject) throws(Status) {
        var causes: [Status.Cause] = []
        for (field, found, wanted) in [
            ("apiVersion", object.apiVersion, live.apiVersion), ("kind", object.kind, live.kind),
        ] where found != wanted {
            let message = "Invalid value: \"\(found)\": must be \(wanted)"
            causes.append(.init(reason: "FieldValueInvalid", message: message, field: field))
        }
        guard causes.isEmpty else {
            throw Status(invalid: object.type.groupKind, name: object.name, causes: causes)
        }
    }

    /// The fields of a built-in kind have types before anything else is known of them.
    private func checkTypes(of root: Node, _ write: Write) throws(Status) {
        let found = violations(
            of: root, against: write.served.version.schema,
            options: SchemaCheckOptions(reportsUnknownFields: false, takesNullAsMissing: true))
        guard let first = found.first(where: { $0.reason == "FieldValueTypeInvalid" }) else { return }
        throw Status(unfittingPatch: root, first.message)
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
        if applied.name.isEmpty, applied.root[path: "metadata", "generateName"]?.string?.isEmpty == false {
            throw Status(badRequest: "metadata.generateName is not supported by apply; say metadata.name")
        }
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
        do throws(ApplyError) {
            let merged = try serverSideApply(
                applied, onto: live, schema: write.served.version.schema, owner: write.owner(.apply),
                force: write.options.force ?? false, at: write.time,
                hasStatusSubresource: write.served.version.hasStatusSubresource)
            return Modification(object: merged, isTracked: true)
        } catch {
            throw Status(error)
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
    }

    init(_ error: ApplyError) {
        switch error {
        case .invalid(let message), .misshapen(let message): self.init(code: 500, reason: .unknown, message: message)
        case .conflicts(let conflicts):
            self.init(code: 409, reason: .conflict, message: Conflict.message(for: conflicts))
            causes = conflicts.map { Cause(reason: "FieldManagerConflict", message: $0.message, field: $0.path) }
        }
    }
}

extension Status {
    /// A JSON patch that cannot be carried out, for whatever reason.
    fileprivate static var unprocessablePatch: Status {
        var status = Status(
            code: 422, reason: .invalid, message: "the server rejected our request due to an error in our request")
        status.showsDetails = true
        return status
    }

    /// A patch whose result is no object of the kind.
    init(unfittingPatch shown: Node, _ why: String) {
        let value = JSONWriter.text(shown).debugDescription
        let cause = Cause(reason: "FieldValueInvalid", message: "Invalid value: \(value): \(why)", field: "patch")
        self.init(invalid: GroupKind(group: "", kind: ""), name: "", causes: [cause])
    }
}
