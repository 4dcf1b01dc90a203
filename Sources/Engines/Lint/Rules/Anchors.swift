/// `anchors`: aliases without an anchor, anchors twice or without an alias. Each document stands for itself.
struct Anchors: TokenRule {
    private struct Anchor {
        var name: [Unicode.Scalar]
        var mark: Mark
        var isUsed = false
    }

    private let forbidsUndeclared: Bool
    private let forbidsDuplicates: Bool
    private let forbidsUnused: Bool
    private var anchors: [Anchor] = []
    private var places: [[Unicode.Scalar]: Int] = [:]

    init(_ options: LintOptions) {
        forbidsUndeclared = options.flag("forbid-undeclared-aliases")
        forbidsDuplicates = options.flag("forbid-duplicated-anchors")
        forbidsUnused = options.flag("forbid-unused-anchors")
    }

    mutating func check(_ index: Int, in text: LintText, _ report: inout Report) {
        let token = text.tokens[index]
        switch token.kind {
        case .documentStart, .documentEnd: (anchors, places) = ([], [:])
        default: break
        }
        switch text.token(after: index)?.kind {
        // An anchor that is the last word of a document comes too late to be missed.
        case .streamEnd, .documentStart, .documentEnd: reportUnused(&report)
        default: break
        }
        switch token.kind {
        case .anchor:
            let name = Array(text.value(of: token))
            if forbidsDuplicates, places[name] != nil {
                report.add(at: token.start, "found duplicated anchor \"\(String(name))\"")
            }
            // The later of two takes the place of the first in the order of the first.
            if let place = places[name] {
                anchors[place] = Anchor(name: name, mark: token.start)
            } else {
                places[name] = anchors.count
                anchors.append(Anchor(name: name, mark: token.start))
            }
        case .alias:
            let name = Array(text.value(of: token))
            if let place = places[name] {
                anchors[place].isUsed = true
            } else if forbidsUndeclared {
                report.add(at: token.start, "found undeclared alias \"\(String(name))\"")
            }
        default: break
        }
    }

    private func reportUnused(_ report: inout Report) {
        guard forbidsUnused else { return }
        for anchor in anchors where !anchor.isUsed {
            report.add(at: anchor.mark, "found unused anchor \"\(String(anchor.name))\"")
        }
    }
}
