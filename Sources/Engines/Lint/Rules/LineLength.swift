/// `line-length`: lines longer than the limit, unless they cannot be broken.
struct LineLength: LineRule {
    private let maximum: Int
    private let allowsWords: Bool
    private let allowsMappings: Bool

    init(_ options: LintOptions) {
        maximum = options.number("max")
        allowsMappings = options.flag("allow-non-breakable-inline-mappings")
        allowsWords = allowsMappings || options.flag("allow-non-breakable-words")
    }

    func check(_ line: Line, in text: LintText, _ report: inout Report) {
        let length = line.end - line.start
        guard length > maximum else { return }
        let characters = text.characters[line.start..<line.end]
        if allowsWords, isOneWord(characters) { return }
        if allowsMappings, isMappingOfOneWord(Array(characters)) { return }
        report.add(
            line: line.number, column: maximum + 1, "line too long (\(length) > \(maximum) characters)")
    }

    /// Behind the sign of a comment or of an item, is there no space any more?
    private func isOneWord(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        var rest = line.drop { $0 == " " }
        guard let first = rest.first else { return false }
        if first == "#" {
            rest = rest.drop { $0 == "#" }.dropFirst()
        } else if first == "-" {
            rest = rest.dropFirst(2)
        }
        return !rest.contains(" ")
    }

    /// Is the first value of a mapping in the line a scalar, with no space from there on?
    private func isMappingOfOneWord(_ line: [Unicode.Scalar]) -> Bool {
        var scanner = Scanner(line + [.end], limits: LintLimits())
        var isInMapping = false
        var isBehindColon = false
        while let token = try? scanner.next() {
            if isBehindColon, token.kind == .scalar { return !line[token.start.column...].contains(" ") }
            if token.kind == .blockMappingStart { isInMapping = true }
            isBehindColon = isInMapping && token.kind == .value
        }
        return false
    }
}
