/// A comment: what stands between two tokens from a `#` to the end of the line.
struct Comment {
    /// Both from 1.
    var line: Int
    var column: Int
    /// Offset of its `#`.
    var start: Int
    /// Offset of the line feed behind it, or the end of the text. Other line breaks of YAML do not end a comment.
    var end: Int
    /// Index of the token before it.
    var token: Int
    /// Where the comment before it stands, when no token is between them.
    var columnBefore: Int?
    var isColumnBeforeInline = false
    /// Whether something other than blanks stands before it in its line.
    var isInline: Bool

    /// The comments between a token and the next one.
    static func comments(behind index: Int, in text: LintText) -> [Comment] {
        guard let next = text.token(after: index) else { return [] }
        let token = text.tokens[index]
        guard token.end.index < next.start.index else { return [] }
        // What ends a block in this line ends the line, too: no comment is looked for.
        if token.end.line == next.start.line, token.kind != .streamStart, next.kind != .streamEnd { return [] }
        let gap = text.characters[token.end.index..<next.start.index]
        guard gap.contains("#") else { return [] }
        var comments: [Comment] = []
        var (line, column, start) = (token.end.line + 1, token.end.column + 1, gap.startIndex)
        while start < gap.endIndex {
            let end = text.characters[start..<text.count].firstIndex(of: "\n") ?? text.count
            if let sign = gap[start..<min(end, gap.endIndex)].firstIndex(of: "#") {
                comments.append(
                    Comment(
                        line: line, column: column + sign - start, start: sign, end: end, token: index,
                        columnBefore: comments.last?.column, isColumnBeforeInline: comments.last?.isInline ?? false,
                        isInline: start == gap.startIndex && token.kind != .streamStart
                            && text.characters[token.end.index - 1] != "\n"))
            }
            (line, column, start) = (line + 1, 1, end + 1)
        }
        return comments
    }
}
