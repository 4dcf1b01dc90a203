extension Builtins {
    private static let someStrings = RegoType.oneOf([.string, .stringSet, .stringArray])

    static let textSearch: [Builtin] = [
        asked("contains", containsBytes), asked("startswith", hasBytePrefix), asked("endswith", hasByteSuffix),
        any("strings.any_prefix_match", hasBytePrefix), any("strings.any_suffix_match", hasByteSuffix),
        Builtin("strings.count", [.string, .string], .number) { arguments, _ throws(BuiltinFailure) in
            let (text, part) = (try arguments.string(0), try arguments.string(1))
            if part.isEmpty { return .int(text.unicodeScalars.count + 1) }
            return .int(splitBytes(text, part).count - 1)
        },
        Builtin("indexof", [.string, .string], .number) { arguments, _ throws(BuiltinFailure) in
            .int(try indices(arguments, limit: 1).first ?? -1)
        },
        Builtin("indexof_n", [.string, .string], .array(of: .number)) { arguments, _ throws(BuiltinFailure) in
            .array(try indices(arguments, limit: .max).map(RegoValue.int))
        },
    ]

    private static func asked(_ name: String, _ test: @escaping @Sendable (String, String) -> Bool) -> Builtin {
        Builtin(name, [.string, .string], .boolean) { arguments, _ throws(BuiltinFailure) in
            .bool(test(try arguments.string(0), try arguments.string(1)))
        }
    }

    private static func any(_ name: String, _ test: @escaping @Sendable (String, String) -> Bool) -> Builtin {
        Builtin(name, [someStrings, someStrings], .boolean) { arguments, context throws(BuiltinFailure) in
            let texts = try strings(arguments, 0)
            let parts = try strings(arguments, 1)
            try context.spend(texts.count * parts.count / 64)
            return .bool(texts.contains { text in parts.contains { test(text, $0) } })
        }
    }

    private static func strings(_ arguments: [RegoValue], _ index: Int) throws(BuiltinFailure) -> [String] {
        if case .string(let text) = arguments[index] { return [text] }
        return try arguments.strings(index, "string, set, array")
    }

    /// Where the second text stands in the first, in characters. They may overlap.
    private static func indices(_ arguments: [RegoValue], limit: Int) throws(BuiltinFailure) -> [Int] {
        let bytes = Array(try arguments.string(0).utf8)
        let needle = Array(try arguments.string(1).utf8)
        guard !needle.isEmpty else { throw BuiltinFailure("empty search character") }
        var indices: [Int] = []
        var characters = 0
        var counted = 0
        var start = 0
        while indices.count < limit, let found = firstIndex(of: needle, in: bytes, from: start) {
            characters += bytes[counted..<found].count { $0 & 0xC0 != 0x80 }
            counted = found
            indices.append(characters)
            start = found + 1
        }
        return indices
    }
}
