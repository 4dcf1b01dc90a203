/// `braces` and `brackets`: whether flow collections may be, and the spaces inside.
struct FlowCollections: TokenRule {
    private let start: Token.Kind
    private let end: Token.Kind
    private let sign: String
    private let collection: String
    private let isForbidden: Bool
    private let isForbiddenUnlessEmpty: Bool
    private let inside: Spacing
    private let insideEmpty: Spacing

    init(_ rule: LintRule, _ options: LintOptions) {
        (start, end, sign, collection) =
            rule == .braces
            ? (.flowMappingStart, .flowMappingEnd, "braces", "mapping")
            : (.flowSequenceStart, .flowSequenceEnd, "brackets", "sequence")
        isForbidden = options.flag("forbid")
        isForbiddenUnlessEmpty = options.word("forbid") == "non-empty"
        inside = Spacing(
            minimum: options.number("min-spaces-inside"), maximum: options.number("max-spaces-inside"))
        let (minimum, maximum) = (
            options.number("min-spaces-inside-empty"), options.number("max-spaces-inside-empty")
        )
        insideEmpty = Spacing(
            minimum: minimum == -1 ? inside.minimum : minimum, maximum: maximum == -1 ? inside.maximum : maximum)
    }

    func check(_ index: Int, in text: LintText, _ report: inout Report) {
        let token = text.tokens[index]
        if token.kind == start {
            let next = text.token(after: index)
            let isEmpty = next?.kind == end
            if isForbidden || (isForbiddenUnlessEmpty && !isEmpty) {
                return report.add(at: token.end, "forbidden flow \(collection)")
            }
            let spacing = isEmpty ? insideEmpty : inside
            spacing.check(behind: token, before: next, { words($0, isEmpty ? "empty " : "") }, &report)
        } else if token.kind == end, text.token(before: index)?.kind != start {
            inside.check(before: token, behind: text.token(before: index), { words($0, "") }, &report)
        }
    }

    private func words(_ mistake: Spacing.Mistake, _ empty: String) -> String {
        "too \(mistake == .tooMany ? "many" : "few") spaces inside \(empty)\(sign)"
    }
}
