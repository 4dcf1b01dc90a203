internal import Crypto

extension Builtins {
    static let hashes: [Builtin] = [
        hashed("crypto.md5", Insecure.MD5.self), hashed("crypto.sha1", Insecure.SHA1.self),
        hashed("crypto.sha256", SHA256.self),
        signed("crypto.hmac.md5", Insecure.MD5.self), signed("crypto.hmac.sha1", Insecure.SHA1.self),
        signed("crypto.hmac.sha256", SHA256.self), signed("crypto.hmac.sha512", SHA512.self),
        Builtin("crypto.hmac.equal", [.string, .string], .boolean) { arguments, _ throws(BuiltinFailure) in
            .bool(constantTimeEqual(Array(try arguments.string(0).utf8), Array(try arguments.string(1).utf8)))
        },
    ]

    private static func hashed<Hash: HashFunction>(_ name: String, _: Hash.Type) -> Builtin {
        changed(name) { text, context throws(BuiltinFailure) in
            try context.spend(text.utf8.count / 256)
            return hexText(Hash.hash(data: Array(text.utf8)))
        }
    }

    private static func signed<Hash: HashFunction>(_ name: String, _: Hash.Type) -> Builtin {
        Builtin(name, [.string, .string], .string) { arguments, context throws(BuiltinFailure) in
            let (text, key) = (try arguments.string(0), SymmetricKey(data: Array(try arguments.string(1).utf8)))
            try context.spend(text.utf8.count / 256)
            return .string(hexText(HMAC<Hash>.authenticationCode(for: Array(text.utf8), using: key)))
        }
    }
}
