internal import Tree

/// A condition of an analysis, in the language of expr-lang, as far as its types can be told without running it.
indirect enum Condition: Hashable, Sendable {
    case number(Double)
    case text(String)
    case flag(Bool)
    /// `nil`, a list or a map that is written out: nothing is said about these.
    case other
    case name(String)
    case member(Condition)
    case index(Condition)
    case slice(Condition)
    case call(String, [Condition])
    case not(Condition)
    case negative(Condition)
    case binary(String, Condition, Condition)
    case choice(Condition, Condition)

    /// Nil for what this reading does not know: nothing is said about it then.
    static func read(_ text: String) -> Condition? {
        guard text.utf8.count <= 4096, let tokens = ConditionToken.all(in: text) else { return nil }
        var parser = ConditionParser(tokens: tokens)
        guard let condition = parser.expression(0, depth: 0), parser.isAtEnd else { return nil }
        return condition
    }
}

enum ConditionToken: Hashable {
    case number(Double)
    case text(String)
    case word(String)
    case sign(String)

    private static let signs = [
        "==", "!=", "<=", ">=", "&&", "||", "**", "??", "?.", "..", "(", ")", "[", "]", "{", "}", "<", ">", "+", "-",
        "*", "/", "%", "!", "?", ":", ",", ".", "|", "#", ";", "=",
    ]

    static func all(in text: String) -> [ConditionToken]? {
        var rest = text[...]
        var tokens: [ConditionToken] = []
        while let first = rest.first {
            if first.isWhitespace {
                rest.removeFirst()
            } else if first.isNumber {
                let digits = rest.prefix { $0.isNumber || $0 == "." || $0 == "_" || $0 == "e" }
                guard let number = Double(digits.filter { $0 != "_" }) else { return nil }
                tokens.append(.number(number))
                rest = rest.dropFirst(digits.count)
            } else if first.isLetter || first == "_" {
                let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
                tokens.append(.word(String(word)))
                rest = rest.dropFirst(word.count)
            } else if "\"'`".contains(first) {
                rest.removeFirst()
                var content = ""
                while let next = rest.first, next != first {
                    if next == "\\", first != "`" { rest.removeFirst() }
                    guard let kept = rest.popFirst() else { return nil }
                    content.append(kept)
                }
                guard rest.popFirst() == first else { return nil }
                tokens.append(.text(content))
            } else if let sign = signs.first(where: rest.hasPrefix) {
                tokens.append(.sign(sign))
                rest = rest.dropFirst(sign.count)
            } else {
                return nil
            }
        }
        return tokens
    }
}

/// Reads by the precedence of operators, no deeper than 64.
private struct ConditionParser {
    let tokens: [ConditionToken]
    private var position = 0

    init(tokens: [ConditionToken]) { self.tokens = tokens }

    var isAtEnd: Bool { position == tokens.count }

    private static let strengths: [String: Int] = [
        "?": 1, "|": 2, "||": 3, "or": 3, "&&": 4, "and": 4, "==": 6, "!=": 6, "<": 7, ">": 7, "<=": 7, ">=": 7,
        "in": 7, "contains": 7, "startsWith": 7, "endsWith": 7, "matches": 7, "..": 8, "+": 9, "-": 9, "*": 10,
        "/": 10, "%": 10, "**": 12, "??": 13,
    ]
    private static let others = ["|", "..", "??"]
    /// Functions whose second argument is a predicate over elements.
    private static let closures: Set = [
        "all", "any", "none", "one", "filter", "map", "find", "findIndex", "findLast", "findLastIndex", "count", "sum",
        "groupBy", "sortBy", "reduce",
    ]

    private var sign: String? {
        guard position < tokens.count else { return nil }
        switch tokens[position] {
        case .sign(let sign): return sign
        case .word(let word): return Self.strengths[word] == nil ? nil : word
        default: return nil
        }
    }

    private mutating func take(_ sign: String) -> Bool {
        guard position < tokens.count, tokens[position] == .sign(sign) else { return false }
        position += 1
        return true
    }

    mutating func expression(_ strength: Int, depth: Int) -> Condition? {
        guard depth < 64, var left = operand(depth) else { return nil }
        while let sign, let own = Self.strengths[sign], own > strength {
            position += 1
            if sign == "?" {
                guard let yes = expression(0, depth: depth + 1), take(":"),
                    let no = expression(0, depth: depth + 1)
                else { return nil }
                left = .choice(yes, no)
            } else {
                guard !Self.others.contains(sign), let right = expression(own, depth: depth + 1) else { return nil }
                left = .binary(sign == "and" ? "&&" : sign == "or" ? "||" : sign, left, right)
            }
        }
        return left
    }

    private mutating func operand(_ depth: Int) -> Condition? {
        if take("!") || word("not") { return expression(11, depth: depth + 1).map { .not($0) } }
        if take("-") { return expression(11, depth: depth + 1).map { .negative($0) } }
        guard var result = primary(depth) else { return nil }
        while true {
            if take(".") || take("?.") {
                guard position < tokens.count, case .word = tokens[position] else { return nil }
                position += 1
                if take("(") {
                    guard skip() else { return nil }
                    result = .other
                } else {
                    result = .member(result)
                }
            } else if take("[") {
                let start = position
                guard skip(to: "]") else { return nil }
                result = tokens[start..<position].contains(.sign(":")) ? .slice(result) : .index(result)
            } else {
                return result
            }
        }
    }

    private mutating func word(_ word: String) -> Bool {
        guard position < tokens.count, tokens[position] == .word(word) else { return false }
        position += 1
        return true
    }

    private mutating func primary(_ depth: Int) -> Condition? {
        guard position < tokens.count else { return nil }
        let token = tokens[position]
        position += 1
        switch token {
        case .number(let number): return .number(number)
        case .text(let text): return .text(text)
        case .word("true"): return .flag(true)
        case .word("false"): return .flag(false)
        case .word("nil"): return .other
        case .word("let"): return nil
        case .word(let name): return take("(") ? arguments(of: name, depth) : .name(name)
        case .sign("("):
            guard let inner = expression(0, depth: depth + 1), take(")") else { return nil }
            return inner
        case .sign("["): return skip(to: "]") ? .other : nil
        case .sign("{"): return skip(to: "}") ? .other : nil
        default: return nil
        }
    }

    private mutating func arguments(of name: String, _ depth: Int) -> Condition? {
        if take(")") { return .call(name, []) }
        var arguments: [Condition] = []
        repeat {
            guard let argument = expression(0, depth: depth + 1) else { return nil }
            arguments.append(argument)
            if Self.closures.contains(name), take(",") { return skip() ? .call(name, arguments) : nil }
        } while take(",")
        return take(")") ? .call(name, arguments) : nil
    }

    /// Goes behind the bracket that closes what is open.
    private mutating func skip(to end: String = ")") -> Bool {
        var depth = 0
        while position < tokens.count {
            let token = tokens[position]
            position += 1
            if depth == 0, token == .sign(end) { return true }
            if case .sign(let sign) = token {
                if "([{".contains(sign) { depth += 1 }
                if ")]}".contains(sign) { depth -= 1 }
            }
        }
        return false
    }
}
