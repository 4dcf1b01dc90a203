/// `colons`: the spaces around `:` and behind `?`.
struct Colons: TokenRule {
    let before: Int
    let after: Int

    init(_ options: LintOptions) {
        before = options.number("max-spaces-before")
        after = options.number("max-spaces-after")
    }

    func check(_ index: Int, in text: LintText, _ report: inout Report) {
        let token = text.tokens[index]
        let next = text.token(after: index)
        switch token.kind {
        case .value where !token.isEmpty:
            let previous = text.token(before: index)
            // Behind the name of an alias a colon would belong to the name, so one space is needed.
            if previous?.kind == .alias, let end = previous?.end.index, token.start.index - end == 1 { return }
            Spacing(maximum: before).check(
                before: token, behind: previous, { _ in "too many spaces before colon" }, &report)
            Spacing(maximum: after).check(
                behind: token, before: next, { _ in "too many spaces after colon" }, &report)
        case .key where !token.isEmpty:
            Spacing(maximum: after).check(
                behind: token, before: next, { _ in "too many spaces after question mark" }, &report)
        default: break
        }
    }
}

/// `commas`: the spaces around `,`.
struct Commas: TokenRule {
    let before: Int
    let after: Spacing

    init(_ options: LintOptions) {
        before = options.number("max-spaces-before")
        after = Spacing(minimum: options.number("min-spaces-after"), maximum: options.number("max-spaces-after"))
    }

    func check(_ index: Int, in text: LintText, _ report: inout Report) {
        let token = text.tokens[index]
        guard token.kind == .flowEntry else { return }
        if let previous = text.token(before: index) {
            if before != -1, previous.end.line < token.start.line {
                report.add(
                    line: token.start.line + 1, column: max(1, token.start.column), "too many spaces before comma")
            } else {
                Spacing(maximum: before).check(
                    before: token, behind: previous, { _ in "too many spaces before comma" }, &report)
            }
        }
        after.check(
            behind: token, before: text.token(after: index),
            { "too \($0 == .tooMany ? "many" : "few") spaces after comma" }, &report)
    }
}

/// `hyphens`: the spaces behind the `-` of an item.
struct Hyphens: TokenRule {
    let after: Spacing

    init(_ options: LintOptions) { after = Spacing(maximum: options.number("max-spaces-after")) }

    func check(_ index: Int, in text: LintText, _ report: inout Report) {
        let token = text.tokens[index]
        guard token.kind == .blockEntry else { return }
        after.check(
            behind: token, before: text.token(after: index), { _ in "too many spaces after hyphen" }, &report)
    }
}
