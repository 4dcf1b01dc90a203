/// Writes a policy the way `opa fmt` does: what is written stays, the lines and spaces between follow one style.
///
/// It goes through the syntax tree and the tokens side by side: the tree says what comes, the tokens how it was
/// written.
struct Formatter {
    let module: Module
    var tokens: SourceTokens
    var next = 0
    var layout = Layout()
    /// The body that was written last has braces.
    var endedBlock = false
    /// A union that would read as a comprehension without parentheses.
    var unionInDanger: Position?
    /// Writes what OPA 1.0 wants where the text is older.
    let isUpgrade: Bool
    /// `import rego.v1` stays or is added, for readers before OPA 1.0.
    let keepsOldReaders: Bool

    init(_ text: String, _ module: Module, isUpgrade: Bool = false, keepsOldReaders: Bool = false) throws(RegoError) {
        self.module = module
        self.isUpgrade = isUpgrade
        self.keepsOldReaders = keepsOldReaders
        tokens = try SourceTokens(text)
    }

    /// The result follows OPA 1.0.
    var isV1: Bool { module.version == .v1 || isUpgrade }

    mutating func result() -> String {
        layout.newLine(.kept)
        package()
        addImports()
        var imports = module.imports[...]
        for (index, rule) in module.rules.enumerated() {
            let before = imports.prefix { $0.position < rule.position }
            write(Array(before))
            imports = imports.dropFirst(before.count)
            let isGrouped = before.isEmpty && index > 0 && isGrouped(module.rules[index - 1], rule)
            layout.newLine(isGrouped ? .never : .always)
            self.rule(rule)
        }
        write(Array(imports))
        layout.newLine(.always)
        layout.write(token.comments)
        return layout.finished()
    }

    // MARK: Tokens

    var token: SourceToken { tokens.all[next] }

    func isAt(_ text: String) -> Bool { token.text == text }

    mutating func take() {
        layout.write(token)
        advance()
    }

    mutating func takeSpaced() {
        layout.space()
        take()
        layout.space()
    }

    /// The token is not written, its comments are.
    mutating func skip() {
        layout.write(token.comments)
        advance()
    }

    /// The token is written in another spelling.
    mutating func take(as text: String) {
        var token = token
        token.text = text
        layout.write(token)
        advance()
    }

    private mutating func advance() {
        if next < tokens.all.count - 1 { next += 1 }
    }

    // MARK: Statements

    private mutating func package() {
        take()
        layout.space()
        take()
        while isAt(".") || isAt("[") {
            let isDot = isAt(".")
            take()
            take()
            if !isDot { take() }
        }
    }

    /// Such rules may follow each other without an empty line.
    private func isGrouped(_ first: Rule, _ second: Rule) -> Bool {
        second.position.line == first.position.line + 1 && isOneLiner(first) && isOneLiner(second)
    }

    private func isOneLiner(_ rule: Rule) -> Bool {
        guard !rule.isDefault, (rule.body?.expressions.count ?? 0) <= 1 else { return false }
        return isV1 || module.imports.contains { KeywordSet.imported(by: $0).contains(.if) }
    }
}

extension KeywordSet {
    static func imported(by statement: Import) -> KeywordSet {
        let names = statement.names
        if names == ["rego", "v1"] { return .v1 }
        guard names.prefix(2) == ["future", "keywords"] else { return [] }
        return names.count == 2 ? [.v1, .not] : KeywordSet(importing: names[2]) ?? []
    }
}

extension Import {
    /// `["data", "lib"]`
    var names: [String] {
        guard case .variable(let first) = path.head.kind else { return [] }
        return [first] + path.path.compactMap(\.fieldName)
    }
}
