/// A place in a text that moves forward and counts lines and columns.
struct Cursor {
    let characters: [Unicode.Scalar]
    private(set) var mark = Mark(index: 0, line: 0, column: 0)

    /// - Parameter characters: They end with `.end`.
    init(_ characters: [Unicode.Scalar]) { self.characters = characters }

    var column: Int { mark.column }

    func peek(_ offset: Int = 0) -> Unicode.Scalar {
        let index = mark.index + offset
        return index < characters.count ? characters[index] : .end
    }

    mutating func advance(_ count: Int = 1) {
        for _ in 0..<count {
            let character = peek()
            mark.index += 1
            if character.isBreak, character != "\r" || peek() != "\n" {
                mark.line += 1
                mark.column = 0
            } else if character != .byteOrderMark {
                mark.column += 1
            }
        }
    }

    /// Over characters of which none is a break or a byte order mark.
    mutating func advanceInLine(_ count: Int) {
        mark.index += count
        mark.column += count
    }

    mutating func skipSpaces() {
        while peek() == " " { advanceInLine(1) }
    }

    /// To the end of the line, before its break.
    mutating func skipLine() {
        while !peek().isBreakOrEnd { advance() }
    }

    /// Goes over a line break and says what a scalar holds in its place.
    mutating func lineBreak() -> Unicode.Scalar? {
        let character = peek()
        guard character.isBreak else { return nil }
        advance(character == "\r" && peek(1) == "\n" ? 2 : 1)
        return character.value >= 0x2028 ? character : "\n"
    }

    /// Whether `---` or `...` stands here, and nothing behind it on the word.
    var isAtDocumentMark: Bool {
        let first = peek()
        guard first == "-" || first == "." else { return false }
        return peek(1) == first && peek(2) == first && peek(3).isBlankOrBreakOrEnd
    }

    func text(_ count: Int) -> ArraySlice<Unicode.Scalar> { characters[mark.index..<mark.index + count] }
}
