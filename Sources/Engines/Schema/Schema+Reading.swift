package import Diagnostics
package import Tree

extension Schema {
    /// Reads an `openAPIV3Schema` of a CustomResourceDefinition.
    ///
    /// - Throws: `Refused` with a finding for each field that no structural schema has or that has a wrong type.
    package convenience init(openAPI node: Node) throws(Refused) {
        var reader = OpenAPIReader()
        let draft = reader.draft(node, at: FieldPath())
        guard reader.findings.isEmpty else { throw Refused(reader.findings) }
        self.init(draft)
    }
}

/// Reads schemas and goes on after a mistake, so that all mistakes are told at once.
private struct OpenAPIReader {
    var findings: [Finding] = []
    private var depth = 0

    mutating func draft(_ node: Node, at path: FieldPath) -> SchemaDraft {
        var draft = SchemaDraft()
        guard let mapping = node.mapping else {
            report("a schema is an object, not \"\(node.typeName)\"", at: path, node)
            return draft
        }
        guard depth < 100 else {
            report("the schema is more than 100 levels deep", at: path, node)
            return draft
        }
        depth += 1
        defer { depth -= 1 }
        for entry in mapping.entries where !entry.value.isNull {
            read(entry, into: &draft, at: path.appending(entry.key))
        }
        return draft
    }

    private mutating func read(_ entry: Mapping.Entry, into draft: inout SchemaDraft, at path: FieldPath) {
        let value = entry.value
        if readRules(entry.key, value, into: &draft, at: path) { return }
        if readLimits(entry.key, value, into: &draft, at: path) { return }
        if readExtensions(entry.key, value, into: &draft, at: path) { return }
        // Extensions and words for people change nothing.
        if entry.key.hasPrefix("x-") { return }
        if ["title", "example", "externalDocs", "id", "$schema"].contains(entry.key) { return }
        let nearest = nearestName(to: entry.key, among: knownFields)
        findings.append(
            Finding(
                .notStructural, "a schema has no field \"\(path)\"", at: entry.keyPlace,
                hint: nearest.map { "did you mean \"\($0)\"?" }))
    }

    private mutating func readRules(
        _ key: String, _ value: Node, into draft: inout SchemaDraft, at path: FieldPath
    ) -> Bool {
        switch key {
        case "type":
            guard let type = SchemaType(rawValue: string(value, path) ?? "") else {
                report("there is no type \"\(value.string ?? value.typeName)\"", at: path, value)
                return true
            }
            draft.type = type
        case "description": draft.description = string(value, path)
        case "format": draft.format = string(value, path)
        case "nullable": draft.isNullable = bool(value, path)
        case "default": draft.defaultValue = value
        case "properties":
            for entry in mapping(value, path)?.entries ?? [] {
                let schema = Schema(self.draft(entry.value, at: path.appending(entry.key)))
                draft.properties.append(SchemaProperty(entry.key, schema))
            }
        case "required": draft.required = strings(value, path)
        case "additionalProperties":
            draft.additionalProperties =
                value.bool.map(AdditionalProperties.allowed) ?? .schema(Schema(self.draft(value, at: path)))
        case "items": draft.items = Schema(self.draft(value, at: path))
        case "enum": draft.allowedValues = sequence(value, path)
        case "oneOf": draft.oneOf = schemas(value, path)
        case "anyOf": draft.anyOf = schemas(value, path)
        case "allOf": draft.allOf = schemas(value, path)
        case "not": draft.not = Schema(self.draft(value, at: path))
        default: return false
        }
        return true
    }

    private mutating func readLimits(
        _ key: String, _ value: Node, into draft: inout SchemaDraft, at path: FieldPath
    ) -> Bool {
        switch key {
        case "pattern": draft.pattern = string(value, path)
        case "minimum": draft.minimum = number(value, path)
        case "maximum": draft.maximum = number(value, path)
        case "exclusiveMinimum": draft.excludesMinimum = bool(value, path)
        case "exclusiveMaximum": draft.excludesMaximum = bool(value, path)
        case "multipleOf": draft.multipleOf = number(value, path)
        case "minLength": draft.minLength = integer(value, path)
        case "maxLength": draft.maxLength = integer(value, path)
        case "minItems": draft.minItems = integer(value, path)
        case "maxItems": draft.maxItems = integer(value, path)
        case "uniqueItems": draft.requiresUniqueItems = bool(value, path)
        case "minProperties": draft.minProperties = integer(value, path)
        case "maxProperties": draft.maxProperties = integer(value, path)
        default: return false
        }
        return true
    }

