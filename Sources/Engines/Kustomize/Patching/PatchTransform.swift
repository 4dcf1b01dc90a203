import Diagnostics
import KubeTypes
import Tree

/// Applies one patch: to its target, or to the objects that its documents name.
struct PatchTransform: Transform {
    var source: PatchSource
    var target: Target?
    /// Whether kustomize notes in the object that it applies the patch; not for `patchesJson6902`.
    var isNoted = true
    /// Called with all objects when the target selects none; kustomize does not mind.
    var whenUnmatched: ([Resource]) -> Void = { _ in }
    var allowsNameChange = false
    var allowsKindChange = false
    var schema: MergeSchema
    var place: Place

    func apply(to set: inout ResourceSet) throws(Refused) {
        switch source {
        case .operations(let patch): try apply(patch, to: &set)
        case .merge(let patches, let spellings):
            guard let target else {
                for patch in patches { try applyByID(patch, spellings, to: &set) }
                return
            }
            guard patches.count <= 1 else {
                throw refusal(
                    .patchInvalid, "a patch with a target holds one document, found \(patches.count)", at: place,
                    hint: "split it, or remove the target so that each document names its object")
            }
            guard let patch = patches.first else { return }
            for resource in selected(by: target, in: set) {
                try merge(patch, spellings, into: resource, isTargeted: true)
            }
            try forgetIfNeeded(&set)
        }
    }

    private func selected(by target: Target, in set: ResourceSet) -> [Resource] {
        let selected = set.resources.filter { target.selects($0) }
        if selected.isEmpty { whenUnmatched(set.resources) }
        return selected
    }

    private func apply(_ patch: JSONPatch, to set: inout ResourceSet) throws(Refused) {
        guard let target else {
            throw refusal(
                .patchInvalid, "a JSON patch needs a target", at: place,
                hint: "add \"target\" with kind and name beside the patch")
        }
        let selected = selected(by: target, in: set)
        for resource in selected {
            if isNoted || resource.hasHistory { resource.makeAnnotations() }
            if isNoted { resource.rememberID() }
            resource.forgetSpellings()
            do { try patch.apply(to: &resource.root) } catch {
                var finding = Finding(
                    .patchFailed, "the JSON patch does not fit \(resource.id): \(error)",
                    at: error.place.isKnown ? error.place : place,
                    hint: JSONPointer(parsing: error.path).flatMap { hint(forMissing: $0, in: resource.root) }
                        ?? "compare the path with the object")
                finding.related = [RelatedPlace("the object", at: resource.place)]
                throw Refused(finding)
            }
            for field in ["labels", "annotations"] {
                guard let map = resource.root["metadata"]?[field], !map.isNull, map.mapping == nil else { continue }
                throw refusal(
                    .patchFailed, "the JSON patch makes the \(field) \(map.typeName), expected an object", at: map.place
                )
            }
            guard !resource.name.isEmpty else {
                throw refusal(
                    .patchFailed, "the JSON patch takes the name away from the object", at: place,
                    hint: "replace fields below \"metadata\", and not all of it")
            }
        }
        if !selected.isEmpty { set.forgetIndices() }
    }

    private func applyByID(_ patch: Node, _ spellings: Spellings, to set: inout ResourceSet) throws(Refused) {
        let named = Resource(patch)
        guard !named.kind.isEmpty, !named.name.isEmpty else {
            throw refusal(
                .patchInvalid, "the patch has no \(named.kind.isEmpty ? "kind" : "metadata.name")", at: patch.place,
                hint: "name the object to patch, or give the patch a target")
        }
        let resource = try set.target(
            named.id, for: "patch", at: patch["metadata"]?["name"]?.place ?? patch.place)
        try merge(patch, spellings, into: resource, isTargeted: false)
        try forgetIfNeeded(&set)
        if resource.isGone { set.dropGone() }
    }

    private func forgetIfNeeded(_ set: inout ResourceSet) throws(Refused) {
        guard allowsNameChange || allowsKindChange else { return }
        set.forgetIndices()
        try set.refuseDoubled()
    }

    private func merge(
        _ patch: Node, _ spellings: Spellings, into resource: Resource, isTargeted: Bool
    ) throws(Refused) {
        var patch = patch
        if isTargeted { patch["apiVersion"] = resource.root["apiVersion"] }
        let (name, namespace, kind) = (resource.root["metadata"]?["name"], resource.namespace, resource.root["kind"])
        if allowsNameChange || allowsKindChange { resource.rememberID() }
        let merged = try StrategicMerge(schema: schema, spellings: spellings).merge(
            patch, into: resource.root, type: schema.type(of: resource.type) ?? schema.type(of: Resource(patch).type))
        guard let merged, merged.mapping?.isEmpty == false else {
            resource.root = Node(.null, at: resource.root.place)
            return
        }
        resource.root = merged
        // Kustomize gives the patch the type of the object, also where that has none.
        if isTargeted, merged["apiVersion"] == nil { resource.root["apiVersion"] = Node(.null, at: merged.place) }
        if !spellings.isEmpty { resource.spellings.merge(spellings) { $1 } }
        if !allowsKindChange, let kind { resource.root["kind"] = kind }
        if !allowsNameChange, let name { resource.root.set(name, at: ["metadata", "name"]) }
        resource.namespace = namespace
    }
}

extension Resource {
    /// Kustomize notes in annotations what it does to an object, so a patch can count on there being some.
    fileprivate func makeAnnotations() {
        guard root["metadata"]?["annotations"]?.mapping == nil else { return }
        root.set(Node(.mapping(Mapping()), at: place), at: ["metadata", "annotations"])
    }

    /// A JSON patch has the object written as JSON and read again: what was a bare number among the annotations is one there, and
    /// loses its spelling.
    fileprivate func forgetSpellings() {
        guard !spellings.isEmpty else { return }
        root["metadata"]?["annotations"]?.updateMapping {
            $0.updateEach { _, value in
                guard let text = value.string, spellings[value.place] == text else { return }
                value.value = .string(Node(plainScalar(text)).scalarText ?? "null")
            }
        }
        spellings = [:]
    }

    fileprivate var hasHistory: Bool { !previous.isEmpty || needsHash || behavior != .unspecified }
}
