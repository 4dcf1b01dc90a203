internal import Crypto
internal import CryptoExtras

/// What the signature of a token is checked with.
enum TokenKey {
    case secret([UInt8])
    case rsa(_RSA.Signing.PublicKey)
    case p256(P256.Signing.PublicKey)
    case p384(P384.Signing.PublicKey)
    case p521(P521.Signing.PublicKey)
    case ed25519(Curve25519.Signing.PublicKey)

    /// The keys of a certificate or a public key in PEM, of a JWK or of a set of those.
    static func all(_ text: String) throws(BuiltinFailure) -> [(key: TokenKey, id: String?, algorithm: String?)] {
        if text.contains("-----BEGIN") {
            guard let block = try KeyText(text).blocks.first else { throw BuiltinFailure("failed to parse a PEM key") }
            let what = block.type == "CERTIFICATE" ? "PEM certificate" : "PEM public key"
            guard !KeyText.hasMore(text) else { throw BuiltinFailure("extra data after a \(what) block") }
            switch block.type {
            case "CERTIFICATE":
                guard let info = publicKeyInfo(ofCertificate: block.bytes), let key = TokenKey(publicKeyInfo: info)
                else {
                    throw BuiltinFailure("failed to parse a PEM certificate")
                }
                return [(key, nil, nil)]
            case "PUBLIC KEY":
                guard let key = TokenKey(publicKeyInfo: block.bytes) else {
                    throw BuiltinFailure("failed to parse a PEM key")
                }
                return [(key, nil, nil)]
            default: throw BuiltinFailure("failed to extract a Key from the PEM certificate")
            }
        }
        guard let document = try? JSONText.read(Array(text.utf8)) else {
            throw BuiltinFailure("failed to parse a JWK key (set)")
        }
        let keys = try (document["keys"]?.items ?? [document]).map { jwk throws(BuiltinFailure) in
            guard let key = TokenKey(jwk: jwk) else { throw BuiltinFailure("failed to parse a JWK key (set)") }
            return (key, jwk["kid"]?.text, jwk["alg"]?.text)
        }
        return keys
    }

    private init?(publicKeyInfo info: [UInt8]) {
        if let key = try? _RSA.Signing.PublicKey(unsafeDERRepresentation: info) {
            self = .rsa(key)
        } else if let key = try? P256.Signing.PublicKey(derRepresentation: info) {
            self = .p256(key)
        } else if let key = try? P384.Signing.PublicKey(derRepresentation: info) {
            self = .p384(key)
        } else if let key = try? P521.Signing.PublicKey(derRepresentation: info) {
            self = .p521(key)
        } else if info.count == 44, let key = try? Curve25519.Signing.PublicKey(rawRepresentation: info.suffix(32)) {
            self = .ed25519(key)
        } else {
            return nil
        }
    }

    private init?(jwk: RegoValue) {
        func bytes(_ name: String) -> [UInt8]? { jwk[name]?.text.flatMap { try? Base64Text.decodedURL($0) } }
        switch (jwk["kty"]?.text, jwk["crv"]?.text) {
        case ("oct", _):
            guard let key = bytes("k") else { return nil }
            self = .secret(key)
        case ("RSA", _):
            guard let n = bytes("n"), let e = bytes("e"), let key = try? _RSA.Signing.PublicKey(n: n, e: e) else {
                return nil
            }
            self = .rsa(key)
        case ("EC", "P-256"):
            guard let x = bytes("x"), let y = bytes("y"),
                let key = try? P256.Signing.PublicKey(rawRepresentation: x + y)
            else { return nil }
            self = .p256(key)
        case ("EC", "P-384"):
            guard let x = bytes("x"), let y = bytes("y"),
                let key = try? P384.Signing.PublicKey(rawRepresentation: x + y)
            else { return nil }
            self = .p384(key)
        case ("EC", "P-521"):
            guard let x = bytes("x"), let y = bytes("y"),
                let key = try? P521.Signing.PublicKey(rawRepresentation: x + y)
            else { return nil }
            self = .p521(key)
        case ("OKP", "Ed25519"):
            guard let x = bytes("x"), let key = try? Curve25519.Signing.PublicKey(rawRepresentation: x) else {
                return nil
            }
            self = .ed25519(key)
        default: return nil
        }
    }

    /// Whether `signature` is this key's for `text`. A key of another kind than the algorithm's never agrees.
    func verifies(_ signature: [UInt8], of text: [UInt8], _ algorithm: String) -> Bool {
        let size = Int(algorithm.suffix(3)) ?? 0
        switch (self, algorithm.prefix(2)) {
        case (.secret(let secret), "HS"):
            return tokenCode(of: text, secret, size).map { constantTimeEqual($0, signature) } ?? false
        case (.rsa(let key), "RS"), (.rsa(let key), "PS"):
            let padding = algorithm.hasPrefix("P") ? _RSA.Signing.Padding.PSS : .insecurePKCS1v1_5
            let signature = _RSA.Signing.RSASignature(rawRepresentation: signature)
            switch size {
            case 256: return key.isValidSignature(signature, for: SHA256.hash(data: text), padding: padding)
            case 384: return key.isValidSignature(signature, for: SHA384.hash(data: text), padding: padding)
            case 512: return key.isValidSignature(signature, for: SHA512.hash(data: text), padding: padding)
            default: return false
            }
        case (.p256(let key), "ES") where size == 256:
            return (try? P256.Signing.ECDSASignature(rawRepresentation: signature)).map {
                key.isValidSignature($0, for: text)
            } ?? false
        case (.p384(let key), "ES") where size == 384:
            return (try? P384.Signing.ECDSASignature(rawRepresentation: signature)).map {
                key.isValidSignature($0, for: text)
            } ?? false
        case (.p521(let key), "ES") where size == 512:
            return (try? P521.Signing.ECDSASignature(rawRepresentation: signature)).map {
                key.isValidSignature($0, for: text)
            } ?? false
        case (.ed25519(let key), "Ed"): return key.isValidSignature(signature, for: text)
        default: return false
        }
    }
}

/// The HMAC of a text with SHA-2 of so many bits; nil for another size.
func tokenCode(of text: [UInt8], _ secret: [UInt8], _ size: Int) -> [UInt8]? {
    let key = SymmetricKey(data: secret)
    switch size {
    case 256: return Array(HMAC<SHA256>.authenticationCode(for: text, using: key))
    case 384: return Array(HMAC<SHA384>.authenticationCode(for: text, using: key))
    case 512: return Array(HMAC<SHA512>.authenticationCode(for: text, using: key))
    default: return nil
    }
}

/// Takes as long for texts that differ early as for those that differ late.
func constantTimeEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && zip(left, right).reduce(0) { $0 | $1.0 ^ $1.1 } == 0
}
