/// `indentation`: where lines begin.
///
/// Each open collection and each value knows the column at which a line that belongs to it begins. The first token of a
/// line is compared with what is open; what comes after a wrong line is measured from where that line really stands.
struct Indentation: TokenRule {
    /// A part of the text that lines may belong to.
    struct Part {
        enum Kind { case document, blockMapping, blockSequence, item, key, value, flowMapping, flowSequence }

        var kind: Kind
        /// Where its lines begin.
        var column: Int
        /// Where the line begins in which a flow collection starts: its closing sign stands there.
        var lineColumn = 0
        /// A list of items that are not farther right than their key.
        var isIndentless = false
        /// Nothing that is not farther right than this is right; how far does not matter.
        var floor: Int?
        /// The line of the `:` before a value.
        var line = 0
        /// Whether a `:` has a key.
        var hasKey = false
        /// Whether that key has a `?`.
        var isKeyMarked = false
        /// Whether that was the key of this value.
        var isMarked = false
    }

    private enum Sequences { case indented, flush, any, consistent }

    /// Width of a level; nil as long as no line has shown it.
    var width: Int?
    private var sequences: Sequences
    private let checksStrings: Bool
    private(set) var parts = [Part(kind: .document, column: 0)]
    /// The last line, from 0, that a token has begun or reached.
    private var line = -1
    /// The margin of the line that the text has up to here, so that many tokens in a line take no long.
    private var margin = (end: 0, width: 0)

    init(_ options: LintOptions) {
        width = options.word("spaces") == "consistent" ? nil : options.number("spaces")
        checksStrings = options.flag("check-multi-line-strings")
        sequences =
            switch options.word("indent-sequences") {
            case "whatever": .any
            case "consistent": .consistent
            default: options.flag("indent-sequences") ? .indented : .flush
            }
    }

    mutating func check(_ index: Int, in text: LintText, _ report: inout Report) {
        let token = text.tokens[index]
        leaveProperties(before: index, in: text)
        leave(before: token, index, in: text)
        checkLine(of: token, in: text, &report)
        if isLost(index, in: text) {
            return report.add(at: token.start, "cannot infer indentation: unexpected token")
        }
        if checksStrings, token.kind == .scalar { checkLines(of: token, in: text, &report) }
        enter(index, in: text)
    }

    // MARK: The first token of a line

    private mutating func checkLine(of token: Token, in text: LintText, _ report: inout Report) {
        switch token.kind {
        case .streamStart, .streamEnd, .blockEnd: return
        case .scalar where text.value(of: token).isEmpty: return
        default: break
        }
        if token.start.line > line, let part = parts.last {
            let isClosing = token.kind == .flowMappingEnd || token.kind == .flowSequenceEnd
            let wanted = isClosing ? part.lineColumn : part.column
            let found = token.start.column
            if let floor = part.floor, !isClosing {
                if found < floor {
                    report.add(at: token.start, "wrong indentation: expected at least \(floor)")
                }
            } else if found != wanted {
                report.add(at: token.start, "wrong indentation: expected \(wanted) but found \(found)")
            }
        }
        line = max(line, lastLine(of: token, in: text))
    }

    /// The end of a block scalar lies behind its last line break.
    private func lastLine(of token: Token, in text: LintText) -> Int {
        guard token.kind == .scalar, token.style == .literal || token.style == .folded else { return token.end.line }
        return max(token.start.line, token.end.column == 0 ? token.end.line - 1 : token.end.line)
    }

    // MARK: What is open

    /// Closes what ends with a token.
    private mutating func leave(before token: Token, _ index: Int, in text: LintText) {
        switch token.kind {
        // A value that is no more than an anchor or a tag stays open until there is content.
        case .key where parts.last?.kind == .value || parts.last?.kind == .item,
            .flowEntry where parts.last?.kind == .value:
            break
        case .key:
            leaveUntil {
                $0.kind == .blockMapping || $0.kind == .flowMapping || $0.kind == .flowSequence || $0.isIndentless
            }
        case .value: if parts.last?.kind == .key { parts.removeLast() }
        case .flowEntry where parts.last?.kind == .key: break
        case .flowEntry, .flowMappingEnd, .flowSequenceEnd:
            leaveUntil { $0.kind == .flowMapping || $0.kind == .flowSequence }
        case .blockEntry: leaveItem()
        case .blockEnd:
            if parts.last?.kind == .item {
                parts.removeLast()
                // An item without content takes the end of the mapping for its own.
                if parts.last?.isIndentless == true { return }
            }
            if let kind = parts.last?.kind, kind == .blockMapping || kind == .blockSequence {
                complete(before: text.token(after: index)?.kind)
            }
        default: break
        }
    }

