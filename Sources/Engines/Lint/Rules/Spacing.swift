/// How many spaces may stand between two tokens of a line.
struct Spacing {
    /// Negative where nothing is asked.
    var minimum = -1
    var maximum = -1

    enum Mistake { case tooMany, tooFew }

    /// - Parameter width: What stands between them, in characters.
    func mistake(_ width: Int) -> Mistake? {
        if maximum != -1, width > maximum { return .tooMany }
        if minimum != -1, width < minimum { return .tooFew }
        return nil
    }

    /// The mistake behind a token, at the token that follows.
    func check(behind token: Token, before next: Token?, _ words: (Mistake) -> String, _ report: inout Report) {
        guard let next, next.start.line == token.end.line,
            let mistake = mistake(next.start.index - token.end.index)
        else { return }
        report.add(at: next.start, shift: mistake == .tooMany ? -1 : 0, words(mistake))
    }

    /// The mistake before a token.
    func check(before token: Token, behind previous: Token?, _ words: (Mistake) -> String, _ report: inout Report) {
        // A block scalar ends behind its line break, in the line of what follows.
        guard let previous, previous.end.line == token.start.line, !previous.isBlockScalar,
            let mistake = mistake(token.start.index - previous.end.index)
        else { return }
        report.add(at: token.start, shift: mistake == .tooMany ? -1 : 0, words(mistake))
    }
}
