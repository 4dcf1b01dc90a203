/// Something that can be read but that OPA 1.0 does not take any more.
struct OutdatedSyntax: Sendable {
    enum Problem: Sendable, Equatable {
        case ruleWithoutIf
        case setWithoutContains
        case alternativeWithoutIf
        /// `f(x)` and `a.b.c` alone; before they were true.
        case ruleWithoutValue(isFunction: Bool)
        case keywordAsName(String)
    }

    var problem: Problem
    var position: Position
    /// How the head is written, and how OPA 1.0 wants it.
    var written = ""
    var wanted = ""

    init(_ problem: Problem, at position: Position, written: String = "", wanted: String = "") {
        self.problem = problem
        self.position = position
        self.written = written
        self.wanted = wanted
    }

    /// A text that has none of these can still be one for OPA 1.0.
    var isOnlyOlder: Bool {
        switch problem {
        case .ruleWithoutIf, .setWithoutContains, .alternativeWithoutIf: true
        case .ruleWithoutValue, .keywordAsName: false
        }
    }

    func error(in file: String) -> RegoError {
        RegoError(.parse, message, hint: hint, file: file, at: position)
    }

    private var message: String {
        switch problem {
        case .ruleWithoutIf: "`if` is missing before the body of `\(written)`"
        case .setWithoutContains: "`contains` is missing in `\(written)`, which adds to a set"
        case .alternativeWithoutIf: "`if` is missing after `else`"
        case .ruleWithoutValue(let isFunction):
            "the \(isFunction ? "function" : "rule") `\(written)` has neither a value nor a body"
        case .keywordAsName(let name): "`\(name)` is a keyword, it cannot name a rule"
        }
    }

    var hint: String {
        switch problem {
        case .ruleWithoutIf, .setWithoutContains: "write `\(wanted)`"
        case .alternativeWithoutIf: "write `else if {` or `else := value if {`"
        case .ruleWithoutValue: "write `\(wanted)`"
        case .keywordAsName: "choose another name"
        }
    }
}

extension Parser {
    /// Keeps in mind what OPA 1.0 would not take in the head just read.
    mutating func note(_ head: RuleHead, hasIf: Bool, hasBody: Bool, at position: Position) {
        let written = lexer.text(from: head.position.offset, to: max(lastEnd, head.position.offset))
        if case .variable(let name) = head.reference.head.kind, head.reference.path.isEmpty,
            let word = Keyword(rawValue: name)
        {
            outdated.append(OutdatedSyntax(.keywordAsName(word.rawValue), at: position))
        }
        let block = hasBody ? " if {" : ""
        switch head.kind {
        case .value(nil) where !hasIf && head.arguments == nil && head.reference.path.count == 1:
            let wanted = "\(headName(head)) contains \(elementText(head))\(block)"
            outdated.append(
                OutdatedSyntax(.setWithoutContains, at: position, written: written, wanted: wanted))
        case .value(nil) where !hasBody && (head.arguments != nil || head.reference.path.count > 1):
            outdated.append(
                OutdatedSyntax(
                    .ruleWithoutValue(isFunction: head.arguments != nil), at: position, written: written,
                    wanted: "\(written) := true"))
        case _ where hasBody && !hasIf:
            outdated.append(
                OutdatedSyntax(.ruleWithoutIf, at: position, written: written, wanted: "\(written) if {"))
        default: break
        }
    }

    private func headName(_ head: RuleHead) -> String {
        if case .variable(let name) = head.reference.head.kind { return name }
        return ""
    }

    /// The element of an old set as it is written: `msg` of `deny[msg]`, `"x"` of `deny.x`.
    private func elementText(_ head: RuleHead) -> String {
        guard let element = head.reference.path.first else { return "" }
        let text = lexer.text(from: element.position.offset, to: max(lastEnd, element.position.offset))
        if text.hasSuffix("]") { return String(text.dropLast()) }
        return "\"\(text)\""
    }
}
