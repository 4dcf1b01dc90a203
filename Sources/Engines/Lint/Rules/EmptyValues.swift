/// `empty-values`: nothing where a value belongs.
struct EmptyValues: TokenRule {
    private let inBlockMappings: Bool
    private let inFlowMappings: Bool
    private let inBlockSequences: Bool

    init(_ options: LintOptions) {
        inBlockMappings = options.flag("forbid-in-block-mappings")
        inFlowMappings = options.flag("forbid-in-flow-mappings")
        inBlockSequences = options.flag("forbid-in-block-sequences")
    }

    func check(_ index: Int, in text: LintText, _ report: inout Report) {
        let token = text.tokens[index]
        guard let next = text.token(after: index)?.kind else { return }
        switch (token.kind, next) {
        case (.value, .key) where inBlockMappings, (.value, .blockEnd) where inBlockMappings:
            report.add(at: token.end, "empty value in block mapping")
        case (.value, .flowEntry) where inFlowMappings, (.value, .flowMappingEnd) where inFlowMappings:
            report.add(at: token.end, "empty value in flow mapping")
        case (.blockEntry, .key) where inBlockSequences, (.blockEntry, .blockEnd) where inBlockSequences,
            (.blockEntry, .blockEntry) where inBlockSequences:
            report.add(at: token.end, "empty value in block sequence")
        default: break
        }
    }
}
