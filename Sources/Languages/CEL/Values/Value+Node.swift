package import Tree

extension Value {
    /// What stands in an object, as its schema says that it is.
    ///
    /// - Throws: what is wrong with it, in Kubernetes' words.
    package init(_ node: Node, as shape: DataShape) throws(EvaluationError) {
        if case .null = node.value {
            guard shape.isNullable else {
                throw EvaluationError("invalid data, got null for schema with nullable=false")
            }
            self = .null
            return
        }
        if let problem = shape.problem, case .mapping = node.value { throw EvaluationError(problem) }
        switch (shape.form, node.value) {
        case (.object, .mapping(let mapping)), (.map, .mapping(let mapping)):
            self = .map(MapValue(mapping, as: shape))
        case (.list(let element, let kind), .sequence(let items)):
            self = .list(ListValue(items, of: element, kind: kind))
        case (.string, .string(let text)): self = .string(text)
        case (.integer, .integer(let number)), (.intOrString, .integer(let number)): self = .int(number)
        case (.intOrString, .string(let text)): self = .string(text)
        case (.number, let value) where value.number != nil: self = .double(value.number ?? 0)
        case (.boolean, .bool(let flag)): self = .bool(flag)
        case (.unknown, _): self = .preserved(node)
        case (.invalid(let message), _): throw EvaluationError(message)
        case (_, .string(let text)): self = try Value(formatted: text, as: shape.form)
        default: throw EvaluationError(Self.mismatch(node, shape.form))
        }
    }

    /// A text that stands for another type.
    private init(formatted text: String, as form: DataShape.Form) throws(EvaluationError) {
        switch form {
        case .duration:
            guard let value = CEL.duration(lenient: text) else {
                throw EvaluationError("Invalid duration \(text): unable to parse \"\(text)\" as duration")
            }
            self = .duration(value)
        case .date:
            guard text.utf8.count == 10, let moment = Moment(text + "T00:00:00Z") else {
                throw EvaluationError("Invalid date formatted string \(text)")
            }
            self = .timestamp(moment)
        case .dateTime:
            guard let moment = Moment(text) else {
                throw EvaluationError("Invalid date-time formatted string \(text)")
            }
            self = .timestamp(moment)
        case .bytes:
            guard let bytes = base64Decoded(text) else {
                throw EvaluationError("Invalid byte formatted string \(text)")
            }
            self = .bytes(bytes)
        default: throw EvaluationError(Self.mismatch(Node(text), form))
        }
    }

    private static func mismatch(_ node: Node, _ form: DataShape.Form) -> String {
        switch form {
        case .object, .map: "invalid data, expected a map for the provided schema with type=object"
        case .list: "invalid data, expected an array for the provided schema with type=array"
        case .intOrString: "invalid data, expected XIntOrString value to be either a string or integer"
        case .number: "invalid data, expected float, got \(node.goType)"
        case .integer: "invalid data, expected int, got \(node.goType)"
        case .boolean: "invalid data, expected bool, got \(node.goType)"
        default: "invalid data, expected string, got \(node.goType)"
        }
    }
}

extension Node {
    /// What Kubernetes holds such a value in.
    fileprivate var goType: String {
        switch value {
        case .null: "<nil>"
        case .bool: "bool"
        case .integer: "int64"
        case .unsigned, .float: "float64"
        case .string: "string"
        case .sequence: "[]interface {}"
        case .mapping: "map[string]interface {}"
        }
    }
}

extension Value {
    /// What stands in an object of which no schema is known: each value has the type of its text, as in an admission policy.
    ///
    /// - Throws: never for what a reader gives, whose keys are different.
    package init(untyped node: Node) throws(EvaluationError) {
        switch node.value {
        case .null: self = .null
        case .bool(let flag): self = .bool(flag)
        case .integer(let number): self = .int(number)
        case .unsigned(let number): self = .uint(number)
        case .float(let number): self = .double(number)
        case .string(let text): self = .string(text)
        case .sequence(let elements):
            var values: [Value] = []
            for element in elements { values.append(try Value(untyped: element)) }
            self = .list(ListValue(values))
        case .mapping(let mapping):
            var entries: [(Value, Value)] = []
            for entry in mapping.entries { entries.append((.string(entry.key), try Value(untyped: entry.value))) }
            self = .map(try MapValue(entries))
        }
    }

    /// A map with texts as keys.
    package init(members: [(String, Value)]) throws(EvaluationError) {
        var map = MapValue()
        for (name, value) in members { try map.insert(.string(name), value) }
        self = .map(map)
    }
}
