internal import Lint

/// What stands between two tokens: blanks, line breaks, comments.
struct Gap {
    /// The comment in the line where the first token ends.
    private(set) var inline: EndComment?
    private(set) var remarks: [Remark] = []

    /// - Parameter characters: They end with a character that is no line feed.
    init(behind token: Token, before next: Token, in characters: [Unicode.Scalar]) {
        var index = token.end.index
        let end = max(index, next.start.index)
        // A block scalar ends where the next line begins, everything else in its own line.
        var isInline = token.kind != .streamStart && !(index > 0 && characters[index - 1] == "\n")
        var lineStart = index - (isInline ? token.end.column : 0)
        if token.kind == .directive { index = characters[index..<end].firstIndex(of: "\n") ?? end }
        var isEmptyLine = !isInline
        while index < end {
            switch characters[index] {
            case "#":
                let stop = characters[index..<end].firstIndex(of: "\n") ?? end
                let text = String(characters[index..<stop]).withoutTrailingBlanks
                if isInline {
                    inline = EndComment(text: text, blanks: max(1, index - token.end.index))
                } else {
                    remarks.append(.comment(text, column: index - lineStart))
                }
                isEmptyLine = false
                index = stop
            case "\n":
                if isEmptyLine { remarks.append(.blank) }
                (isInline, isEmptyLine) = (false, true)
                index += 1
                lineStart = index
            default: index += 1
            }
        }
    }
}
