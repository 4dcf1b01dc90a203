internal import Rego
internal import Tree

/// One thing that a rule says of an object: a text, or an object with `msg`.
struct PolicyMessage {
    var text: String
    /// The field that it is about, from the object's root.
    var path: FieldPath?
    /// What else the rule gave, as JSON.
    var details: String?

    init(text: String) { self.text = text }

    /// Why a value is no message.
    struct Mistake: Error {
        var description: String
    }

    init(_ value: RegoValue) throws(Mistake) {
        switch value {
        case .string(let text): self.text = text
        case .object(let members):
            guard let text = members["msg"]?.text else {
                throw Mistake(description: "an object without a text \"msg\"")
            }
            self.text = text
            var rest = members
            rest.remove(.string("msg"))
            if let path = members["path"], let read = FieldPath(policyPath: path) {
                self.path = read
                rest.remove(.string("path"))
            }
            if let inner = rest["details"], rest.count == 1 {
                details = inner == .object(.empty) ? nil : inner.json
            } else if !rest.isEmpty {
                details = RegoValue.object(rest).json
            }
        default: throw Mistake(description: value.typeName)
        }
    }
}

extension FieldPath {
    /// A path as a policy writes it: `spec.http[0].timeout`, `metadata.labels["app.kubernetes.io/name"]`, a JSON Pointer, or
    /// an array of keys and indices. `input.` may stand before it.
    ///
    /// - Returns: nil for what is no path.
    init?(policyPath value: RegoValue) {
        switch value {
        case .string(let text):
            guard let path = text.hasPrefix("/") ? FieldPath(pointer: text) : FieldPath(dotted: text) else {
                return nil
            }
            self = path
        case .array(let elements):
            var steps: [Step] = []
            for element in elements {
                switch element {
                case .string(let key): steps.append(.key(key))
                case .number(let number):
                    guard let index = number.int, index >= 0 else { return nil }
                    steps.append(.index(index))
                default: return nil
                }
            }
            self.init(steps)
        default: return nil
        }
        if steps.first == .key("input") { steps.removeFirst() }
    }

    private init?(pointer text: String) {
        let parts = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        self.init(
            parts.map { part in
                let key = String(part).replacing("~1", with: "/").replacing("~0", with: "~")
                if let index = Int(key), index >= 0 { return Step.index(index) }
                return Step.key(key)
            })
    }

    private init?(dotted text: String) {
        var steps: [Step] = []
        var rest = text[...]
        while let first = rest.first {
            if first == "[" {
                guard let (step, after) = Self.bracket(rest.dropFirst()) else { return nil }
                steps.append(step)
                rest = after
            } else {
                let key = rest.prefix { $0 != "." && $0 != "[" }
                guard !key.isEmpty else { return nil }
                steps.append(.key(String(key)))
                rest = rest.dropFirst(key.count)
            }
            if rest.first == "." {
                rest = rest.dropFirst()
                if rest.isEmpty { return nil }
            } else if let next = rest.first, next != "[" {
                return nil
            }
        }
        self.init(steps)
    }

    /// What follows `[`: an index, a key in quotes, or a bare key.
    private static func bracket(_ text: Substring) -> (Step, Substring)? {
        if let quote = text.first, quote == "\"" || quote == "'" {
            let key = text.dropFirst().prefix { $0 != quote }
            let after = text.dropFirst(key.count + 2)
            return after.first == "]" ? (.key(String(key)), after.dropFirst()) : nil
        }
        let inner = text.prefix { $0 != "]" }
        guard !inner.isEmpty, inner.count < text.count else { return nil }
        let after = text.dropFirst(inner.count + 1)
        if let index = Int(inner), index >= 0 { return (.index(index), after) }
        return (.key(String(inner)), after)
    }
}

extension Node {
    /// The node at the end of the path, or, where it is missing, the last one on the way that is there.
    func nearest(to path: FieldPath) -> Node {
        var node = self
        for step in path.steps {
            let next: Node? =
                switch step {
                case .key(let key): node[key]
                // The pointer `/spec/ports/80` may mean a key.
                case .index(let index): node[index] ?? node["\(index)"]
                }
            guard let next else { break }
            node = next
        }
        return node
    }
}
