// Operators, from the loosest to the tightest: `in`, comparisons, `|`, `&`, `+ -`, `* / %`; all take their left side
// first.
extension Parser {
    /// A term with operators, where `k, v in xs` may stand.
    mutating func expressionTerm() throws(RegoError) -> Term { try membership(from: nil, mayHaveKey: true) }

    /// A term with operators in a list, where a comma ends it.
    mutating func listTerm() throws(RegoError) -> Term { try membership(from: nil, mayHaveKey: false) }

    /// The same after its first `term()` was read already.
    mutating func listTerm(from first: Term) throws(RegoError) -> Term {
        try membership(from: first, mayHaveKey: false)
    }

    /// A term whose operators bind tighter than `in`.
    mutating func termBesideIn() throws(RegoError) -> Term { try binary(from: nil, level: 0) }

    private mutating func membership(from first: Term?, mayHaveKey: Bool) throws(RegoError) -> Term {
        var left = try binary(from: first, level: 0)
        while true {
            if mayHaveKey, token.is(.comma), let pair = try keyedMembership(left) {
                left = pair
            } else if token.is(.in) {
                let below = height
                try advance()
                let right = try binary(from: nil, level: 0)
                left = try operation(["internal", "member_2"], [left, right], below)
            } else {
                return left
            }
        }
    }

    /// At the comma of `k, v in xs`.
    /// - Returns: nil, with the comma still there, where it is something else.
    private mutating func keyedMembership(_ key: Term) throws(RegoError) -> Term? {
        let start = mark
        let below = height
        try advance()
        let value = try binary(from: nil, level: 0)
        guard token.is(.in) else {
            goBack(to: start)
            height = below
            return nil
        }
        let middle = max(below, height)
        try advance()
        let collection = try binary(from: nil, level: 0)
        return try operation(["internal", "member_3"], [key, value, collection], middle)
    }

    private mutating func binary(from first: Term?, level: Int) throws(RegoError) -> Term {
        guard level < 5 else {
            if let first { return first }
            return try term()
        }
        var left = try binary(from: first, level: level + 1)
        while let name = builtin(at: level) {
            let below = height
            try advance()
            let right = try binary(from: nil, level: level + 1)
            left = try operation([name], [left, right], below)
        }
        return left
    }

    private mutating func operation(_ name: [String], _ operands: [Term], _ below: Int) throws(RegoError) -> Term {
        let position = operands[0].position
        try rise(above: max(below, height), at: position)
        let path = name.dropFirst().map { Term(.scalar(.string($0)), at: position) }
        return Term(.call(Reference(head: Term(.variable(name[0]), at: position), path: path), operands), at: position)
    }

    /// The built-in of the operator here, if it binds as tightly as `level` says.
    private func builtin(at level: Int) -> String? {
        guard case .mark(let mark) = token.kind else { return nil }
        switch (mark, level) {
        case (.equal, 0): return "equal"
        case (.notEqual, 0): return "neq"
        case (.less, 0): return "lt"
        case (.lessOrEqual, 0): return "lte"
        case (.greater, 0): return "gt"
        case (.greaterOrEqual, 0): return "gte"
        case (.or, 1): return "or"
        case (.and, 2): return "and"
        case (.plus, 3): return "plus"
        case (.minus, 3): return "minus"
        case (.times, 4): return "mul"
        case (.divided, 4): return "div"
        case (.remainder, 4): return "rem"
        default: return nil
        }
    }
}
