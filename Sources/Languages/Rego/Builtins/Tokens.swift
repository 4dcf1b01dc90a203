extension Builtins {
    static let tokens: [Builtin] =
        [
            Builtin("io.jwt.decode", [.string], .tuple(.anyObject, .anyObject, .string)) {
                arguments, _ throws(BuiltinFailure) in
                let token = try TokenText(try arguments.string(0))
                return .array([
                    .object(try token.header()), .object(try token.payload()), .string(hexText(try token.signature())),
                ])
            },
            Builtin(
                "io.jwt.decode_verify", [.string, .record], .tuple(.boolean, .anyObject, .anyObject),
                call: decodeAndVerify
            ).nondeterministic(),
            Builtin("io.jwt.encode_sign", [.record, .record, .record], .string) { arguments, _ throws(BuiltinFailure) in
                .string(
                    try TokenSigning.token(
                        header: arguments[0].json, payload: arguments[1].json, key: arguments[2].json))
            }.nondeterministic(),
            Builtin("io.jwt.encode_sign_raw", [.string, .string, .string], .string) {
                arguments, _ throws(BuiltinFailure) in
                let key = try arguments.string(2)
                return .string(
                    try TokenSigning.token(header: try arguments.string(0), payload: try arguments.string(1), key: key))
            }.nondeterministic(),
        ] + ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"].map(verified)
        + ["HS256", "HS384", "HS512"].map(verifiedBySecret)

    private static func verified(_ algorithm: String) -> Builtin {
        Builtin("io.jwt.verify_\(algorithm.lowercased())", [.string, .string], .boolean) {
            arguments, context throws(BuiltinFailure) in
            try context.spend(100)
            let token = try TokenText(try arguments.string(0))
            let keys = try TokenKey.all(try arguments.string(1))
            let id = try token.header()["kid"]?.text
            let named = keys.filter { id != nil && $0.id == id }
            let signature = try token.signature()
            return .bool(
                (named.isEmpty ? keys.filter { $0.algorithm ?? algorithm == algorithm } : named)
                    .contains { $0.key.verifies(signature, of: token.signed, algorithm) })
        }
    }

    private static func verifiedBySecret(_ algorithm: String) -> Builtin {
        Builtin("io.jwt.verify_\(algorithm.lowercased())", [.string, .string], .boolean) {
            arguments, context throws(BuiltinFailure) in
            try context.spend(10)
            let token = try TokenText(try arguments.string(0))
            let secret = Array(try arguments.string(1).utf8)
            return .bool(TokenKey.secret(secret).verifies(try token.signature(), of: token.signed, algorithm))
        }
    }

    private static func decodeAndVerify(_ arguments: [RegoValue], _ context: BuiltinContext) throws(BuiltinFailure)
        -> RegoValue?
    {
        let unverified = RegoValue.array([.bool(false), .object(.empty), .object(.empty)])
        let constraints = try TokenConstraints(try arguments.object(1), context)
        var token = try TokenText(try arguments.string(0))
        for _ in 0..<8 {
            try context.spend(100)
            let header = try token.header()
            guard let algorithm = try TokenConstraints.algorithm(of: header),
                constraints.algorithm ?? algorithm == algorithm
            else {
                return unverified
            }
            guard constraints.verify(token, try token.signature(), algorithm, id: header["kid"]?.text) else {
                return unverified
            }
            // A token in a token: what counts is the inner one.
            if header["cty"]?.text?.lowercased() == "jwt" {
                token = try TokenText(try token.payloadText())
                continue
            }
            let payload = try token.payload()
            return try constraints.accept(payload)
                ? .array([.bool(true), .object(header), .object(payload)]) : unverified
        }
        throw BuiltinFailure("tokens are nested deeper than 8 levels", .limit)
    }
}

/// The three parts of a token (RFC 7515).
struct TokenText {
    private let parts: [String]

    init(_ text: String) throws(BuiltinFailure) {
        parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3 else { throw BuiltinFailure("encoded JWT must have 3 sections, found \(parts.count)") }
    }

    var signed: [UInt8] { Array("\(parts[0]).\(parts[1])".utf8) }

    func header() throws(BuiltinFailure) -> RegoObject {
        let header = try object(try text(parts[0], "header"))
        guard header["enc"] == nil else { throw BuiltinFailure("JWT is a JWE object, which is not supported") }
        return header
    }

    func payload() throws(BuiltinFailure) -> RegoObject { try object(try payloadText()) }

    func payloadText() throws(BuiltinFailure) -> String { try text(parts[1], "payload") }

    func signature() throws(BuiltinFailure) -> [UInt8] { try bytes(parts[2], "signature") }

    private func text(_ part: String, _ name: String) throws(BuiltinFailure) -> String {
        String(decoding: try bytes(part, name), as: UTF8.self)
    }

    private func bytes(_ part: String, _ name: String) throws(BuiltinFailure) -> [UInt8] {
        do throws(BuiltinFailure) {
            return try Base64Text.decodedURL(part)
        } catch {
            throw BuiltinFailure("JWT \(name) had invalid encoding: \(error.message)")
        }
    }

    private func object(_ text: String) throws(BuiltinFailure) -> RegoObject {
        guard let value = try? JSONText.read(Array(text.utf8)) else { throw BuiltinFailure("invalid JSON") }
        guard case .object(let object) = value else { throw BuiltinFailure("decoded JSON type was not an Object") }
        return object
    }
}
