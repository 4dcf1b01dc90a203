internal import Diagnostics
internal import Schema
internal import Tree
internal import Validation

/// What the catalogue says about a kind or a field of it: `VirtualService.spec.http.retries`. Lists are passed through.
struct FieldExplanation {
    private let definition: ResourceDefinition
    private let version: ResourceDefinition.Version
    private let path: [String]
    private let schema: Schema

    static var kinds: [String] { SchemaStation.builtInDefinitions.map(\.kind) }

    /// Nil when the first word is no kind.
    ///
    /// - Throws: `CommandError` with the nearest name when there is no such field.
    init?(_ text: String) throws {
        var words = text.split(separator: ".").map(String.init)
        guard let kind = words.first?.lowercased(),
            let definition = SchemaStation.builtInDefinitions.first(where: { definition in
                [definition.kind, definition.plural, definition.singular].contains { $0.lowercased() == kind }
                    || definition.shortNames.contains(kind)
            }), let version = definition.storageVersion ?? definition.servedVersions.first
        else { return nil }
        words.removeFirst()
        self.definition = definition
        self.version = version
        path = words
        var schema = version.schema.asObject
        for (index, word) in words.enumerated() {
            let names = word.hasSuffix("[]") ? String(word.dropLast(2)) : word
            guard let next = Self.content(of: schema).member(names) else {
                let known = Self.content(of: schema).properties.map(\.name)
                let parent = ([definition.kind] + words[..<index]).joined(separator: ".")
                let near = nearestName(to: names, among: known).map { "; did you mean \"\($0)\"?" } ?? ""
                throw CommandError("\(parent) has no field \"\(names)\"\(near)")
            }
            schema = next
        }
        self.schema = schema
    }

    private static func content(of schema: Schema) -> Schema {
        var schema = schema
        while let items = schema.items { schema = items }
        return schema
    }

    var text: String {
        var lines = ["\(([definition.kind] + path).joined(separator: "."))  \(Self.type(of: schema))"]
        if path.isEmpty {
            let versions = definition.servedVersions.map {
                "\(definition.group.isEmpty ? "" : definition.group + "/")\($0.name)"
            }
            lines.append(
                "  served as \(versions.joined(separator: ", ")); \(definition.isNamespaced ? "in a namespace" : "without a namespace")"
            )
        }
        lines += facts(of: schema).map { "  \($0)" }
        let content = Self.content(of: schema)
        if !content.properties.isEmpty {
            lines += ["", "Fields:"]
            let width = content.properties.map(\.name.count).max() ?? 0
            for property in content.properties {
                let name = property.name + String(repeating: " ", count: width - property.name.count)
                let mark = content.required.contains(property.name) ? "  required" : ""
                lines.append("  \(name)  \(Self.type(of: property.schema))\(mark)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func type(of schema: Schema) -> String {
        if schema.isIntOrString { return "integer or string" }
        if let items = schema.items { return "list of \(type(of: items))" }
        if case .schema(let values) = schema.additionalProperties { return "map of \(type(of: values))" }
        if schema.type == .any { return "any value" }
        return schema.type.rawValue + (schema.format.map { " (\($0))" } ?? "")
    }

    /// The limits of the field itself and of its elements.
    private func facts(of schema: Schema) -> [String] {
        var facts: [String] = []
        if let values = schema.allowedValues {
            facts.append("one of \(values.map { JSONWriter.text($0) }.joined(separator: ", "))")
        }
        if let value = schema.defaultValue { facts.append("default \(JSONWriter.text(value))") }
        if let pattern = schema.pattern { facts.append("matches \(pattern)") }
        func bound(_ low: String?, _ high: String?, _ what: String) {
            switch (low, high) {
            case (let low?, let high?): facts.append("\(low) to \(high)\(what)")
            case (let low?, nil): facts.append("at least \(low)\(what)")
            case (nil, let high?): facts.append("at most \(high)\(what)")
            case (nil, nil): break
            }
        }
        func spelled(_ number: Double?) -> String? { number.map { JSONWriter.text(Node(.float($0))) } }
        bound(spelled(schema.minimum), spelled(schema.maximum), "")
        bound(schema.minLength.map(String.init), schema.maxLength.map(String.init), " characters")
        bound(schema.minItems.map(String.init), schema.maxItems.map(String.init), " elements")
        bound(schema.minProperties.map(String.init), schema.maxProperties.map(String.init), " keys")
        if schema.listType == .map {
            facts.append("elements are told apart by \(schema.listMapKeys.joined(separator: ", "))")
        }
        if let items = schema.items { facts += self.facts(of: items).map { "each element: \($0)" } }
        return facts + schema.validations.map { "rule: \($0.message ?? $0.rule)" }
    }
}
