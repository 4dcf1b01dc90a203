import KubeTypes

/// What a text in base 64 (RFC 4648, section 4, with padding) says, or nil. Line breaks are skipped.
func base64Decoded(_ text: String) -> [UInt8]? {
    let letters = text.utf8.filter { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    guard letters.count % 4 == 0, !letters.contains(UInt8(ascii: "-")), !letters.contains(UInt8(ascii: "_")) else {
        return nil
    }
    return decodedBase64(String(decoding: letters, as: UTF8.self))
}
