/// Checks that tokens form documents, and says where they first do not.
///
/// What is to come is kept on a stack of its own, so that deep texts need no deep calls.
struct Grammar {
    private enum Step {
        case document(isFirst: Bool)
        case documentEnd
        case blockEntry
        case indentlessEntry
        case blockKey, blockValue
        case flowEntry(isFirst: Bool)
        case flowPairValue
        case flowKey(isFirst: Bool)
        case flowValue, flowEmptyValue
        case node(Place)
    }

    /// Where a node stands decides what it may be.
    private enum Place { case block, blockOrIndentless, flow }

    private let stream: TokenStream
    private var position = 1
    private var steps: [Step] = [.document(isFirst: true)]
    private var handles: Set<[Unicode.Scalar]> = []

    /// The first thing that is no YAML.
    static func error(in stream: TokenStream) -> SyntaxError? {
        var grammar = Grammar(stream)
        do throws(SyntaxError) {
            while let step = grammar.steps.popLast() { try grammar.take(step) }
            return nil
        } catch { return error }
    }

    private init(_ stream: TokenStream) { self.stream = stream }

    // MARK: Tokens

    private func peek() throws(SyntaxError) -> Token {
        if position < stream.tokens.count { return stream.tokens[position] }
        if let error = stream.error { throw error }
        throw SyntaxError(message: "found unexpected end of stream", mark: Mark(index: 0, line: 0, column: 0))
    }

    private func isNext(_ kinds: Token.Kinds) throws(SyntaxError) -> Bool { try kinds.contains(peek().kind) }

    private mutating func skip(_ kind: Token.Kind) throws(SyntaxError) -> Bool {
        guard try peek().kind == kind else { return false }
        position += 1
        return true
    }

    private func unexpected(_ wanted: String, _ verb: String = "found") throws(SyntaxError) -> SyntaxError {
        let token = try peek()
        return SyntaxError(
            message: "expected \(wanted), but \(verb) '\(token.kind.name)'", mark: token.start)
    }

    // MARK: Steps

    private mutating func take(_ step: Step) throws(SyntaxError) {
        switch step {
        case .document(let isFirst): try takeDocument(isFirst: isFirst)
        case .documentEnd:
            _ = try skip(.documentEnd)
            steps.append(.document(isFirst: false))
        case .node(let place): try takeNode(place)
        case .blockEntry: try takeBlockEntry()
        case .indentlessEntry:
            guard try skip(.blockEntry) else { return }
            steps.append(.indentlessEntry)
            if try !isNext([.blockEntry, .key, .value, .blockEnd]) { steps.append(.node(.block)) }
        case .blockKey: try takeBlockKey()
        case .blockValue:
            steps.append(.blockKey)
            guard try skip(.value) else { return }
            if try !isNext([.key, .value, .blockEnd]) { steps.append(.node(.blockOrIndentless)) }
        case .flowEntry(let isFirst): try takeFlowEntry(isFirst: isFirst)
        case .flowPairValue:
            guard try skip(.value) else { return }
            if try !isNext([.flowEntry, .flowSequenceEnd]) { steps.append(.node(.flow)) }
        case .flowKey(let isFirst): try takeFlowKey(isFirst: isFirst)
        case .flowValue:
            steps.append(.flowKey(isFirst: false))
            guard try skip(.value) else { return }
            if try !isNext([.flowEntry, .flowMappingEnd]) { steps.append(.node(.flow)) }
        case .flowEmptyValue: steps.append(.flowKey(isFirst: false))
        }
    }

    private mutating func takeDocument(isFirst: Bool) throws(SyntaxError) {
        if isFirst, try !isNext([.directive, .documentStart, .streamEnd]) {
            handles = Self.defaultHandles
            steps += [.documentEnd, .node(.block)]
            return
        }
        while try skip(.documentEnd) {}
        if try isNext([.streamEnd]) { return }
        try takeDirectives()
        guard try skip(.documentStart) else { throw try unexpected("'<document start>'") }
        steps.append(.documentEnd)
        if try !isNext([.directive, .documentStart, .documentEnd, .streamEnd]) { steps.append(.node(.block)) }
    }

    private static let defaultHandles: Set<[Unicode.Scalar]> = [["!"], ["!", "!"]]

