extension Scanner {
    /// Adds the token, or the few tokens, that begin at the next character.
    mutating func fetch() throws(SyntaxError) {
        skipToNextToken()
        try dropStaleKeys()
        unwind(to: cursor.column)
        let character = cursor.peek()
        if cursor.column == 0 {
            if character == "%" { return try fetchDirective() }
            if cursor.isAtDocumentMark {
                try closeDocument()
                return add(character == "-" ? .documentStart : .documentEnd, length: 3)
            }
        }
        switch character {
        case .end: try fetchStreamEnd()
        case "[": try openFlow(.flowSequenceStart)
        case "{": try openFlow(.flowMappingStart)
        case "]": try closeFlow(.flowSequenceEnd)
        case "}": try closeFlow(.flowMappingEnd)
        case ",": try fetchFlowEntry()
        case "-" where cursor.peek(1).isBlankOrBreakOrEnd: try fetchBlockEntry()
        case "?" where isInFlow || cursor.peek(1).isBlankOrBreakOrEnd: try fetchKey()
        case ":" where isInFlow || cursor.peek(1).isBlankOrBreakOrEnd: try fetchValue()
        case "*": try fetchProperty(.alias)
        case "&": try fetchProperty(.anchor)
        case "!": try fetchTag()
        case "|" where !isInFlow: try fetchBlockScalar(.literal)
        case ">" where !isInFlow: try fetchBlockScalar(.folded)
        case "'": try fetchQuoted(.single)
        case "\"": try fetchQuoted(.double)
        default:
            guard canStartPlain(character) else {
                throw error("found character \(character.quoted) that cannot start any token")
            }
            try fetchPlain()
        }
    }

    private func canStartPlain(_ character: Unicode.Scalar) -> Bool {
        if !character.isBlankOrBreakOrEnd, !character.isOne(of: "-?:,[]{}#&*!|>'\"%@`") { return true }
        guard !cursor.peek(1).isBlankOrBreakOrEnd else { return false }
        return character == "-" || (!isInFlow && (character == "?" || character == ":"))
    }

    private mutating func skipToNextToken() {
        if cursor.mark.index == 0, cursor.peek() == .byteOrderMark { cursor.advance() }
        while true {
            cursor.skipSpaces()
            if cursor.peek() == "#" { cursor.skipLine() }
            guard cursor.lineBreak() != nil else { return }
            if !isInFlow { canBeKey = true }
        }
    }

    private mutating func closeDocument() throws(SyntaxError) {
        unwind(to: -1)
        try dropKey()
        canBeKey = false
    }

    private mutating func fetchStreamEnd() throws(SyntaxError) {
        try closeDocument()
        possibleKeys = [:]
        add(.streamEnd, from: cursor.mark)
        isDone = true
    }

    private mutating func fetchDirective() throws(SyntaxError) {
        try closeDocument()
        try scanDirective()
    }

    private mutating func openFlow(_ kind: Token.Kind) throws(SyntaxError) {
        try noteKey()
        guard flowLevel < limits.depth else {
            throw error("flow collections are nested more than \(limits.depth) deep")
        }
        flowLevel += 1
        canBeKey = true
        add(kind, length: 1)
    }

    private mutating func closeFlow(_ kind: Token.Kind) throws(SyntaxError) {
        try dropKey()
        flowLevel -= 1
        canBeKey = false
        add(kind, length: 1)
    }

    private mutating func fetchFlowEntry() throws(SyntaxError) {
        canBeKey = true
        try dropKey()
        add(.flowEntry, length: 1)
    }

    private mutating func fetchBlockEntry() throws(SyntaxError) {
        if !isInFlow {
            guard canBeKey else { throw error("sequence entries are not allowed here") }
            if try opensBlock(at: cursor.column) { add(.blockSequenceStart, from: cursor.mark) }
        }
        canBeKey = true
        try dropKey()
        add(.blockEntry, length: 1)
    }

    private mutating func fetchKey() throws(SyntaxError) {
        if !isInFlow {
            guard canBeKey else { throw error("mapping keys are not allowed here") }
            if try opensBlock(at: cursor.column) { add(.blockMappingStart, from: cursor.mark) }
        }
        canBeKey = !isInFlow
        try dropKey()
        add(.key, length: 1)
    }

    private mutating func fetchValue() throws(SyntaxError) {
        if let key = possibleKeys.removeValue(forKey: flowLevel) {
            var startsMapping = false
            if !isInFlow { startsMapping = try opensBlock(at: key.mark.column) }
            insertKey(key, startsMapping: startsMapping)
            canBeKey = false
        } else {
            if !isInFlow {
                guard canBeKey else { throw error("mapping values are not allowed here") }
                if try opensBlock(at: cursor.column) { add(.blockMappingStart, from: cursor.mark) }
            }
            canBeKey = !isInFlow
            try dropKey()
        }
        add(.value, length: 1)
    }
}
