internal import KubeTypes

/// Base 64 as Go's strict decoders read it.
enum Base64Text {
    /// Padded; line breaks are passed over.
    ///
    /// - Throws: the place of the first byte that does not fit, in Go's words.
    static func decoded(_ text: String, isURL: Bool = false, isPadded: Bool = true) throws(BuiltinFailure) -> [UInt8] {
        let others = isURL ? (UInt8(ascii: "-"), UInt8(ascii: "_")) : (UInt8(ascii: "+"), UInt8(ascii: "/"))
        var letters: [UInt8] = []
        var padding = 0
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): continue
            case UInt8(ascii: "=") where isPadded && (letters.count + padding) % 4 >= 2 && padding < 2: padding += 1
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"),
                others.0, others.1:
                guard padding == 0 else { throw illegal(index) }
                letters.append(byte)
            default: throw illegal(index)
            }
        }
        let isWhole = isPadded ? (letters.count + padding).isMultiple(of: 4) : letters.count % 4 != 1
        guard isWhole, let bytes = decodedBase64(String(decoding: letters, as: UTF8.self)) else {
            throw illegal(text.utf8.count)
        }
        return bytes
    }

    /// Of the URL's alphabet, with its padding or without.
    static func decodedURL(_ text: String) throws(BuiltinFailure) -> [UInt8] {
        if text.utf8.last == UInt8(ascii: "=") || text.utf8.count.isMultiple(of: 4) {
            return try decoded(text, isURL: true)
        }
        guard text.utf8.count % 4 > 1 else { throw BuiltinFailure("illegal base64url string: \(text)") }
        return try decoded(text, isURL: true, isPadded: false)
    }

    /// Without padding.
    static func encodedURL(_ bytes: [UInt8]) -> String {
        String(base64(bytes).replacing("+", with: "-").replacing("/", with: "_").prefix { $0 != "=" })
    }

    private static func illegal(_ index: Int) -> BuiltinFailure {
        BuiltinFailure("illegal base64 data at input byte \(index)")
    }
}
