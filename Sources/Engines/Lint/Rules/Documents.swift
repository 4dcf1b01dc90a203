/// `document-start`: `---` must be, or must not be.
struct DocumentStart: TokenRule {
    let isWanted: Bool

    init(_ options: LintOptions) { isWanted = options.flag("present") }

    func check(_ index: Int, in text: LintText, _ report: inout Report) {
        let token = text.tokens[index]
        guard isWanted else {
            if token.kind == .documentStart {
                report.add(line: token.start.line + 1, column: 1, #"found forbidden document start "---""#)
            }
            return
        }
        switch text.token(before: index)?.kind {
        case .streamStart, .documentEnd, .directive:
            switch token.kind {
            case .documentStart, .directive, .streamEnd: break
            default: report.add(line: token.start.line + 1, column: 1, #"missing document start "---""#)
            }
        default: break
        }
    }
}

/// `document-end`: `...` must be, or must not be.
struct DocumentEnd: TokenRule {
    let isWanted: Bool

    init(_ options: LintOptions) { isWanted = options.flag("present") }

    func check(_ index: Int, in text: LintText, _ report: inout Report) {
        let token = text.tokens[index]
        guard isWanted else {
            if token.kind == .documentEnd {
                report.add(line: token.start.line + 1, column: 1, #"found forbidden document end "...""#)
            }
            return
        }
        let message = #"missing document end "...""#
        let previous = text.token(before: index)?.kind
        if token.kind == .streamEnd, previous != .documentEnd, previous != .streamStart {
            report.add(line: token.start.line, column: 1, message)
        } else if token.kind == .documentStart, previous != .documentEnd, previous != .streamStart,
            previous != .directive
        {
            report.add(line: token.start.line + 1, column: 1, message)
        }
    }
}
