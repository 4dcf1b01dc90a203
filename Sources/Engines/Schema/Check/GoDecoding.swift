internal import KubeTypes
package import Tree

/// What Kubernetes' decoder says first of an object that does not fit the Go type of its kind, or nil: types, Base64 and
/// times. Unknown fields are no part of this.
///
/// - Parameter kind: The name of the type, for the message.
package func goProblem(in value: Node, kind: String, _ schema: Schema) -> String? {
    GoDecoding(owner: kind).problem(in: value, schema, path: "")
}

private struct GoDecoding {
    /// The struct that the path begins in.
    var owner: String

    func problem(in value: Node, _ schema: Schema, path: String) -> String? {
        if schema.isIntOrString { return nil }
        switch (value.value, schema.type) {
        case (.null, _), (_, .any): return nil
        case (.mapping, .object): return problemInMembers(of: value, schema, path: path)
        case (.sequence(let items), .array):
            guard let item = schema.items else { return nil }
            return items.lazy.compactMap { problem(in: $0, item, path: path) }.first
        case (.string(let text), .string): return schema.format.flatMap { problem(inText: text, schema, format: $0) }
        case (.bool, .boolean), (.integer, .integer), (.integer, .number), (.unsigned, .number), (.float, .number):
            return nil
        default:
            return
                "json: cannot unmarshal \(jsonType(of: value)) into Go struct field \(owner).\(path) of type \(goType(of: schema))"
        }
    }

    private func problemInMembers(of value: Node, _ schema: Schema, path: String) -> String? {
        for entry in value.entries {
            guard let member = schema.member(entry.key) else { continue }
            let isField = schema.property(entry.key) != nil
            let below = isField ? (path.isEmpty ? entry.key : "\(path).\(entry.key)") : path
            let decoding = entry.key == "metadata" && path.isEmpty ? GoDecoding(owner: "ObjectMeta") : self
            if let problem = decoding.problem(in: entry.value, member, path: below) { return problem }
        }
        return nil
    }

    private func problem(inText text: String, _ schema: Schema, format: String) -> String? {
        switch format {
        case "byte": base64Problem(text)
        case "date-time": timeProblem(text, isMicro: schema.isMicroTime)
        default: nil
        }
    }

    private func base64Problem(_ text: String) -> String? {
        let bytes = text.utf8.filter { $0 != 0x0A && $0 != 0x0D }
        let body = bytes.prefix { isBase64($0) }
        let rest = bytes.dropFirst(body.count)
        let padding = rest.allSatisfy { $0 == UInt8(ascii: "=") } ? rest.count : 3
        let fits = (body.count + padding) % 4 == 0 && padding <= 2 && body.count % 4 != 1
        return fits ? nil : "illegal base64 data at input byte \(body.count)"
    }

    private func isBase64(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
            true
        default: false
        }
    }

    private func timeProblem(_ text: String, isMicro: Bool) -> String? {
        let layout = isMicro ? "2006-01-02T15:04:05.000000Z07:00" : "2006-01-02T15:04:05Z07:00"
        guard Timestamp(text) != nil else {
            return "parsing time \"\(text)\" as \"\(layout)\": cannot parse \"\(text)\" as \"2006\""
        }
        guard isMicro else { return nil }
        let rest = text.dropFirst(19)
        let digits = rest.dropFirst().prefix { $0.isNumber }
        if rest.first == ".", digits.count == 6 { return nil }
        return "parsing time \"\(text)\" as \"\(layout)\": cannot parse \"\(rest)\" as \".000000\""
    }

    private func jsonType(of value: Node) -> String {
        switch value.value {
        case .null: "null"
        case .bool: "bool"
        case .integer, .unsigned, .float: "number"
        case .string: "string"
        case .sequence: "array"
        case .mapping: "object"
        }
    }

    private func goType(of schema: Schema) -> String {
        switch schema.type {
        case .string: schema.format == "byte" ? "[]uint8" : schema.format == "date-time" ? "v1.Time" : "string"
        case .integer: schema.format == "int64" ? "int64" : "int32"
        case .number: "float64"
        case .boolean: "bool"
        case .array: "[]\(schema.items.map(goType) ?? "interface {}")"
        case .object:
            if case .schema(let member)? = schema.additionalProperties {
                "map[string]\(goType(of: member))"
            } else {
                "v1.\(schema.componentName?.split(separator: ".").last.map(String.init) ?? owner)"
            }
        case .any: "interface {}"
        }
    }
}

extension Schema {
    /// Whether it is a time with microseconds, which Kubernetes writes and reads in one form alone.
    var isMicroTime: Bool { componentName?.hasSuffix(".MicroTime") == true }
}
