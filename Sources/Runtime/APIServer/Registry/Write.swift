internal import Apply
internal import KubeTypes
internal import Schema
internal import Tree

/// One write: who wants what, when. Its functions are pure; they turn what a client sent into what is stored.
struct Write {
    var served: ServedType
    var options: RequestOptions
    /// The program that asks, from its User-Agent; the field manager when none is named.
    var agent: String
    var time: Timestamp
    var subresource: String?
    /// Whether the client sent changes, not an object.
    var isPatch = false

    var manager: String { options.fieldManager.isEmpty ? agent : options.fieldManager }

    private var schema: Schema { served.version.schema }
    private var hasStatus: Bool { served.version.hasStatusSubresource }

    func owner(_ operation: FieldOwner.Operation) -> FieldOwner {
        FieldOwner(manager, operation, apiVersion: served.apiVersion, subresource: subresource ?? "")
    }

    // MARK: Creation

    func creation(
        of sent: KubeObject, uid: String, warnings: inout [String], tracksFields: Bool = true
    ) throws(Status) -> KubeObject {
        guard sent.resourceVersion.isEmpty else {
            throw Status(
                code: 500, reason: .unknown, message: "resourceVersion should not be set on objects to be created")
        }
        var object = try checked(sent, warnings: &warnings)
        if hasStatus { object.root["status"] = nil }
        Metadata.stampNew(&object, uid: uid, time: time, hasGeneration: served.hasGeneration)
        Defaults.complete(&object)
        fillEmpty(&object)
        if tracksFields {
            object = trackingUpdate(
                from: nil, to: object, schema: schema, owner: owner(.update), at: time, hasStatusSubresource: hasStatus,
                empty: withEmptyValues(.emptyMapping, schema))
        }
        strategy?.prepare(&object, from: nil)
        try validate(object)
        return object
    }

    // MARK: Update

    /// The object that is stored when `live` is to become `modification`.
    func update(
        of live: KubeObject, to modification: Modification, warnings: inout [String]
    ) throws(Status) -> KubeObject {
        let sent = modification.object
        try checkIdentity(of: sent, live)
        var object = try checked(sent, warnings: &warnings)
        Metadata.keepSystemFields(
            of: live, in: &object, isTracked: modification.isTracked, hasGeneration: served.hasGeneration)
        keepOtherPart(of: live, in: &object)
        Defaults.complete(&object)
        fillEmpty(&object)
        if !modification.isTracked {
            // On the way from a scale to its object Kubernetes loses the time.
            object = trackingUpdate(
                from: live, to: object, schema: schema, owner: owner(.update), at: subresource == "scale" ? nil : time,
                hasStatusSubresource: hasStatus)
        }
        if isNamespace { NamespaceStrategy.keep(of: live, in: &object, subresource: subresource) }
        strategy?.prepare(&object, from: live)
        try validate(object, from: live)
        object.resourceVersion = live.resourceVersion
        if served.hasGeneration, Metadata.isNewGeneration(object, live, hasStatus: hasStatus) {
            object.root.set(Node(live.generation + 1), at: ["metadata", "generation"])
        }
        return ignoringNewTimes(of: object, comparedTo: live)
    }

    private var strategy: (any KindStrategy.Type)? {
        served.definition.isBuiltIn ? KindStrategies.strategy(of: served.definition.groupKind) : nil
    }

    private var isNamespace: Bool { served.definition.isBuiltIn && served.definition.kind == "Namespace" }

    private func fillEmpty(_ object: inout KubeObject) {
        guard served.definition.isBuiltIn else { return }
        object = KubeObject(withEmptyValues(object.root, schema))
    }

    /// A write to the object leaves its status alone, a write to the status leaves the rest alone.
    private func keepOtherPart(of live: KubeObject, in object: inout KubeObject) {
        guard hasStatus else { return }
        if subresource == "status" {
            let status = object.root["status"]
            let managedFields = object.root[path: "metadata", "managedFields"]
            object.root = live.root
            object.root["status"] = status
            if let managedFields { object.root.set(managedFields, at: ["metadata", "managedFields"]) }
        } else {
            object.root["status"] = live.root["status"]
        }
    }

