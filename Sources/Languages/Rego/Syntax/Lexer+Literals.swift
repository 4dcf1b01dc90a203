// Numbers, strings and templates. What they stand for is `LiteralContent`'s.
extension Lexer {
    /// `12`, `1.5`, `1e-3`: what its digits mean is the parser's.
    mutating func number() throws(RegoError) {
        let start = position
        digits()
        if byte == UInt8(ascii: ".") {
            offset += 1
            guard digits() > 0 else { throw badNumber(from: start, "a digit is missing after the point") }
        }
        if let letter = byte, letter | 0x20 == UInt8(ascii: "e") {
            offset += 1
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { offset += 1 }
            guard digits() > 0 else { throw badNumber(from: start, "a digit is missing after the exponent's letter") }
        }
        if let letter = byte, isLetter(letter) {
            while let byte, isLetter(byte) || isDigit(byte) { offset += 1 }
            throw badNumber(from: start, "a name cannot start with a digit")
        }
    }

    private func badNumber(from start: Position, _ hint: String) -> RegoError {
        RegoError(.parse, "\"\(text(from: start.offset, to: offset))\" is not a number", hint: hint, at: start)
    }

    @discardableResult
    private mutating func digits() -> Int {
        let start = offset
        while let byte, isDigit(byte) { offset += 1 }
        return offset - start
    }

    mutating func string() throws(RegoError) {
        let start = position
        offset += 1
        while let byte, byte != UInt8(ascii: "\n") {
            if byte == UInt8(ascii: "\"") {
                offset += 1
                return
            }
            if byte == UInt8(ascii: "\\") { try escape(inTemplate: false) } else { step(byte) }
        }
        throw RegoError(
            .parse, "the string that starts here has no end",
            hint: "close it with `\"`, or use backquotes for several lines",
            at: start)
    }

    mutating func rawString() throws(RegoError) {
        let start = position
        offset += 1
        while let byte {
            step(byte)
            if byte == UInt8(ascii: "`") { return }
        }
        throw RegoError(.parse, "the string that starts here has no end", hint: "close it with a backquote", at: start)
    }

    mutating func template() throws(RegoError) -> Token.Kind {
        let start = position
        offset += 1
        switch byte {
        case UInt8(ascii: "\""):
            offset += 1
            return try templatePart(isRaw: false, from: start)
        case UInt8(ascii: "`"):
            offset += 1
            return try templatePart(isRaw: true, from: start)
        default:
            throw RegoError(
                .parse, "unexpected \"$\"", hint: "a template string is written `$\"… {x} …\"`", at: start)
        }
    }

    mutating func templatePart(isRaw: Bool, from start: Position) throws(RegoError) -> Token.Kind {
        let quote = isRaw ? UInt8(ascii: "`") : UInt8(ascii: "\"")
        while let byte, isRaw || byte != UInt8(ascii: "\n") {
            switch byte {
            case quote, UInt8(ascii: "{"):
                offset += 1
                return .templatePart(isRaw: isRaw, isLast: byte == quote)
            case UInt8(ascii: "\\") where isRaw:
                offset += nextByte == UInt8(ascii: "{") ? 2 : 1
            case UInt8(ascii: "\\"):
                try escape(inTemplate: true)
            default:
                step(byte)
            }
        }
        throw RegoError(
            .parse, "the template string that starts here has no end", hint: "close it with `\(isRaw ? "`" : "\"")`",
            at: start)
    }

    /// Steps over `\n`, `\u00e9` and the like.
    private mutating func escape(inTemplate: Bool) throws(RegoError) {
        let start = position
        offset += 1
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            offset += 1
        case UInt8(ascii: "{") where inTemplate:
            offset += 1
        case UInt8(ascii: "u"):
            offset += 1
            for _ in 0..<4 {
                guard let byte, hexValue(byte) != nil else {
                    throw RegoError(.parse, "`\\u` needs four hexadecimal digits", at: start)
                }
                offset += 1
            }
        default:
            throw RegoError(
                .parse, "unknown escape `\\\(byte.map { String(decoding: [$0], as: UTF8.self) } ?? "")` in a string",
                hint: "write `\\\\` for a backslash, or put the text in backquotes", at: start)
        }
    }
}
