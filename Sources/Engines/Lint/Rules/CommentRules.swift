/// `comments`: the space behind `#`, and before a comment that follows something.
struct CommentSpacing: CommentRule {
    private let needsSpace: Bool
    private let ignoresShebangs: Bool
    private let distance: Int

    init(_ options: LintOptions) {
        needsSpace = options.flag("require-starting-space")
        ignoresShebangs = options.flag("ignore-shebangs")
        distance = options.number("min-spaces-from-content")
    }

    func check(_ comment: Comment, in text: LintText, _ report: inout Report) {
        if distance != -1, comment.isInline, comment.start - text.tokens[comment.token].end.index < distance {
            report.add(
                line: comment.line, column: comment.column,
                "too few spaces before comment: expected \(distance)")
        }
        guard needsSpace else { return }
        let words = text.characters[comment.start...].drop { $0 == "#" }
        if ignoresShebangs, comment.line == 1, comment.column == 1, words.first == "!" { return }
        switch words.first {
        case " ", "\n", "\r", .end, nil: break
        default:
            report.add(
                line: comment.line, column: comment.column + words.startIndex - comment.start,
                "missing starting space in comment")
        }
    }
}

/// `comments-indentation`: a comment on a line of its own stands like what comes before or behind it.
struct CommentIndentation: CommentRule {
    func check(_ comment: Comment, in text: LintText, _ report: inout Report) {
        let token = text.tokens[comment.token]
        guard token.kind == .streamStart || token.end.line + 1 != comment.line else { return }
        let next = text.token(after: comment.token)
        let below = next.map { $0.kind == .streamEnd ? 0 : $0.start.column } ?? 0
        var above = token.kind == .streamStart ? 0 : lineIndent(of: token, in: text)
        // Within a block that only begins, nothing belongs to the line above.
        above = max(above, below)
        if let columnBefore = comment.columnBefore, !comment.isColumnBeforeInline { above = columnBefore - 1 }
        guard comment.column - 1 != above, comment.column - 1 != below else { return }
        report.add(line: comment.line, column: comment.column, "comment not indented like content")
    }
}

/// How many spaces the line begins with in which a token starts.
func lineIndent(of token: Token, in text: LintText) -> Int {
    var start = token.start.index
    while start > 0, text.characters[start - 1] != "\n" { start -= 1 }
    return text.characters[start...].prefix { $0 == " " }.count
}
