internal import Tree

/// The part of kubectl's JSONPath that printer columns use: `.spec.hosts`, `.metadata.annotations.a\.b`, `['key']`, `[0]`,
/// `[*]` and `[?(@.type=="Ready")]`.
struct JSONPath: Sendable {
    private enum Step {
        case key(String)
        case index(Int)
        case all
        case filter(path: [String], value: String)
    }

    private let steps: [Step]

    init(_ text: String) {
        var steps: [Step] = []
        var rest = text[...]
        if rest.hasPrefix("{"), rest.hasSuffix("}") { rest = rest.dropFirst().dropLast() }
        if rest.hasPrefix("$") { rest = rest.dropFirst() }
        while let first = rest.first {
            if first == "[", let end = rest.firstIndex(of: "]") {
                steps.append(Self.bracket(rest[rest.index(after: rest.startIndex)..<end]))
                rest = rest[rest.index(after: end)...]
            } else {
                if first == "." { rest = rest.dropFirst() }
                let (key, remaining) = Self.key(rest)
                if !key.isEmpty { steps.append(key == "*" ? .all : .key(key)) }
                guard remaining.startIndex > rest.startIndex || first == "." else { break }
                rest = remaining
            }
        }
        self.steps = steps
    }

    private static func key(_ text: Substring) -> (String, Substring) {
        var key = ""
        var rest = text
        while let character = rest.first, character != ".", character != "[" {
            rest = rest.dropFirst()
            if character == "\\", let escaped = rest.first {
                key.append(escaped)
                rest = rest.dropFirst()
            } else {
                key.append(character)
            }
        }
        return (key, rest)
    }

    private static func bracket(_ text: Substring) -> Step {
        if text == "*" { return .all }
        if let index = Int(text) { return .index(index) }
        let quotes: Set<Character> = ["'", "\""]
        if text.hasPrefix("?(@."), text.hasSuffix(")"), let sign = text.firstRange(of: "==") {
            let path = text[text.index(text.startIndex, offsetBy: 4)..<sign.lowerBound].split(separator: ".")
            let value = text[sign.upperBound...].dropLast().filter { !quotes.contains($0) && $0 != " " }
            return .filter(path: path.map { $0.filter { $0 != " " } }, value: value)
        }
        return .key(text.filter { !quotes.contains($0) })
    }

    /// All nodes that the path names, in order.
    func find(in root: Node) -> [Node] {
        var nodes = [root]
        for step in steps {
            nodes = nodes.flatMap { node -> [Node] in
                switch step {
                case .key(let key): node[key].map { [$0] } ?? []
                case .index(let index): node[index < 0 ? node.elements.count + index : index].map { [$0] } ?? []
                case .all: node.sequence ?? node.entries.map(\.value)
                case .filter(let path, let value): node.elements.filter { $0.at(path)?.string == value }
                }
            }
        }
        return nodes
    }
}
