// Texts are searched as bytes, as Go does; Swift's own search would take two spellings of `é` for one.

/// Where `needle` begins, at `start` or behind it; nil when it does not. Takes time in proportion to both (Knuth,
/// Morris and Pratt).
func firstIndex(of needle: [UInt8], in bytes: [UInt8], from start: Int = 0) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
        needle.withUnsafeBufferPointer { firstIndex(of: $0, in: bytes, from: start) }
    }
}

/// Whether the bytes of `needle` stand in `text`.
func containsBytes(_ text: String, _ needle: String) -> Bool {
    var text = text
    var needle = needle
    return text.withUTF8 { text in needle.withUTF8 { firstIndex(of: $0, in: text, from: 0) != nil } }
}

private func firstIndex(
    of needle: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
) -> Int? {
    guard let first = needle.first else { return start <= bytes.count ? start : nil }
    guard bytes.count - start >= needle.count else { return nil }
    // A short one costs less to compare than to prepare.
    if needle.count <= 8 {
        for index in start...(bytes.count - needle.count) where bytes[index] == first {
            var count = 1
            while count < needle.count, bytes[index + count] == needle[count] { count += 1 }
            if count == needle.count { return index }
        }
        return nil
    }
    var fallbacks = [Int](repeating: 0, count: needle.count)
    var length = 0
    for index in 1..<needle.count {
        while length > 0, needle[index] != needle[length] { length = fallbacks[length - 1] }
        if needle[index] == needle[length] { length += 1 }
        fallbacks[index] = length
    }
    length = 0
    for index in start..<bytes.count {
        while length > 0, bytes[index] != needle[length] { length = fallbacks[length - 1] }
        if bytes[index] == needle[length] { length += 1 }
        if length == needle.count { return index - length + 1 }
    }
    return nil
}

func hasBytePrefix(_ text: String, _ prefix: String) -> Bool { text.utf8.starts(with: prefix.utf8) }

func hasByteSuffix(_ text: String, _ suffix: String) -> Bool {
    text.utf8.count >= suffix.utf8.count && text.utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
}

/// The parts between the separators, at most `limit` of them; an empty separator parts the characters.
func splitBytes(_ text: String, _ separator: String, limit: Int = .max) -> [String] {
    guard limit > 0 else { return [] }
    if separator.isEmpty {
        let scalars = Array(text.unicodeScalars)
        guard scalars.count > limit else { return scalars.map { String($0) } }
        var rest = String.UnicodeScalarView()
        rest.append(contentsOf: scalars[(limit - 1)...])
        return scalars[..<(limit - 1)].map { String($0) } + [String(rest)]
    }
    let bytes = Array(text.utf8)
    let needle = Array(separator.utf8)
    var parts: [String] = []
    var start = 0
    while parts.count < limit - 1, let found = firstIndex(of: needle, in: bytes, from: start) {
        parts.append(String(decoding: bytes[start..<found], as: UTF8.self))
        start = found + needle.count
    }
    return parts + [String(decoding: bytes[start...], as: UTF8.self)]
}
