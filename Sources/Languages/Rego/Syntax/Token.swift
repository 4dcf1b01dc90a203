/// The next piece of a text.
struct Token: Sendable {
    enum Kind: Hashable, Sendable {
        case name
        case keyword(Keyword)
        case number
        case string
        case rawString
        /// `$"…` up to the first `{` or the end, and what follows each `}`.
        case templatePart(isRaw: Bool, isLast: Bool)
        case mark(Mark)
        case end
    }

    enum Mark: String, Sendable {
        case leftBracket = "["
        case rightBracket = "]"
        case leftBrace = "{"
        case rightBrace = "}"
        case leftParenthesis = "("
        case rightParenthesis = ")"
        case comma = ","
        case colon = ":"
        case semicolon = ";"
        case dot = "."
        case assign = ":="
        case unify = "="
        case equal = "=="
        case notEqual = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case plus = "+"
        case minus = "-"
        case times = "*"
        case divided = "/"
        case remainder = "%"
        case and = "&"
        case or = "|"
    }

    var kind: Kind
    var position: Position
    /// One past its last byte.
    var end: Int
    /// White space or a comment stands before it.
    var isSpaced: Bool
    /// It stands on a later line than the token before it.
    var isOnNewLine: Bool

    func `is`(_ mark: Mark) -> Bool { kind == .mark(mark) }
    func `is`(_ keyword: Keyword) -> Bool { kind == .keyword(keyword) }
}
