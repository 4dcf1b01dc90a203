/// Reads a template into its parts.
struct TemplateParser {
    private enum Piece {
        case text(String)
        case action([Word])
    }

    enum Word: Equatable {
        /// `if`, `len`
        case name(String)
        /// `.a`: without the point; empty for `.` alone.
        case field(String)
        /// `$x`: with the dollar.
        case variable(String)
        case string(String)
        case number(String)
        case mark(Unicode.Scalar)
        case define
        case blank
    }

    private var pieces: ArraySlice<Piece> = []
    private(set) var named: [String: [Template.Part]] = [:]
    private let source: String
    private var depth = 0

    init(_ source: String) { self.source = source }

    mutating func template() throws(BuiltinFailure) -> [Template.Part] {
        pieces = try split()[...]
        let (parts, end) = try list()
        guard end == nil else { throw mistake("unexpected {{\(end ?? "")}}") }
        return parts
    }

    private func mistake(_ what: String) -> BuiltinFailure { BuiltinFailure("template: template: \(what)") }

    /// Texts and actions; `{{-` and `-}}` take the blanks beside them away.
    private func split() throws(BuiltinFailure) -> [Piece] {
        var pieces: [Piece] = []
        var rest = source[...]
        var trims = false
        while let open = rest.firstRange(of: "{{") {
            var text = rest[..<open.lowerBound]
            rest = rest[open.upperBound...]
            if trims { text = text.drop(while: \.isWhitespace) }
            if rest.hasPrefix("-"), rest.dropFirst().first?.isWhitespace == true {
                while text.last?.isWhitespace == true { text.removeLast() }
                rest = rest.dropFirst()
            }
            if !text.isEmpty { pieces.append(.text(String(text))) }
            if let comment = rest.drop(while: \.isWhitespace).commentEnd {
                rest = comment
            } else {
                var words = TemplateWords(rest)
                pieces.append(.action(try words.all()))
                rest = words.rest
            }
            trims =
                rest.hasPrefix("-}}")
                || rest.first?.isWhitespace == true && rest.drop(while: \.isWhitespace).hasPrefix("-}}")
            rest = rest.drop(while: \.isWhitespace)
            if rest.hasPrefix("-") { rest = rest.dropFirst() }
            guard rest.hasPrefix("}}") else { throw mistake("unclosed action") }
            rest = rest.dropFirst(2)
        }
        if trims { rest = rest.drop(while: \.isWhitespace) }
        return rest.isEmpty ? pieces : pieces + [.text(String(rest))]
    }

    /// Parts up to an `end` or `else`, which is given back with its words.
    private mutating func list() throws(BuiltinFailure) -> ([Template.Part], String?) {
        depth += 1
        defer { depth -= 1 }
        guard depth < 100 else { throw BuiltinFailure("a template nests deeper than 100 levels", .limit) }
        var parts: [Template.Part] = []
        while let piece = pieces.popFirst() {
            switch piece {
            case .text(let text): parts.append(.text(text))
            case .action(let words):
                if words == [.name("end")] { return (parts, "end") }
                if words.first == .name("else") {
                    // `else if x` is an `else` with an `if` in it, of which it shares the end.
                    if words.count > 2 { pieces = [.action(Array(words.dropFirst(2)))] + pieces }
                    return (parts, words.count > 2 ? "else if" : "else")
                }
                try parts.append(contentsOf: action(words))
            }
        }
        return (parts, nil)
    }

    private mutating func action(_ words: [Word]) throws(BuiltinFailure) -> [Template.Part] {
        guard case .name(let keyword) = words.first else { return [.action(try pipeline(words))] }
        let rest = words.dropFirst().drop { $0 == .blank }
        switch keyword {
        case "if":
            let (body, otherwise) = try branches(of: "if")
            return [.conditional(try pipeline(Array(rest)), body, otherwise: otherwise)]
        case "with":
            let (body, otherwise) = try branches(of: "with")
            return [.scope(try pipeline(Array(rest)), body, otherwise: otherwise)]
        case "range":
            let (body, otherwise) = try branches(of: "range")
            return [.range(try pipeline(Array(rest)), body, otherwise: otherwise)]
        case "define", "block", "template":
            guard case .string(let name) = rest.first else { throw mistake("\(keyword) needs a name in quotes") }
            let argument = Array(rest.dropFirst().drop { $0 == .blank })
            if keyword != "template" {
                let (body, end) = try list()
                guard end == "end" else { throw mistake("\(keyword) without end") }
                named[name] = body
                if keyword == "define" { return [] }
            }
            return [.call(name, argument.isEmpty ? nil : try pipeline(argument))]
        case "break": return [.leaveLoop]
        case "continue": return [.nextRound]
        default: return [.action(try pipeline(words))]
        }
    }

