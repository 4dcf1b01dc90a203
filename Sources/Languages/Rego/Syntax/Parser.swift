/// Reads a text by recursive descent, one token ahead. Each function starts at the first token of what it reads and
/// ends at the token after it; so every loop advances or throws.
struct Parser {
    var lexer: Lexer
    var token: Token
    /// One past the last byte of the token before `token`.
    var lastEnd = 0
    /// Levels of brackets and blocks around `token`.
    var nesting = 0
    /// Levels of the term that was read last.
    var height = 0
    /// Tokens read, those read again included.
    private var steps = 0
    /// What the text is held to; `import rego.v1` makes it v1.
    var version: RegoVersion
    let limits: SyntaxLimits
    /// What v1 wants and v0 does not have; collected, since the text can be read nevertheless.
    var outdated: [OutdatedSyntax] = []

    init(_ text: String, version: RegoVersion, limits: SyntaxLimits = .standard) throws(RegoError) {
        guard text.utf8.count <= limits.size else {
            throw RegoError(.parse, "the text has \(text.utf8.count) bytes, more than the limit of \(limits.size)")
        }
        self.version = version
        self.limits = limits
        lexer = Lexer(text)
        if version == .v1 { lexer.keywords = .v1 }
        token = Token(kind: .end, position: lexer.position, end: 0, isSpaced: false, isOnNewLine: false)
        token = try lexer.next()
        readKeywordAsName()
    }

    // MARK: Tokens

    mutating func advance() throws(RegoError) {
        steps += 1
        guard steps <= limits.readings * (lexer.bytes.count + 1_000) else {
            throw RegoError(
                .parse, "too many brackets that can be read in two ways",
                hint: "name the inner parts in rules of their own",
                at: token.position)
        }
        lastEnd = token.end
        token = try lexer.next()
        // Elsewhere it depends on what may stand there.
        if token.isOnNewLine { readKeywordAsName() }
    }

    /// Steps over the mark if it is there.
    mutating func take(_ mark: Token.Mark) throws(RegoError) -> Bool {
        guard token.is(mark) else { return false }
        try advance()
        return true
    }

    mutating func take(_ keyword: Keyword) throws(RegoError) -> Bool {
        guard token.is(keyword) else { return false }
        try advance()
        return true
    }

    mutating func expect(_ mark: Token.Mark, _ purpose: String = "", hint: String? = nil) throws(RegoError) {
        guard try take(mark) else {
            throw unexpected("`\(mark.rawValue)`" + (purpose.isEmpty ? "" : " " + purpose), hint: hint)
        }
    }

    /// `[` or `.` right after a keyword makes it a name: `data.foo.if`, `not.allowed == 1`.
    func isFollowedByPath() -> Bool {
        guard token.end < lexer.bytes.count else { return false }
        return lexer.bytes[token.end] == UInt8(ascii: ".") || lexer.bytes[token.end] == UInt8(ascii: "[")
    }

    /// The keyword here is a name after all.
    mutating func readKeywordAsName() {
        if case .keyword = token.kind, isFollowedByPath() { token.kind = .name }
    }

    var text: String { lexer.text(from: token.position.offset, to: token.end) }

    // MARK: Places to come back to

    struct Mark {
        fileprivate var lexer: Lexer.Mark
        fileprivate var token: Token
        fileprivate var lastEnd: Int
        fileprivate var nesting: Int
    }

    var mark: Mark { Mark(lexer: lexer.mark, token: token, lastEnd: lastEnd, nesting: nesting) }

    mutating func goBack(to mark: Mark) {
        lexer.goBack(to: mark.lexer)
        token = mark.token
        lastEnd = mark.lastEnd
        nesting = mark.nesting
    }

    // MARK: Limits

    mutating func enter() throws(RegoError) {
        nesting += 1
        guard nesting <= limits.nesting else {
            throw RegoError(
                .parse, "more than \(limits.nesting) levels of brackets",
                hint: "name the inner parts in rules of their own",
                at: token.position)
        }
    }

    mutating func leave() { nesting -= 1 }

    /// The term that was just read stands one level above `below`.
    mutating func rise(above below: Int, at position: Position) throws(RegoError) {
        height = below + 1
        guard height <= limits.height else {
            throw RegoError(
                .parse, "an expression of more than \(limits.height) levels", hint: "name its parts: `x := …`",
                at: position)
        }
    }
}

// MARK: - Errors

extension Parser {
    /// What was found instead of `expected`.
    func unexpected(_ expected: String, hint: String? = nil) -> RegoError {
        RegoError(.parse, "unexpected \(found): expected \(expected)", hint: hint ?? hintOfToken, at: token.position)
    }

    var found: String {
        switch token.kind {
        case .name: "name `\(text)`"
        case .keyword(let keyword): "keyword `\(keyword.rawValue)`"
        case .number: "number \(text)"
        case .string, .rawString: "string"
        case .templatePart: "template string"
        case .mark(let mark): "`\(mark.rawValue)`"
        case .end: "end of the text"
        }
    }

    private var hintOfToken: String? {
        switch token.kind {
        case .name where Keyword.future.contains { $0.rawValue == text }:
            "`\(text)` is a keyword only after `import rego.v1` or `import future.keywords.\(text)`"
        case .mark(.unify): nil
        default: nil
        }
    }
}
