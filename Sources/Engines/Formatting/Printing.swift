/// Writes a `WrittenStream` in canonical form.
struct Printing {
    private(set) var page = Page()
    /// How far a list stands to the right of its key.
    let listIndent: Int
    private let step = 2

    static func text(of stream: WrittenStream, listIndent: Int) -> String {
        var printing = Printing(listIndent: listIndent)
        for document in stream.documents { printing.document(document) }
        printing.page.remarks(stream.tail.withoutTrailingBlanks, at: 0)
        return printing.page.finished
    }

    private init(listIndent: Int) { self.listIndent = listIndent }

    private mutating func document(_ document: WrittenDocument) {
        page.remarks(document.before.withoutTrailingBlanks, at: 0)
        for directive in document.directives { page.line(directive, at: 0) }
        if document.isMarked {
            page.line("---", at: 0)
            for property in document.root.properties { page.word(property) }
            page.comment(document.root.headComment)
        }
        page.remarks(document.head, at: 0, isFirst: document.isMarked)
        root(document)
        if document.isEnded {
            page.remarks(document.root.lead.withoutTrailingBlanks, at: 0)
            page.line("...", at: 0)
            page.comment(document.endComment)
        }
    }

    private mutating func root(_ document: WrittenDocument) {
        let root = document.root
        switch root.content {
        case .empty:
            if !document.isMarked, !root.properties.isEmpty { properties(of: root) }
        case .mapping, .sequence:
            if !document.isMarked, !root.properties.isEmpty {
                properties(of: root)
                page.comment(root.headComment)
            }
            block(root, at: 0, isJoined: false)
        default:
            if !document.isMarked {
                page.line()
                for property in root.properties { page.word(property) }
            } else if root.beginsLine || !document.head.isEmpty || root.headComment != nil {
                page.line()
            }
            text(root, parent: -step)
            page.comment(root.endComment)
        }
    }

    private mutating func properties(of root: WrittenNode) {
        page.line()
        for property in root.properties { page.word(property) }
    }

    // MARK: Blocks

    /// - Parameter isJoined: Whether its first entry goes on in the line.
    private mutating func block(_ node: WrittenNode, at column: Int, isJoined: Bool) {
        switch node.content {
        case .mapping(let pairs, let tail):
            for (index, pair) in pairs.enumerated() {
                begin(pair.lead, at: column, isFirst: index == 0, isJoined: isJoined)
                self.pair(pair, at: column)
            }
            page.remarks(tail, at: column)
        case .sequence(let items, let tail):
            for (index, item) in items.enumerated() {
                begin(item.lead, at: column, isFirst: index == 0, isJoined: isJoined)
                page.word("-")
                value(item.value, of: column, blockAt: column + step, isSequenceFlush: false, joins: true)
            }
            page.remarks(tail, at: column)
        default: break
        }
    }

    private mutating func begin(_ lead: [Remark], at column: Int, isFirst: Bool, isJoined: Bool) {
        // An empty line before the first entry parts nothing.
        let lead = isFirst ? Array(lead.drop(while: \.isBlank)) : lead
        if isFirst, isJoined, lead.isEmpty { return }
        page.remarks(lead, at: column)
        page.line(at: column)
    }

    private mutating func pair(_ pair: WrittenPair, at column: Int) {
        if pair.isExplicit {
            page.word("?")
            value(pair.key, of: column, blockAt: column + step, isSequenceFlush: false, joins: true)
            guard let content = pair.value else { return }
            page.line(at: column)
            page.word(":")
            return value(content, of: column, blockAt: column + step, isSequenceFlush: false, joins: true)
        }
        for property in pair.key.properties { page.word(property) }
        if !pair.key.isEmpty { text(pair.key, parent: column) }
        if pair.key.isAlias { page.word(":") } else { page.append(":") }
        if let content = pair.value {
            value(content, of: column, blockAt: column + step, isSequenceFlush: true, joins: false)
        }
    }

