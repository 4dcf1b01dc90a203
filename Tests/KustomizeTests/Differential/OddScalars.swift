/// Scalars that readers and writers of YAML like to get wrong.
extension SeededRandom {
    /// A string in some style.
    mutating func text() -> Draft {
        .text(string(), pick(Draft.Style.allCases, or: .plain))
    }

    /// Any scalar, as it may stand in a file.
    mutating func scalar() -> Draft {
        chance(50) ? text() : .raw(rawScalar())
    }

    /// Kustomize's variables tear `$é` apart.
    mutating func string() -> String { anyString().replacing("$\u{e9}", with: "\u{e9}") }

    private mutating func anyString() -> String {
        switch number(in: 0..<12) {
        case 0...2: pick(Self.lookalikes, or: "")
        case 3...4: pick(Self.indicators, or: "")
        case 5...6: longText()
        case 7...8: multilineText()
        case 9: pick(Self.unusual, or: "")
        case 10: fragments(count: 4)
        default: pick(["hello", "a b", "http://x.example:80/p?q=1#f", "v1.2.3", "/etc/app.conf"], or: "")
        }
    }

    mutating func rawScalar() -> String {
        switch number(in: 0..<6) {
        case 0...2: pick(Self.lookalikes.filter { !$0.isEmpty } + ["", "!!str 5", "!!int \"5\"", "! 7"], or: "1")
        case 3: blockScalar()
        case 4: pick(Self.multilinePlain, or: "a")
        default: pick(Self.quoted, or: "''")
        }
    }

    /// A literal or folded block with any header.
    private mutating func blockScalar() -> String {
        let header = word("|", ">") + word("", "", "-", "+", "2", "2-", "+2")
        let lines = (0..<number(in: 1..<5)).map { index -> String in
            let line = pick(Self.blockLines, or: "x")
            return index == 0 && !header.contains("2") && line.hasPrefix(" ") ? "x" + line : line
        }
        let pad = header.contains("2") ? "" : word("", "", " ", "  ")
        return header + word("", "", " # note") + "\n"
            + lines.map { $0.isEmpty ? "" : pad + $0 }.joined(separator: "\n")
            + word("", "\n", "\n\n")
    }

    mutating func longText() -> String {
        let limit = pick([60, 79, 80, 81, 100, 129, 300], or: 80)
        var text = ""
        while text.count < limit {
            text += word("lorem", "ipsum", "a", "dolor,", "sit: amet", "x/y/z", "consectetur", "#tag", "\u{e9}t\u{e9}")
            text += word(" ", " ", " ", "  ", "-", "   ")
        }
        return chance(30) ? text : String(text.dropLast(text.hasSuffix(" ") ? 1 : 0))
    }

    private mutating func multilineText() -> String {
        let lines = (0..<number(in: 1..<5)).map { _ in chance(20) ? longText() : pick(Self.blockLines, or: "") }
        return lines.joined(separator: "\n") + word("", "\n", "\n", "\n\n")
    }

    /// Pieces of syntax in a random order.
    private mutating func fragments(count: Int) -> String {
        (0..<number(in: 1..<count + 1)).map { _ in pick(Self.pieces, or: "") }.joined()
    }

    private static let pieces = [
        "a", "b", "0", "1", "9", " ", ":", "#", "-", "?", "'", "\"", "\\", "\t", "\n", ",", "[", "]", "{", "}", "&",
        "*",
        "!", "|", ">", "%", "@", "`", "~", ".", "e", "x", "_", "+", "=", "$", "/", ": ", " #", "- ", "\u{e9}",
        "\u{1F600}",
        "<<", "...", "---",
    ]

    static let lookalikes = [
        "", "y", "Y", "n", "N", "yes", "No", "on", "Off", "true", "True", "TRUE", "false", "null", "Null", "~", "=",
        "<<",
        "0", "1", "-1", "+1", "01", "007", "08", "0o17", "0x1F", "0xg", "0b101", "-0b11", "-0x1f", "-0o7", "1_000",
        "_1", "1_", "1e3", "1E+3", "1e-7",
        "1.0", "1.", ".5", "-.5", "+.5", "0.1", "100.0", "1.5e300", "1e400", "123456789", "12345678901234567890",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551615",
        "18446744073709551616", "1e21", "1e20", "123456.789", "1234567.5", "0.00001", "0.0001", ".inf", "-.Inf",
        "+.INF", ".nan", ".NaN",
        "inf", "NaN", "2001-01-01", "2001-1-1", "2001-02-30", "2001-12-14t21:59:43.10-05:00",
        "2001-12-14 21:59:43.10 -5",
        "2001-12-14 21:59:43", "12:30", "12:30:45", "1:2", "-1:30", "0:30", "190:20:30.15", "1,000", "0.", "-0", "+0",
        "-0.0", "0e0", "0x",
        "0b", "0o", "1.2.3", "1-2", "1/2", "- 1", "-", "--", "---", "...", ".", "..", "?", ":", "0777", "0888", "100m",
        "1Gi", "1e", "e1", "0_7",
        "0x_1", "1__0", "-", "+", "+-1", "0b2", "0o8", "00", "0.0.0", "1.e5",
    ]

    private static let indicators = [
        "#a", "a#b", "a #b", "a: b", "a:b", "a:", ":a", "- a", "-a", "? a", "?a", "*a", "&a", "!a", "!!a", "|", ">",
        "|a",
        "%a", "@a", "`a", "'a", "a'", "'", "''", "\"a\"", "\"", "[a]", "{a}", "a, b", ",a", "]", "}", "a]", "{{ x }}",
        "$(A)",
        "${A}", "a\\b", "\\n", "\\", "a\tb", "\ta", "a\t", " a", "a ", " ", "  ", "a  b", "=a", "<<", "--- a", "---a",
        "...a", "a: ",
        "a : b", "a\u{A0}b", "it's", "say \"hi\"", "a - b", "key: 'v'", "<a>&b", "a=b", "\t", "#", "# ",
    ]

    private static let unusual = [
        "\u{e9}", "\u{fc}ber", "\u{4f60}\u{597d}", "\u{1F600}", "a\u{1F600}b c", "\u{FEFF}a",
        "\u{1}", "a\u{0}b", "\u{1B}[0m", "\u{A0}", "\u{AD}", "\u{200B}", "\u{301}", "e\u{301}", "\u{FFFD}", "\u{E000}",
        "\u{10FFFD}",
        "a\rb", "a\r\nb", "\r", "\u{7}\u{8}\u{b}\u{c}",
    ]

    private static let blockLines = [
        "a", "b: c", "", "", " indented", "  more", "- x", "# no comment", "a  ", "x\ty", "'q'",
        "\"q\"", "{{ .V }}",
        "---", "\u{e9} \u{1F600}", "trailing ", "#!/bin/sh", "a: 1 # b", "%d",
    ]

    private static let multilinePlain = [
        "a\nb", "a\n\nb", "a b\n  c d", "x\n\n\ny z", "a\nb: x", "1\n2", "a # c\nb", "\nfoo",
    ]

    private static let quoted = [
        "''", "\"\"", "'a''b'", "'a\n  b'", "\"a\n  b\"", "\"a\\\n  b\"", "\"a\n\n  b\"", "\"\\u00e9\\x41\\U0001F600\"",
        "\"\\ \\_\\L\\P\"",
        "'\\n'", "\" a \"", "\"a\\tb\"", "' '", "\"\\e\\a\\b\\v\\f\\r\\0\"", "'#'", "\"a\\\\b\"", "\"'\"", "'\"'",
    ]
}
