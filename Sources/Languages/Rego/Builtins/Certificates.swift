internal import BigInt
internal import KubeTypes
internal import SwiftASN1

extension Builtins {
    static let certificates: [Builtin] = [
        Builtin("crypto.x509.parse_rsa_private_key", [.string], .record) { arguments, _ throws(BuiltinFailure) in
            let blocks = try KeyText(try arguments.string(0)).blocks
            guard let key = blocks.lazy.compactMap({ RSAParts($0.bytes) }).first else {
                throw BuiltinFailure("failed to parse a private key in PKCS #1 or PKCS #8")
            }
            return .object(key.jwk)
        },
        Builtin("crypto.parse_private_keys", [.string], .array(of: .record)) { arguments, _ throws(BuiltinFailure) in
            let text = try arguments.string(0)
            if text.isEmpty { return .null }
            // What holds no key gives none.
            guard let blocks = try? KeyText(text).blocks else { return .array([]) }
            var keys: [RegoValue] = []
            for block in blocks where block.type.hasSuffix("PRIVATE KEY") {
                guard let key = RSAParts(block.bytes)?.value ?? ECParts(block.bytes)?.value else {
                    throw BuiltinFailure(
                        "failed to parse a block of type \(goQuoted(block.type)): only RSA and EC keys are supported")
                }
                keys.append(key)
            }
            return .array(keys)
        },
        Builtin("crypto.x509.parse_keypair", [.string, .string], .record) { arguments, _ throws(BuiltinFailure) in
            let certificates = try KeyText(try arguments.string(0)).blocks.filter {
                $0.type == "CERTIFICATE" || $0.type.isEmpty
            }
            let keys = try KeyText(try arguments.string(1)).blocks
            guard let info = certificates.first.flatMap({ publicKeyInfo(ofCertificate: $0.bytes) }) else {
                throw BuiltinFailure("failed to find any certificate in the input")
            }
            for key in keys {
                guard
                    let (value, number) = RSAParts(key.bytes).map({ ($0.value, $0.modulus) })
                        ?? ECParts(key.bytes).map({ ($0.value, $0.point) })
                else { continue }
                guard info.containsSequence(number) else {
                    throw BuiltinFailure("private key does not match public key")
                }
                return .object(
                    RegoObject([
                        (.string("Certificate"), .array(certificates.map { .string(base64($0.bytes)) })),
                        (.string("PrivateKey"), value),
                        (.string("Leaf"), .null), (.string("OCSPStaple"), .null),
                        (.string("SignedCertificateTimestamps"), .null),
                        (.string("SupportedSignatureAlgorithms"), .null),
                    ]))
            }
            throw BuiltinFailure("failed to find a private key of RSA or EC in the input")
        },
    ]
}

extension [UInt8] {
    fileprivate func containsSequence(_ other: [UInt8]) -> Bool { Rego.firstIndex(of: other, in: self) != nil }

    fileprivate var number: RegoValue {
        .number(RegoNumber(BigInt(sign: .plus, magnitude: reduce(BigUInt(0)) { $0 << 8 | BigUInt($1) })))
    }
}

/// The numbers of an RSA private key (PKCS #1, also inside PKCS #8).
private struct RSAParts {
    /// n, e, d, p, q, d mod p-1, d mod q-1, 1/q mod p
    private let numbers: [[UInt8]]

    var modulus: [UInt8] { numbers[0] }

    init?(_ bytes: [UInt8]) {
        guard let nodes = bytes.derSequence else { return nil }
        if nodes.count >= 9 {
            let numbers = nodes[1...8].compactMap(\.unsigned)
            guard numbers.count == 8 else { return nil }
            self.numbers = numbers
        } else if nodes.count >= 3, let inner = nodes[2].bytes, nodes[2].identifier == .octetString,
            let key = RSAParts(inner)
        {
            self = key
        } else {
            return nil
        }
    }

    var jwk: RegoObject {
        let names = ["n", "e", "d", "p", "q", "dp", "dq", "qi"]
        return RegoObject(
            [(.string("kty"), .string("RSA"))]
                + zip(names, numbers).map { (.string($0), .string(Base64Text.encodedURL($1))) })
    }

    /// As Go's JSON shows its structure.
    var value: RegoValue {
        let precomputed =
            zip(["Dp", "Dq", "Qinv"], numbers[5...]).map { (RegoValue.string($0), $1.number) } + [
                (.string("CRTValues"), .array([]))
            ]
        return .object(
            RegoObject([
                (.string("N"), numbers[0].number), (.string("E"), numbers[1].number), (.string("D"), numbers[2].number),
                (.string("Primes"), .array([numbers[3].number, numbers[4].number])),
                (.string("Precomputed"), .object(RegoObject(precomputed))),
            ]))
    }
}

/// The numbers of a private key on an elliptic curve (SEC 1, also inside PKCS #8).
private struct ECParts {
    private let scalar: [UInt8]
    let point: [UInt8]

    init?(_ bytes: [UInt8]) {
        guard let nodes = bytes.derSequence, nodes.count >= 2 else { return nil }
        if nodes.count >= 3, nodes[2].identifier == .octetString, let inner = nodes[2].bytes, let key = ECParts(inner) {
            self = key
            return
        }
        guard nodes[1].identifier == .octetString, let scalar = nodes[1].bytes else { return nil }
        // The public key is a bit string: how many bits are unused, then 4 and both coordinates.
        let points = nodes.dropFirst(2).compactMap { $0.children?.first?.bytes }
        guard let point = points.first(where: { $0.count > 2 && $0[0] == 0 && $0[1] == 4 }) else { return nil }
        self.scalar = scalar
        self.point = Array(point.dropFirst(2))
    }

    var value: RegoValue {
        let half = point.count / 2
        return .object(
            RegoObject([
                (.string("Curve"), .object(.empty)), (.string("D"), scalar.number),
                (.string("X"), Array(point[..<half]).number),
                (.string("Y"), Array(point[half...]).number),
            ]))
    }
}
