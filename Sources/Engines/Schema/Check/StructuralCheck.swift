package import Diagnostics
package import Tree

/// Why a CustomResourceDefinition's schema is refused.
package struct StructuralProblem: Sendable, Equatable {
    /// As in a cause of a Status: `FieldValueForbidden`.
    package var reason: String
    /// Below `openAPIV3Schema`, as Kubernetes writes it: `properties[spec].items`.
    package var field: String
    package var message: String
    package var place: Place

    /// It is about a rule in CEL.
    package var isOfRule = false

    package var finding: Finding {
        if isOfRule { return Finding(.ruleUnusable, "the rule at \"\(field)\" cannot be used: \(message)", at: place) }
        return Finding(.notStructural, "the schema is not structural at \"\(field)\": \(message)", at: place)
    }
}

/// What keeps `node`, an `openAPIV3Schema`, from being a structural schema (Kubernetes, "Extend the Kubernetes API with
/// CustomResourceDefinitions", section "Specifying a structural schema"), in Kubernetes' words.
///
/// Rules in CEL must compile; what they may cost at most is not looked at.
package func structuralProblems(ofSchema node: Node) -> [StructuralProblem] {
    var check = StructuralCheck()
    if let type = node["type"]?.string, type != "object" {
        check.add("FieldValueInvalid", "type", "Invalid value: \"\(type)\": must be object at the root", node)
    } else {
        check.checkRoot(node)
        check.check(node, "", isRoot: true)
    }
    return check.problems
}

private struct StructuralCheck {
    var problems: [StructuralProblem] = []

    mutating func add(_ reason: String, _ field: String, _ message: String, _ node: Node) {
        problems.append(StructuralProblem(reason: reason, field: field, message: message, place: node.place))
    }

    mutating func checkRoot(_ node: Node) {
        if let additional = node["additionalProperties"], !additional.isNull {
            add("FieldValueForbidden", "additionalProperties", "Forbidden: must not be used at the root", additional)
        }
        let metadata = node[path: "properties", "metadata"]
        let allowed: Set = ["name", "generateName"]
        if let fields = metadata?["properties"]?.mapping, !fields.keys.allSatisfy(allowed.contains) {
            let message =
                "Forbidden: must not specify anything other than name and generateName, "
                + "but metadata is implicitly specified"
            add("FieldValueForbidden", "properties[metadata]", message, metadata ?? node)
        }
    }

    mutating func check(_ node: Node, _ path: String, isRoot: Bool = false) {
        checkKeywords(node, path)
        checkType(node, path, isRoot: isRoot)
        checkList(node, path)
        checkDefault(node, path)
        checkRules(node, path, isRoot: isRoot)
        for entry in node["properties"]?.entries ?? [] {
            check(entry.value, joined(path, "properties[\(entry.key)]"))
        }
        if let items = node["items"], items.mapping != nil { check(items, joined(path, "items")) }
        if let schema = node["additionalProperties"], schema.mapping != nil {
            check(schema, joined(path, "additionalProperties"))
        }
        for keyword in ["allOf", "anyOf", "oneOf"] {
            for (index, part) in (node[keyword]?.elements ?? []).enumerated() {
                checkPart(part, joined(path, "\(keyword)[\(index)]"), isIntOrString: isIntOrString(node))
            }
        }
        if let part = node["not"] { checkPart(part, joined(path, "not"), isIntOrString: false) }
    }

    private mutating func checkKeywords(_ node: Node, _ path: String) {
        if let reference = node["$ref"] {
            add("FieldValueForbidden", joined(path, "$ref"), "Forbidden: $ref is not supported", reference)
        }
        if node["uniqueItems"] == true {
            let message = "Forbidden: uniqueItems cannot be set to true since the runtime complexity becomes quadratic"
            add("FieldValueForbidden", joined(path, "uniqueItems"), message, node)
        }
        let additional = node["additionalProperties"]
        if let additional, additional != false, node["properties"]?.mapping?.isEmpty == false {
            let message = "Forbidden: additionalProperties and properties are mutual exclusive"
            add("FieldValueForbidden", joined(path, "additionalProperties"), message, additional)
        }
        if let flag = node["x-kubernetes-preserve-unknown-fields"], flag == false {
            let field = joined(path, "x-kubernetes-preserve-unknown-fields")
            add("FieldValueInvalid", field, "Invalid value: false: must be true or undefined", flag)
        }
        if let pattern = node["pattern"]?.string, !SchemaPattern.isValid(pattern) {
            let message = "Invalid value: \(JSONWriter.text(Node(pattern))): must be a valid regular expression"
            add("FieldValueInvalid", joined(path, "pattern"), message, node["pattern"] ?? node)
        }
    }

    private mutating func checkType(_ node: Node, _ path: String, isRoot: Bool) {
        let type = node["type"]?.string ?? ""
        let known = ["array", "boolean", "integer", "number", "object", "string"]
        if !type.isEmpty, !known.contains(type) {
            let values = known.map { "\"\($0)\"" }.joined(separator: ", ")
            let message = "Unsupported value: \"\(type)\": supported values: \(values)"
            add("FieldValueNotSupported", joined(path, "type"), message, node["type"] ?? node)
        }
        let keepsUnknown = node["x-kubernetes-preserve-unknown-fields"] == true
        if type.isEmpty, node["$ref"] == nil, !isIntOrString(node), !keepsUnknown {
            let place = isRoot ? "at the root" : path.hasSuffix("items") ? "for specified array items" : nil
            let message = "Required value: must not be empty \(place ?? "for specified object fields")"
            add("FieldValueRequired", joined(path, "type"), message, node)
        }
        if type == "array", node["items"] == nil {
            add("FieldValueRequired", joined(path, "items"), "Required value: must be specified", node)
        }
        let isEmpty = node["properties"]?.mapping?.isEmpty ?? true
        if node["x-kubernetes-embedded-resource"] == true, isEmpty, !keepsUnknown {
            let message =
                "Required value: must not be empty if x-kubernetes-embedded-resource is true without "
                + "x-kubernetes-preserve-unknown-fields"
            add("FieldValueRequired", joined(path, "properties"), message, node)
        }
    }

