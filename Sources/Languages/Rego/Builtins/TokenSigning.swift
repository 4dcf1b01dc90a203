internal import Crypto
internal import CryptoExtras

/// Makes tokens with a key in JWK.
struct TokenSigning {
    private let key: RegoValue

    static let algorithms: Set = [
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "HS256", "HS384", "HS512",
        "EdDSA",
    ]

    /// - Parameters:
    ///   - header, payload: as they stand in the token.
    ///   - key: a JWK or a set of those, of which the first counts.
    static func token(header: String, payload: String, key: String) throws(BuiltinFailure) -> String {
        guard let document = try? JSONText.read(Array(key.utf8)), case .object = document else {
            throw BuiltinFailure("failed to parse a JWK key")
        }
        guard let first = document["keys"].map({ $0.items?.first }) ?? document else {
            throw BuiltinFailure("no keys found in JWK set")
        }
        guard let fields = try? JSONText.read(Array(header.utf8)), let algorithm = fields["alg"]?.text else {
            throw BuiltinFailure("missing or invalid 'alg' header")
        }
        guard algorithms.contains(algorithm) else { throw BuiltinFailure("unknown JWS algorithm: \(algorithm)") }
        let type = fields["typ"]?.text
        if type == nil || type == "JWT", (try? JSONText.read(Array(payload.utf8))) == nil {
            throw BuiltinFailure("type is JWT but payload is not JSON")
        }
        let text = Base64Text.encodedURL(Array(header.utf8)) + "." + Base64Text.encodedURL(Array(payload.utf8))
        guard let signature = try? TokenSigning(key: first).signature(of: Array(text.utf8), algorithm) else {
            throw BuiltinFailure("the key does not fit the algorithm \(algorithm)")
        }
        return text + "." + Base64Text.encodedURL(signature)
    }

    private func bytes(_ name: String) throws -> [UInt8] {
        guard let text = key[name]?.text else { throw BuiltinFailure("the key has no \(name)") }
        return try Base64Text.decodedURL(text)
    }

    private func signature(of text: [UInt8], _ algorithm: String) throws -> [UInt8]? {
        let size = Int(algorithm.suffix(3)) ?? 0
        switch (key["kty"]?.text, algorithm.prefix(2)) {
        case ("oct", "HS"): return tokenCode(of: text, try bytes("k"), size)
        case ("RSA", "RS"), ("RSA", "PS"):
            let key = try _RSA.Signing.PrivateKey(
                n: try bytes("n"), e: try bytes("e"), d: try bytes("d"), p: try bytes("p"), q: try bytes("q"))
            let padding = algorithm.hasPrefix("P") ? _RSA.Signing.Padding.PSS : .insecurePKCS1v1_5
            switch size {
            case 256: return Array(try key.signature(for: SHA256.hash(data: text), padding: padding).rawRepresentation)
            case 384: return Array(try key.signature(for: SHA384.hash(data: text), padding: padding).rawRepresentation)
            default: return Array(try key.signature(for: SHA512.hash(data: text), padding: padding).rawRepresentation)
            }
        case ("EC", "ES"):
            switch size {
            case 256:
                return Array(
                    try P256.Signing.PrivateKey(rawRepresentation: try bytes("d")).signature(for: text)
                        .rawRepresentation)
            case 384:
                return Array(
                    try P384.Signing.PrivateKey(rawRepresentation: try bytes("d")).signature(for: text)
                        .rawRepresentation)
            default:
                return Array(
                    try P521.Signing.PrivateKey(rawRepresentation: try bytes("d")).signature(for: text)
                        .rawRepresentation)
            }
        case ("OKP", "Ed"):
            return Array(try Curve25519.Signing.PrivateKey(rawRepresentation: try bytes("d")).signature(for: text))
        default: return nil
        }
    }
}
