/// What OPA's strict mode refuses beyond unused variables; most of it is refused in v1 too.
struct StrictChecks {
    private(set) var errors: [RegoError] = []

    /// - Parameter isStrict: also for unused imports; the others are refused in v1 anyway.
    init(_ modules: [Module], isStrict: Bool) {
        for module in modules where isStrict || module.version == .v1 {
            checkImports(module, isStrict)
            for rule in module.rules { checkName(rule, module) }
        }
    }

    private mutating func checkImports(_ module: Module, _ isStrict: Bool) {
        var seen: [String: Import] = [:]
        var used = Set(module.rules.flatMap(NameUse.names))
        used.formUnion(module.rules.flatMap { $0.head.reference.path }.flatMap { Mentions(of: [$0]).names.map(\.name) })
        for imported in module.imports {
            guard case .variable(let head) = imported.path.head.kind, head == "data" || head == "input" else {
                continue
            }
            var name = imported.alias ?? head
            if imported.alias == nil, case .scalar(.string(let last))? = imported.path.path.last?.kind { name = last }
            if let before = seen[name] {
                refuse(
                    "import must not shadow import \(name)",
                    hint: "the first is in line \(before.position.line); use `as`",
                    module, imported.position)
            }
            seen[name] = imported
            if isStrict, !used.contains(name) {
                refuse("import \(name) unused", hint: "remove it", module, imported.position)
            }
        }
    }

    private mutating func checkName(_ rule: Rule, _ module: Module) {
        guard case .variable(let name) = rule.head.reference.head.kind, name == "input" || name == "data" else {
            return
        }
        refuse("rules must not shadow \(name) (use a different rule name)", hint: nil, module, rule.position)
    }

    private mutating func refuse(_ message: String, hint: String?, _ module: Module, _ position: Position) {
        errors.append(RegoError(.compile, message, hint: hint, file: module.file, at: position))
    }
}

/// All names in a rule, however deep.
enum NameUse {
    static func names(_ rule: Rule) -> [String] {
        var names: [String] = []
        for argument in rule.head.arguments ?? [] { visit(argument, &names) }
        switch rule.head.kind {
        case .value(let value): if let value { visit(value, &names) }
        case .contains(let element): visit(element, &names)
        }
        if let body = rule.body { visit(body, &names) }
        for alternative in rule.alternatives {
            if let value = alternative.value { visit(value, &names) }
            if let body = alternative.body { visit(body, &names) }
        }
        return names
    }

    private static func visit(_ body: Body, _ names: inout [String]) {
        for expression in body.expressions { visit(expression, &names) }
    }

    private static func visit(_ expression: Expression, _ names: inout [String]) {
        switch expression.kind {
        case .term(let term): visit(term, &names)
        case .unify(let left, let right), .assign(let left, let right):
            visit(left, &names)
            visit(right, &names)
        case .some: break
        case .someIn(let key, let value, let collection):
            for term in [key, value, collection] { if let term { visit(term, &names) } }
        case .every(let key, let value, let domain, let body):
            for term in [key, value, domain] { if let term { visit(term, &names) } }
            visit(body, &names)
        case .not(let body): visit(body, &names)
        }
        for modifier in expression.modifiers {
            visit(modifier.target, &names)
            visit(modifier.value, &names)
        }
    }

    private static func visit(_ term: Term, _ names: inout [String]) {
        switch term.kind {
        case .scalar, .wildcard: break
        case .variable(let name): names.append(name)
        case .reference(let head, let path): for part in [head] + path { visit(part, &names) }
        case .call(let name, let arguments): for part in [name.head] + arguments { visit(part, &names) }
        case .array(let elements), .set(let elements): for element in elements { visit(element, &names) }
        case .object(let pairs):
            for pair in pairs {
                visit(pair.key, &names)
                visit(pair.value, &names)
            }
        case .arrayComprehension(let head, let body), .setComprehension(let head, let body):
            visit(head, &names)
            visit(body, &names)
        case .objectComprehension(let pair, let body):
            visit(pair.key, &names)
            visit(pair.value, &names)
            visit(body, &names)
        case .template(let parts):
            for part in parts {
                switch part {
                case .text: break
                case .term(let term): visit(term, &names)
                case .expression(let expression): visit(expression, &names)
                }
            }
        }
    }
}
