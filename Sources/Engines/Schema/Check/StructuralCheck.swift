internal import Diagnostics
package import Tree

/// What keeps `node`, an `openAPIV3Schema`, from being a structural schema (Kubernetes, "Extend the Kubernetes API with
/// CustomResourceDefinitions", section "Specifying a structural schema"), in Kubernetes' words.
///
/// Rules in CEL must compile, and what they cost at most must stay below the limits of Kubernetes.
///
/// - Parameter root: How messages name the schema itself.
package func structuralProblems(
    ofSchema node: Node, root: String = "spec.validation.openAPIV3Schema"
) -> [StructuralProblem] {
    var check = StructuralCheck(root: root)
    if let type = node["type"]?.string, type != "object" {
        check.add("FieldValueInvalid", "type", "Invalid value: \"\(type)\": must be object at the root", node)
    } else {
        check.checkRoot(node)
        check.check(node, "", RuleScope(), isRoot: true)
        check.checkSum(node)
    }
    return check.problems
}

struct StructuralCheck {
    /// How messages name the schema itself.
    let root: String
    var problems: [StructuralProblem] = []
    /// What the rules that were looked at cost at most.
    var costs = RuleCostSum()

    init(root: String) { self.root = root }

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

    mutating func check(_ node: Node, _ path: String, _ scope: RuleScope, isRoot: Bool = false) {
        let before = structureCount
        checkKeywords(node, path)
        checkType(node, path, isRoot: isRoot)
        checkList(node, path)
        checkDefault(node, path)
        let field = scope.inField(of: node, at: described(path))
        for entry in node["properties"]?.entries ?? [] {
            check(entry.value, joined(path, "properties[\(entry.key)]"), field)
        }
        if let items = node["items"], items.mapping != nil {
            check(items, joined(path, "items"), scope.inItem(of: node, at: described(path)))
        }
        if let schema = node["additionalProperties"], schema.mapping != nil {
            check(schema, joined(path, "additionalProperties"), field)
        }
        for keyword in ["allOf", "anyOf", "oneOf"] {
            for (index, part) in (node[keyword]?.elements ?? []).enumerated() {
                checkPart(part, joined(path, "\(keyword)[\(index)]"), isIntOrString: isIntOrString(node))
            }
        }
        if let part = node["not"] { checkPart(part, joined(path, "not"), isIntOrString: false) }
        let rules = node["x-kubernetes-validations"]?.elements ?? []
        guard !rules.isEmpty else { return }
        for (index, rule) in rules.enumerated() {
            checkRule(rule, of: node, joined(path, "x-kubernetes-validations[\(index)]"))
        }
        // A schema that is wrong has no types for expressions.
        if structureCount == before { checkExpressions(rules, of: node, path, scope, isRoot: isRoot) }
    }

    /// How many problems there are that are not those of an expression.
    private var structureCount: Int { problems.count { $0.blocksExpressions } }

    private func described(_ path: String) -> String { joined(root, path) }

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

    func joined(_ path: String, _ field: String) -> String {
        path.isEmpty ? field : field.isEmpty ? path : "\(path).\(field)"
    }
}
