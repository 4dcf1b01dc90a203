/// `text` with quotes around the plain scalar that starts at `start`, counted in Unicode scalars; nil when there is none.
///
/// Within brackets libyaml refuses a word with a colon before a comma or bracket, as in `[2001:db8::]`. kubectl's and
/// Istio's reader takes it, and addresses are written so. The columns behind it on its line are two too large then.
func quotingColons(in text: [UInt8], refusedAt start: Int?) -> [UInt8]? {
    guard let start else { return nil }
    let begin = byteOffset(of: start, in: text)
    var end = begin
    while end < text.count {
        let byte = text[end]
        let next = end + 1 < text.count ? text[end + 1] : UInt8(ascii: "\n")
        let isBlankNext = next == 0x20 || next == 0x09 || next == 0x0A || next == 0x0D
        if byte == UInt8(ascii: ":"), isBlankNext { break }
        if byte == 0x0A || byte == 0x0D || ",[]{}'\"".utf8.contains(byte) { break }
        if (byte == 0x20 || byte == 0x09) && (isBlankNext || next == UInt8(ascii: "#")) { break }
        end += 1
    }
    // A colon that would part a key from nothing stays refused.
    guard end > begin, end < text.count, text[end] != UInt8(ascii: ":"), text[begin] != UInt8(ascii: ":") else {
        return nil
    }
    let quote = [UInt8(ascii: "'")]
    return Array(text[..<begin]) + quote + text[begin..<end] + quote + Array(text[end...])
}
