/// Writes policies that mostly mean something: every expression has a type, and names are used after they were made.
///
/// What regopy 1.5 is known to do otherwise than OPA is left out. It
/// - does not sort sets, and does not find the least of several numbers below zero;
/// - finds an empty text at 0 where OPA's `indexof` fails;
/// - takes `not f(x)` for true where OPA asks that `x` is there;
/// - writes 6 as 10 in base 2, and loses the sign in bases other than ten;
/// - ends an expression before a line that begins with a minus, goes on with it in one that begins with a parenthesis, and
///   reads no `contains` before an expression in parentheses;
/// - passes over an expression that is undefined where nothing uses its variable, or that has a `with`;
/// - finds nothing wrong with undefined elements of a set in which something is looked for.
struct PolicyMaker {
    enum Kind: CaseIterable { case number, text, numbers, texts, set, object }

    var random: SeededRandom
    /// What has a value here, by type: rules above, variables of the body.
    private var names: [Kind: [String]] = [:]
    private var functions: [String] = []
    private var variables = 0

    static func policy(seed: UInt64) -> RandomPolicy {
        var maker = PolicyMaker(random: SeededRandom(seed: seed))
        var rules: [RandomPolicy.Rule] = []
        for number in 0..<maker.random.number(2...5) { rules += maker.rules(number) }
        return RandomPolicy(rules: rules, input: maker.input())
    }

    private init(random: SeededRandom) { self.random = random }

    // MARK: - Rules

    private mutating func rules(_ number: Int) -> [RandomPolicy.Rule] {
        let outer = names
        var rules: [RandomPolicy.Rule] = []
        var made: (Kind, String)?
        switch random.number(0...9) {
        case 0...3:
            let kind = random.pick(Kind.allCases)
            rules = complete("r\(number)", kind, outer)
            made = (kind, "r\(number)")
        case 4...6:
            for _ in 0..<random.number(1...2) {
                names = outer
                let body = body()
                rules.append(.init(head: "s\(number) contains e", body: body + ["e := \(value(.number))"]))
            }
            made = (.set, "s\(number)")
        case 7...8:
            let body = ["some k, v in \(value(.object))"] + body()
            names[.text, default: []].append("k")
            names[.number, default: []].append("v")
            rules = [.init(head: "o\(number)[\(value(.text))] := \(value(.number))", body: body)]
            made = (.object, "o\(number)")
        default:
            names[.number, default: []].append("x")
            let body = body()
            rules = [.init(head: "f\(number)(x) := \(value(.number))", body: body)]
            if random.chance(50) { rules[0].rest = " else := \(random.number(0...9))" }
            functions.append("f\(number)")
        }
        names = outer
        if let made { names[made.0, default: []].append(made.1) }
        return rules
    }

    private mutating func complete(_ name: String, _ kind: Kind, _ outer: [Kind: [String]]) -> [RandomPolicy.Rule] {
        let body = body()
        var rule = RandomPolicy.Rule(head: "\(name) := \(value(kind))", body: body)
        names = outer
        if random.chance(40), !body.isEmpty {
            rule.rest = " else := \(value(kind)) if {\n\t\(condition(1))\n}"
        }
        guard kind == .number, random.chance(50) else { return [rule] }
        return [.init(head: "default \(name) := \(random.number(0...5))", body: []), rule]
    }

    private mutating func body() -> [String] {
        (0..<random.number(1...3)).map { _ in random.chance(45) ? declaration() : condition(2) }
    }

    private mutating func declaration() -> String {
        variables += 1
        let name = "v\(variables)"
        switch random.number(0...5) {
        case 0:
            let line = "some \(name) in \(value(.numbers))"
            names[.number, default: []].append(name)
            return line
        case 1:
            let line = "some \(name), w\(variables) in \(value(.numbers))"
            names[.number, default: []] += [name, "w\(variables)"]
            return line
        case 2:
            let line = "some \(name), w\(variables) in \(value(.object))"
            names[.text, default: []].append(name)
            names[.number, default: []].append("w\(variables)")
            return line
        case 3:
            let line = "[\(name), _] = [\(random.number(0...9)), \"a\"]"
            names[.number, default: []].append(name)
            return line
        default:
            let kind = random.pick(Kind.allCases)
            let line = "\(name) := \(value(kind))"
            names[kind, default: []].append(name)
            return line
        }
    }

