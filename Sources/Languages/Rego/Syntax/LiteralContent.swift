/// What the text between the quotes of a literal stands for.
enum LiteralContent {
    /// - Parameter content: bytes whose escapes the lexer has checked.
    /// A half of a surrogate pair alone becomes U+FFFD, as Go's JSON has it.
    static func unescaped(_ content: ArraySlice<UInt8>) -> String {
        guard content.contains(UInt8(ascii: "\\")) else { return String(decoding: content, as: UTF8.self) }
        var result: [UInt8] = []
        result.reserveCapacity(content.count)
        var index = content.startIndex
        while index < content.endIndex {
            guard content[index] == UInt8(ascii: "\\"), index + 1 < content.endIndex else {
                result.append(content[index])
                index += 1
                continue
            }
            if content[index + 1] == UInt8(ascii: "u") {
                index = appendScalar(of: content, at: index, to: &result)
            } else {
                result.append(plain(content[index + 1]))
                index += 2
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// A raw template's text: only `\{` is an escape.
    static func unescapedBraces(_ content: ArraySlice<UInt8>) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(content.count)
        for (index, byte) in zip(content.indices, content) {
            let isEscape =
                byte == UInt8(ascii: "\\") && index + 1 < content.endIndex && content[index + 1] == UInt8(ascii: "{")
            if !isEscape { result.append(byte) }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func plain(_ escaped: UInt8) -> UInt8 {
        switch escaped {
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0c
        case UInt8(ascii: "n"): 0x0a
        case UInt8(ascii: "r"): 0x0d
        case UInt8(ascii: "t"): 0x09
        default: escaped
        }
    }

    /// - Returns: the index after the `\uXXXX` (or the pair of them) at `index`.
    private static func appendScalar(
        of content: ArraySlice<UInt8>, at index: Int, to result: inout [UInt8]
    ) -> Int {
        let unit = codeUnit(of: content, at: index)
        if (0xd800..<0xdc00).contains(unit) {
            let low = codeUnit(of: content, at: index + 6)
            if (0xdc00..<0xe000).contains(low),
                let scalar = Unicode.Scalar(0x10000 + (unit - 0xd800) << 10 + (low - 0xdc00))
            {
                result.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
                return index + 12
            }
        }
        result.append(contentsOf: UTF8.encode(Unicode.Scalar(unit) ?? "\u{fffd}").map { Array($0) } ?? [])
        return min(index + 6, content.endIndex)
    }

    /// 0 where no `\uXXXX` stands.
    private static func codeUnit(of content: ArraySlice<UInt8>, at index: Int) -> UInt32 {
        guard index + 6 <= content.endIndex, content[index] == UInt8(ascii: "\\"),
            content[index + 1] == UInt8(ascii: "u")
        else { return 0 }
        return content[(index + 2)..<(index + 6)].reduce(0) { $0 << 4 | UInt32(hexValue($1) ?? 0) }
    }
}
