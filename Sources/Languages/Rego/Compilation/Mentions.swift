/// Which names a body uses itself, without what its comprehensions and nested bodies use.
struct Mentions {
    /// In the order of the text, each once.
    private(set) var names: [(name: String, position: Position)] = []
    private(set) var declared: Set<String> = []
    private(set) var wildcards: [Position] = []
    private var known: Set<String> = []

    init(of body: Body) {
        for expression in body.expressions { visit(expression) }
    }

    init(of expression: Expression) { visit(expression) }

    init(of terms: [Term]) {
        for term in terms { visit(term) }
    }

    /// Names that are not declared in the body.
    var implicit: [(name: String, position: Position)] { names.filter { !declared.contains($0.name) } }

    mutating func add(_ terms: [Term]) {
        for term in terms { visit(term) }
    }

    private mutating func visit(_ expression: Expression) {
        switch expression.kind {
        case .term(let term) where term.isPrint: break
        case .term(let term): visit(term)
        case .unify(let left, let right):
            visit(left)
            visit(right)
        case .assign(let target, let value):
            declare(target)
            visit(value)
        case .some(let terms): for term in terms { declare(term) }
        case .someIn(let key, let value, let collection):
            if let key { declare(key) }
            declare(value)
            visit(collection)
        case .every(_, _, let domain, _): visit(domain)
        case .not: break
        }
        for modifier in expression.modifiers { visit(modifier.value) }
    }

    private mutating func visit(_ term: Term) {
        switch term.kind {
        case .scalar, .arrayComprehension, .setComprehension, .objectComprehension, .template: break
        case .variable(let name):
            if known.insert(name).inserted { names.append((name, term.position)) }
        case .wildcard: wildcards.append(term.position)
        case .reference(let head, let path):
            visit(head)
            for element in path { visit(element) }
        case .call(_, let arguments): for argument in arguments { visit(argument) }
        case .array(let elements), .set(let elements): for element in elements { visit(element) }
        case .object(let pairs):
            for pair in pairs {
                visit(pair.key)
                visit(pair.value)
            }
        }
    }

    /// The variables of a pattern; keys of objects are only used.
    private mutating func declare(_ pattern: Term) {
        switch pattern.kind {
        case .variable(let name): declared.insert(name)
        case .array(let elements): for element in elements { declare(element) }
        case .object(let pairs):
            for pair in pairs {
                visit(pair.key)
                declare(pair.value)
            }
        default: visit(pattern)
        }
    }
}

extension Reference {
    /// The name of a call, with its dots; nil when it has anything but names in it.
    var dotted: String? {
        guard case .variable(var text) = head.kind else { return nil }
        for element in path {
            guard case .scalar(.string(let name)) = element.kind else { return nil }
            text += "." + name
        }
        return text
    }

    var isPrint: Bool { dotted == "print" }
}

extension Term {
    var isPrint: Bool {
        if case .call(let name, _) = kind { return name.isPrint }
        return false
    }
}
