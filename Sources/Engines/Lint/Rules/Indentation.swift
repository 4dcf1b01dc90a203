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

    enum Sequences { case indented, flush, any, consistent }

    /// Width of a level; nil as long as no line has shown it.
    var width: Int?
    var sequences: Sequences
    private let checksStrings: Bool
    var parts = [Part(kind: .document, column: 0)]
    /// The last line, from 0, that a token has begun or reached.
    private var line = -1
    /// The margin of the line that the text has up to here, so that many tokens in a line take no long.
    var margin = (end: 0, width: 0)

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
}