    private mutating func readExtensions(
        _ key: String, _ value: Node, into draft: inout SchemaDraft, at path: FieldPath
    ) -> Bool {
        switch key {
        case "x-kubernetes-int-or-string": draft.isIntOrString = bool(value, path)
        case "x-kubernetes-preserve-unknown-fields": draft.preservesUnknownFields = bool(value, path)
        case "x-kubernetes-embedded-resource": draft.isEmbeddedResource = bool(value, path)
        case "x-kubernetes-list-type":
            draft.listType = ListType(rawValue: string(value, path) ?? "")
            // An empty text says nothing.
            if value.string == "" { return true }
            if draft.listType == nil { report("\"\(path)\" is atomic, set or map", at: path, value) }
        case "x-kubernetes-list-map-keys": draft.listMapKeys = strings(value, path)
        case "x-kubernetes-map-type":
            draft.mapType = MapType(rawValue: string(value, path) ?? "")
            if draft.mapType == nil { report("\"\(path)\" is granular or atomic", at: path, value) }
        case "x-kubernetes-validations":
            for (index, rule) in sequence(value, path).enumerated() {
                if let rule = self.rule(rule, at: path.appending(index)) { draft.validations.append(rule) }
            }
        default: return false
        }
        return true
    }

    private mutating func rule(_ node: Node, at path: FieldPath) -> ValidationRule? {
        guard let rule = node["rule"]?.string else {
            report("a validation needs a \"rule\"", at: path, node)
            return nil
        }
        return ValidationRule(
            rule: rule, message: node["message"]?.string, messageExpression: node["messageExpression"]?.string,
            reason: node["reason"]?.string, fieldPath: node["fieldPath"]?.string,
            optionalOldSelf: node["optionalOldSelf"]?.bool)
    }

    // MARK: Values of the wanted type, or a finding

    private mutating func string(_ node: Node, _ path: FieldPath) -> String? {
        if node.string == nil { wrongType("a string", node, path) }
        return node.string
    }

    private mutating func bool(_ node: Node, _ path: FieldPath) -> Bool {
        if node.bool == nil { wrongType("true or false", node, path) }
        return node.bool ?? false
    }

    private mutating func integer(_ node: Node, _ path: FieldPath) -> Int? {
        if node.integer == nil { wrongType("a whole number", node, path) }
        return node.integer
    }

    private mutating func number(_ node: Node, _ path: FieldPath) -> Double? {
        if node.value.number == nil { wrongType("a number", node, path) }
        return node.value.number
    }

    private mutating func sequence(_ node: Node, _ path: FieldPath) -> [Node] {
        if node.sequence == nil { wrongType("a list", node, path) }
        return node.elements
    }

    private mutating func mapping(_ node: Node, _ path: FieldPath) -> Mapping? {
        if node.mapping == nil { wrongType("an object", node, path) }
        return node.mapping
    }

    private mutating func strings(_ node: Node, _ path: FieldPath) -> [String] {
        let elements = sequence(node, path)
        var strings: [String] = []
        for (index, element) in elements.enumerated() {
            if let text = string(element, path.appending(index)) { strings.append(text) }
        }
        return strings
    }

    private mutating func schemas(_ node: Node, _ path: FieldPath) -> [Schema] {
        let elements = sequence(node, path)
        var schemas: [Schema] = []
        for (index, element) in elements.enumerated() {
            schemas.append(Schema(draft(element, at: path.appending(index))))
        }
        return schemas
    }

    private mutating func wrongType(_ wanted: String, _ node: Node, _ path: FieldPath) {
        report("\"\(path)\" must be \(wanted), not \"\(node.typeName)\"", at: path, node)
    }

    private mutating func report(_ message: String, at path: FieldPath, _ node: Node) {
        findings.append(Finding(.notStructural, message, at: node.place))
    }
}

private let knownFields = [
    "type", "description", "format", "nullable", "default", "properties", "required", "additionalProperties", "items",
    "enum", "oneOf", "anyOf", "allOf", "not", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
    "multipleOf", "minLength", "maxLength", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties",
]
