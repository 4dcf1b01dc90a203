/// Follows which mapping is open.
struct OpenCollections<Members: Sendable>: Sendable {
    private var levels: [(isMapping: Bool, members: Members)] = []
    private let none: Members

    init(none: Members) { self.none = none }

    /// What is noted about the innermost collection, if it is a mapping.
    mutating func withMapping(_ change: (inout Members) -> Void) {
        guard let last = levels.indices.last, levels[last].isMapping else { return }
        change(&levels[last].members)
    }

    mutating func follow(_ kind: Token.Kind) {
        switch kind {
        case .blockMappingStart, .flowMappingStart: levels.append((true, none))
        case .blockSequenceStart, .flowSequenceStart: levels.append((false, none))
        case .blockEnd, .flowMappingEnd, .flowSequenceEnd: _ = levels.popLast()
        default: break
        }
    }
}

/// `key-duplicates`: the same key twice in a mapping.
struct KeyDuplicates: TokenRule {
    private let forbidsMergeKeys: Bool
    private var open = OpenCollections<Set<Word>>(none: [])

    init(_ options: LintOptions) { forbidsMergeKeys = options.flag("forbid-duplicated-merge-keys") }

    mutating func check(_ index: Int, in text: LintText, _ report: inout Report) {
        let token = text.tokens[index]
        open.follow(token.kind)
        guard token.kind == .key, let next = text.token(after: index), next.kind == .scalar else { return }
        let key = Word(text.value(of: next))
        var isNew = true
        open.withMapping { isNew = $0.insert(key).inserted }
        guard !isNew, forbidsMergeKeys || key.characters != ["<", "<"] else { return }
        report.add(at: next.start, "duplication of key \"\(key)\" in mapping")
    }
}
