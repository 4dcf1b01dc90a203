/// Cuts the bytes of a text into tokens, one when asked.
struct Lexer: Sendable {
    let bytes: [UInt8]
    var keywords: KeywordSet = []
    private(set) var comments: [Comment] = []
    private var place = Place()

    fileprivate struct Place {
        var offset = 0
        var line = 1
        /// Bytes before the line, and those of the line that only continue a character.
        var lineStart = 0
        var continuations = 0
    }

    init(_ text: String) {
        bytes = Array(text.utf8)
        // A mark of the byte order may stand at the start.
        if bytes.starts(with: [0xef, 0xbb, 0xbf]) {
            place.offset = 3
            place.continuations = 3
        }
    }

    var offset: Int {
        get { place.offset }
        set { place.offset = newValue }
    }

    var position: Position {
        let column = place.offset - place.lineStart - place.continuations + 1
        return Position(line: place.line, column: column, offset: place.offset)
    }

    /// Where to come back to. It holds no comments, so that they need not be copied.
    struct Mark {
        fileprivate var place: Place
        fileprivate var commentCount: Int
    }

    var mark: Mark { Mark(place: place, commentCount: comments.count) }

    mutating func goBack(to mark: Mark) {
        place = mark.place
        comments.removeLast(max(0, comments.count - mark.commentCount))
    }

    var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }
    var nextByte: UInt8? { offset + 1 < bytes.count ? bytes[offset + 1] : nil }

    func text(from start: Int, to end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }

    // MARK: Tokens

    mutating func next() throws(RegoError) -> Token {
        let before = offset
        let lineBefore = place.line
        try skipSpace()
        let start = position
        let kind = try kind()
        return Token(
            kind: kind, position: start, end: offset, isSpaced: start.offset > before,
            isOnNewLine: start.line > lineBefore)
    }

    /// What follows the `}` of an expression inside a template.
    mutating func nextTemplatePart(isRaw: Bool) throws(RegoError) -> Token {
        let start = position
        let kind = try templatePart(isRaw: isRaw, from: start)
        return Token(kind: kind, position: start, end: offset, isSpaced: false, isOnNewLine: false)
    }

    private mutating func kind() throws(RegoError) -> Token.Kind {
        guard let byte else { return .end }
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
            return word()
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            try number()
            return .number
        case UInt8(ascii: "\""):
            try string()
            return .string
        case UInt8(ascii: "`"):
            try rawString()
            return .rawString
        case UInt8(ascii: "$"):
            return try template()
        default:
            return .mark(try mark(byte))
        }
    }

    private mutating func word() -> Token.Kind {
        let start = offset
        while let byte, isLetter(byte) || isDigit(byte) { offset += 1 }
        guard (2...8).contains(offset - start), let keyword = Keyword(rawValue: text(from: start, to: offset)),
            keywords.has(keyword)
        else { return .name }
        return .keyword(keyword)
    }

    private mutating func mark(_ byte: UInt8) throws(RegoError) -> Token.Mark {
        let start = position
        offset += 1
        let mark: Token.Mark
        let longer: Token.Mark?
        switch byte {
        case UInt8(ascii: "["): (mark, longer) = (.leftBracket, nil)
        case UInt8(ascii: "]"): (mark, longer) = (.rightBracket, nil)
        case UInt8(ascii: "{"): (mark, longer) = (.leftBrace, nil)
        case UInt8(ascii: "}"): (mark, longer) = (.rightBrace, nil)
        case UInt8(ascii: "("): (mark, longer) = (.leftParenthesis, nil)
        case UInt8(ascii: ")"): (mark, longer) = (.rightParenthesis, nil)
        case UInt8(ascii: ","): (mark, longer) = (.comma, nil)
        case UInt8(ascii: ";"): (mark, longer) = (.semicolon, nil)
        case UInt8(ascii: "."): (mark, longer) = (.dot, nil)
        case UInt8(ascii: "+"): (mark, longer) = (.plus, nil)
        case UInt8(ascii: "-"): (mark, longer) = (.minus, nil)
        case UInt8(ascii: "*"): (mark, longer) = (.times, nil)
        case UInt8(ascii: "/"): (mark, longer) = (.divided, nil)
        case UInt8(ascii: "%"): (mark, longer) = (.remainder, nil)
        case UInt8(ascii: "&"): (mark, longer) = (.and, nil)
        case UInt8(ascii: "|"): (mark, longer) = (.or, nil)
        case UInt8(ascii: ":"): (mark, longer) = (.colon, .assign)
        case UInt8(ascii: "="): (mark, longer) = (.unify, .equal)
        case UInt8(ascii: "<"): (mark, longer) = (.less, .lessOrEqual)
        case UInt8(ascii: ">"): (mark, longer) = (.greater, .greaterOrEqual)
        case UInt8(ascii: "!") where self.byte == UInt8(ascii: "="): (mark, longer) = (.notEqual, .notEqual)
        default: throw illegalCharacter(byte, at: start)
        }
        guard let longer, self.byte == UInt8(ascii: "=") else { return mark }
        offset += 1
        return longer
    }

    private func illegalCharacter(_ byte: UInt8, at start: Position) -> RegoError {
        switch byte {
        case UInt8(ascii: "!"):
            RegoError(.parse, "unexpected \"!\"", hint: "write `not x`, or `a != b`", at: start)
        case UInt8(ascii: "'"):
            RegoError(.parse, "unexpected \"'\"", hint: "strings stand in double quotes or in backquotes", at: start)
        default:
            RegoError(.parse, "unexpected character \(described(at: start.offset))", at: start)
        }
    }

    private func described(at start: Int) -> String {
        guard
            let scalar = String(decoding: bytes[start..<min(start + 4, bytes.count)], as: UTF8.self).unicodeScalars
                .first
        else { return "\"\"" }
        return scalar.value < 0x20 || scalar.value == 0x7f || scalar.value == 0xfeff
            ? "U+" + String(scalar.value, radix: 16, uppercase: true) : "\"\(scalar)\""
    }

    // MARK: Space and comments

    private mutating func skipSpace() throws(RegoError) {
        while let byte {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): offset += 1
            case UInt8(ascii: "\n"): newLine()
            case UInt8(ascii: "#"): comment()
            default: return
            }
        }
    }

    /// Steps over the `\n` here.
    private mutating func newLine() {
        offset += 1
        place.line += 1
        place.lineStart = offset
        place.continuations = 0
    }

    private mutating func comment() {
        let start = position
        while let byte, byte != UInt8(ascii: "\n") { step(byte) }
        let end = bytes[offset - 1] == UInt8(ascii: "\r") ? offset - 1 : offset
        comments.append(Comment(text: text(from: start.offset + 1, to: max(end, start.offset + 1)), position: start))
    }

    /// One byte of a comment or of a string.
    mutating func step(_ byte: UInt8) {
        if byte == UInt8(ascii: "\n") { return newLine() }
        if byte & 0xc0 == 0x80 { place.continuations += 1 }
        offset += 1
    }
}

func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
}
