internal import KubeTypes
internal import Tree

/// What a CustomResourceDefinition must say beyond its schema (Kubernetes, apiextensions `validation`), in its own words.
enum DefinitionRules {
    static func causes(_ object: KubeObject, from live: KubeObject?) -> [Status.Cause] {
        let spec = object.spec
        let versions = spec["versions"]?.elements ?? []
        var causes = (live == nil ? names(object) : []) + self.versions(versions) + storedVersions(object, versions)
        if spec["preserveUnknownFields"]?.bool == true {
            causes.append(
                invalid(
                    "spec.preserveUnknownFields", true,
                    "cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead"
                ))
        }
        for (index, version) in versions.enumerated() {
            causes += self.version(version, index: index, isOnly: versions.count == 1)
        }
        if let live { causes += unchangeable(object, live) }
        return causes
    }

    // MARK: Names

    private static func names(_ object: KubeObject) -> [Status.Cause] {
        guard let group = object.spec["group"]?.string, let plural = object.spec[path: "names", "plural"]?.string,
            object.name != "\(plural).\(group)"
        else { return [] }
        return [invalid("metadata.name", Node(object.name), "must be spec.names.plural+\".\"+spec.group")]
    }

    /// What clients rely on once the names were accepted.
    private static func unchangeable(_ object: KubeObject, _ live: KubeObject) -> [Status.Cause] {
        guard DefinitionStatus.isEstablished(live) else { return [] }
        let fields = [["scope"], ["group"], ["names", "kind"], ["names", "plural"]]
        return fields.compactMap { path in
            let value = object.spec.at(path)
            guard value != live.spec.at(path) else { return nil }
            return invalid("spec.\(path.joined(separator: "."))", value, "field is immutable")
        }
    }

    // MARK: Versions

    private static func versions(_ versions: [Node]) -> [Status.Cause] {
        var causes: [Status.Cause] = []
        let names = versions.compactMap { $0["name"]?.string }
        if Set(names).count < names.count {
            causes.append(invalid("spec.versions", Node(versions), "must contain unique version names"))
        }
        if versions.filter({ $0["storage"]?.bool == true }).count != 1 {
            causes.append(
                invalid(
                    "spec.versions", Node(versions), "must have exactly one version marked as storage version"))
        }
        for (index, name) in names.enumerated() where !isLabel(name) {
            let rule =
                "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')"
            if index == 0 { causes.append(invalid("spec.version", Node(name), rule)) }
            causes.append(invalid("spec.versions[\(index)].name", Node(name), rule))
        }
        return causes
    }

    private static func storedVersions(_ object: KubeObject, _ versions: [Node]) -> [Status.Cause] {
        let field = "status.storedVersions"
        let stored = object.status["storedVersions"]?.elements ?? []
        guard !stored.isEmpty else { return [invalid(field, nil, "must have at least one stored version")] }
        var causes: [Status.Cause] = []
        for (index, version) in stored.enumerated() where !versions.contains(where: { $0["name"] == version }) {
            let name = version.string ?? ""
            causes.append(
                invalid(
                    "\(field)[\(index)]", version,
                    "missing from spec.versions; \(name) was previously a storage version, and must remain in spec.versions until a storage migration ensures no data remains persisted in \(name) and removes \(name) from status.storedVersions"
                ))
        }
        // The last one counts, as in Kubernetes, when several claim it.
        let current = versions.last { $0["storage"]?.bool == true }?["name"]
        if let current, !stored.contains(current) {
            causes.append(invalid(field, Node(stored), "must have the storage version \(current.string ?? "")"))
        }
        return causes
    }

    private static func version(_ version: Node, index: Int, isOnly: Bool) -> [Status.Cause] {
        let path = "spec.versions[\(index)]"
        // What a single version says stood in the spec itself in the first form of the kind, and is told so still.
        let place = isOnly ? "spec" : path
        var causes: [Status.Cause] = []
        if version[path: "schema", "openAPIV3Schema"] == nil {
            causes.append(required("\(path).schema.openAPIV3Schema"))
        }
        if version["deprecated"]?.bool != true, let warning = version["deprecationWarning"] {
            causes.append(invalid("\(path).deprecationWarning", warning, "can only be set for deprecated versions"))
        }
        for (index, column) in (version["additionalPrinterColumns"]?.elements ?? []).enumerated() {
            causes += self.column(column, at: "\(place).additionalPrinterColumns[\(index)]")
        }
        if let scale = version[path: "subresources", "scale"] {
            causes += self.scale(scale, at: "\(place).subresources.scale")
        }
        return causes + selectableFields(version, at: "\(place).selectableFields")
    }