    private mutating func condition(_ depth: Int) -> String {
        // A minus at the start of a line belongs to the line before, for regopy a parenthesis too.
        let line = comparison(depth)
        return line.hasPrefix("-") || line.hasPrefix("(") ? "0 + " + line : line
    }

    private mutating func comparison(_ depth: Int) -> String {
        switch random.number(0...11) {
        case 0...2:
            return
                "\(value(.number, depth)) \(random.pick(["==", "!=", "<", "<=", ">", ">="])) \(value(.number, depth))"
        case 3: return "\(value(.text, depth)) \(random.pick(["==", "!=", "<"])) \(value(.text, depth))"
        case 4: return "\(value(.number, depth)) in \(value(random.pick([.numbers, .set]), 0))"
        case 5:
            return "count(\(value(random.pick([.numbers, .texts, .set, .object]), depth))) > \(random.number(0...2))"
        case 6 where depth > 0:
            return "not input.\(random.pick(["n", "xs[0]", "o.a", "items[1].count"])) == \(random.number(0...4))"
        case 7 where depth > 0:
            return "every e in \(value(.numbers, depth)) { e \(random.pick(["<", ">="])) \(random.number(0...6)) }"
        case 8:
            return "\(random.pick(["startswith", "endswith", "contains"]))(\(value(.text, depth)), \(value(.text, 0)))"
        case 9: return "input.n > \(random.number(0...2)) with input.n as \(random.number(-2...5))"
        case 10:
            return
                "\(random.pick(["is_number", "is_string", "is_array", "is_set"]))(\(value(random.pick(Kind.allCases), depth)))"
        default:
            return random.pick(["input.on", "input.missing", "input.items[_].on", "not input.missing", "input.o.a"])
        }
    }

    // MARK: - Values

    private mutating func value(_ kind: Kind, _ depth: Int = 2) -> String {
        if let known = names[kind], !known.isEmpty, random.chance(35) { return random.pick(known) }
        switch kind {
        case .number: return number(depth)
        case .text: return text(depth)
        case .numbers: return numbers(depth)
        case .texts: return texts(depth)
        case .set: return set(depth)
        case .object: return object(depth)
        }
    }

    private mutating func number(_ depth: Int) -> String {
        let literal = "\(random.number(-2...9))"
        guard depth > 0 else { return random.chance(40) ? "input.n" : literal }
        let below = depth - 1
        switch random.number(0...13) {
        case 0...1: return literal
        case 2: return "(\(value(.number, below)) \(random.pick(["+", "-", "*"])) \(value(.number, below)))"
        case 3: return "(\(value(.number, below)) % \(random.number(1...4)))"
        case 4: return "count(\(value(random.pick([.numbers, .texts, .set, .object, .text]), below)))"
        case 5:
            return "\(random.pick(["sum", "product", "max"]))(\(value(random.pick([.numbers, .set]), below)))"
        case 6: return "abs(\(value(.number, below)))"
        case 7: return "object.get(\(value(.object, below)), \(value(.text, 0)), \(literal))"
        case 8: return "indexof(\(value(.text, below)), \"\(random.pick(["a", "b", "ab"]))\")"
        case 9: return "\(value(.numbers, below))[\(random.number(0...2))]"
        case 10 where !functions.isEmpty: return "\(random.pick(functions))(\(value(.number, below)))"
        case 11: return "to_number(\"\(random.number(0...99))\")"
        case 12: return "input.items[\(random.number(0...2))].count"
        default: return "input.n"
        }
    }

    private mutating func text(_ depth: Int) -> String {
        let literal = random.pick(["\"a\"", "\"b\"", "\"ab\"", "\"\"", "\"c,d\"", "`x y`"])
        guard depth > 0 else { return random.chance(30) ? "input.s" : literal }
        let below = depth - 1
        switch random.number(0...10) {
        case 0: return literal
        case 1: return "concat(\",\", \(value(.texts, below)))"
        case 2: return "\(random.pick(["upper", "lower", "trim_space", "strings.reverse"]))(\(value(.text, below)))"
        case 3: return "sprintf(\"%d-%s\", [\(value(.number, below)), \(value(.text, below))])"
        case 4: return "substring(\(value(.text, below)), \(random.number(0...2)), \(random.number(-1...2)))"
        case 5: return "replace(\(value(.text, below)), \"a\", \"zz\")"
        case 6: return "format_int(\(value(.number, below)), 10)"
        case 7: return "type_name(\(value(random.pick(Kind.allCases), below)))"
        case 8: return "trim(\(value(.text, below)), \"ab\")"
        case 9: return "\(value(.texts, below))[\(random.number(0...1))]"
        default: return "input.s"
        }
    }

