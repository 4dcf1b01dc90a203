internal import Tree

/// The two ways in which templates of ApplicationSets name parameters: `{{name}}`, and Go's `{{.name}}`.
struct TemplateDialect: Sendable {
    let isGo: Bool

    /// The texts between braces, trimmed.
    static func placeholders(in text: String) -> [String] {
        var rest = text[...]
        var found: [String] = []
        while let open = rest.firstRange(of: "{{"), found.count < 100 {
            rest = rest[open.upperBound...]
            guard let close = rest.firstRange(of: "}}") else { break }
            found.append(trimmed(rest[..<close.lowerBound]))
            rest = rest[close.upperBound...]
        }
        return found
    }

    /// The text with the parameters in place of their names; nil when it needs one that is not there, or a function.
    func fill(_ text: String, with values: [String: String]) -> String? {
        guard text.contains("{{") else { return text }
        var rest = text[...]
        var filled = ""
        while let open = rest.firstRange(of: "{{") {
            filled += rest[..<open.lowerBound]
            rest = rest[open.upperBound...]
            guard let close = rest.firstRange(of: "}}"), filled.utf8.count < 100_000,
                let value = name(Self.trimmed(rest[..<close.lowerBound])).flatMap({ values[$0] })
            else { return nil }
            filled += value
            rest = rest[close.upperBound...]
        }
        return filled + rest
    }

    /// The parameter that a placeholder names; nil when it does more than that.
    func name(_ placeholder: String) -> String? {
        guard isGo else { return placeholder }
        let isPath = placeholder.utf8.allSatisfy { byte in
            byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte > 127
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        }
        return placeholder.hasPrefix(".") && placeholder.utf8.count > 1 && isPath
            ? String(placeholder.dropFirst()) : nil
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        // `{{-` and `-}}` take away what stands around.
        if text.hasPrefix("- ") { text = text.dropFirst() }
        if text.hasSuffix(" -") { text = text.dropLast() }
        while text.first?.isWhitespace == true { text = text.dropFirst() }
        while text.last?.isWhitespace == true { text = text.dropLast() }
        return String(text)
    }
}