    private static func column(_ column: Node, at path: String) -> [Status.Cause] {
        let types = ["boolean", "date", "integer", "number", "string"]
        var causes: [Status.Cause] = []
        if column["name"]?.string?.isEmpty ?? true { causes.append(required("\(path).name")) }
        if let type = column["type"]?.string, !type.isEmpty {
            if !types.contains(type) {
                causes.append(
                    invalid("\(path).type", Node(type), "must be one of \(types.joined(separator: ","))"))
            }
        } else {
            causes.append(required("\(path).type", "must be one of \(types.joined(separator: ","))"))
        }
        let formats = ["int32", "int64", "float", "double", "byte", "date", "date-time", "password"]
        if let format = column["format"]?.string, !format.isEmpty, !formats.contains(format) {
            causes.append(
                invalid("\(path).format", Node(format), "must be one of \(formats.joined(separator: ","))"))
        }
        if let jsonPath = column["jsonPath"]?.string, !jsonPath.isEmpty {
            if !jsonPath.hasPrefix(".") {
                causes.append(
                    invalid("\(path).JSONPath", Node(jsonPath), "must be a simple json path starting with ."))
            }
        } else {
            causes.append(required("\(path).JSONPath"))
        }
        return causes
    }

    private static func scale(_ scale: Node, at path: String) -> [Status.Cause] {
        let fields = [
            ("specReplicasPath", [".spec."]), ("statusReplicasPath", [".status."]),
            ("labelSelectorPath", [".spec.", ".status."]),
        ]
        return fields.flatMap { field, roots -> [Status.Cause] in
            guard let value = scale[field]?.string, !value.isEmpty else {
                return field == "labelSelectorPath" ? [] : [required("\(path).\(field)")]
            }
            guard !roots.contains(where: value.hasPrefix) else { return [] }
            let wanted = roots.map { String($0.dropLast()) }.joined(separator: " or ")
            return [invalid("\(path).\(field)", Node(value), "should be a json path under \(wanted)")]
        }
    }

    private static func selectableFields(_ version: Node, at path: String) -> [Status.Cause] {
        var seen: Set<String> = []
        let fields = version["selectableFields"]?.elements ?? []
        return fields.enumerated().flatMap { index, field -> [Status.Cause] in
            let place = "\(path)[\(index)].jsonPath"
            guard let jsonPath = field["jsonPath"]?.string, !jsonPath.isEmpty else { return [required(place)] }
            guard seen.insert(jsonPath).inserted else {
                return [
                    .init(reason: "FieldValueDuplicate", message: "Duplicate value: \"\(jsonPath)\"", field: place)
                ]
            }
            var schema = version[path: "schema", "openAPIV3Schema"]
            for name in jsonPath.split(separator: ".") { schema = schema?["properties"]?[String(name)] }
            guard jsonPath.hasPrefix("."), !jsonPath.hasPrefix(".metadata"), let schema else {
                return [
                    invalid(place, Node(jsonPath), "is an invalid path: does not refer to a valid field")
                ]
            }
            guard ["string", "boolean", "integer"].contains(schema["type"]?.string ?? "") else {
                return [
                    invalid(
                        place, Node(jsonPath),
                        "must point to a field of type string, boolean or integer. Enum string fields and strings with formats are allowed."
                    )
                ]
            }
            return []
        }
    }

    // MARK: Causes

    private static func isLabel(_ name: String) -> Bool {
        guard name.utf8.count <= 63, Metadata.isName(name, dots: false), let first = name.first else { return false }
        return first.isLetter
    }

    private static func invalid(_ field: String, _ value: Node?, _ rule: String) -> Status.Cause {
        let shown = value.map { JSONWriter.text($0) } ?? "null"
        return Status.Cause(reason: "FieldValueInvalid", message: "Invalid value: \(shown): \(rule)", field: field)
    }

    private static func required(_ field: String, _ why: String = "") -> Status.Cause {
        let message = why.isEmpty ? "Required value" : "Required value: \(why)"
        return Status.Cause(reason: "FieldValueRequired", message: message, field: field)
    }
}
