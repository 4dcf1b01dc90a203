internal import RE2

/// What an option of a rule is set to.
enum LintValue: Hashable, Sendable {
    case flag(Bool)
    case number(Int)
    case word(String)
    case words([String])
}

/// The options of a rule, checked and complete.
struct LintOptions: Sendable {
    var values: [String: LintValue]
    var compiled: [String: [RegularExpression]] = [:]

    /// Whether the option is `true`.
    func flag(_ name: String) -> Bool { values[name] == .flag(true) }

    func number(_ name: String) -> Int { if case .number(let number) = values[name] { number } else { -1 } }

    /// Empty for an option that is no word now.
    func word(_ name: String) -> String { if case .word(let word) = values[name] { word } else { "" } }

    func words(_ name: String) -> [String] { if case .words(let words) = values[name] { words } else { [] } }

    func patterns(_ name: String) -> [RegularExpression] { compiled[name] ?? [] }
}

/// What an option may be set to.
struct LintOptionShape {
    var name: String
    var standard: LintValue
    var takesFlags = false
    var takesNumbers = false
    var words: [String] = []
    /// The option is a list: of these words, of regular expressions, or no list.
    var list = List.none

    enum List: Equatable { case none, patterns, words([String]) }

    static func flag(_ name: String, _ standard: Bool, or words: String...) -> LintOptionShape {
        LintOptionShape(name: name, standard: .flag(standard), takesFlags: true, words: words)
    }

    static func number(_ name: String, _ standard: Int) -> LintOptionShape {
        LintOptionShape(name: name, standard: .number(standard), takesNumbers: true)
    }

    static func word(_ name: String, _ words: String...) -> LintOptionShape {
        LintOptionShape(name: name, standard: .word(words.first ?? ""), words: words)
    }

    static func patterns(_ name: String) -> LintOptionShape {
        LintOptionShape(name: name, standard: .words([]), list: .patterns)
    }

    /// For people: what may stand here.
    var expectation: String {
        switch list {
        case .patterns: return "a list of regular expressions"
        case .words(let words): return "a list of \(words.joined(separator: ", "))"
        case .none: break
        }
        var parts = takesNumbers ? ["a whole number"] : []
        if takesFlags { parts += ["true", "false"] }
        parts += words
        guard let last = parts.last, parts.count > 1 else { return parts.joined() }
        return parts.dropLast().joined(separator: ", ") + " or " + last
    }
}

extension LintRule {
    /// The options of the rule.
    var options: [LintOptionShape] {
        switch self {
        case .anchors:
            [
                .flag("forbid-undeclared-aliases", true), .flag("forbid-duplicated-anchors", false),
                .flag("forbid-unused-anchors", false),
            ]
        case .braces, .brackets:
            [
                .flag("forbid", false, or: "non-empty"), .number("min-spaces-inside", 0),
                .number("max-spaces-inside", 0), .number("min-spaces-inside-empty", -1),
                .number("max-spaces-inside-empty", -1),
            ]
        case .colons: [.number("max-spaces-before", 0), .number("max-spaces-after", 1)]
        case .commas:
            [.number("max-spaces-before", 0), .number("min-spaces-after", 1), .number("max-spaces-after", 1)]
        case .comments:
            [
                .flag("require-starting-space", true), .flag("ignore-shebangs", true),
                .number("min-spaces-from-content", 2),
            ]
        case .documentEnd, .documentStart: [.flag("present", true)]
        case .emptyLines: [.number("max", 2), .number("max-start", 0), .number("max-end", 0)]
        case .emptyValues:
            [
                .flag("forbid-in-block-mappings", true), .flag("forbid-in-flow-mappings", true),
                .flag("forbid-in-block-sequences", true),
            ]
        case .floatValues:
            [
                .flag("require-numeral-before-decimal", false), .flag("forbid-scientific-notation", false),
                .flag("forbid-nan", false), .flag("forbid-inf", false),
            ]
        case .hyphens: [.number("max-spaces-after", 1)]
        case .indentation:
            [
                LintOptionShape(
                    name: "spaces", standard: .word("consistent"), takesNumbers: true, words: ["consistent"]),
                .flag("indent-sequences", true, or: "whatever", "consistent"),
                .flag("check-multi-line-strings", false),
            ]
        case .keyDuplicates: [.flag("forbid-duplicated-merge-keys", false)]
        case .keyOrdering: [.patterns("ignored-keys")]
        case .lineLength:
            [
                .number("max", 80), .flag("allow-non-breakable-words", true),
                .flag("allow-non-breakable-inline-mappings", false),
            ]
        case .newLines: [.word("type", "unix", "dos", "platform")]
        case .octalValues: [.flag("forbid-implicit-octal", true), .flag("forbid-explicit-octal", true)]
        case .quotedStrings:
            [
                .word("quote-type", "any", "single", "double", "consistent"),
                .flag("required", true, or: "only-when-needed"), .patterns("extra-required"),
                .patterns("extra-allowed"), .flag("allow-quoted-quotes", false), .flag("check-keys", false),
            ]
        case .truthy:
            [
                LintOptionShape(
                    name: "allowed-values", standard: .words(["true", "false"]), list: .words(Truthy.words)),
                .flag("check-keys", true),
            ]
        case .commentsIndentation, .newLineAtEndOfFile, .trailingSpaces: []
        }
    }

    var standardOptions: LintOptions {
        LintOptions(values: Dictionary(options.map { ($0.name, $0.standard) }) { $1 })
    }
}
