internal import Diagnostics

/// Which rules look at which files, and how.
package struct LintConfiguration: Sendable {
    /// What a configuration says about one rule.
    struct Setting: Sendable {
        var rule: LintRule
        var isEnabled = true
        var level = LintLevel.error
        var options: [String: LintValue] = [:]
        var ignore: PathPatterns?
        /// Where the configuration sets it.
        var place = Place.unknown
    }

    var settings: [Setting] = []
    /// Files that no rule looks at.
    package var ignore: PathPatterns?
    /// Files of a folder that are YAML.
    package var yamlFiles = PathPatterns(["*.yaml", "*.yml", ".yamllint"])
    /// The rules, made once.
    private(set) var rules: [PreparedRule] = []

    init(settings: [Setting] = []) { self.settings = settings }

    func index(of rule: LintRule) -> Int? { settings.firstIndex { $0.rule == rule } }

    /// Makes the rules of the settings, which must be right.
    mutating func prepare(_ options: (Setting) -> LintOptions) {
        rules = settings.filter(\.isEnabled).map { PreparedRule($0, options($0)) }
    }

    // MARK: Those that have a name

    /// The configuration of those who have none.
    package static let `default` = standard(changing: [])

    /// A more tolerant one.
    package static let relaxed: LintConfiguration = {
        let warning = [LintRule.colons, .commas, .emptyLines, .hyphens].map { Setting(rule: $0, level: .warning) }
        let disabled = [LintRule.comments, .commentsIndentation, .documentStart, .truthy].map {
            Setting(rule: $0, isEnabled: false)
        }
        return standard(
            changing: warning + disabled + [
                Setting(rule: .braces, level: .warning, options: ["max-spaces-inside": .number(1)]),
                Setting(rule: .brackets, level: .warning, options: ["max-spaces-inside": .number(1)]),
                Setting(
                    rule: .indentation, level: .warning, options: ["indent-sequences": .word("consistent")]),
                Setting(
                    rule: .lineLength, level: .warning,
                    options: ["allow-non-breakable-inline-mappings": .flag(true)]),
            ])
    }()

    private static func standard(changing changes: [Setting]) -> LintConfiguration {
        let disabled: Set<LintRule> = [
            .documentEnd, .emptyValues, .floatValues, .keyOrdering, .octalValues, .quotedStrings,
        ]
        let warning: Set<LintRule> = [.comments, .commentsIndentation, .documentStart, .truthy]
        var configuration = LintConfiguration(
            settings: LintRule.allCases.map { rule in
                changes.first { $0.rule == rule }
                    ?? Setting(
                        rule: rule, isEnabled: !disabled.contains(rule),
                        level: warning.contains(rule) ? .warning : .error)
            })
        configuration.prepare { setting in
            var options = setting.rule.standardOptions
            options.values.merge(setting.options) { $1 }
            return options
        }
        return configuration
    }
}

/// A rule that is ready to look at texts. Each text gets a copy of it.
struct PreparedRule: Sendable {
    var rule: LintRule
    var level: LintLevel
    var ignore: PathPatterns?
    var check: Check

    enum Check: Sendable {
        case token(any TokenRule)
        case comment(any CommentRule)
        case line(any LineRule)
    }

    init(_ setting: LintConfiguration.Setting, _ options: LintOptions) {
        rule = setting.rule
        level = setting.level
        ignore = setting.ignore
        check =
            switch setting.rule {
            case .anchors: .token(Anchors(options))
            case .braces, .brackets: .token(FlowCollections(setting.rule, options))
            case .colons: .token(Colons(options))
            case .commas: .token(Commas(options))
            case .comments: .comment(CommentSpacing(options))
            case .commentsIndentation: .comment(CommentIndentation())
            case .documentEnd: .token(DocumentEnd(options))
            case .documentStart: .token(DocumentStart(options))
            case .emptyLines: .line(EmptyLines(options))
            case .emptyValues: .token(EmptyValues(options))
            case .floatValues: .token(FloatValues(options))
            case .hyphens: .token(Hyphens(options))
            case .indentation: .token(Indentation(options))
            case .keyDuplicates: .token(KeyDuplicates(options))
            case .keyOrdering: .token(KeyOrdering(options))
            case .lineLength: .line(LineLength(options))
            case .newLineAtEndOfFile: .line(NewLineAtEndOfFile())
            case .newLines: .line(NewLines(options))
            case .octalValues: .token(OctalValues(options))
            case .quotedStrings: .token(QuotedStrings(options))
            case .trailingSpaces: .line(TrailingSpaces())
            case .truthy: .token(Truthy(options))
            }
    }
}
