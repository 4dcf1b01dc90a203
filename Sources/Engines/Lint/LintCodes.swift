package import Diagnostics

extension Code {
    /// A configuration of the linter is wrong.
    package static let lintConfiguration = Code("MST7000")
    /// A text is no YAML, as the linter sees it.
    package static let lintSyntax = Code("MST7001")
}

extension LintRule {
    /// The code of what the rule finds.
    package var code: Code {
        switch self {
        case .anchors: Code("MST7002")
        case .braces: Code("MST7003")
        case .brackets: Code("MST7004")
        case .colons: Code("MST7005")
        case .commas: Code("MST7006")
        case .comments: Code("MST7007")
        case .commentsIndentation: Code("MST7008")
        case .documentEnd: Code("MST7009")
        case .documentStart: Code("MST7010")
        case .emptyLines: Code("MST7011")
        case .emptyValues: Code("MST7012")
        case .floatValues: Code("MST7013")
        case .hyphens: Code("MST7014")
        case .indentation: Code("MST7015")
        case .keyDuplicates: Code("MST7016")
        case .keyOrdering: Code("MST7017")
        case .lineLength: Code("MST7018")
        case .newLineAtEndOfFile: Code("MST7019")
        case .newLines: Code("MST7020")
        case .octalValues: Code("MST7021")
        case .quotedStrings: Code("MST7022")
        case .trailingSpaces: Code("MST7023")
        case .truthy: Code("MST7024")
        }
    }
}

extension LintProblem {
    /// The same for those who show findings.
    package func finding(in file: SourceFile) -> Finding {
        Finding(
            rule?.code ?? .lintSyntax, message, severity: level == .error ? .error : .warning,
            at: Place(file: file, line: max(line, 1), column: column))
    }
}
