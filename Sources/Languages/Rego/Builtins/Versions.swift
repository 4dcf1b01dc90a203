internal import BigInt

extension Builtins {
    static let versions: [Builtin] = [
        Builtin("semver.is_valid", [.any], .boolean) { arguments, _ in
            if case .string(let text) = arguments[0] { .bool(SemanticVersion(text) != nil) } else { .bool(false) }
        },
        Builtin("semver.compare", [.string, .string], .number) { arguments, _ throws(BuiltinFailure) in
            .int(try version(arguments, 0).compare(try version(arguments, 1)))
        },
    ]

    private static func version(_ arguments: [RegoValue], _ index: Int) throws(BuiltinFailure) -> SemanticVersion {
        let text = try arguments.string(index)
        guard let version = SemanticVersion(text) else {
            throw BuiltinFailure("operand \(index + 1): string \(goQuoted(text)) is not a valid SemVer")
        }
        return version
    }
}

/// https://semver.org, version 2.0.0
struct SemanticVersion {
    private let core: [BigInt]
    private let before: [Substring]

    init?(_ text: String) {
        let withoutBuild = text.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
        guard let version = withoutBuild.first else { return nil }
        if withoutBuild.count > 1, Self.identifiers(withoutBuild[1], areVersions: false) == nil { return nil }
        let parts = version.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        let numbers = (parts.first ?? "").split(separator: ".", omittingEmptySubsequences: false)
        guard numbers.count == 3, text.utf8.count <= 1024 else { return nil }
        var core: [BigInt] = []
        for number in numbers {
            guard Self.isNumber(number), !Self.hasLeadingZero(number), let value = BigInt(number) else { return nil }
            core.append(value)
        }
        self.core = core
        guard parts.count > 1 else {
            before = []
            return
        }
        guard let identifiers = Self.identifiers(parts[1], areVersions: true) else { return nil }
        before = identifiers
    }

    private static func identifiers(_ text: Substring, areVersions: Bool) -> [Substring]? {
        let identifiers = text.split(separator: ".", omittingEmptySubsequences: false)
        for identifier in identifiers {
            let isSpelled = identifier.utf8.allSatisfy {
                isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) || $0 == UInt8(ascii: "-")
            }
            guard !identifier.isEmpty, isSpelled else { return nil }
            if areVersions, isNumber(identifier), hasLeadingZero(identifier) { return nil }
        }
        return identifiers
    }

    private static func isNumber(_ text: Substring) -> Bool { !text.isEmpty && text.utf8.allSatisfy(isDigit) }

    private static func hasLeadingZero(_ text: Substring) -> Bool {
        text.utf8.count > 1 && text.utf8.first == UInt8(ascii: "0")
    }

    /// -1, 0 or 1; what was built does not count.
    func compare(_ other: SemanticVersion) -> Int {
        for (left, right) in zip(core, other.core) where left != right { return left < right ? -1 : 1 }
        if before.isEmpty || other.before.isEmpty {
            return before.isEmpty == other.before.isEmpty ? 0 : (before.isEmpty ? 1 : -1)
        }
        for (left, right) in zip(before, other.before) where left != right {
            let numbers = (Self.isNumber(left) ? BigInt(left) : nil, Self.isNumber(right) ? BigInt(right) : nil)
            switch numbers {
            case (let left?, let right?): return left < right ? -1 : 1
            case (nil, nil): return left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
            // Numbers come before words.
            case (_, nil): return -1
            case (nil, _): return 1
            }
        }
        return (before.count - other.before.count).signum()
    }
}
