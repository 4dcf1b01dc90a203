/// What a string or bytes literal says, collected as UTF-8.
struct LiteralContent {
    let isRaw: Bool
    let isBytes: Bool
    private(set) var bytes: [UInt8] = []

    init(isRaw: Bool, isBytes: Bool) {
        self.isRaw = isRaw
        self.isBytes = isBytes
    }

    /// Takes the letter or the escape at `position`, and gives the position after it.
    mutating func take(from text: [Unicode.Scalar], at position: Int) throws(CompileIssue) -> Int {
        guard text[position] == "\\", !isRaw else {
            append(text[position])
            // In a raw text a backslash keeps the quote after it inside.
            return position + 1
        }
        guard position + 1 < text.count else { throw mistake(at: position) }
        let letter = text[position + 1]
        if let plain = simpleEscapes[letter] {
            bytes.append(plain)
            return position + 2
        }
        switch letter {
        case "x", "X": return try takeNumber(text, from: position + 2, digits: 2, radix: 16)
        case "u" where !isBytes: return try takeNumber(text, from: position + 2, digits: 4, radix: 16)
        case "U" where !isBytes: return try takeNumber(text, from: position + 2, digits: 8, radix: 16)
        case "0"..."3": return try takeNumber(text, from: position + 1, digits: 3, radix: 8)
        default: throw mistake(at: position)
        }
    }

    private mutating func takeNumber(
        _ text: [Unicode.Scalar], from start: Int, digits: Int, radix: Int
    ) throws(CompileIssue) -> Int {
        var code: UInt32 = 0
        for index in start..<start + digits {
            guard index < text.count, let digit = Int(String(text[index]), radix: radix) else {
                throw mistake(at: start - 1)
            }
            code = code &* UInt32(radix) &+ UInt32(digit)
        }
        if isBytes {
            bytes.append(UInt8(truncatingIfNeeded: code))
        } else {
            guard let scalar = Unicode.Scalar(code) else { throw mistake(at: start - 1) }
            append(scalar)
        }
        return start + digits
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    private func mistake(at offset: Int) -> CompileIssue {
        CompileIssue(offset: offset, message: "Syntax error: invalid escape sequence")
    }
}

private let simpleEscapes: [Unicode.Scalar: UInt8] = [
    "a": 7, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11, "\\": 0x5C, "?": 0x3F, "\"": 0x22, "'": 0x27, "`": 0x60,
]
