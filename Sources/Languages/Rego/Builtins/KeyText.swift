internal import SwiftASN1

/// Keys and certificates in PEM, in DER, or in base 64 of either.
struct KeyText {
    /// What a block holds, and its bytes in DER.
    private(set) var blocks: [(type: String, bytes: [UInt8])] = []

    /// - Throws: what is wrong with a text that is neither PEM nor base 64.
    init(_ text: String) throws(BuiltinFailure) {
        if let blocks = Self.blocks(text) {
            self.blocks = blocks
            return
        }
        let bytes = try Base64Text.decoded(text)
        if let inner = String(validating: bytes, as: UTF8.self), let blocks = Self.blocks(inner) {
            self.blocks = blocks
        } else {
            blocks = [("", bytes)]
        }
    }

    /// Lines may be of any length, as Go takes them. Nil where there is no block.
    private static func blocks(_ text: String) -> [(String, [UInt8])]? {
        var blocks: [(String, [UInt8])] = []
        var rest = text[...]
        while let begin = rest.firstRange(of: "-----BEGIN "),
            let type = rest[begin.upperBound...].firstRange(of: "-----")
        {
            let name = String(rest[begin.upperBound..<type.lowerBound])
            guard let end = rest[type.upperBound...].firstRange(of: "-----END \(name)-----") else { break }
            // Headers (`Proc-Type: …`) stand before an empty line.
            let lines = rest[type.upperBound..<end.lowerBound].split(whereSeparator: \.isNewline).filter {
                !$0.contains(":")
            }
            let body = lines.joined().filter { !$0.isWhitespace }
            if let bytes = try? Base64Text.decoded(body) { blocks.append((name, bytes)) }
            rest = rest[end.upperBound...]
        }
        return blocks.isEmpty ? nil : blocks
    }

    /// Whether something but blanks follows the first block.
    static func hasMore(_ text: String) -> Bool {
        guard let end = text.firstRange(of: "-----END ") else { return false }
        let after = text[end.upperBound...].firstRange(of: "-----").map { text[$0.upperBound...] } ?? ""
        return after.contains { !$0.isWhitespace }
    }
}

extension [UInt8] {
    /// The nodes in a sequence of DER.
    var derSequence: [ASN1Node]? { (try? DER.parse(self)).flatMap(\.children) }
}

extension ASN1Node {
    var children: [ASN1Node]? {
        if case .constructed(let nodes) = content { Array(nodes) } else { nil }
    }

    /// The bytes of an integer or a string.
    var bytes: [UInt8]? {
        if case .primitive(let bytes) = content { Array(bytes) } else { nil }
    }

    /// The bytes of an unsigned integer, without a zero before them.
    var unsigned: [UInt8]? { bytes.map { Array($0.drop { $0 == 0 }) } }

    var der: [UInt8] { Array(encodedBytes) }
}

/// The public key (SubjectPublicKeyInfo) of a certificate.
func publicKeyInfo(ofCertificate bytes: [UInt8]) -> [UInt8]? {
    guard let body = bytes.derSequence?.first?.children else { return nil }
    // The version comes first, if there is one; then serial number, algorithm, issuer, validity, subject.
    let index = body.first?.identifier.tagClass == .contextSpecific ? 6 : 5
    return body.indices.contains(index) ? body[index].der : nil
}
