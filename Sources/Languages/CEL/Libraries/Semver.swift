/// A semantic version (https://semver.org).
struct SemanticVersion: OpaqueValue, Comparable {
    let numbers: [UInt64]
    let prerelease: [String]
    let build: [String]

    var typeName: String { "kubernetes.Semver" }

    /// - Parameter normalizes: Takes `v1.2` for `1.2.0` too.
    init?(_ text: String, normalizes: Bool = false) {
        var rest = Substring(text)
        if normalizes, rest.hasPrefix("v") { rest = rest.dropFirst() }
        var build: [String] = []
        if let plus = rest.firstIndex(of: "+") {
            build = rest[rest.index(after: plus)...].split(separator: ".", omittingEmptySubsequences: false)
                .map(String.init)
            guard build.allSatisfy(isIdentifier) else { return nil }
            rest = rest[..<plus]
        }
        var prerelease: [String] = []
        if let dash = rest.firstIndex(of: "-") {
            prerelease = rest[rest.index(after: dash)...].split(separator: ".", omittingEmptySubsequences: false)
                .map(String.init)
            guard prerelease.allSatisfy({ isIdentifier($0) && !($0.isWhole && hasLeadingZero($0)) }) else { return nil }
            rest = rest[..<dash]
        }
        var parts = rest.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if normalizes {
            parts = parts.map { part in
                let digits = part.drop { $0 == "0" }
                return digits.isEmpty && !part.isEmpty ? "0" : String(digits)
            }
            while parts.count < 3 { parts.append("0") }
        }
        guard parts.count == 3, parts.allSatisfy({ $0.isWhole && !hasLeadingZero($0) }) else { return nil }
        numbers = parts.compactMap { UInt64($0) }
        guard numbers.count == 3 else { return nil }
        self.prerelease = prerelease
        self.build = build
    }

    static func == (a: SemanticVersion, b: SemanticVersion) -> Bool {
        a.numbers == b.numbers && a.prerelease == b.prerelease
    }

    static func < (a: SemanticVersion, b: SemanticVersion) -> Bool {
        if a.numbers != b.numbers { return a.numbers.lexicographicallyPrecedes(b.numbers) }
        if a.prerelease.isEmpty || b.prerelease.isEmpty { return !a.prerelease.isEmpty && b.prerelease.isEmpty }
        for (one, other) in zip(a.prerelease, b.prerelease) where one != other {
            switch (UInt64(one), UInt64(other)) {
            case (let one?, let other?): return one < other
            case (_?, nil): return true
            case (nil, _?): return false
            default: return one.utf8.lexicographicallyPrecedes(other.utf8)
            }
        }
        return a.prerelease.count < b.prerelease.count
    }

    func isEqual(to other: any OpaqueValue) -> Bool { (other as? SemanticVersion) == self }
}

private func isIdentifier(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { ($0.isNamePart && $0 != "_") || $0 == "-" }
}

private func hasLeadingZero(_ text: String) -> Bool { text.count > 1 && text.hasPrefix("0") }

extension String {
    fileprivate var isWhole: Bool { !isEmpty && unicodeScalars.allSatisfy(\.isDigit) }
}

let semverFunctions: [Function] = [
    Function(
        "semver", "(string) -> kubernetes.Semver", "(string, bool) -> kubernetes.Semver", cost: Costs.first
    ) { arguments in
        guard let version = try parsed(arguments) else {
            throw EvaluationError("Invalid character(s) found in semver: \(arguments[0].display)")
        }
        return .opaque(version)
    },
    Function("isSemver", "(string) -> bool", "(string, bool) -> bool", cost: Costs.first) { arguments in
        .bool(try parsed(arguments) != nil)
    },
    Function("major", "kubernetes.Semver.() -> int", cost: Costs.unit) { try number($0, 0) },
    Function("minor", "kubernetes.Semver.() -> int", cost: Costs.unit) { try number($0, 1) },
    Function("patch", "kubernetes.Semver.() -> int", cost: Costs.unit) { try number($0, 2) },
    Function("isGreaterThan", "kubernetes.Semver.(kubernetes.Semver) -> bool", cost: Costs.unit) { arguments in
        .bool(try version(arguments[0]) > version(arguments[1]))
    },
    Function("isLessThan", "kubernetes.Semver.(kubernetes.Semver) -> bool", cost: Costs.unit) { arguments in
        .bool(try version(arguments[0]) < version(arguments[1]))
    },
    Function("compareTo", "kubernetes.Semver.(kubernetes.Semver) -> int", cost: Costs.unit) { arguments in
        let (a, b) = (try version(arguments[0]), try version(arguments[1]))
        return .int(a < b ? -1 : a == b ? 0 : 1)
    },
]

private func parsed(_ arguments: [Value]) throws(EvaluationError) -> SemanticVersion? {
    guard case .string(let text) = arguments[0] else { throw EvaluationError.noSuchOverload }
    var normalizes = false
    if arguments.count > 1, case .bool(let flag) = arguments[1] { normalizes = flag }
    return SemanticVersion(text, normalizes: normalizes)
}

private func version(_ value: Value) throws(EvaluationError) -> SemanticVersion {
    guard case .opaque(let value) = value, let version = value as? SemanticVersion else {
        throw EvaluationError.noSuchOverload
    }
    return version
}

private func number(_ arguments: [Value], _ index: Int) throws(EvaluationError) -> Value {
    .int(Int64(clamping: try version(arguments[0]).numbers[index]))
}
