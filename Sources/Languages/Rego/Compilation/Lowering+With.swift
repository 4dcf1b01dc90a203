extension Lowering {
    mutating func replacement(_ modifier: With, _ draft: inout Draft) -> Replacement? {
        guard let target = target(modifier.target) else { return nil }
        if case .function(let replaced) = target {
            if let callee = function(modifier.value) {
                if let want = environment.arity(of: replaced), let have = environment.arity(of: callee), want != have {
                    refuse(
                        .type, "\(replaced.text): arity mismatch",
                        hint: "the replacement takes \(have) arguments, \(replaced.text) takes \(want)",
                        at: modifier.position)
                }
                return Replacement(target: target, value: .function(callee), position: modifier.position)
            }
        } else if let callee = function(modifier.value) {
            refuse(
                .compile, "with keyword replacing value by function \(callee.text)",
                hint: "only a function can be replaced by a function", at: modifier.position)
            return nil
        }
        return Replacement(
            target: target, value: .operand(operand(modifier.value, &draft)), position: modifier.position)
    }

    /// What `with` replaces, or nil after an error.
    private mutating func target(_ term: Term) -> Replacement.Target? {
        var ignored = Draft()
        if let function = function(term) {
            if case .builtin(let name) = function, Environment.irreplaceable.contains(name) {
                refuse(
                    .compile, "with keyword replacing built-in function: replacement of \(name) is not possible",
                    at: term.position)
                return nil
            }
            return .function(function)
        }
        guard case .lookup(let root, let path) = rootPlace(term, &ignored) else {
            refuse(
                .type, "with keyword target must reference existing input, data, or a function",
                hint: "write `with input.… as …` or `with data.… as …`", at: term.position)
            return nil
        }
        let keys = path.compactMap(\.constant)
        guard keys.count == path.count else {
            refuse(
                .type, "with keyword target must be a ground reference", hint: "use constants only in its path",
                at: term.position)
            return nil
        }
        switch root {
        case .input: return .input(keys)
        case .data:
            if (1..<max(keys.count, 1)).contains(where: { environment.documents.contains(Array(keys.prefix($0))) }) {
                refuse(
                    .type, "with keyword cannot partially replace virtual document(s)",
                    hint: "a rule gives this value; replace all of it", at: term.position)
                return nil
            }
            return .data(keys)
        case .value:
            refuse(.type, "with keyword target must reference existing input, data, or a function", at: term.position)
            return nil
        }
    }

    /// As `place`, but `input` is never a local variable of that name, which policies before OPA 1.0 may have:
    /// `input := {…}` and later `with input as input`.
    private mutating func rootPlace(_ term: Term, _ draft: inout Draft) -> Place {
        switch term.kind {
        case .variable("input"): return .lookup(.input, [])
        case .reference(let head, let path):
            guard case .variable("input") = head.kind else { return place(term, &draft) }
            return .lookup(.input, operands(path, &draft))
        default: return place(term, &draft)
        }
    }

    /// The function that a term names without calling it.
    private func function(_ term: Term) -> Callee? {
        let name: Reference
        switch term.kind {
        case .variable: name = Reference(head: term, path: [])
        case .reference(let head, let path): name = Reference(head: head, path: path)
        default: return nil
        }
        guard case .variable(let head) = name.head.kind, let text = name.dotted else { return nil }
        if scopes.contains(where: { $0.declared[head] != nil }) { return nil }
        var callee = Callee.builtin(text)
        if case .data(let path)? = names.global(head) {
            callee = .function(path + name.path.compactMap { if case .scalar(let key) = $0.kind { key } else { nil } })
        }
        return environment.arity(of: callee) == nil ? nil : callee
    }
}
