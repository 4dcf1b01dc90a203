/// A label or field selector: requirements that must all hold (Kubernetes documentation, "Labels and Selectors").
package struct Selector: Hashable, Sendable {
    package enum Operator: Hashable, Sendable {
        case equals(String), notEquals(String), isIn([String]), notIn([String]), exists, doesNotExist
        case greater(Int), less(Int)
    }

    package struct Requirement: Hashable, Sendable {
        package var key: String
        package var condition: Operator

        package init(key: String, condition: Operator) {
            self.key = key
            self.condition = condition
        }
    }

    package var requirements: [Requirement]

    package init(_ requirements: [Requirement] = []) { self.requirements = requirements }

    package var isEmpty: Bool { requirements.isEmpty }

    package func matches(_ labels: [String: String]) -> Bool {
        requirements.allSatisfy { $0.matches(labels[$0.key]) }
    }

    /// Why the text of a selector was refused.
    package struct ParseError: Error, Equatable, CustomStringConvertible {
        package var description: String
    }

    /// Reads `a=b,c!=d,e in (f,g),h notin (i),j,!k,l>1`.
    package init(parsing text: String) throws(ParseError) {
        var requirements: [Requirement] = []
        for part in splitOutsideParentheses(text) {
            requirements.append(try Requirement(parsing: part))
        }
        self.requirements = requirements
    }
}

extension Selector.Requirement {
    fileprivate func matches(_ value: String?) -> Bool {
        switch condition {
        case .equals(let wanted): value == wanted
        case .notEquals(let refused): value != refused
        case .isIn(let wanted): value.map(wanted.contains) ?? false
        case .notIn(let refused): !(value.map(refused.contains) ?? false)
        case .exists: value != nil
        case .doesNotExist: value == nil
        case .greater(let bound): (value.flatMap { Int($0) }).map { $0 > bound } ?? false
        case .less(let bound): (value.flatMap { Int($0) }).map { $0 < bound } ?? false
        }
    }

    fileprivate init(parsing text: String) throws(Selector.ParseError) {
        let text = trimmed(text[...])
        let words = text.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
        if let open = text.firstIndex(of: "("), text.hasSuffix(")") {
            let head = text[..<open].split(separator: " ").map(String.init)
            let values = text[text.index(after: open)...].dropLast().split(separator: ",").map { trimmed($0) }
            switch head.count == 2 ? head[1] : "" {
            case "in": self.init(key: try labelKey(head[0]), condition: .isIn(values))
            case "notin": self.init(key: try labelKey(head[0]), condition: .notIn(values))
            default: throw Selector.ParseError(description: "expected \"in\" or \"notin\" before \"(\" in \"\(text)\"")
            }
            return
        }
        for (sign, make) in Self.comparisons {
            guard let range = text.range(ofText: sign) else { continue }
            let value = trimmed(text[range.upperBound...])
            guard !value.contains(where: { " \t=!()<>".contains($0) }) else {
                throw Selector.ParseError(description: "\"\(value)\" is no value for \"\(sign)\" in \"\(text)\"")
            }
            let name = try labelKey(trimmed(text[..<range.lowerBound]))
            guard let condition = make(value) else {
                throw Selector.ParseError(description: "\"\(value)\" is no value for \"\(sign)\" in \"\(text)\"")
            }
            self.init(key: name, condition: condition)
            return
        }
        guard words.count == 1 else {
            throw Selector.ParseError(description: "unable to parse requirement \"\(text)\"")
        }
        if text.hasPrefix("!") {
            self.init(key: try labelKey(String(text.dropFirst())), condition: .doesNotExist)
        } else {
            self.init(key: try labelKey(text), condition: .exists)
        }
    }

    private static let comparisons: [(String, @Sendable (String) -> Selector.Operator?)] = [
        ("!=", { .notEquals($0) }),
        ("==", { .equals($0) }),
        ("=", { .equals($0) }),
        (">", { Int($0).map { .greater($0) } }),
        ("<", { Int($0).map { .less($0) } }),
    ]
}

private func labelKey(_ text: String) throws(Selector.ParseError) -> String {
    let allowed = text.unicodeScalars.allSatisfy {
        ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
            || "-_./".unicodeScalars.contains($0)
    }
    guard !text.isEmpty, allowed else { throw Selector.ParseError(description: "\"\(text)\" is no label key") }
    return text
}

private func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
}

private func splitOutsideParentheses(_ text: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var depth = 0
    for character in text {
        switch character {
        case "(": depth += 1
        case ")": depth -= 1
        case "," where depth == 0:
            parts.append(part)
            part = ""
            continue
        default: break
        }
        part.append(character)
    }
    parts.append(part)
    return parts.filter { !$0.allSatisfy { $0 == " " } }
}

extension String {
    fileprivate func range(ofText sought: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(sought) { return start..<index(start, offsetBy: sought.count) }
            start = index(after: start)
        }
        return nil
    }
}
