/// Which rules comments switch off: from here on, for this line, for the next line.
struct Directives {
    private let all: Set<LintRule>
    private var disabled: Set<LintRule> = []
    private var disabledInLine: Set<LintRule> = []
    private var disabledInNextLine: Set<LintRule> = []

    /// - Parameter all: What "disable" means without names.
    init(all: Set<LintRule>) { self.all = all }

    /// Takes what a comment says, if it is for us.
    mutating func take(_ comment: Comment, in text: LintText) {
        let characters = text.characters[comment.start..<comment.end]
        guard characters.count > 10, characters.starts(with: Self.lead) else { return }
        let words = String(characters).split(separator: " ", omittingEmptySubsequences: false)
        guard words.count > 2, let rules = Self.rules(words[3...]) else { return }
        let named = rules.isEmpty ? all : Set(rules.compactMap { LintRule(rawValue: $0) })
        switch words[2].trimmingSuffix(while: \.isWhitespace) {
        case "disable": disabled.formUnion(named)
        case "enable": disabled.subtract(rules.isEmpty ? Set(LintRule.allCases) : named)
        case "disable-line":
            if comment.isInline { disabledInLine.formUnion(named) } else { disabledInNextLine.formUnion(named) }
        default: break
        }
    }

    func allow(_ problem: LintProblem) -> Bool {
        guard let rule = problem.rule else { return true }
        return !disabled.contains(rule) && !disabledInLine.contains(rule)
    }

    mutating func endLine() {
        disabledInLine = disabledInNextLine
        disabledInNextLine = []
    }

    private static let lead = Array("# yamllint ".unicodeScalars)

    /// `rule:name` again and again, and then nothing but blanks; nil for other words.
    private static func rules(_ words: ArraySlice<Substring>) -> [String]? {
        var rules: [String] = []
        var isAtEnd = false
        for word in words {
            let name = word.trimmingSuffix(while: \.isWhitespace)
            if name.isEmpty { isAtEnd = true; continue }
            guard !isAtEnd, name.hasPrefix("rule:"), name.count > 5, !name.contains(where: \.isWhitespace) else {
                return nil
            }
            rules.append(String(name.dropFirst(5)))
            isAtEnd = name.count < word.count
        }
        return rules
    }

    /// Whether the first line takes the file out.
    static func disableFile(_ characters: [Unicode.Scalar]) -> Bool {
        let line = characters.prefix { $0 != "\n" && $0 != .end }
        guard line.first == "#" else { return false }
        let words = String(line.dropFirst()).trimmingPrefix(while: \.isWhitespace)
        return words.trimmingSuffix(while: \.isWhitespace) == "yamllint disable-file"
    }
}

extension StringProtocol {
    func trimmingSuffix(while isTrimmed: (Swift.Character) -> Bool) -> SubSequence {
        var rest = self[...]
        while let last = rest.last, isTrimmed(last) { rest = rest.dropLast() }
        return rest
    }
}
