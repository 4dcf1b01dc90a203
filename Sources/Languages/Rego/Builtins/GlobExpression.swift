/// A pattern of `regex.globs_match`: characters, `.`, `[a-z]`, each of them perhaps with `*` or `+`, and `\` before
/// what means itself.
struct GlobExpression {
    private enum Repetition { case once, any, some }

    private struct Token {
        /// Nil matches every character.
        var ranges: [ClosedRange<UInt32>]?
        var repetition = Repetition.once

        func meets(_ other: Token) -> Bool {
            guard let ranges else { return other.ranges?.isEmpty != true }
            guard let others = other.ranges else { return !ranges.isEmpty }
            return ranges.contains { range in others.contains { $0.overlaps(range) } }
        }
    }

    private var tokens: [Token] = []
    private let text: String
    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ text: String) throws(BuiltinFailure) {
        self.text = text
        scalars = Array(text.unicodeScalars)
        while position < scalars.count {
            var token = try self.token()
            if position < scalars.count, let repetition = Self.repetition(scalars[position]) {
                token.repetition = repetition
                position += 1
            }
            tokens.append(token)
        }
    }

    private static func repetition(_ scalar: Unicode.Scalar) -> Repetition? {
        scalar == "*" ? .any : (scalar == "+" ? .some : nil)
    }

    private mutating func token() throws(BuiltinFailure) -> Token {
        let (scalar, isEscaped) = try next()
        if isEscaped { return Token(ranges: [scalar.value...scalar.value]) }
        switch scalar {
        case ".": return Token(ranges: nil)
        case "[": return Token(ranges: try ranges())
        case "]": throw mistake("set-close ']' with no preceding '['")
        case "*", "+": throw mistake("flag '\(scalar)' must be preceded by a non-flag")
        default: return Token(ranges: [scalar.value...scalar.value])
        }
    }

    private mutating func ranges() throws(BuiltinFailure) -> [ClosedRange<UInt32>] {
        var ranges: [ClosedRange<UInt32>] = []
        var before: UInt32?
        while position < scalars.count {
            let (scalar, isEscaped) = try next()
            if !isEscaped, scalar == "]" { return ranges }
            guard !isEscaped, scalar == "-" else {
                ranges.append(scalar.value...scalar.value)
                before = scalar.value
                continue
            }
            guard let low = before else { throw mistake("range character '-' must be preceded by a Unicode character") }
            guard position < scalars.count - 1 else {
                throw mistake("range character '-' must be followed by a Unicode character")
            }
            let (high, isLiteral) = try next()
            if !isLiteral, high == "]" || high == "-" {
                throw mistake("range character '-' cannot be followed by a special symbol")
            }
            guard low <= high.value else {
                let first = Unicode.Scalar(low).map { String($0) } ?? ""
                throw mistake("range is out of order: '\(high)' comes before '\(first)' in Unicode")
            }
            ranges.append(low...high.value)
            before = nil
        }
        throw mistake("found [ without matching ]")
    }

    private mutating func next() throws(BuiltinFailure) -> (Unicode.Scalar, isEscaped: Bool) {
        let scalar = scalars[position]
        position += 1
        guard scalar == "\\" else { return (scalar, false) }
        guard position < scalars.count else {
            position -= 1
            throw mistake("input ends with a \\ (escape) character")
        }
        position += 1
        return (scalars[position - 1], true)
    }

    private func mistake(_ what: String) -> BuiltinFailure {
        BuiltinFailure("input:\(text), pos:\(position), \(what): the input provided is invalid")
    }

    /// Whether some text that is not empty matches both: both are read side by side, one character at a time.
    func intersects(_ other: GlobExpression, _ context: BuiltinContext) throws(BuiltinFailure) -> Bool {
        struct State: Hashable {
            var left: Int
            var right: Int
            /// The token has matched already, so that a `+` may be left.
            var hasLeft = false
            var hasRight = false
            var isEmpty = true
        }
        var queue = [State(left: 0, right: 0)]
        var seen = Set(queue)
        func visit(_ state: State) {
            if seen.insert(state).inserted { queue.append(state) }
        }
        while let state = queue.popLast() {
            try context.spend(1)
            let (left, right) = (token(state.left), other.token(state.right))
            if left == nil, right == nil, !state.isEmpty { return true }
            if let left, left.repetition == .any || left.repetition == .some && state.hasLeft {
                visit(State(left: state.left + 1, right: state.right, hasRight: state.hasRight, isEmpty: state.isEmpty))
            }
            if let right, right.repetition == .any || right.repetition == .some && state.hasRight {
                visit(State(left: state.left, right: state.right + 1, hasLeft: state.hasLeft, isEmpty: state.isEmpty))
            }
            guard let left, let right, left.meets(right) else { continue }
            let (staysLeft, staysRight) = (left.repetition != .once, right.repetition != .once)
            visit(
                State(
                    left: state.left + (staysLeft ? 0 : 1), right: state.right + (staysRight ? 0 : 1),
                    hasLeft: staysLeft,
                    hasRight: staysRight, isEmpty: false))
        }
        return false
    }

    private func token(_ index: Int) -> Token? { index < tokens.count ? tokens[index] : nil }
}
