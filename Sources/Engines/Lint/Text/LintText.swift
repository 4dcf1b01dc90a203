/// A text as the rules see it: its characters, its lines and its tokens.
struct LintText {
    /// They end with `.end`.
    let characters: [Unicode.Scalar]
    let lines: [Line]
    let stream: TokenStream

    var tokens: [Token] { stream.tokens }
    /// How many characters the text has.
    var count: Int { characters.count - 1 }

    /// - Parameter characters: They end with `.end`.
    init(_ characters: [Unicode.Scalar], limits: LintLimits) {
        self.characters = characters
        lines = Line.lines(of: characters)
        stream = TokenStream(characters, limits: limits)
    }

    func value(of token: Token) -> ArraySlice<Unicode.Scalar> { stream.value(of: token) }

    /// The token before, or nil at the start of the stream.
    func token(before index: Int) -> Token? { index > 0 ? tokens[index - 1] : nil }

    /// The token behind, or nil at the end of the stream.
    func token(after index: Int) -> Token? { index + 1 < tokens.count ? tokens[index + 1] : nil }
}

/// A line of a text. Only "\n" ends one; a "\r" before it belongs to the line break.
struct Line {
    /// From 1.
    var number: Int
    /// Offset of its first character.
    var start: Int
    /// Offset of its line break, or the end of the text.
    var end: Int

    var isEmpty: Bool { start == end }

    static func lines(of characters: [Unicode.Scalar]) -> [Line] {
        var lines: [Line] = []
        var start = 0
        let count = characters.count - 1
        for index in 0..<count where characters[index] == "\n" {
            let end = index > start && characters[index - 1] == "\r" ? index - 1 : index
            lines.append(Line(number: lines.count + 1, start: start, end: end))
            start = index + 1
        }
        lines.append(Line(number: lines.count + 1, start: start, end: count))
        return lines
    }
}
