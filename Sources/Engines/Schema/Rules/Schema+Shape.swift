import CEL

extension Schema {
    /// How expressions see what this schema describes.
    ///
    /// - Parameter isRoot: Of a whole object, which has `apiVersion`, `kind` and the names in `metadata` in any case.
    func shape(isRoot: Bool) -> DataShape { isRoot ? cache.rootShape(self) : cache.shape(self) }

    /// The same without a cache.
    func makeShape(isRoot: Bool) -> DataShape {
        let bounds = bounds(isRoot: isRoot)
        if isIntOrString { return DataShape(.intOrString, isNullable: isNullable, bounds: bounds) }
        return DataShape(form(isRoot: isRoot), isNullable: isNullable, problem: isRoot ? nil : problem, bounds: bounds)
    }

    /// An object of which nothing is declared cannot be read.
    private var problem: String? {
        guard type == .object, properties.isEmpty, !preservesUnknownFields, !isEmbeddedResource else { return nil }
        if case .schema = additionalProperties { return nil }
        return "invalid object type, expected either Properties or AdditionalProperties with Allows=true and non-empty "
            + "Schema"
    }

    private func form(isRoot: Bool) -> DataShape.Form {
        switch type {
        case .object: objectForm(isRoot: isRoot)
        case .array:
            items.map { .list($0.shape(isRoot: $0.isEmbeddedResource), listKind) }
                ?? .invalid("invalid array type, expected Items with a non-empty Schema")
        case .string: stringForm
        case .number: .number
        case .integer: .integer
        case .boolean: .boolean
        case .any:
            preservesUnknownFields
                ? .unknown
                : .invalid(
                    "invalid type, expected object, array, number, integer, boolean or string, or no type with "
                        + "x-kubernetes-int-or-string or x-kubernetes-preserve-unknown-fields is true, got ")
        }
    }

    private func objectForm(isRoot: Bool) -> DataShape.Form {
        if properties.isEmpty, !isRoot, case .schema(let element) = additionalProperties {
            return .map(element.shape(isRoot: element.isEmbeddedResource))
        }
        var fields = properties.map { DataField($0.name, $0.schema.shape(isRoot: $0.schema.isEmbeddedResource)) }
        if isRoot, !declaresObjectFields {
            let text = DataShape(.string, bounds: DataBounds(maxSize: 3 * 1024 * 1024 - 2, minBytes: 2))
            fields.removeAll { ["apiVersion", "kind", "metadata"].contains($0.name) }
            fields += [
                DataField("kind", text), DataField("apiVersion", text),
                DataField("metadata", DataShape(.object([DataField("name", text), DataField("generateName", text)]))),
            ]
        }
        return .object(fields)
    }

    /// Whether the schema itself says what every object has.
    private var declaresObjectFields: Bool {
        func declared(_ name: String) -> Schema? { properties.first { $0.name == name }?.schema }
        guard declared("kind")?.type == .string, declared("apiVersion")?.type == .string,
            let metadata = declared("metadata")
        else { return false }
        let names = metadata.properties.filter { $0.schema.type == .string }.map(\.name)
        return metadata.type == .object && names.contains("name") && names.contains("generateName")
    }

    private var listKind: ListKind {
        switch listType {
        case .set: .set
        case .map: .keyed(listMapKeys)
        case .atomic, nil: .atomic
        }
    }

    private var stringForm: DataShape.Form {
        switch format {
        case "byte": .bytes
        case "duration": .duration
        case "date": .date
        case "date-time": .dateTime
        default: .string
        }
    }
}
