internal import KubeTypes

/// From when to when a certificate is valid (RFC 5280, section 4.1).
struct CertificateValidity: Sendable, Hashable {
    var start: Timestamp
    var end: Timestamp

    /// Nil for what is no X.509 certificate.
    init?(der: [UInt8]) {
        // Certificate, its signed part, then version (optional), serial number, algorithm, issuer, validity.
        var outer = DERReader(der[...])
        guard let certificate = outer.next(0x30) else { return nil }
        var inner = DERReader(certificate)
        guard let signed = inner.next(0x30) else { return nil }
        var fields = DERReader(signed)
        _ = fields.next(0xA0)
        guard fields.next(0x02) != nil, fields.next(0x30) != nil, fields.next(0x30) != nil,
            let validity = fields.next(0x30)
        else { return nil }
        var times = DERReader(validity)
        guard let start = times.time(), let end = times.time() else { return nil }
        self.start = start
        self.end = end
    }
}

/// Reads tag, length and content of DER (X.690), one after the other.
private struct DERReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    /// The content of the next value when it has the tag; otherwise the reader stays where it is.
    mutating func next(_ tag: UInt8) -> ArraySlice<UInt8>? {
        guard rest.first == tag, let (content, after) = value() else { return nil }
        rest = after
        return content
    }

    /// UTCTime has two digits of the year, GeneralizedTime four.
    mutating func time() -> Timestamp? {
        if let short = next(0x17) {
            let text = String(decoding: short, as: UTF8.self)
            guard let year = Int(text.prefix(2)) else { return nil }
            return timestamp((year < 50 ? "20" : "19") + text)
        }
        return next(0x18).flatMap { timestamp(String(decoding: $0, as: UTF8.self)) }
    }

    private func value() -> (ArraySlice<UInt8>, ArraySlice<UInt8>)? {
        var body = rest.dropFirst()
        guard let first = body.first else { return nil }
        body = body.dropFirst()
        var length = Int(first)
        if first & 0x80 != 0 {
            let count = Int(first & 0x7F)
            guard (1...4).contains(count), body.count >= count else { return nil }
            length = body.prefix(count).reduce(0) { $0 << 8 | Int($1) }
            body = body.dropFirst(count)
        }
        guard body.count >= length else { return nil }
        return (body.prefix(length), body.dropFirst(length))
    }

    /// `20260102030405Z`.
    private func timestamp(_ text: String) -> Timestamp? {
        let digits = Array(text.prefix(14))
        guard digits.count == 14, text.hasSuffix("Z") else { return nil }
        func part(_ range: Range<Int>) -> String { String(digits[range]) }
        return Timestamp(
            "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):\(part(12..<14))Z")
    }
}

/// The content of the first PEM block whose label ends in `kind` (RFC 7468).
func pemBlock(_ bytes: [UInt8], ofKind kind: String) -> [UInt8]? {
    var letters: String?
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
        if line.hasPrefix("-----BEGIN "), line.hasSuffix("\(kind)-----") {
            letters = ""
        } else if line.hasPrefix("-----END ") {
            if let letters { return decodedBase64(letters) }
        } else if letters != nil {
            letters?.append(contentsOf: line.filter { !$0.isWhitespace })
        }
    }
    return nil
}
