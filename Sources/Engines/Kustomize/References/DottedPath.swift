import Diagnostics
import Tree

/// A path in an object as replacements and variables write it: `spec.containers.[name=app].image`, `spec.ports[0].port`.
/// A backslash makes a dot part of a key; `*` means every element.
struct DottedPath {
    enum Step: Equatable {
        case key(String)
        case index(Int)
        case match(key: String, value: String)
        case every
        case append
    }

    let text: String
    let steps: [Step]

    init(_ text: String) {
        self.text = text
        var steps: [Step] = []
        for part in Self.parts(of: text) { steps.append(contentsOf: Self.steps(of: part)) }
        self.steps = steps
    }

    /// The parts between dots, but not dots in brackets or behind a backslash.
    private static func parts(of text: String) -> [String] {
        var parts: [String] = []
        var part = ""
        var depth = 0
        var isEscaped = false
        for character in text {
            if isEscaped {
                part += character == "." ? "." : "\\\(character)"
                isEscaped = false
                continue
            }
            switch character {
            case "\\": isEscaped = true
            case "[":
                depth += 1
                part.append(character)
            case "]":
                depth -= 1
                part.append(character)
            case "." where depth <= 0:
                parts.append(part)
                part = ""
            default: part.append(character)
            }
        }
        parts.append(part)
        return parts.filter { !$0.isEmpty }
    }

    private static func steps(of part: String) -> [Step] {
        guard let open = part.firstIndex(of: "["), part.hasSuffix("]") else {
            if part == "*" { return [.every] }
            if part == "-" { return [.append] }
            return [Int(part).map(Step.index) ?? .key(part)]
        }
        let inner = String(part[open...].dropFirst().dropLast())
        let head: [Step] = open == part.startIndex ? [] : [.key(String(part[..<open]))]
        if let equals = inner.firstIndex(of: "=") {
            return head + [
                .match(key: String(inner[..<equals]), value: String(inner[inner.index(after: equals)...]))
            ]
        }
        return head + [Int(inner).map(Step.index) ?? .key(inner)]
    }

    private init(steps: some Sequence<Step>, of path: DottedPath) {
        text = path.text
        self.steps = Array(steps)
    }

    /// The path cut in two, at every place from the front on.
    var cuts: [(head: DottedPath, tail: DottedPath)] {
        steps.indices.dropFirst().map {
            (DottedPath(steps: steps[..<$0], of: self), DottedPath(steps: steps[$0...], of: self))
        }
    }

    /// The one node at the path.
    func value(in root: Node) -> Node? {
        var node = root
        for step in steps {
            let next: Node?
            switch step {
            case .key(let key): next = node[key]
            case .index(let index): next = node[index] ?? node[String(index)]
            case .match(let key, let value):
                next = node.elements.first { (key.isEmpty ? $0.scalarText : $0[key]?.scalarText) == value }
            case .every, .append: next = nil
            }
            guard let next else { return nil }
            node = next
        }
        return node
    }

    /// Calls `change` with every node at the path, and says how many there were.
    func visit(
        _ root: inout Node, creating: Bool, _ change: (inout Node) throws(Refused) -> Void
    ) throws(Refused) -> Int {
        try visit(&root, steps[...], creating: creating, change)
    }

    private func visit(
        _ node: inout Node, _ steps: ArraySlice<Step>, creating: Bool, _ change: (inout Node) throws(Refused) -> Void
    ) throws(Refused) -> Int {
        guard let step = steps.first else {
            try change(&node)
            return 1
        }
        let rest = steps.dropFirst()
        let place = node.place
        if creating, node.isNull {
            switch step {
            case .key: node.value = .mapping(Mapping())
            case .match, .append, .index: node.value = .sequence([])
            default: break
            }
        }
        if case .mapping = node.value {
            let key: String
            switch step {
            case .key(let name): key = name
            case .index(let number): key = String(number)
            default: return 0
            }
            return try node.updateMapping { (members: inout Mapping) throws(Refused) in
                if creating, !members.contains(key) { members[key] = Node(.null, at: place) }
                return try members.update(key) { (member: inout Node) throws(Refused) in
                    try visit(&member, rest, creating: creating, change)
                } ?? 0
            } ?? 0
        }
        return try node.updateSequence { (elements: inout [Node]) throws(Refused) in
            var count = 0
            for index in try indices(step, in: &elements, creating: creating, at: place) {
                count += try visit(&elements[index], rest, creating: creating, change)
            }
            return count
        } ?? 0
    }

    private func indices(
        _ step: Step, in elements: inout [Node], creating: Bool, at place: Place
    ) throws(Refused) -> [Int] {
        switch step {
        case .every: return Array(elements.indices)
        case .index(let index):
            if creating, index == elements.count { elements.append(Node(.null, at: place)) }
            return elements.indices.contains(index) ? [index] : []
        case .append:
            elements.append(Node(.null, at: place))
            return [elements.count - 1]
        case .match(let key, let value):
            let pattern = try Pattern(value, at: place)
            let found = elements.indices.filter { index in
                let text = key.isEmpty ? elements[index].scalarText : elements[index][key]?.scalarText
                // Kustomize looks for the pattern anywhere: "[name=a]" means "ba" too.
                return text == value || text.map(creating ? pattern.matches : pattern.isFound) == true
            }
            guard found.isEmpty, creating else { return found }
            elements.append(key.isEmpty ? Node(.string(value), at: place) : [key: Node(value)])
            return [elements.count - 1]
        case .key(let key): return key == "*" ? Array(elements.indices) : []
        }
    }
}
