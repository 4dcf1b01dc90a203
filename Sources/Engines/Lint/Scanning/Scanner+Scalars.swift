extension Scanner {
    mutating func fetchPlain() throws(SyntaxError) {
        try noteKey()
        canBeKey = false
        let start = cursor.mark
        let minimum = indent + 1
        var end = start
        var text: [Unicode.Scalar] = []
        var spaces: [Unicode.Scalar] = []
        var parts = 0
        while cursor.peek() != "#" {
            let length = plainLength
            if length == 0 { break }
            canBeKey = false
            if parts == 1 { text = Array(cursor.characters[start.index..<end.index]) }
            if parts > 0 { text += spaces + cursor.text(length) }
            parts += 1
            cursor.advance(length)
            end = cursor.mark
            spaces = plainSpaces()
            if spaces.isEmpty || cursor.peek() == "#" || (!isInFlow && cursor.column < minimum) { break }
        }
        add(.scalar, from: start, value: parts > 1 && end.line > start.line ? keep(text) : nil)
        setEndOfLast(end)
    }

    /// How many characters come before a blank or what ends a plain scalar.
    private var plainLength: Int {
        var length = 0
        while true {
            let character = cursor.peek(length)
            if character.isBlankOrBreakOrEnd { return length }
            if character == ":" {
                let next = cursor.peek(length + 1)
                if next.isBlankOrBreakOrEnd || (isInFlow && next.isOne(of: ",[]{}")) { return length }
            } else if isInFlow, character.isOne(of: ",?[]{}") {
                return length
            }
            length += 1
        }
    }

    /// Goes over spaces and line breaks and says what the scalar holds in their place; nothing where it ends.
    private mutating func plainSpaces() -> [Unicode.Scalar] {
        let start = cursor.mark.index
        cursor.skipSpaces()
        guard let lineBreak = cursor.lineBreak() else { return Array(cursor.characters[start..<cursor.mark.index]) }
        canBeKey = true
        if cursor.isAtDocumentMark { return [] }
        var breaks: [Unicode.Scalar] = []
        while true {
            cursor.skipSpaces()
            guard let another = cursor.lineBreak() else { break }
            breaks.append(another)
            if cursor.isAtDocumentMark { return [] }
        }
        return Scanner.folded(lineBreak, breaks)
    }

    /// A single line break becomes a space; of several the first goes.
    private static func folded(_ first: Unicode.Scalar, _ rest: [Unicode.Scalar]) -> [Unicode.Scalar] {
        if first != "\n" { return [first] + rest }
        return rest.isEmpty ? [" "] : rest
    }

    // MARK: Quotes

    mutating func fetchQuoted(_ style: Token.Style) throws(SyntaxError) {
        try noteKey()
        canBeKey = false
        let start = cursor.mark
        let quote = cursor.peek()
        cursor.advance()
        var text: [Unicode.Scalar] = []
        try scanQuotedWord(style, into: &text)
        while cursor.peek() != quote {
            try scanQuotedSpaces(into: &text)
            try scanQuotedWord(style, into: &text)
        }
        cursor.advance()
        add(.scalar, from: start, value: keep(text), style: style)
    }

    private mutating func scanQuotedWord(
        _ style: Token.Style, into text: inout [Unicode.Scalar]
    ) throws(SyntaxError) {
        while true {
            let character = cursor.peek()
            if character.isBlankOrBreakOrEnd { return }
            switch (character, style) {
            case ("'", .single):
                guard cursor.peek(1) == "'" else { return }
                text.append("'")
                cursor.advance(2)
            case ("\"", .double): return
            case ("\\", .double):
                cursor.advance()
                try scanEscape(into: &text)
            default:
                text.append(character)
                cursor.advance()
            }
        }
    }

    private mutating func scanEscape(into text: inout [Unicode.Scalar]) throws(SyntaxError) {
        let character = cursor.peek()
        if let meaning = Self.escapes[character] {
            text.append(meaning)
            return cursor.advance()
        }
        if let length = Self.codeLengths[character] {
            cursor.advance()
            return try scanCode(length, into: &text)
        }
        guard cursor.lineBreak() != nil else {
            throw error("found unknown escape character \(character.quoted)")
        }
        text += try quotedBreaks()
    }

    private mutating func scanCode(_ length: Int, into text: inout [Unicode.Scalar]) throws(SyntaxError) {
        var code: UInt32 = 0
        for offset in 0..<length {
            guard let digit = cursor.peek(offset).hexValue else {
                throw error(
                    "expected escape sequence of \(length) hexadecimal numbers, but found "
                        + cursor.peek(offset).quoted)
            }
            code = code &* 16 &+ digit
        }
        guard code <= 0x10FFFF else {
            throw error("found an escape sequence beyond U+10FFFF, which is no character")
        }
        // Halves of surrogate pairs are no scalars; they compare as what stands for them.
        text.append(Unicode.Scalar(code) ?? "\u{FFFD}")
        cursor.advanceInLine(length)
    }

    private mutating func scanQuotedSpaces(into text: inout [Unicode.Scalar]) throws(SyntaxError) {
        let start = cursor.mark.index
        while cursor.peek().isBlank { cursor.advanceInLine(1) }
        let blanks = cursor.characters[start..<cursor.mark.index]
        if cursor.peek() == .end { throw error("found unexpected end of stream") }
        guard let first = cursor.lineBreak() else { return text += blanks }
        text += Scanner.folded(first, try quotedBreaks())
    }

    private mutating func quotedBreaks() throws(SyntaxError) -> [Unicode.Scalar] {
        var breaks: [Unicode.Scalar] = []
        while true {
            if cursor.isAtDocumentMark { throw error("found unexpected document separator") }
            while cursor.peek().isBlank { cursor.advanceInLine(1) }
            guard let another = cursor.lineBreak() else { return breaks }
            breaks.append(another)
        }
    }

    private static let codeLengths: [Unicode.Scalar: Int] = ["x": 2, "u": 4, "U": 8]

    private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
        "0": "\0", "a": "\u{07}", "b": "\u{08}", "t": "\t", "\t": "\t", "n": "\n", "v": "\u{0B}", "f": "\u{0C}",
        "r": "\r", "e": "\u{1B}", " ": " ", "\"": "\"", "\\": "\\", "/": "/", "N": "\u{85}", "_": "\u{A0}",
        "L": "\u{2028}", "P": "\u{2029}",
    ]
}
