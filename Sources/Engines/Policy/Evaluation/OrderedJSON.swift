internal import Rego

/// JSON whose members keep the order in which they were given, for people who read along with OPA's output.
indirect enum OrderedJSON {
    case value(RegoValue)
    case list([OrderedJSON])
    case members([(String, OrderedJSON)])

    /// On several lines, two spaces deeper on each level.
    var text: String { text(indent: "") }

    private func text(indent: String) -> String {
        let inner = indent + "  "
        switch self {
        case .value(let value): return String(value.json(prefix: indent, indent: "  ").dropFirst(indent.count))
        case .list(let elements):
            if elements.isEmpty { return "[]" }
            return "[\n" + elements.map { inner + $0.text(indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
        case .members(let members):
            if members.isEmpty { return "{}" }
            let lines = members.map { "\(inner)\(RegoValue.string($0.0).json): \($0.1.text(indent: inner))" }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
        }
    }
}
