/// The characters of a file, with `.end` behind them.
///
/// A byte order mark, or else where the zero bytes stand among the first four, says which UTF it is, as YAML wants it.
func decoded(_ bytes: [UInt8]) throws(SyntaxError) -> [Unicode.Scalar] {
    let zero: UInt8 = 0
    let start = Array(bytes.prefix(4))
    func starts(with mark: [UInt8]) -> Bool { start.starts(with: mark) }
    if start.count == 4 {
        if starts(with: [0, 0, 0xFE, 0xFF]) { return try utf32(bytes.dropFirst(4), isBigEndian: true) }
        if starts(with: [0, 0, 0]) { return try utf32(bytes[...], isBigEndian: true) }
        if starts(with: [0xFF, 0xFE, 0, 0]) { return try utf32(bytes.dropFirst(4), isBigEndian: false) }
        if start.dropFirst() == [zero, zero, zero] { return try utf32(bytes[...], isBigEndian: false) }
    }
    if starts(with: [0xFE, 0xFF]) { return try utf16(bytes.dropFirst(2), isBigEndian: true) }
    if start.count >= 2, start[0] == 0 { return try utf16(bytes[...], isBigEndian: true) }
    if starts(with: [0xFF, 0xFE]) { return try utf16(bytes.dropFirst(2), isBigEndian: false) }
    if start.count >= 2, start[1] == 0 { return try utf16(bytes[...], isBigEndian: false) }
    return try utf8(starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes)
}

private func utf8(_ bytes: [UInt8]) throws(SyntaxError) -> [Unicode.Scalar] {
    var characters: [Unicode.Scalar] = []
    characters.reserveCapacity(bytes.count + 1)
    var decoder = Unicode.UTF8()
    var rest = bytes.makeIterator()
    while true {
        switch decoder.decode(&rest) {
        case .scalarValue(let scalar): characters.append(scalar)
        case .emptyInput:
            characters.append(.end)
            return characters
        case .error: throw notDecodable("UTF-8", behind: characters)
        }
    }
}

private func utf16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) throws(SyntaxError) -> [Unicode.Scalar] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        units.append(isBigEndian ? first << 8 | second : second << 8 | first)
        index += 2
    }
    var characters: [Unicode.Scalar] = []
    var decoder = Unicode.UTF16()
    var rest = units.makeIterator()
    while true {
        switch decoder.decode(&rest) {
        case .scalarValue(let scalar): characters.append(scalar)
        case .emptyInput:
            guard bytes.count.isMultiple(of: 2) else { throw notDecodable("UTF-16", behind: characters) }
            characters.append(.end)
            return characters
        case .error: throw notDecodable("UTF-16", behind: characters)
        }
    }
}

private func utf32(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) throws(SyntaxError) -> [Unicode.Scalar] {
    var characters: [Unicode.Scalar] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
        let unit = bytes[index..<min(index + 4, bytes.endIndex)]
        let value = (isBigEndian ? Array(unit) : unit.reversed()).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        guard unit.count == 4, let scalar = Unicode.Scalar(value) else {
            throw notDecodable("UTF-32", behind: characters)
        }
        characters.append(scalar)
        index += 4
    }
    characters.append(.end)
    return characters
}

private func notDecodable(_ encoding: String, behind characters: [Unicode.Scalar]) -> SyntaxError {
    SyntaxError(
        message: "the bytes here are not \(encoding); save the file as UTF-8", mark: mark(behind: characters[...]))
}

/// The place behind characters.
private func mark(behind characters: ArraySlice<Unicode.Scalar>) -> Mark {
    let lineStart = characters.lastIndex(of: "\n").map { $0 + 1 } ?? characters.startIndex
    return Mark(
        index: characters.count, line: characters.count { $0 == "\n" }, column: characters.endIndex - lineStart)
}

/// The first character that no YAML text may hold.
func unacceptableCharacter(in characters: [Unicode.Scalar]) -> SyntaxError? {
    guard let index = characters.dropLast().firstIndex(where: { !isAcceptable($0) }) else { return nil }
    let digits = String(characters[index].value, radix: 16)
    let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return SyntaxError(
        message: "unacceptable character #x\(code): special characters are not allowed",
        mark: mark(behind: characters[..<index]))
}

private func isAcceptable(_ character: Unicode.Scalar) -> Bool {
    switch character.value {
    case 0x20...0x7E, 0x0A, 0x0D, 0x09, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
}
