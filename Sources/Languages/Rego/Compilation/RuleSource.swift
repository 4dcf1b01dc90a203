/// A rule with what is known of it before its body is read.
struct RuleSource {
    var rule: Rule
    /// The number of its module.
    var module: Int
    /// Below `data`, as far as it is constant.
    var path: [RegoValue]
    /// The rest of its name, which is computed.
    var rest: [Term]
    var kind: Group.Kind
    /// `contains` below a computed path.
    var isElement: Bool
    var file: String

    init(_ rule: Rule, in module: Module, number: Int) {
        self.rule = rule
        self.module = number
        file = module.file
        let fixed = rule.fixedPath
        path = module.package.map(RegoValue.string) + fixed
        rest = Array(rule.head.reference.path.dropFirst(max(fixed.count - 1, 0)))
        if case .contains = rule.head.kind { isElement = true } else { isElement = false }
        if let arguments = rule.head.arguments {
            kind = .function(arity: arguments.count)
        } else if rest.isEmpty {
            kind = isElement ? .set : .complete
        } else {
            kind = .object
        }
    }

    var position: Position { rule.head.position }

    func error(_ code: RegoError.Code, _ message: String, hint: String? = nil) -> RegoError {
        RegoError(code, message, hint: hint, file: file, at: position)
    }
}

/// The rules of one path, in the order of files and lines.
struct SourceGroup {
    var path: [RegoValue]
    var rules: [RuleSource]

    var kind: Group.Kind { rules.first(where: { !$0.rule.isDefault })?.kind ?? rules[0].kind }
}
