internal import RE2

/// `key-ordering`: the keys of a mapping stand in the order of their code points.
struct KeyOrdering: TokenRule {
    private let ignored: [RegularExpression]
    private var open = OpenCollections<ArraySlice<Unicode.Scalar>?>(none: nil)

    init(_ options: LintOptions) { ignored = options.patterns("ignored-keys") }

    mutating func check(_ index: Int, in text: LintText, _ report: inout Report) {
        let token = text.tokens[index]
        open.follow(token.kind)
        guard token.kind == .key, let next = text.token(after: index), next.kind == .scalar else { return }
        let key = text.value(of: next)
        if !ignored.isEmpty, ignored.contains(where: { $0.matches(String(key)) }) { return }
        var isInOrder = true
        open.withMapping { highest in
            if let last = highest, key.lexicographicallyPrecedes(last) { isInOrder = false } else { highest = key }
        }
        guard !isInOrder else { return }
        report.add(at: next.start, "wrong ordering of key \"\(String(key))\" in mapping")
    }
}
