/// Directives, anchors, aliases and tags.
extension Scanner {
    mutating func scanDirective() throws(SyntaxError) {
        let start = cursor.mark
        cursor.advance()
        let name = try word(followedBy: \.isSpaceOrBreakOrEnd)
        var value: [Unicode.Scalar] = []
        switch String(name) {
        case "YAML": value = try versionNumber()
        case "TAG": value = try tagShorthand()
        default: break
        }
        // The rest of a directive that nobody knows is not part of it.
        add(.directive, from: start, value: keep(value))
        if value.isEmpty { cursor.skipLine() }
        try endOfLine()
    }

    /// Nothing but a comment may follow.
    mutating func endOfLine() throws(SyntaxError) {
        cursor.skipSpaces()
        if cursor.peek() == "#" { cursor.skipLine() }
        guard cursor.peek().isBreakOrEnd else {
            throw error("expected a comment or a line break, but found \(cursor.peek().quoted)")
        }
        _ = cursor.lineBreak()
    }

    private mutating func word(
        followedBy isEnd: (Unicode.Scalar) -> Bool
    ) throws(SyntaxError) -> [Unicode.Scalar] {
        var word: [Unicode.Scalar] = []
        while cursor.peek().isWord {
            word.append(cursor.peek())
            cursor.advanceInLine(1)
        }
        guard !word.isEmpty, isEnd(cursor.peek()) else {
            throw error("expected alphabetic or numeric character, but found \(cursor.peek().quoted)")
        }
        return word
    }

    /// `1.1` of `%YAML 1.1`.
    private mutating func versionNumber() throws(SyntaxError) -> [Unicode.Scalar] {
        cursor.skipSpaces()
        let major = try number()
        guard cursor.peek() == "." else {
            throw error("expected a digit or '.', but found \(cursor.peek().quoted)")
        }
        cursor.advance()
        let minor = try number()
        guard cursor.peek().isSpaceOrBreakOrEnd else {
            throw error("expected a digit or ' ', but found \(cursor.peek().quoted)")
        }
        return major + ["."] + minor
    }

    private mutating func number() throws(SyntaxError) -> [Unicode.Scalar] {
        var digits: [Unicode.Scalar] = []
        while cursor.peek().isDigit {
            digits.append(cursor.peek())
            cursor.advanceInLine(1)
        }
        guard !digits.isEmpty else { throw error("expected a digit, but found \(cursor.peek().quoted)") }
        // `01.1` is version 1.1.
        return Array(digits.dropLast().drop { $0 == "0" } + digits.suffix(1))
    }

    /// The handle of `%TAG !e! prefix`.
    private mutating func tagShorthand() throws(SyntaxError) -> [Unicode.Scalar] {
        cursor.skipSpaces()
        let handle = try tagHandle()
        guard cursor.peek() == " " else { throw error("expected ' ', but found \(cursor.peek().quoted)") }
        cursor.skipSpaces()
        _ = try tagURI()
        guard cursor.peek().isSpaceOrBreakOrEnd else {
            throw error("expected ' ', but found \(cursor.peek().quoted)")
        }
        return handle
    }

    /// An anchor or an alias.
    mutating func fetchProperty(_ kind: Token.Kind) throws(SyntaxError) {
        try noteKey()
        canBeKey = false
        let start = cursor.mark
        cursor.advance()
        let name = try word { $0.isBlankOrBreakOrEnd || $0.isOne(of: "?:,]}%@`") }
        add(kind, from: start, value: keep(name))
    }

    /// A tag; its value is its handle, which is empty for `!<…>` and a lone `!`.
    mutating func fetchTag() throws(SyntaxError) {
        try noteKey()
        canBeKey = false
        let start = cursor.mark
        var handle: [Unicode.Scalar] = []
        let next = cursor.peek(1)
        if next == "<" {
            cursor.advance(2)
            _ = try tagURI()
            guard cursor.peek() == ">" else { throw error("expected '>', but found \(cursor.peek().quoted)") }
            cursor.advance()
        } else if next.isBlankOrBreakOrEnd {
            cursor.advance()
        } else {
            if hasNamedHandle {
                handle = try tagHandle()
            } else {
                handle = ["!"]
                cursor.advance()
            }
            _ = try tagURI()
        }
        guard cursor.peek().isSpaceOrBreakOrEnd else {
            throw error("expected ' ', but found \(cursor.peek().quoted)")
        }
        add(.tag, from: start, value: keep(handle))
    }

    /// Whether another `!` stands in the word.
    private var hasNamedHandle: Bool {
        var offset = 1
        while !cursor.peek(offset).isSpaceOrBreakOrEnd {
            if cursor.peek(offset) == "!" { return true }
            offset += 1
        }
        return false
    }

    private mutating func tagHandle() throws(SyntaxError) -> [Unicode.Scalar] {
        guard cursor.peek() == "!" else { throw error("expected '!', but found \(cursor.peek().quoted)") }
        var length = 1
        if cursor.peek(1) != " " {
            while cursor.peek(length).isWord { length += 1 }
            guard cursor.peek(length) == "!" else {
                cursor.advanceInLine(length)
                throw error("expected '!', but found \(cursor.peek().quoted)")
            }
            length += 1
        }
        let handle = Array(cursor.text(length))
        cursor.advanceInLine(length)
        return handle
    }

    private mutating func tagURI() throws(SyntaxError) -> [Unicode.Scalar] {
        var uri: [Unicode.Scalar] = []
        while cursor.peek().isWord || cursor.peek().isOne(of: ";/?:@&=+$,.!~*'()[]%") {
            if cursor.peek() == "%" {
                try uriEscapes()
                uri.append("%")
            } else {
                uri.append(cursor.peek())
                cursor.advanceInLine(1)
            }
        }
        guard !uri.isEmpty else { throw error("expected URI, but found \(cursor.peek().quoted)") }
        return uri
    }

    /// Percent-encoded bytes that stand together; they must be UTF-8.
    private mutating func uriEscapes() throws(SyntaxError) {
        let start = cursor.mark
        var bytes: [UInt8] = []
        while cursor.peek() == "%" {
            cursor.advance()
            var byte: UInt32 = 0
            for offset in 0..<2 {
                guard let digit = cursor.peek(offset).hexValue else {
                    throw error(
                        "expected URI escape sequence of 2 hexadecimal numbers, but found "
                            + cursor.peek(offset).quoted)
                }
                byte = byte * 16 + digit
            }
            bytes.append(UInt8(truncatingIfNeeded: byte))
            cursor.advance(2)
        }
        if let flaw = UTF8Flaw(in: bytes) { throw error("\(flaw)", at: start) }
    }
}
