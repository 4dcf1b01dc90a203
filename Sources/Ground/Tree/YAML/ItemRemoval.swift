/// `text` without the scalar at `extent`, counted in Unicode scalars, where it is an item of a list: with its line, or with
/// its comma. Everything else stays as it is, and so does what is no item.
func removingItem(_ extent: Range<Int>, isInFlow: Bool, from text: [UInt8]) -> [UInt8] {
    let start = byteOffset(of: extent.lowerBound, in: text)
    let end = byteOffset(of: extent.upperBound, in: text)
    return isInFlow ? removingInFlow(start..<end, from: text) : removingLine(start..<end, from: text)
}

private func removingInFlow(_ item: Range<Int>, from text: [UInt8]) -> [UInt8] {
    let before = text[..<item.lowerBound].lastIndex { !isBlank($0) }
    let after = text[item.upperBound...].firstIndex { !isBlank($0) }
    guard let before, let after else { return text }
    let comma = UInt8(ascii: ",")
    if text[before] == comma { return Array(text[..<before] + text[item.upperBound...]) }
    guard text[before] == UInt8(ascii: "["), text[after] == comma else { return text }
    let next = text[(after + 1)...].firstIndex { !isBlank($0) } ?? after + 1
    return Array(text[..<item.lowerBound] + text[next...])
}

/// `- item`, alone on its line but for a comment.
private func removingLine(_ item: Range<Int>, from text: [UInt8]) -> [UInt8] {
    let newline = UInt8(ascii: "\n")
    let lineStart = text[..<item.lowerBound].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let lineEnd = text[item.upperBound...].firstIndex(of: newline).map { $0 + 1 } ?? text.count
    let lead = text[lineStart..<item.lowerBound].filter { !isBlank($0) }
    let rest = text[item.upperBound..<lineEnd].first { !isBlank($0) }
    guard lead == [UInt8(ascii: "-")], rest == nil || rest == UInt8(ascii: "#") else { return text }
    return Array(text[..<lineStart] + text[lineEnd...])
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