    private mutating func numbers(_ depth: Int) -> String {
        guard depth > 0 else { return "input.xs" }
        let below = depth - 1
        switch random.number(0...7) {
        case 0: return "[\(value(.number, below)), \(value(.number, below))]"
        case 1: return "[y | some y in \(value(.numbers, below)); y > \(random.number(-1...4))]"
        case 2: return "array.concat(\(value(.numbers, below)), \(value(.numbers, below)))"
        case 3: return "array.slice(\(value(.numbers, below)), \(random.number(0...1)), \(random.number(1...3)))"
        case 4: return "numbers.range(\(random.number(-2...1)), \(random.number(1...4)))"
        case 5: return "sort(\(value(.numbers, below)))"
        case 6: return "[i.count | some i in input.items]"
        default: return "input.xs"
        }
    }

    private mutating func texts(_ depth: Int) -> String {
        guard depth > 0 else { return "input.ys" }
        let below = depth - 1
        switch random.number(0...4) {
        case 0: return "[\(value(.text, below)), \(value(.text, below))]"
        case 1: return "split(\(value(.text, below)), \",\")"
        case 2: return "[i.name | some i in input.items; i.count > \(random.number(0...3))]"
        case 3: return "array.reverse(\(value(.texts, below)))"
        default: return "input.ys"
        }
    }

    private mutating func set(_ depth: Int) -> String {
        guard depth > 0 else { return "{1, 2, \(random.number(0...5))}" }
        let below = depth - 1
        switch random.number(0...4) {
        case 0...1: return "(\(value(.set, below)) \(random.pick(["|", "&", "-"])) \(value(.set, below)))"
        case 2: return "{y | some y in \(value(.numbers, below))}"
        case 3: return "{(y % 2) | some y in \(value(.numbers, below))}"
        default: return "{\(value(.number, below)), \(value(.number, below))}"
        }
    }

    private mutating func object(_ depth: Int) -> String {
        guard depth > 0 else { return "input.o" }
        let below = depth - 1
        switch random.number(0...5) {
        case 0: return "{\"a\": \(value(.number, below)), \"k\": \(value(.number, below))}"
        case 1: return "{a: b | some a, b in \(value(.object, below)); b > \(random.number(0...3))}"
        case 2: return "object.union(\(value(.object, below)), \(value(.object, below)))"
        case 3: return "object.remove(\(value(.object, below)), [\"a\"])"
        case 4: return "object.filter(\(value(.object, below)), {\"a\", \"b\"})"
        default: return "input.o"
        }
    }

    // MARK: - Input

    private mutating func input() -> [String] {
        func list(_ elements: [String]) -> String { "[" + elements.joined(separator: ", ") + "]" }
        var members: [String] = []
        let numbers = (0..<random.number(0...4)).map { _ in "\(random.number(-1...6))" }
        let texts = (0..<random.number(0...3)).map { _ in "\"\(random.pick(["a", "b", "ab", "x,y", "", "AB"]))\"" }
        if random.chance(90) { members.append("\"n\": \(random.number(-2...8))") }
        if random.chance(90) { members.append("\"s\": \"\(random.pick(["a", "ab", "b a", "", "aXb", "a,b"]))\"") }
        if random.chance(90) { members.append("\"xs\": " + list(numbers)) }
        if random.chance(90) { members.append("\"ys\": " + list(texts)) }
        if random.chance(50) { members.append("\"on\": \(random.chance(50))") }
        if random.chance(80) {
            let keys = ["a", "b", "c"].filter { _ in random.chance(60) }
            members.append("\"o\": {" + keys.map { "\"\($0)\": \(random.number(0...5))" }.joined(separator: ", ") + "}")
        }
        if random.chance(80) {
            let items = (0..<random.number(0...3)).map { number in
                let flag = random.chance(60) ? ", \"on\": \(random.chance(50))" : ""
                let count = random.chance(80) ? ", \"count\": \(random.number(0...5))" : ""
                return "{\"name\": \"i\(number)\"\(count)\(flag)}"
            }
            members.append("\"items\": " + list(items))
        }
        return members
    }
}