    /// What stands behind `:` or `-`.
    ///
    /// - Parameters:
    ///   - column: Of the entry.
    ///   - blockAt: Where a block begins.
    ///   - isSequenceFlush: Whether a list may stand elsewhere, as `listIndent` says.
    ///   - joins: Whether a block begins in this line.
    private mutating func value(
        _ node: WrittenNode, of column: Int, blockAt: Int, isSequenceFlush: Bool, joins: Bool
    ) {
        for property in node.properties { page.word(property) }
        page.comment(node.headComment)
        switch node.content {
        case .empty: break
        case .mapping:
            block(node, at: blockAt, isJoined: joins && node.properties.isEmpty && node.headComment == nil)
        case .sequence:
            block(
                node, at: isSequenceFlush ? column + listIndent : blockAt,
                isJoined: joins && node.properties.isEmpty && node.headComment == nil)
        default:
            if node.headComment != nil || !node.lead.isEmpty {
                page.remarks(node.lead, at: blockAt)
                page.line(at: blockAt)
            }
            text(node, parent: column, isItem: joins)
            page.comment(node.endComment)
        }
    }

    // MARK: Texts

    /// - Parameter parent: The column of the block around it, or less than 0.
    private mutating func text(_ node: WrittenNode, parent: Int, isItem: Bool = false) {
        switch node.content {
        case .scalar(let lines, let isDoubleQuoted):
            scalar(lines, isDoubleQuoted: isDoubleQuoted, at: max(parent, 0) + step)
        case .block(let block):
            page.word(block.header)
            let margin = max(parent, 0) + (block.increment ?? step)
            for line in block.lines { page.line(line, at: margin) }
        case .flow(let pieces): flow(pieces, at: max(parent, 0) + (isItem ? step : 0))
        default: break
        }
    }

    private mutating func scalar(_ lines: [String], isDoubleQuoted: Bool, at column: Int) {
        for (index, line) in lines.enumerated() {
            var line = index == 0 ? line : line.withoutLeadingBlanks
            if index + 1 < lines.count { line = line.withoutFoldedBlanks(isDoubleQuoted: isDoubleQuoted) }
            if index == 0 { page.word(line) } else { page.line(line, at: column) }
        }
    }

    private mutating func flow(_ pieces: [FlowPiece], at column: Int) {
        var depth = 0
        for (index, piece) in pieces.enumerated() {
            let next = index + 1 < pieces.count ? pieces[index + 1] : nil
            switch piece {
            case .open(let sign):
                page.word(sign)
                page.join()
                depth += 1
            case .close(let sign):
                depth -= 1
                page.append(sign)
            case .comma: page.append(",")
            case .colon(let isTight):
                if index > 0, case .scalar(_, _, isAlias: true) = pieces[index - 1] {
                    page.word(":")
                } else if index > 0, case .scalar = pieces[index - 1] {
                    page.append(":")
                } else if index > 0, case .close = pieces[index - 1] {
                    page.append(":")
                } else {
                    page.word(":")
                }
                // A key without a value: the colon must not touch what ends it.
                if !isTight, case .close = next { page.append(" ") }
                if !isTight, case .comma = next { page.append(" ") }
            case .scalar(let lines, let isDoubleQuoted, _):
                scalar(lines, isDoubleQuoted: isDoubleQuoted, at: column + step * depth)
            case .property(let property):
                page.word(property)
                if case .close = next { page.append(" ") }
                if case .comma = next { page.append(" ") }
            case .questionMark: page.word("?")
            case .comment(let comment, let isAlone):
                if isAlone { page.line(comment.text, at: column + step * depth) } else { page.comment(comment) }
            case .lineBreak:
                if case .close = next {
                    page.line(at: column + step * (depth - 1))
                } else {
                    page.line(at: column + step * depth)
                }
            }
        }
    }
}

extension [Remark] {
    var withoutTrailingBlanks: [Remark] {
        lastIndex { !$0.isBlank }.map { Array(self[...$0]) } ?? []
    }
}

extension String {
    fileprivate var withoutLeadingBlanks: String { String(unicodeScalars.drop { $0 == " " || $0 == "\t" }) }

    /// Blanks before a folded line break mean nothing, except one behind a backslash.
    fileprivate func withoutFoldedBlanks(isDoubleQuoted: Bool) -> String {
        let cut = withoutTrailingBlanks
        let slashes = cut.unicodeScalars.reversed().prefix { $0 == "\\" }.count
        guard isDoubleQuoted, !slashes.isMultiple(of: 2), cut.unicodeScalars.count < unicodeScalars.count else {
            return cut
        }
        return String(unicodeScalars.prefix(cut.unicodeScalars.count + 1))
    }
}
