// The statements of a file.
extension Parser {
    /// What the statements of a file say, and what is wrong with them.
    struct Statements {
        var package: (path: [String], position: Position)?
        var imports: [Import] = []
        var rules: [Rule] = []
        var errors: [RegoError] = []
    }

    mutating func statements() -> Statements {
        var result = Statements()
        while token.kind != .end, result.errors.count < limits.errors {
            let start = token.position
            do {
                try statement(into: &result)
            } catch {
                result.errors.append(error)
                if token.position == start || !startsStatement { findNextStatement() }
            }
        }
        if result.package == nil, result.errors.isEmpty {
            result.errors.append(
                RegoError(
                    .parse, "the text has no `package`", hint: "start it with `package main`, say",
                    at: Position(line: 1, column: 1, offset: 0)))
        }
        return result
    }

    private mutating func statement(into result: inout Statements) throws(RegoError) {
        nesting = 0
        readKeywordAsName()
        if token.is(.package) {
            let position = token.position
            let path = try packagePath()
            guard result.package == nil else {
                throw RegoError(
                    .parse, "a second `package`", hint: "a file is of one package; use a second file", at: position)
            }
            result.package = (path, position)
            return
        }
        guard result.package != nil else {
            result.package = ([], token.position)
            throw unexpected("`package` and a name first", hint: "start the text with `package main`, say")
        }
        if token.is(.import) {
            result.imports.append(try importStatement())
        } else {
            result.rules += try rules()
        }
    }

    /// Statements start lines; nothing else does in a text as people write it.
    private mutating func findNextStatement() {
        while true {
            // Whatever a wrong token is, the lexer stands behind it.
            guard let next = try? lexer.next() else { continue }
            lastEnd = token.end
            token = next
            readKeywordAsName()
            if token.kind == .end || startsStatement { return }
        }
    }

    private var startsStatement: Bool {
        guard token.position.column == 1 else { return false }
        switch token.kind {
        case .name, .keyword: return true
        default: return false
        }
    }

    // MARK: package

    private mutating func packagePath() throws(RegoError) -> [String] {
        let line = token.position.line
        try advance()
        // A keyword may be the name, but not when it begins the next statement.
        if case .keyword = token.kind, token.position.line != line { throw unexpected("the name of the package") }
        return try fixedPath("the name of the package").path.compactMap(\.fieldName)
    }

    /// `a.b["c"]`; a keyword may be a part of it.
    private mutating func fixedPath(_ what: String) throws(RegoError) -> (first: Term, path: [Term]) {
        if case .keyword = token.kind { token.kind = .name }
        guard token.kind == .name else { throw unexpected(what) }
        let first = Term(.variable(text), at: token.position)
        var path = [Term(.scalar(.string(text)), at: token.position)]
        try advance()
        while !token.isSpaced, token.is(.dot) || token.is(.leftBracket) {
            let element = token.is(.dot) ? try field() : try element()
            guard element.fieldName != nil else {
                throw RegoError(.parse, "the path must be fixed: only names and strings", at: element.position)
            }
            path.append(element)
        }
        return (first, path)
    }

    // MARK: import

    private mutating func importStatement() throws(RegoError) -> Import {
        let position = token.position
        try advance()
        let (first, path) = try fixedPath("what to import, `data.x` or `input.x`")
        let names = path.compactMap(\.fieldName)
        var statement = Import(
            path: Reference(head: first, path: Array(path.dropFirst())), alias: nil, position: position)
        // Before the alias, since a keyword of this import may follow it at once.
        try activate(names, at: path)
        if try take(.as) {
            guard token.kind == .name, text != "_" else { throw unexpected("a name for what is imported") }
            guard names[0] != "future", names[0] != "rego" || names == ["rego", "v1"] && version == .v1 else {
                throw RegoError(
                    .parse, "keywords cannot get another name", hint: "leave `as \(text)` out", at: token.position)
            }
            statement.alias = text
            try advance()
        } else if names[0] == "input" || names[0] == "data", names.count > 1 {
            try checkLast(names, at: path)
        }
        return statement
    }

    private func checkLast(_ names: [String], at path: [Term]) throws(RegoError) {
        guard let last = names.last, let keyword = Keyword(rawValue: last), let place = path.last?.position else {
            return
        }
        guard version == .v1 || !Keyword.future.contains(keyword) else { return }
        throw RegoError(
            .parse, "`\(last)` is a keyword, what is imported needs another name", hint: "add `as my_\(last)`",
            at: place)
    }

    /// Makes the keywords known that the import asks for.
    private mutating func activate(_ names: [String], at path: [Term]) throws(RegoError) {
        switch names[0] {
        case "data", "input": return
        case "rego":
            guard names == ["rego", "v1"] else {
                throw RegoError(
                    .parse, "unknown import `\(names.joined(separator: "."))`", hint: "write `rego.v1`",
                    at: path[0].position)
            }
            version = .v1
            lexer.keywords.formUnion(.v1)
            relex()
        case "future":
            guard names.count > 1, names[1] == "keywords", names.count <= 3 else {
                throw RegoError(
                    .parse, "unknown import `\(names.joined(separator: "."))`", hint: "write `future.keywords`",
                    at: path[0].position)
            }
            if names.count == 2 {
                lexer.keywords.formUnion([.v1, .not])
            } else if let keyword = KeywordSet(importing: names[2]) {
                lexer.keywords.formUnion(keyword)
            } else {
                throw unknownKeyword(names[2], at: path[2].position)
            }
            relex()
        default:
            throw RegoError(
                .parse, "the import `\(names.joined(separator: "."))` must start with `data` or `input`",
                hint: "write `data.\(names.joined(separator: "."))`", at: path[0].position)
        }
    }

    private func unknownKeyword(_ name: String, at position: Position) -> RegoError {
        switch name {
        case "and", "or":
            RegoError(
                .parse, "the keyword `\(name)` of OPA 1.20 is not supported",
                hint: name == "and" ? "write each condition on a line of its own" : "write a rule for each condition",
                at: position)
        default:
            RegoError(
                .parse, "unknown keyword `\(name)`",
                hint: "there are \(Keyword.importable.map { "`\($0.rawValue)`" }.joined(separator: ", "))", at: position
            )
        }
    }

    /// The token here may have become a keyword.
    private mutating func relex() {
        guard token.kind == .name, let keyword = Keyword(rawValue: text), lexer.keywords.has(keyword) else { return }
        token.kind = .keyword(keyword)
        readKeywordAsName()
    }
}

extension Term {
    /// The string of a constant step of a path.
    var fieldName: String? {
        if case .scalar(.string(let name)) = kind { return name }
        return nil
    }
}
