internal import Lint

/// Makes a `WrittenStream` of tokens that are known to be YAML.
struct Reading {
    let stream: TokenStream
    private var position = 0
    /// What stood between the last token and the next one that has characters.
    private var pending: [Remark] = []
    /// The comment in the line of the last token.
    private var inline: EndComment?

    static func read(_ stream: TokenStream) -> WrittenStream {
        var reading = Reading(stream: stream)
        return reading.streamOfDocuments()
    }

    private init(stream: TokenStream) { self.stream = stream }

    var current: Token { stream.tokens[min(position, stream.tokens.count - 1)] }

    func isNext(_ kinds: Token.Kind...) -> Bool { kinds.contains(current.kind) }

    /// Goes to the next token, and keeps what stands before it.
    mutating func advance() -> Token {
        let token = current
        position += 1
        guard !token.isEmpty || token.kind == .streamStart else { return token }
        let gap = Gap(behind: token, before: nextVisible, in: stream.characters)
        if let comment = inline { pending.insert(.comment(comment.text, column: 0), at: 0) }
        inline = gap.inline
        pending += gap.remarks
        return token
    }

    var nextVisible: Token {
        stream.tokens[position...].first { !$0.isEmpty || $0.kind == .streamEnd } ?? current
    }

    /// Where the token behind the current one starts.
    var nextSign: Int { stream.tokens[min(position + 1, stream.tokens.count - 1)].start.index }

    mutating func takePending() -> [Remark] {
        defer { pending = [] }
        return pending
    }

    mutating func takeInline() -> EndComment? {
        defer { inline = nil }
        return inline
    }

    func text(_ token: Token) -> String {
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: stream.characters[token.start.index..<token.end.index])
        return String(scalars)
    }

    // MARK: Documents

    private mutating func streamOfDocuments() -> WrittenStream {
        var result = WrittenStream()
        _ = advance()
        while !isNext(.streamEnd) { result.documents.append(document()) }
        result.tail = takePending()
        return result
    }

    private mutating func document() -> WrittenDocument {
        var document = WrittenDocument()
        if isNext(.directive, .documentStart) { document.before = takePending() }
        while isNext(.directive) {
            let start = current.start.index
            let end = stream.characters[start...].firstIndex { $0 == "\n" || $0 == "\0" } ?? start
            document.directives.append(String(stream.characters[start..<end]).withoutTrailingBlanks)
            _ = advance()
            inline = nil
        }
        var line = -1
        if isNext(.documentStart) {
            document.isMarked = true
            line = current.start.line
            _ = advance()
        }
        if !isNext(.directive, .documentStart, .documentEnd, .streamEnd) {
            document.root = node(parent: -1, line: line, sequenceEnds: -1)
        } else {
            document.root.headComment = takeInline()
        }
        document.liftHead()
        if isNext(.documentEnd) {
            document.isEnded = true
            // What stands before `...` stays there.
            document.root.lead += takePending()
            _ = advance()
            document.endComment = takeInline()
        }
        return document
    }

    // MARK: Nodes

    /// - Parameters:
    ///   - parent: The column of the block around it; -1 for none.
    ///   - line: The line of the sign that announces it.
    ///   - sequenceEnds: The column of the mapping whose value it is, where its list may stand flush with the keys.
    private mutating func node(parent: Int, line: Int, sequenceEnds: Int) -> WrittenNode {
        var node = WrittenNode()
        node.headComment = takeInline()
        while current.isProperty {
            node.properties.append(text(advance()))
            if node.headComment == nil { node.headComment = takeInline() }
        }
        node.beginsLine = current.start.line > line
        switch current.kind {
        case .scalar, .alias, .flowSequenceStart, .flowMappingStart:
            if let comment = takeInline() { pending.insert(.comment(comment.text, column: 0), at: 0) }
            node.lead = takePending().filter { !$0.isBlank }
            node.content = content(parent: parent)
            node.endComment = takeInline()
        case .blockSequenceStart:
            let column = current.start.column
            _ = advance()
            node.content = sequence(column: column, isIndentless: false)
        case .blockEntry where sequenceEnds >= 0:
            node.content = sequence(column: current.start.column, isIndentless: true)
        case .blockMappingStart:
            let column = current.start.column
            _ = advance()
            node.content = mapping(column: column)
        default: break
        }
        return node
    }

    private mutating func content(parent: Int) -> WrittenNode.Content {
        if isNext(.flowSequenceStart, .flowMappingStart) { return .flow(flow()) }
        let token = current
        if token.isBlockScalar {
            var block = BlockText(text(token), column: parent)
            let blanks = block.takeBlanks()
            _ = advance()
            if blanks { pending.insert(.blank, at: 0) }
            return .block(block)
        }
        _ = advance()
        return .scalar(text(token).lines, isDoubleQuoted: token.style == .double)
    }

    private mutating func sequence(column: Int, isIndentless: Bool) -> WrittenNode.Content {
        var items: [WrittenItem] = []
        while isNext(.blockEntry) {
            let lead = takePending()
            let line = advance().start.line
            var value = WrittenNode()
            if isNext(.blockEntry, .blockEnd) || (isIndentless && isNext(.key, .value)) {
                value.headComment = takeInline()
            } else {
                value = node(parent: column, line: line, sequenceEnds: -1)
            }
            items.append(WrittenItem(lead: lead, value: value))
        }
        let tail = takeTail(from: isIndentless ? column + 1 : column)
        if !isIndentless { _ = advance() }
        return .sequence(items, tail: tail)
    }

    private mutating func mapping(column: Int) -> WrittenNode.Content {
        var pairs: [WrittenPair] = []
        while isNext(.key, .value) {
            var pair = WrittenPair(lead: takePending(), isExplicit: false, key: WrittenNode(), value: nil)
            if isNext(.key) {
                let sign = advance()
                pair.isExplicit = !sign.isEmpty
                if !isNext(.key, .value, .blockEnd) {
                    pair.key = node(
                        parent: column, line: sign.start.line, sequenceEnds: pair.isExplicit ? column : -1)
                }
            }
            if isNext(.value) {
                let line = advance().start.line
                var value = WrittenNode()
                if isNext(.key, .value, .blockEnd) {
                    value.headComment = takeInline()
                } else {
                    value = node(parent: column, line: line, sequenceEnds: column)
                }
                pair.value = value
            }
            pairs.append(pair)
        }
        let tail = takeTail(from: column)
        _ = advance()
        return .mapping(pairs, tail: tail)
    }

    /// The comments at the end of a block: those that stand as far to the right as its entries.
    private mutating func takeTail(from column: Int) -> [Remark] {
        var count = 0
        for (index, remark) in pending.enumerated() {
            guard case .comment(_, let own) = remark else { continue }
            guard own >= column else { break }
            count = index + 1
        }
        defer { pending.removeFirst(count) }
        return Array(pending.prefix(count))
    }
}

extension WrittenDocument {
    /// What stands above the first entry speaks of the document.
    fileprivate mutating func liftHead() {
        switch root.content {
        case .mapping(var pairs, let tail) where !pairs.isEmpty:
            head = pairs[0].lead
            pairs[0].lead = []
            root.content = .mapping(pairs, tail: tail)
        case .sequence(var items, let tail) where !items.isEmpty:
            head = items[0].lead
            items[0].lead = []
            root.content = .sequence(items, tail: tail)
        default:
            head = root.lead
            root.lead = []
        }
    }
}
