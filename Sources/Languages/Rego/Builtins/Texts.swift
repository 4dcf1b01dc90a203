extension Builtins {
    static let texts: [Builtin] = [
        Builtin("concat", [.string, .oneOf([.stringSet, .stringArray])], .string) {
            arguments, context throws(BuiltinFailure) in
            let separator = try arguments.string(0)
            let parts = try arguments.strings(1)
            try context.spend((parts.count * separator.utf8.count + parts.reduce(0) { $0 + $1.utf8.count }) / 64)
            return .string(parts.joined(separator: separator))
        },
        changed("lower") { String(String.UnicodeScalarView($0.unicodeScalars.map(\.goLowercase))) },
        changed("upper") { String(String.UnicodeScalarView($0.unicodeScalars.map(\.goUppercase))) },
        changed("strings.reverse") { String(String.UnicodeScalarView($0.unicodeScalars.reversed())) },
        changed("trim_space") { trimmed($0, \.properties.isWhitespace) },
        cut("trim") { trimmed($0, $1) }, cut("trim_left") { trimmed($0, right: false, $1) },
        cut("trim_right") { trimmed($0, left: false, $1) },
        changed("trim_prefix", by: 1) {
            hasBytePrefix($0, $1) ? String(Substring($0.utf8.dropFirst($1.utf8.count))) : $0
        },
        changed("trim_suffix", by: 1) {
            hasByteSuffix($0, $1) ? String(Substring($0.utf8.dropLast($1.utf8.count))) : $0
        },
        Builtin("substring", [.string, .number, .number], .string) { arguments, _ throws(BuiltinFailure) in
            let text = try arguments.string(0)
            let (offset, length) = (try arguments.integer(1), try arguments.integer(2))
            guard offset >= 0 else { throw BuiltinFailure("negative offset") }
            let rest = text.unicodeScalars.dropFirst(offset)
            return .string(length < 0 ? String(rest) : String(rest.prefix(length)))
        },
        Builtin("split", [.string, .string], .stringArray) { arguments, context throws(BuiltinFailure) in
            let parts = splitBytes(try arguments.string(0), try arguments.string(1))
            try context.spend(parts.count)
            return .strings(parts)
        },
        Builtin("strings.split_n", [.string, .string, .number], .stringArray) {
            arguments, context throws(BuiltinFailure) in
            let (text, separator, count) = (try arguments.string(0), try arguments.string(1), try arguments.integer(2))
            guard count < 0 else {
                let parts = splitBytes(text, separator, limit: count == .max ? .max : count + 1)
                return .strings(parts.prefix(count))
            }
            let parts = splitBytes(text, separator)
            try context.spend(parts.count)
            return .strings(parts.suffix(count == .min ? .max : -count))
        },
        Builtin("replace", [.string, .string, .string], .string) { arguments, context throws(BuiltinFailure) in
            let (text, old, new) = (try arguments.string(0), try arguments.string(1), try arguments.string(2))
            return .string(try replaced(text, [(Array(old.utf8), Array(new.utf8))], context))
        },
        Builtin("strings.replace_n", [.object(of: .string), .string], .string) {
            arguments, context throws(BuiltinFailure) in
            let pairs = try arguments.object(0)
            let text = try arguments.string(1)
            var patterns: [([UInt8], [UInt8])] = []
            for (key, value) in zip(pairs.keys, pairs.values) {
                guard case .string(let old) = key else { throw .operand(0, "non-string key found in pattern object") }
                guard case .string(let new) = value else {
                    throw .operand(0, "non-string value found in pattern object")
                }
                patterns.append((Array(old.utf8), Array(new.utf8)))
            }
            return .string(try replaced(text, patterns, context))
        },
    ]

    private static func changed(_ name: String, _ change: @escaping @Sendable (String) -> String) -> Builtin {
        Builtin(name, [.string], .string) { arguments, _ throws(BuiltinFailure) in
            .string(change(try arguments.string(0)))
        }
    }

    private static func changed(
        _ name: String, by _: Int, _ change: @escaping @Sendable (String, String) -> String
    ) -> Builtin {
        Builtin(name, [.string, .string], .string) { arguments, _ throws(BuiltinFailure) in
            .string(change(try arguments.string(0), try arguments.string(1)))
        }
    }

    private static func cut(
        _ name: String, _ change: @escaping @Sendable (String, (Unicode.Scalar) -> Bool) -> String
    ) -> Builtin {
        changed(name, by: 1) { text, cutset in
            let scalars = Set(cutset.unicodeScalars)
            return change(text, scalars.contains)
        }
    }

    private static func trimmed(
        _ text: String, left: Bool = true, right: Bool = true, _ isCut: (Unicode.Scalar) -> Bool
    ) -> String {
        var rest = text.unicodeScalars[...]
        if left { rest = rest.drop(while: isCut) }
        if right { while let last = rest.last, isCut(last) { rest.removeLast() } }
        return String(rest)
    }

    /// The first pattern that fits counts. What was put in is not searched again. An empty pattern stands between all
    /// characters.
    private static func replaced(
        _ text: String, _ patterns: [(old: [UInt8], new: [UInt8])], _ context: BuiltinContext
    ) throws(BuiltinFailure) -> String {
        let bytes = Array(text.utf8)
        try context.spend(bytes.count / 2)
        var output: [UInt8] = []
        var position = 0
        var wasEmpty = false
        let firsts = Set(patterns.compactMap(\.old.first))
        let hasEmpty = patterns.contains { $0.old.isEmpty }
        while position <= bytes.count {
            let isStart = position == bytes.count || bytes[position] & 0xC0 != 0x80
            let canFit = hasEmpty && isStart || position < bytes.count && firsts.contains(bytes[position])
            let pattern =
                !canFit
                ? nil
                : patterns.first { old, _ in
                    old.isEmpty ? isStart && !wasEmpty : bytes[position...].starts(with: old)
                }
            if let pattern {
                try context.spend(2 + pattern.new.count / 32)
                output += pattern.new
                position += pattern.old.count
                wasEmpty = pattern.old.isEmpty
                continue
            }
            if position < bytes.count { output.append(bytes[position]) }
            position += 1
            wasEmpty = false
        }
        return String(decoding: output, as: UTF8.self)
    }
}

extension Unicode.Scalar {
    /// One character for one, as Go maps them.
    fileprivate var goLowercase: Unicode.Scalar {
        if isASCII { return ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) + 32) : self }
        if self == "\u{130}" { return "i" }
        let mapping = properties.lowercaseMapping.unicodeScalars
        return mapping.count == 1 ? mapping.first ?? self : self
    }

    fileprivate var goUppercase: Unicode.Scalar {
        if isASCII { return ("a"..."z").contains(self) ? Unicode.Scalar(UInt8(value) - 32) : self }
        for mapping in [properties.uppercaseMapping.unicodeScalars, properties.titlecaseMapping.unicodeScalars]
        where mapping.count == 1 {
            return mapping.first ?? self
        }
        return self
    }
}
