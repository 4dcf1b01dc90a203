internal import Lint

extension Reading {
    /// A flow collection, piece by piece, from its first bracket on.
    mutating func flow() -> [FlowPiece] {
        var pieces: [FlowPiece] = []
        var depth = 0
        repeat {
            let token = current
            switch token.kind {
            case .flowSequenceStart, .flowMappingStart:
                depth += 1
                pieces.append(.open(text(token)))
            case .flowSequenceEnd, .flowMappingEnd:
                depth -= 1
                pieces.append(.close(text(token)))
            case .flowEntry: pieces.append(.comma)
            case .value: pieces.append(.colon(isTight: nextSign == token.end.index))
            case .key: if !token.isEmpty { pieces.append(.questionMark) }
            case .anchor, .tag: pieces.append(.property(text(token)))
            case .scalar, .alias:
                pieces.append(
                    .scalar(
                        text(token).lines, isDoubleQuoted: token.style == .double, isAlias: token.kind == .alias))
            default: break
            }
            _ = advance()
            guard depth > 0 else { break }
            if let comment = takeInline() { pieces.append(.comment(comment, isAlone: false)) }
            for case .comment(let text, _) in takePending() {
                pieces.append(.comment(EndComment(text: text, blanks: 0), isAlone: true))
            }
            if !token.isEmpty, nextVisible.start.line > token.end.line { pieces.append(.lineBreak) }
        } while !isNext(.streamEnd)
        return pieces
    }
}