    /// Closes the innermost collection, and what it is the content of.
    private mutating func complete(before next: Token.Kind?) {
        if parts.count > 1 { parts.removeLast() }
        completeContent(before: next)
    }

    /// Closes what had its content. A list that is flush with its key ends with its last item. When that is empty, and
    /// not the only one, the end of the mapping ends the list in its place.
    private mutating func completeContent(before next: Token.Kind?) {
        switch parts.last?.kind {
        case .item:
            parts.removeLast()
            if parts.last?.isIndentless == true, next != .blockEntry { complete(before: next) }
        case .key: parts.removeLast()
        case .value:
            parts.removeLast()
            // Below it may be others that had no content yet.
            if parts.last?.kind == .value || parts.last?.kind == .item { completeContent(before: next) }
        default: break
        }
    }

    /// An anchor or a tag with nothing behind it is all the content that there is.
    private mutating func leaveProperties(before index: Int, in text: LintText) {
        guard text.token(before: index)?.isProperty == true else { return }
        switch text.tokens[index].kind {
        case .blockEnd where parts.last?.kind == .item: break
        case .blockEnd, .flowMappingEnd, .flowSequenceEnd:
            completeContent(before: text.tokens[index].kind)
        case .blockEntry where parts.last?.kind == .item: completeContent(before: .blockEntry)
        default: break
        }
    }

    private mutating func leaveUntil(_ isWanted: (Part) -> Bool) {
        guard let index = parts.lastIndex(where: isWanted) else { return }
        parts.removeLast(parts.count - 1 - index)
    }

    /// Of the innermost collection, if that is a list.
    private mutating func leaveItem() {
        guard let index = parts.lastIndex(where: { $0.kind != .item }), parts[index].kind == .blockSequence else {
            return
        }
        parts.removeLast(parts.count - 1 - index)
    }

    /// Whether a token stands where no YAML has it.
    private func isLost(_ index: Int, in text: LintText) -> Bool {
        switch text.tokens[index].kind {
        case .blockMappingStart: text.token(after: index)?.kind != .key
        case .value: !(parts.last?.hasKey ?? false)
        default: false
        }
    }

    /// Opens what begins with a token.
    private mutating func enter(_ index: Int, in text: LintText) {
        let token = text.tokens[index]
        let base = parts.last?.column ?? 0
        let next = text.token(after: index)?.kind
        switch token.kind {
        case .blockMappingStart: parts.append(Part(kind: .blockMapping, column: token.start.column))
        case .blockSequenceStart: parts.append(Part(kind: .blockSequence, column: token.start.column))
        case .blockEntry:
            let isNew = parts.last?.kind != .blockSequence
            if isNew { parts.append(Part(kind: .blockSequence, column: token.start.column, isIndentless: true)) }
            enterContent(.item, behind: index, base: token.start.column, in: text)
            if isNew, next != .blockEntry, parts.last?.isIndentless == true { complete(before: next) }
        case .key:
            parts[parts.count - 1].hasKey = true
            parts[parts.count - 1].isKeyMarked = !token.isEmpty
            enterContent(.key, behind: index, base: base, in: text)
        case .value:
            parts[parts.count - 1].hasKey = false
            let isMarked = parts[parts.count - 1].isKeyMarked
            enterContent(.value, behind: index, base: base, isMeasured: isMarked, in: text)
        case .scalar, .alias: completeContent(before: next)
        case .flowMappingStart, .flowSequenceStart: enterFlow(index, in: text)
        case .flowEntry:
            leaveUntil { $0.kind == .flowMapping || $0.kind == .flowSequence }
            parts[parts.count - 1].hasKey = false
        case .flowMappingEnd: if parts.last?.kind == .flowMapping { complete(before: next) }
        case .flowSequenceEnd: if parts.last?.kind == .flowSequence { complete(before: next) }
        default: break
        }
    }

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

    private mutating func enterFlow(_ index: Int, in text: LintText) {
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
    private mutating func enterContent(
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
