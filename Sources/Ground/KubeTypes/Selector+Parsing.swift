extension Selector {
    /// Reads `a=b,c!=d,e in (f,g),h notin (i),j,!k,l>1`, by the grammar of Kubernetes and with its words for what is
    /// wrong.
    package init(parsing text: String) throws(ParseError) {
        var parser = SelectorParser(text)
        self.init(try parser.requirements())
    }
}

/// The words of a selector: signs, and what stands between signs and blanks.
private struct SelectorParser {
    private var words: [String]

    init(_ text: String) {
        words = []
        var rest = text[...]
        while let first = rest.first {
            if first.isWhitespace {
                rest = rest.dropFirst()
            } else if let sign = Self.signs.first(where: rest.hasPrefix) {
                words.append(sign)
                rest = rest.dropFirst(sign.count)
            } else {
                let word = rest.prefix { character in
                    !character.isWhitespace && !Self.signs.contains { $0.first == character }
                }
                words.append(String(word))
                rest = rest.dropFirst(word.count)
            }
        }
    }

    /// The longer ones first.
    private static let signs = ["==", "!=", "=", "!", "(", ")", ",", ">", "<"]

    mutating func requirements() throws(Selector.ParseError) -> [Selector.Requirement] {
        var requirements: [Selector.Requirement] = []
        guard !words.isEmpty else { return [] }
        guard isWord || next == "!" else { throw unexpected(", expected: !, identifier, or 'end of string'") }
        while true {
            do throws(Selector.ParseError) { requirements.append(try requirement()) } catch {
                throw Selector.ParseError(description: "unable to parse requirement: \(error)")
            }
            if words.isEmpty { return requirements }
            guard next == "," else { throw unexpected(", expected: ',' or 'end of string'") }
            words.removeFirst()
            guard isWord || next == "!" else { throw unexpected(", expected: identifier after ','") }
        }
    }

    private mutating func requirement() throws(Selector.ParseError) -> Selector.Requirement {
        let isNegated = next == "!"
        if isNegated { words.removeFirst() }
        let key = try word(", expected: identifier")
        if let rule = brokenLabelKeyRule(key) {
            throw Selector.ParseError(description: "<nil>: Invalid value: \"\(key)\": \(rule)")
        }
        if isNegated { return Selector.Requirement(key: key, condition: .doesNotExist) }
        if words.isEmpty || next == "," { return Selector.Requirement(key: key, condition: .exists) }
        let sign = next
        guard ["=", "==", "!=", ">", "<", "in", "notin"].contains(sign) else {
            throw unexpected(", expected: in, notin, =, ==, !=, gt, lt")
        }
        words.removeFirst()
        return Selector.Requirement(key: key, condition: try condition(sign))
    }

    private mutating func condition(_ sign: String) throws(Selector.ParseError) -> Selector.Operator {
        if sign == "in" || sign == "notin" {
            let values = try self.values()
            for (index, value) in values.enumerated() { try check(value, index) }
            return sign == "in" ? .isIn(values) : .notIn(values)
        }
        let value = words.isEmpty || next == "," ? "" : try word(", expected: identifier")
        guard sign == ">" || sign == "<" else {
            try check(value, 0)
            return sign == "!=" ? .notEquals(value) : .equals(value)
        }
        guard let bound = Int(value) else {
            throw Selector.ParseError(
                description:
                    "values[0]: Invalid value: \"\(value)\": for 'Gt', 'Lt' operators, the value must be an integer")
        }
        return sign == ">" ? .greater(bound) : .less(bound)
    }

    private mutating func values() throws(Selector.ParseError) -> [String] {
        guard next == "(" else { throw unexpected(" expected: '('") }
        words.removeFirst()
        guard isWord || next == "," || next == ")" else { throw unexpected(", expected: ',', ')' or identifier") }
        var values: [String] = [""]
        while next != ")" {
            if next == "," {
                words.removeFirst()
                values.append("")
            } else {
                guard isWord, values.last == "" else { throw unexpected(", expected: ',' or ')'") }
                values[values.count - 1] = words.removeFirst()
            }
        }
        words.removeFirst()
        return values
    }

    private func check(_ value: String, _ index: Int) throws(Selector.ParseError) {
        if let rule = brokenLabelValueRule(value) {
            throw Selector.ParseError(description: "values[\(index)]: Invalid value: \"\(value)\": \(rule)")
        }
    }

    private mutating func word(_ expected: String) throws(Selector.ParseError) -> String {
        guard isWord else { throw unexpected(expected) }
        return words.removeFirst()
    }

    private var next: String { words.first ?? "" }

    private var isWord: Bool { !words.isEmpty && !Self.signs.contains(next) }

    private func unexpected(_ expected: String) -> Selector.ParseError {
        Selector.ParseError(description: "found '\(next)'\(expected)")
    }
}
