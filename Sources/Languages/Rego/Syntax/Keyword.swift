/// A word of the language that is not a name.
enum Keyword: String, Sendable {
    case `as`, `default`, `else`, `false`, `import`, not, null, package, some, `true`, with
    case contains, every, `if`, `in`

    /// The words that texts before OPA 1.0 have to import.
    static let future: [Keyword] = [.contains, .every, .if, .in]
    static let importable: [Keyword] = future + [.not]
}

/// Which words of the future a text may use.
struct KeywordSet: OptionSet, Sendable {
    let rawValue: UInt8

    static let contains = KeywordSet(rawValue: 1)
    static let every = KeywordSet(rawValue: 2)
    static let `if` = KeywordSet(rawValue: 4)
    static let `in` = KeywordSet(rawValue: 8)
    /// `not` is a word of every text; the import gives it blocks and makes it hold where a part of its expression is
    /// undefined.
    static let not = KeywordSet(rawValue: 16)
    static let v1: KeywordSet = [.contains, .every, .if, .in]

    /// - Returns: nil for a word that is no keyword of the future.
    init?(importing word: String) {
        switch word {
        case "contains": self = .contains
        // `every x in xs` needs both.
        case "every": self = [.every, .in]
        case "if": self = .if
        case "in": self = .in
        case "not": self = .not
        default: return nil
        }
    }

    init(rawValue: UInt8) { self.rawValue = rawValue }

    func has(_ keyword: Keyword) -> Bool {
        switch keyword {
        case .contains: contains(.contains)
        case .every: contains(.every)
        case .if: contains(.if)
        case .in: contains(.in)
        default: true
        }
    }
}
