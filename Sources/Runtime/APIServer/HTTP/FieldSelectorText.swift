internal import KubeTypes

extension Selector {
    /// Reads `a=b,c==d,e!=f`, where a backslash stands before a comma, a sign or a backslash of a value (Kubernetes
    /// documentation, "Field Selectors").
    init(fieldSelector text: String) throws(ParseError) {
        var requirements: [Requirement] = []
        for term in Self.terms(text) where !term.isEmpty {
            guard let (key, isEqual, value) = Self.split(term) else {
                throw ParseError(description: "invalid selector: '\(text)'; can't understand '\(term)'")
            }
            let plain = try Self.unescaped(value)
            requirements.append(Requirement(key: key, condition: isEqual ? .equals(plain) : .notEquals(plain)))
        }
        self.init(requirements)
    }

    private static func terms(_ text: String) -> [String] {
        var terms = [""]
        var isEscaped = false
        for character in text {
            if character == ",", !isEscaped {
                terms.append("")
            } else {
                terms[terms.count - 1].append(character)
            }
            isEscaped = character == "\\" && !isEscaped
        }
        return terms
    }

    private static func split(_ term: String) -> (key: String, isEqual: Bool, value: String)? {
        guard let sign = term.firstIndex(of: "=") else { return nil }
        let before = term[..<sign]
        let after = term[term.index(after: sign)...]
        if before.hasSuffix("!") { return (String(before.dropLast()), false, String(after)) }
        return (String(before), true, String(after.hasPrefix("=") ? after.dropFirst() : after))
    }

    private static func unescaped(_ value: String) throws(ParseError) -> String {
        var plain = ""
        var isEscaped = false
        for scalar in value.unicodeScalars {
            let isSpecial = scalar == "\\" || scalar == "," || scalar == "="
            if isEscaped {
                guard isSpecial else {
                    throw ParseError(description: "invalid field selector: invalid escape sequence: \\\(scalar)")
                }
                plain.unicodeScalars.append(scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else if isSpecial {
                throw ParseError(
                    description: "invalid field selector: unescaped character in value: \(scalar.value)")
            } else {
                plain.unicodeScalars.append(scalar)
            }
        }
        guard !isEscaped else { throw ParseError(description: "invalid field selector: invalid escape sequence: \\") }
        return plain
    }
}
