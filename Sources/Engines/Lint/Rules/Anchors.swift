/// `anchors`: aliases without an anchor, anchors twice or without an alias. Each document stands for itself.
struct Anchors: TokenRule {
    private struct Anchor {
        var name: Word
        var mark: Mark
        var isUsed = false
    }

    private let forbidsUndeclared: Bool
    private let forbidsDuplicates: Bool
    private let forbidsUnused: Bool
    private var anchors: [Anchor] = []
    private var places: [Word: Int] = [:]

    init(_ options: LintOptions) {
        forbidsUndeclared = options.flag("forbid-undeclared-aliases")
        forbidsDuplicates = options.flag("forbid-duplicated-anchors")
        forbidsUnused = options.flag("forbid-unused-anchors")
    }

    mutating func check(_ index: Int, in text: LintText, _ report: inout Report) {
        let token = text.tokens[index]
        switch token.kind {
        case .documentStart, .documentEnd: (anchors, places) = ([], [:])
        case .alias: use(Word(text.value(of: token)), at: token.start, &report)
        default: break
        }
        switch text.token(after: index)?.kind {
        // An anchor that is the last word of a document comes too late to be missed.
        case .streamEnd, .documentStart, .documentEnd: reportUnused(&report)
        default: break
        }
        if token.kind == .anchor { declare(Word(text.value(of: token)), at: token.start, &report) }
    }

    private mutating func use(_ name: Word, at mark: Mark, _ report: inout Report) {
        if let place = places[name] {
            anchors[place].isUsed = true
        } else if forbidsUndeclared {
            report.add(at: mark, "found undeclared alias \"\(name)\"")
        }
    }

    private mutating func declare(_ name: Word, at mark: Mark, _ report: inout Report) {
        let anchor = Anchor(name: name, mark: mark)
        guard let place = places[name] else {
            places[name] = anchors.count
            return anchors.append(anchor)
        }
        if forbidsDuplicates { report.add(at: mark, "found duplicated anchor \"\(name)\"") }
        // The later of two takes the place of the first in the order of the first.
        anchors[place] = anchor
    }

    private func reportUnused(_ report: inout Report) {
        guard forbidsUnused else { return }
        for anchor in anchors where !anchor.isUsed {
            report.add(at: anchor.mark, "found unused anchor \"\(anchor.name)\"")
        }
    }
}
