/// Scalars that begin with `|` or `>`.
extension Scanner {
    private enum Chomping { case strip, clip, keep }

    mutating func fetchBlockScalar(_ style: Token.Style) throws(SyntaxError) {
        canBeKey = true
        try dropKey()
        let start = cursor.mark
        cursor.advance()
        let (chomping, increment) = try header()
        try endOfLine()
        let minimum = max(indent + 1, 1)
        var (breaks, end): ([Unicode.Scalar], Mark)
        let margin: Int
        if let increment {
            margin = minimum + increment - 1
            (breaks, end) = blankLines(upTo: margin)
        } else {
            let deepest: Int
            (breaks, deepest, end) = leadingBlankLines()
            margin = max(minimum, deepest)
        }
        var text: [Unicode.Scalar] = []
        var lineBreak: Unicode.Scalar?
        while cursor.column == margin, cursor.peek() != .end {
            text += breaks
            let isFlush = !cursor.peek().isBlank
            let lineStart = cursor.mark.index
            cursor.skipLine()
            text += cursor.characters[lineStart..<cursor.mark.index]
            lineBreak = cursor.lineBreak()
            (breaks, end) = blankLines(upTo: margin)
            guard cursor.column == margin, cursor.peek() != .end else { break }
            if style == .folded, lineBreak == "\n", isFlush, !cursor.peek().isBlank {
                if breaks.isEmpty { text.append(" ") }
            } else if let lineBreak {
                text.append(lineBreak)
            }
        }
        if chomping != .strip, let lineBreak { text.append(lineBreak) }
        if chomping == .keep { text += breaks }
        add(.scalar, from: start, value: keep(text), style: style)
        setEndOfLast(end)
    }

    /// `+`, `-` and a digit, in either order.
    private mutating func header() throws(SyntaxError) -> (Chomping, increment: Int?) {
        var chomping: Chomping?
        var increment: Int?
        while true {
            let character = cursor.peek()
            if chomping == nil, character == "+" || character == "-" {
                chomping = character == "+" ? .keep : .strip
            } else if increment == nil, character.isDigit {
                guard character != "0" else {
                    throw error("expected indentation indicator in the range 1-9, but found 0")
                }
                increment = Int(character.value - 0x30)
            } else {
                break
            }
            cursor.advanceInLine(1)
        }
        guard cursor.peek().isSpaceOrBreakOrEnd else {
            throw error("expected chomping or indentation indicators, but found \(cursor.peek().quoted)")
        }
        return (chomping ?? .clip, increment)
    }

    /// Blank lines before the text, and how far to the right the farthest of them and the text reach.
    private mutating func leadingBlankLines() -> ([Unicode.Scalar], deepest: Int, Mark) {
        var breaks: [Unicode.Scalar] = []
        var deepest = 0
        var end = cursor.mark
        while true {
            if let lineBreak = cursor.lineBreak() {
                breaks.append(lineBreak)
                end = cursor.mark
            } else if cursor.peek() == " " {
                cursor.advanceInLine(1)
                deepest = max(deepest, cursor.column)
            } else {
                return (breaks, deepest, end)
            }
        }
    }

    private mutating func blankLines(upTo margin: Int) -> ([Unicode.Scalar], Mark) {
        var breaks: [Unicode.Scalar] = []
        var end = cursor.mark
        while true {
            while cursor.column < margin, cursor.peek() == " " { cursor.advanceInLine(1) }
            guard let lineBreak = cursor.lineBreak() else { return (breaks, end) }
            breaks.append(lineBreak)
            end = cursor.mark
        }
    }
}
