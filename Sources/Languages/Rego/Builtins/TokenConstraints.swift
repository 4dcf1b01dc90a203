/// What `io.jwt.decode_verify` asks of a token.
struct TokenConstraints {
    private(set) var algorithm: String?
    private var issuer: String?
    private var audience: String?
    private var secret: String?
    private var keys: [(key: TokenKey, id: String?, algorithm: String?)]?
    /// Nanoseconds since 1970.
    private var time: Double

    init(_ fields: RegoObject, _ context: BuiltinContext) throws(BuiltinFailure) {
        time = Double(context.now)
        for (key, value) in zip(fields.keys, fields.values) {
            guard let name = key.text, ["cert", "secret", "alg", "iss", "aud", "time"].contains(name) else {
                throw BuiltinFailure("unknown token validation constraint: \(key.text ?? key.display)")
            }
            if name == "time" {
                guard case .number(let number) = value else {
                    throw BuiltinFailure("token time constraint: must be a number")
                }
                guard !number.isNegative else { throw BuiltinFailure("token time constraint: must not be negative") }
                time = number.double
                continue
            }
            guard let text = value.text else { throw BuiltinFailure("\(name) constraint: must be a string") }
            switch name {
            case "cert": keys = try TokenKey.all(text)
            case "secret": secret = text
            case "alg": algorithm = text.isEmpty ? nil : text
            case "iss": issuer = text.isEmpty ? nil : text
            default: audience = text.isEmpty ? nil : text
            }
        }
        let hasSecret = secret?.isEmpty == false
        if keys != nil, hasSecret { throw BuiltinFailure("duplicate key constraints") }
        guard keys != nil || hasSecret else { throw BuiltinFailure("no key constraint") }
    }

    /// Nil for a header that says none, or that names something critical that is not known.
    static func algorithm(of header: RegoObject) throws(BuiltinFailure) -> String? {
        for name in ["alg", "kid", "typ", "cty"] {
            if let value = header[name], value.text == nil { throw BuiltinFailure("\(name): must be a string") }
        }
        if let critical = header["crit"] {
            guard let names = critical.items else { throw BuiltinFailure("crit: must be a list") }
            guard names.contains(where: { $0.text != nil }) else {
                throw BuiltinFailure("crit: must be a nonempty list")
            }
            let known: Set = ["alg", "kid", "typ", "cty", "crit"]
            if names.contains(where: { name in name.text.map { !known.contains($0) && header[$0] != nil } ?? false }) {
                return nil
            }
        }
        guard let algorithm = header["alg"]?.text, !algorithm.isEmpty else { return nil }
        return algorithm
    }

    func verify(_ token: TokenText, _ signature: [UInt8], _ algorithm: String, id: String?) -> Bool {
        guard TokenSigning.algorithms.contains(algorithm) else { return false }
        guard let keys else {
            return TokenKey.secret(Array((secret ?? "").utf8)).verifies(signature, of: token.signed, algorithm)
        }
        let named = keys.filter { id?.isEmpty == false && $0.id == id }
        return (named.isEmpty ? keys.filter { $0.algorithm ?? algorithm == algorithm } : Array(named.prefix(1)))
            .contains { $0.key.verifies(signature, of: token.signed, algorithm) }
    }

    /// Whether the claims are for us, and for now.
    func accept(_ payload: RegoObject) throws(BuiltinFailure) -> Bool {
        if let issuer, payload["iss"] != .string(issuer) { return false }
        switch (audience, payload["aud"]) {
        case (nil, nil): break
        case (let audience?, let claim?):
            guard claim == .string(audience) || claim.items?.contains(.string(audience)) == true else { return false }
        default: return false
        }
        if let moment = try moment("exp", payload), time >= moment { return false }
        if let moment = try moment("nbf", payload), time < moment { return false }
        return true
    }

    /// Claims count in seconds.
    private func moment(_ name: String, _ payload: RegoObject) throws(BuiltinFailure) -> Double? {
        guard let value = payload[name] else { return nil }
        guard case .number(let number) = value else { throw BuiltinFailure("\(name) value must be a number") }
        return number.double * 1_000_000_000
    }
}