    private func checkIdentity(of sent: KubeObject, _ live: KubeObject) throws(Status) {
        if !sent.uid.isEmpty, sent.uid != live.uid {
            throw Status(
                conflict: served.resource, name: live.name,
                "Precondition failed: UID in precondition: \(sent.uid), UID in object meta: \(live.uid)")
        }
        guard served.allowsUnconditionalUpdate || !sent.resourceVersion.isEmpty else {
            // Here, and only here, Kubernetes names the resource where it means the kind.
            let resource = GroupKind(group: served.resource.group, kind: served.resource.resource)
            throw Status(
                invalid: resource, name: live.name,
                causes: [.invalid("metadata.resourceVersion", 0, "must be specified for an update")])
        }
        if !sent.resourceVersion.isEmpty, sent.resourceVersion != live.resourceVersion {
            throw Status(
                conflict: served.resource, name: live.name,
                "the object has been modified; please apply your changes to the latest version and try again")
        }
    }

    // MARK: Checks

    /// The object without unknown fields and with defaults; unknown fields are refused, told or dropped, as the client asked.
    private func checked(_ sent: KubeObject, warnings: inout [String]) throws(Status) -> KubeObject {
        var (root, dropped) = pruned(sent.root, with: schema)
        Metadata.settleNulls(in: &root)
        if let warning = Metadata.dropRepeatedOwners(in: &root) { warnings.append(warning) }
        if !dropped.isEmpty {
            let texts = dropped.map { "unknown field \"\($0)\"" }
            switch options.fieldValidation {
            case .ignore: break
            case .warn: warnings += texts
            case .strict where isPatch:
                throw Status(unfittingPatch: sent.root, "strict decoding error: \(texts.joined(separator: ", "))")
            case .strict:
                throw Status(
                    badRequest:
                        "\(served.definition.kind) in version \"\(served.version.name)\" cannot be handled as a \(served.definition.kind): strict decoding error: \(texts.joined(separator: ", "))"
                )
            }
        }
        if served.definition.isBuiltIn {
            return KubeObject(defaulted(root, ofBuiltIn: served.definition.groupKind, with: schema))
        }
        return KubeObject(defaulted(root, with: schema))
    }

    /// - Parameter live: The object before; rules may compare with it.
    private func validate(_ object: KubeObject, from live: KubeObject? = nil) throws(Status) {
        var causes = Metadata.causes(object, served.definition)
        if let live { causes += Metadata.changeCauses(object, from: live) }
        causes += strategy?.causes(object, from: live) ?? []
        let found = violations(
            of: object.root, against: schema, old: live?.root,
            options: SchemaCheckOptions(
                reportsUnknownFields: false, takesNullAsMissing: served.definition.isBuiltIn, tellsUncheckedRules: true)
        )
        causes += found.filter(isOfSchema).map { violation in
            let field =
                violation.fieldText == nil && violation.namesField ? violation.path.description : violation.field
            return Status.Cause(reason: violation.reason, message: violation.message, field: field)
        }
        if !served.definition.isBuiltIn { causes += ScaleRules.causes(object, served.version.scale) }
        if served.resource == CustomResources.resource {
            // What the definition's own rules say of a field is said once.
            let own = CustomResources.causes(object, from: live)
            if !own.isEmpty { causes = own }
        }
        guard causes.isEmpty else {
            throw Status(invalid: served.definition.groupKind, name: object.name, causes: causes)
        }
    }

    /// Not what other rules say: what metadata needs, and where a built-in kind must not repeat itself.
    private func isOfSchema(_ violation: SchemaViolation) -> Bool {
        switch violation.kind {
        case .required: violation.path.steps.first != .key("metadata")
        case .duplicate: !served.definition.isBuiltIn
        default: true
        }
    }
}

extension ServedType {
    /// Whether a PUT may leave out the resourceVersion, so that it overwrites whatever is there.
    var allowsUnconditionalUpdate: Bool { definition.isBuiltIn && definition.kind != "Lease" }

    /// Kubernetes counts generations for kinds whose spec a controller acts on; plain data has none.
    var hasGeneration: Bool {
        !definition.isBuiltIn || ["Deployment", "CustomResourceDefinition"].contains(definition.kind)
    }
}
