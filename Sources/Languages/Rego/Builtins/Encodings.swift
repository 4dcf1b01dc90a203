internal import KubeTypes

extension Builtins {
    static let encodings: [Builtin] = [
        changed("base64.encode") { text, _ in base64(Array(text.utf8)) },
        changed("base64.decode") { text, _ throws(BuiltinFailure) in
            String(decoding: try Base64Text.decoded(text), as: UTF8.self)
        },
        asked("base64.is_valid") { (try? Base64Text.decoded($0)) != nil },
        changed("base64url.encode") { text, _ in
            base64(Array(text.utf8)).replacing("+", with: "-").replacing("/", with: "_")
        },
        changed("base64url.encode_no_pad") { text, _ in Base64Text.encodedURL(Array(text.utf8)) },
        changed("base64url.decode") { text, _ throws(BuiltinFailure) in
            String(decoding: try Base64Text.decodedURL(text), as: UTF8.self)
        },
        changed("hex.encode") { text, _ in hexText(text.utf8) },
        changed("hex.decode") { text, _ throws(BuiltinFailure) in
            let letters = Array(text.utf8)
            if let bytes = hexBytes(letters) { return String(decoding: bytes, as: UTF8.self) }
            guard let wrong = text.unicodeScalars.first(where: { !$0.isASCII || hexValue(UInt8($0.value)) == nil })
            else {
                throw BuiltinFailure("encoding/hex: odd length hex string")
            }
            let code = String(wrong.value, radix: 16, uppercase: true)
            let padding = String(repeating: "0", count: max(0, 4 - code.count))
            throw BuiltinFailure("encoding/hex: invalid byte: U+\(padding)\(code) '\(wrong)'")
        },
        changed("urlquery.encode") { text, _ in queryEscaped(text) },
        changed("urlquery.decode") { text, _ throws(BuiltinFailure) in
            guard let plain = queryUnescaped(text[...]) else { throw invalidEscape(text) }
            return plain
        },
        Builtin(
            "urlquery.encode_object", [.object(of: .oneOf([.string, .stringArray, .stringSet]))], .string,
            call: encodeQuery),
        Builtin("urlquery.decode_object", [.string], .object(of: .stringArray), call: decodeQuery),
        Builtin("uri.parse", [.string], .object(of: .string)) { arguments, _ throws(BuiltinFailure) in
            let text = try arguments.string(0)
            guard let address = URIText(text) else { throw BuiltinFailure("parse \(goQuoted(text)): invalid URI") }
            return .object(address.fields)
        },
        asked("uri.is_valid") { !$0.isEmpty && URIText($0) != nil },
    ]

    static func changed(
        _ name: String, _ change: @escaping @Sendable (String, BuiltinContext) throws(BuiltinFailure) -> String
    ) -> Builtin {
        Builtin(name, [.string], .string) { arguments, context throws(BuiltinFailure) in
            .string(try change(try arguments.string(0), context))
        }
    }

    /// False for what is no string.
    static func asked(_ name: String, _ test: @escaping @Sendable (String) -> Bool) -> Builtin {
        Builtin(name, [.string], .boolean) { arguments, _ in
            if case .string(let text) = arguments[0] { .bool(test(text)) } else { .bool(false) }
        }
    }

    private static func encodeQuery(_ arguments: [RegoValue], _: BuiltinContext) throws(BuiltinFailure) -> RegoValue? {
        let wrong = BuiltinFailure.operand(0, "values must be string, array[string], or set[string]")
        var pairs: [String] = []
        for (key, value) in try arguments.object(0).jsonMembers {
            var texts: [RegoValue] = [value]
            if case .array(let elements) = value { texts = elements }
            if case .set(let set) = value { texts = set.elements }
            for text in texts {
                guard case .string(let text) = text else { throw wrong }
                pairs.append("\(queryEscaped(key))=\(queryEscaped(text))")
            }
        }
        return .string(pairs.joined(separator: "&"))
    }

    private static func decodeQuery(_ arguments: [RegoValue], _ context: BuiltinContext) throws(BuiltinFailure)
        -> RegoValue?
    {
        let text = try arguments.string(0)
        var lists: [String: [RegoValue]] = [:]
        for pair in text.split(separator: "&") {
            try context.spend(1)
            guard !pair.contains(";") else { throw BuiltinFailure("invalid semicolon separator in query") }
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let key = queryUnescaped(parts[0]), let value = queryUnescaped(parts.count > 1 ? parts[1] : "") else {
                throw invalidEscape(text)
            }
            lists[key, default: []].append(.string(value))
        }
        return .object(RegoObject(lists.map { (.string($0.key), .array($0.value)) }))
    }

    private static func invalidEscape(_ text: String) -> BuiltinFailure {
        BuiltinFailure("invalid URL escape in \(goQuoted(text))")
    }
}
