/// Where the content of collections, keys, values and items begins.
extension Indentation {
    /// How many spaces the line begins with in which a token starts. Only "\n" ends a line here.
    private mutating func margin(of token: Token, in text: LintText) -> Int {
        let passed = text.characters[margin.end..<token.start.index]
        if let lineBreak = passed.lastIndex(of: "\n") {
            margin.width = text.characters[(lineBreak + 1)...].prefix { $0 == " " }.count
        } else if margin.end == 0 {
            margin.width = text.characters.prefix { $0 == " " }.count
        }
        margin.end = token.start.index
        return margin.width
    }

    mutating func enterFlow(_ index: Int, in text: LintText) {
        let token = text.tokens[index]
        guard let next = text.token(after: index) else { return }
        let lineColumn = margin(of: token, in: text)
        var column = next.start.column
        if next.start.line > token.end.line {
            column = lineColumn + width(from: lineColumn, to: column)
        }
        parts.append(
            Part(
                kind: token.kind == .flowMappingStart ? .flowMapping : .flowSequence, column: column,
                lineColumn: lineColumn))
    }

    /// - Parameter isMeasured: What follows in the same line shows the width of a level, too.
    mutating func enterContent(
        _ kind: Part.Kind, behind index: Int, base: Int, isMeasured: Bool = false, in text: LintText
    ) {
        let token = text.tokens[index]
        guard var next = text.token(after: index) else { return }
        switch next.kind {
        case .value, .blockEnd, .key, .flowMappingEnd, .flowSequenceEnd, .streamEnd: return
        case .blockEntry where kind == .item: return
        case .flowEntry where !isMeasured && next.start.line == token.end.line: return
        case _ where kind == .item && next.start.line > token.end.line && next.start.column <= base: return
        default: break
        }
        let beginsLine = kind == .value && isFirstInLine(token, in: text)
        if kind != .item, !beginsLine, let content = contentBelow(next, index + 1, kind, in: text) {
            // The property is all that there is.
            if [.blockEnd, .key, .value].contains(content.kind) { return }
            next = content
        }
        var part = Part(kind: kind, column: next.start.column, line: token.start.line, isMarked: isMeasured)
        if isMeasured || next.start.line > token.end.line {
            let isSequence = next.kind == .blockSequenceStart || next.kind == .blockEntry
            if kind == .value, isSequence, isInBlock, !beginsLine {
                (part.column, part.floor) = sequenceColumn(base: base, found: next.start.column)
            } else {
                part.column = base + width(from: base, to: next.start.column)
            }
        }
        parts.append(part)
    }

    /// What stands in a line below an anchor or a tag, right behind it; behind a `?` below both of them.
    private func contentBelow(_ property: Token, _ index: Int, _ kind: Part.Kind, in text: LintText) -> Token? {
        guard property.isProperty, text.tokens[index - 1].end.line == property.start.line,
            var content = text.token(after: index)
        else { return nil }
        if kind == .key, content.isProperty, let next = text.token(after: index + 1) { content = next }
        return content.start.line > property.end.line ? content : nil
    }

    private var isInBlock: Bool { parts.last?.kind != .flowMapping && parts.last?.kind != .flowSequence }

    /// As the `:` is whose key has a `?`.
    private func isFirstInLine(_ token: Token, in text: LintText) -> Bool {
        var start = token.start.index
        while start > 0, text.characters[start - 1] == " " { start -= 1 }
        return start == 0 || text.characters[start - 1].isBreak
    }

    private mutating func sequenceColumn(base: Int, found: Int) -> (Int, floor: Int?) {
        if sequences == .consistent { sequences = found == base ? .flush : .indented }
        switch sequences {
        case .flush: return (base, nil)
        case .any where found == base: return (base, nil)
        default: break
        }
        if found == base, width == nil { return (base, base + 1) }
        return (base + width(from: base, to: found), nil)
    }

    /// The width of a level, which the first line that is farther right shows.
    mutating func width(from base: Int, to found: Int) -> Int {
        let width = width ?? found - base
        self.width = width
        return width
    }
}