    private mutating func branches(of keyword: String) throws(BuiltinFailure) -> ([Template.Part], [Template.Part]) {
        let (body, end) = try list()
        switch end {
        case "end": return (body, [])
        case "else":
            let (otherwise, end) = try list()
            guard end == "end" else { throw mistake("{{else}} without {{end}}") }
            return (body, otherwise)
        case "else if":
            guard case .action(let words) = pieces.popFirst(), words.first == .name(keyword) else {
                throw mistake("{{else}} of {{\(keyword)}} goes on with another word")
            }
            return (body, try action(words))
        default: throw mistake("{{\(keyword)}} without {{end}}")
        }
    }

    private func pipeline(_ words: [Word]) throws(BuiltinFailure) -> Template.Pipeline {
        var rest = words[...]
        let pipeline = try pipeline(&rest, depth: 0)
        guard rest.isEmpty else { throw mistake("unexpected \")\"") }
        return pipeline
    }

    private func pipeline(_ rest: inout ArraySlice<Word>, depth: Int) throws(BuiltinFailure) -> Template.Pipeline {
        guard depth < 50 else { throw BuiltinFailure("a template nests parentheses deeper than 50 levels", .limit) }
        var pipeline = Template.Pipeline()
        let plain = rest.filter { $0 != .blank }
        if let mark = plain.firstIndex(where: { $0 == .define || $0 == .mark("=") }) {
            for word in plain[..<mark] where word != .mark(",") {
                guard case .variable(let name) = word else { throw mistake("only variables can be declared") }
                pipeline.variables.append(name)
            }
            pipeline.isAssignment = plain[mark] == .mark("=")
            rest = rest[((rest.firstIndex { $0 == .define || $0 == .mark("=") }) ?? rest.startIndex)...].dropFirst()
        }
        var command: [Template.Operand] = []
        var isGlued = false
        while let word = rest.first {
            if word == .mark(")") { break }
            rest.removeFirst()
            switch word {
            case .blank: isGlued = false
            case .mark("|"):
                guard !command.isEmpty else { throw mistake("missing value for command") }
                pipeline.commands.append(command)
                command = []
                isGlued = false
            case .field(let name) where isGlued && !command.isEmpty && !name.isEmpty:
                command.append(.member(command.removeLast(), name))
            default:
                command.append(try operand(word, &rest, depth: depth))
                isGlued = true
            }
        }
        guard !command.isEmpty else { throw mistake("missing value for command") }
        pipeline.commands.append(command)
        return pipeline
    }

    private func operand(
        _ word: Word, _ rest: inout ArraySlice<Word>, depth: Int
    ) throws(BuiltinFailure) -> Template.Operand {
        switch word {
        case .field(let name): return name.isEmpty ? .dot : .member(.dot, name)
        case .variable(let name): return .variable(name)
        case .string(let text): return .literal(.value(.string(text)))
        case .number(let text):
            guard let number = RegoNumber(text: text) else { throw mistake("bad number: \(text)") }
            return .literal(number.int.map { .int($0) } ?? .value(.number(number)))
        case .name("true"): return .literal(.value(.bool(true)))
        case .name("false"): return .literal(.value(.bool(false)))
        case .name("nil"): return .literal(.value(.null))
        case .name(let name):
            guard TemplateRun.functions.contains(name) else { throw mistake("function \(goQuoted(name)) not defined") }
            return .function(name)
        case .mark("("):
            let inner = try pipeline(&rest, depth: depth + 1)
            guard rest.popFirst() == .mark(")") else { throw mistake("unclosed left paren") }
            return .group(inner)
        default: throw mistake("unexpected \(word) in command")
        }
    }
}

extension Substring {
    /// What follows a comment; nil when none begins here.
    fileprivate var commentEnd: Substring? {
        guard hasPrefix("/*"), let end = firstRange(of: "*/") else { return nil }
        return self[end.upperBound...]
    }
}