    private mutating func takeDirectives() throws(SyntaxError) {
        handles = []
        var hasVersion = false
        while try isNext([.directive]) {
            let token = try peek()
            let value = Array(stream.value(of: token))
            if value.first == "!" {
                guard handles.insert(value).inserted else {
                    throw SyntaxError(message: "duplicate tag handle '\(String(value))'", mark: token.start)
                }
            } else if !value.isEmpty {
                if hasVersion { throw SyntaxError(message: "found duplicate YAML directive", mark: token.start) }
                hasVersion = true
                guard value.prefix(2) == ["1", "."] else {
                    throw SyntaxError(
                        message: "found incompatible YAML document (version 1.* is required)", mark: token.start)
                }
            }
            position += 1
        }
        handles.formUnion(Self.defaultHandles)
    }

    private mutating func takeNode(_ place: Place) throws(SyntaxError) {
        if try skip(.alias) { return }
        let hasProperties = try takeProperties()
        if case .blockOrIndentless = place, try isNext([.blockEntry]) {
            steps.append(.indentlessEntry)
            return
        }
        let token = try peek()
        switch (token.kind, place) {
        case (.scalar, _): position += 1
        case (.flowSequenceStart, _):
            position += 1
            steps.append(.flowEntry(isFirst: true))
        case (.flowMappingStart, _):
            position += 1
            steps.append(.flowKey(isFirst: true))
        case (.blockSequenceStart, .block), (.blockSequenceStart, .blockOrIndentless):
            position += 1
            steps.append(.blockEntry)
        case (.blockMappingStart, .block), (.blockMappingStart, .blockOrIndentless):
            position += 1
            steps.append(.blockKey)
        default:
            if !hasProperties { throw try unexpected("the node content") }
        }
    }

    /// An anchor and a tag, in either order.
    private mutating func takeProperties() throws(SyntaxError) -> Bool {
        var tag: Token?
        if try skip(.anchor) {
            if try isNext([.tag]) { tag = try takeToken() }
        } else if try isNext([.tag]) {
            tag = try takeToken()
            _ = try skip(.anchor)
        } else {
            return false
        }
        if let tag {
            let handle = Array(stream.value(of: tag))
            if !handle.isEmpty, !handles.contains(handle) {
                throw SyntaxError(message: "found undefined tag handle '\(String(handle))'", mark: tag.start)
            }
        }
        return true
    }

    private mutating func takeToken() throws(SyntaxError) -> Token {
        defer { position += 1 }
        return try peek()
    }

    private mutating func takeBlockEntry() throws(SyntaxError) {
        if try skip(.blockEntry) {
            steps.append(.blockEntry)
            if try !isNext([.blockEntry, .blockEnd]) { steps.append(.node(.block)) }
        } else if try !skip(.blockEnd) {
            throw try unexpected("<block end>")
        }
    }

    private mutating func takeBlockKey() throws(SyntaxError) {
        if try skip(.key) {
            steps.append(.blockValue)
            if try !isNext([.key, .value, .blockEnd]) { steps.append(.node(.blockOrIndentless)) }
        } else if try !skip(.blockEnd) {
            throw try unexpected("<block end>")
        }
    }

    private mutating func takeFlowEntry(isFirst: Bool) throws(SyntaxError) {
        if try skip(.flowSequenceEnd) { return }
        if !isFirst {
            guard try skip(.flowEntry) else { throw try unexpected("',' or ']'", "got") }
        }
        if try skip(.key) {
            steps += [.flowEntry(isFirst: false), .flowPairValue]
            if try !isNext([.value, .flowEntry, .flowSequenceEnd]) { steps.append(.node(.flow)) }
        } else if try !skip(.flowSequenceEnd) {
            steps += [.flowEntry(isFirst: false), .node(.flow)]
        }
    }

    private mutating func takeFlowKey(isFirst: Bool) throws(SyntaxError) {
        if try skip(.flowMappingEnd) { return }
        if !isFirst {
            guard try skip(.flowEntry) else { throw try unexpected("',' or '}'", "got") }
        }
        if try skip(.key) {
            steps.append(.flowValue)
            if try !isNext([.value, .flowEntry, .flowMappingEnd]) { steps.append(.node(.flow)) }
        } else if try !skip(.flowMappingEnd) {
            steps += [.flowEmptyValue, .node(.flow)]
        }
    }
}