    private mutating func checkList(_ node: Node, _ path: String) {
        guard let type = node["x-kubernetes-list-type"] else { return }
        let field = joined(path, "x-kubernetes-list-type")
        guard let listType = ListType(rawValue: type.string ?? "") else {
            let message =
                "Unsupported value: \(JSONWriter.text(type)): supported values: \"atomic\", \"set\", \"map\""
            return add("FieldValueNotSupported", field, message, type)
        }
        switch listType {
        case .atomic: break
        case .set:
            let item = node["items"]
            let needsAtomic =
                item?["type"] == "object"
                ? "x-kubernetes-map-type" : item?["type"] == "array" ? "x-kubernetes-list-type" : nil
            guard let needsAtomic, item?[needsAtomic] != "atomic" else { return }
            let shown = item?[needsAtomic].map { JSONWriter.text($0) } ?? "null"
            let message =
                "Invalid value: \(shown): must be atomic as item of a list with x-kubernetes-list-type=set"
            add("FieldValueInvalid", joined(path, "items.\(needsAtomic)"), message, item ?? node)
        case .map: checkKeys(node, path)
        }
    }

    private mutating func checkKeys(_ node: Node, _ path: String) {
        let keys = node["x-kubernetes-list-map-keys"]
        let field = joined(path, "x-kubernetes-list-map-keys")
        guard let names = keys?.elements.compactMap(\.string), !names.isEmpty else {
            let message = "Required value: must not be empty if x-kubernetes-list-type is map"
            return add("FieldValueRequired", field, message, node)
        }
        let properties = node[path: "items", "properties"]
        guard names.allSatisfy({ properties?[$0] != nil }) else {
            let shown = JSONWriter.text(keys ?? [])
            let message = "Invalid value: \(shown): entries must all be names of item properties"
            return add("FieldValueInvalid", field, message, keys ?? node)
        }
        let required = node[path: "items", "required"]?.elements.compactMap(\.string) ?? []
        for name in names where properties?[name]?["default"] == nil && !required.contains(name) {
            let message =
                "Required value: this property is in x-kubernetes-list-map-keys, so it must have a default or be a "
                + "required property"
            add("FieldValueRequired", joined(path, "items.properties[\(name)].default"), message, node)
        }
    }

    /// A default must itself be valid and pruned.
    private mutating func checkDefault(_ node: Node, _ path: String) {
        guard let value = node["default"], let schema = try? Schema(openAPI: node) else { return }
        let field = joined(path, "default")
        var checker = SchemaChecker(options: SchemaCheckOptions())
        checker.check(value, schema)
        for violation in checker.violations where violation.kind != .unknownField {
            add(violation.reason, field, violation.message, value)
        }
        if checker.violations.contains(where: { $0.kind == .unknownField }) {
            let shown = JSONWriter.text(value, sortKeys: true)
            add("FieldValueInvalid", field, "Invalid value: \(shown): must not have unknown fields", value)
        }
    }

    private mutating func checkRules(_ node: Node, _ path: String, isRoot: Bool) {
        guard node["x-kubernetes-validations"]?.elements.isEmpty == false, let schema = try? Schema(openAPI: node)
        else {
            return
        }
        for problem in ruleProblems(of: schema, isRoot: isRoot || schema.isEmbeddedResource) {
            let field = joined(path, "x-kubernetes-validations[\(problem.index)].\(problem.field)")
            let place = node["x-kubernetes-validations"]?[problem.index]?[problem.field] ?? node
            let message = "Invalid value: \(JSONWriter.text(Node(problem.text))): \(problem.message)"
            add("FieldValueInvalid", field, message, place)
            problems[problems.count - 1].isOfRule = true
        }
    }

    /// Inside of `anyOf` and its like there is nothing that changes the structure.
    private mutating func checkPart(_ node: Node, _ path: String, isIntOrString: Bool) {
        for field in ["type", "default", "nullable", "description", "additionalProperties"] where node[field] != nil {
            if field == "type", isIntOrString { continue }
            add("FieldValueForbidden", joined(path, field), "Forbidden: must be empty to be structural", node)
        }
        for entry in node["properties"]?.entries ?? [] {
            checkPart(entry.value, joined(path, "properties[\(entry.key)]"), isIntOrString: false)
        }
        if let items = node["items"] { checkPart(items, joined(path, "items"), isIntOrString: false) }
        for keyword in ["allOf", "anyOf", "oneOf"] {
            for (index, part) in (node[keyword]?.elements ?? []).enumerated() {
                checkPart(part, joined(path, "\(keyword)[\(index)]"), isIntOrString: isIntOrString)
            }
        }
        if let part = node["not"] { checkPart(part, joined(path, "not"), isIntOrString: false) }
    }

    private func isIntOrString(_ node: Node) -> Bool { node["x-kubernetes-int-or-string"] == true }

    private func joined(_ path: String, _ field: String) -> String { path.isEmpty ? field : "\(path).\(field)" }
}
