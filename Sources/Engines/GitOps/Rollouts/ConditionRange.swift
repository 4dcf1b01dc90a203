extension Condition {
    /// What the condition always is, whatever is measured; nil when that depends on the value. A value that is no
    /// number is left aside.
    var constant: Bool? {
        switch self {
        case .flag(let flag): return flag
        case .not(let inner): return inner.constant.map { !$0 }
        case .binary("&&", let a, let b):
            let (left, right) = (a.constant, b.constant)
            if left == false || right == false { return false }
            if left == true, right == true { return true }
            return Self.isEmpty(parts("&&")) ? false : nil
        case .binary("||", let a, let b):
            let (left, right) = (a.constant, b.constant)
            if left == true || right == true { return true }
            if left == false, right == false { return false }
            return Self.isEverything(parts("||")) ? true : nil
        case .binary(let sign, .number(let a), .number(let b)): return Self.compare(sign, a, b)
        case .binary("==", .text(let a), .text(let b)): return a == b
        case .binary("!=", .text(let a), .text(let b)): return a != b
        default: return nil
        }
    }

    private static func compare(_ sign: String, _ a: Double, _ b: Double) -> Bool? {
        switch sign {
        case "==": a == b
        case "!=": a != b
        case "<": a < b
        case "<=": a <= b
        case ">": a > b
        case ">=": a >= b
        default: nil
        }
    }

    /// The members of a chain of one operator, without what nests deeper than 64.
    private func parts(_ sign: String, depth: Int = 0) -> [Condition] {
        guard depth < 64, case .binary(sign, let a, let b) = self else { return [self] }
        return a.parts(sign, depth: depth + 1) + b.parts(sign, depth: depth + 1)
    }

    /// A value that is compared with a number: `value < number`, whichever side it stands on.
    private struct Bound {
        var value: Condition
        var sign: String
        var number: Double

        init?(_ condition: Condition) {
            switch condition {
            case .binary(let sign, .number(let number), let value):
                let mirrored = ["<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "=="]
                guard let sign = mirrored[sign] else { return nil }
                (self.value, self.sign, self.number) = (value, sign, number)
            case .binary(let sign, let value, .number(let number)):
                guard ["<", "<=", ">", ">=", "=="].contains(sign) else { return nil }
                (self.value, self.sign, self.number) = (value, sign, number)
            default: return nil
            }
        }

        var isAbove: Bool { sign.hasPrefix(">") || sign == "==" }
        var isBelow: Bool { sign.hasPrefix("<") || sign == "==" }
        var isStrict: Bool { sign == "<" || sign == ">" }
    }

    /// Whether no number can meet all of them: `x > 5 && x < 3`.
    private static func isEmpty(_ parts: [Condition]) -> Bool {
        let bounds = parts.prefix(64).compactMap { Bound($0) }
        return bounds.contains { low in
            low.isAbove
                && bounds.contains { high in
                    high.isBelow && high.value == low.value
                        && (low.number > high.number
                            || low.number == high.number && (low.isStrict || high.isStrict))
                }
        }
    }

    /// Whether each number meets one of them: `x > 3 || x < 5`.
    private static func isEverything(_ parts: [Condition]) -> Bool {
        let bounds = parts.prefix(64).compactMap { Bound($0) }.filter { $0.sign != "==" }
        return bounds.contains { low in
            low.isAbove
                && bounds.contains { high in
                    high.isBelow && high.value == low.value
                        && (low.number < high.number
                            || low.number == high.number && !(low.isStrict && high.isStrict))
                }
        }
    }
}
