/// Cuts a text into tokens by the rules of YAML 1.1.
///
/// A key that is not marked with `?` is known only when its `:` comes. Until then its tokens wait in a queue, and the
/// token that says "here a key begins" is put before them.
struct Scanner {
    /// What may turn out to be a key.
    struct PossibleKey {
        /// The number of its first token, counted from the start of the stream.
        var token: Int
        /// Whether nothing else can stand here.
        var isRequired: Bool
        var mark: Mark
    }

    var cursor: Cursor
    private(set) var queue: [Token] = []
    /// How many of the queue are taken.
    private var head = 0
    private(set) var taken = 0
    var isDone = false
    /// Columns of the blocks that are open; -1 is the stream.
    var indents: [Int] = []
    var indent = -1
    /// How many flow collections are open. Closing what is not open makes it negative, and the scanner goes on.
    var flowLevel = 0
    var canBeKey = true
    var possibleKeys: [Int: PossibleKey] = [:]
    var values: [[Unicode.Scalar]] = []
    let limits: LintLimits

    init(_ characters: [Unicode.Scalar], limits: LintLimits) {
        cursor = Cursor(characters)
        self.limits = limits
        add(.streamStart, from: cursor.mark)
    }

    var isInFlow: Bool { flowLevel != 0 }

    /// The next token, or nil after the end of the stream.
    mutating func next() throws(SyntaxError) -> Token? {
        while try needsMore() { try fetch() }
        guard head < queue.count else { return nil }
        defer {
            head += 1
            taken += 1
            if head == queue.count {
                queue.removeAll(keepingCapacity: true)
                head = 0
            }
        }
        return queue[head]
    }

    private mutating func needsMore() throws(SyntaxError) -> Bool {
        if isDone { return false }
        if head == queue.count { return true }
        if possibleKeys.isEmpty { return false }
        try dropStaleKeys()
        return possibleKeys.values.contains { $0.token == taken }
    }

    // MARK: Adding tokens

    /// Adds a token that ends where the cursor is.
    mutating func add(_ kind: Token.Kind, from start: Mark, value: UInt32? = nil, style: Token.Style = .plain) {
        queue.append(Token(kind: kind, style: style, start: start, end: cursor.mark, value: value))
    }

    /// Scalars end before the blanks that the cursor had to look behind.
    mutating func setEndOfLast(_ end: Mark) {
        if !queue.isEmpty { queue[queue.count - 1].end = end }
    }

    mutating func add(_ kind: Token.Kind, length: Int) {
        let start = cursor.mark
        cursor.advanceInLine(length)
        add(kind, from: start)
    }

    mutating func keep(_ value: [Unicode.Scalar]) -> UInt32 {
        values.append(value)
        return UInt32(truncatingIfNeeded: values.count - 1)
    }

    /// Puts the start of a key, and of a block mapping, before tokens that wait.
    mutating func insertKey(_ key: PossibleKey, startsMapping: Bool) {
        let place = head + key.token - taken
        queue.insert(Token(kind: .key, start: key.mark, end: key.mark), at: place)
        if startsMapping {
            queue.insert(Token(kind: .blockMappingStart, start: key.mark, end: key.mark), at: place)
        }
    }

    // MARK: Keys

    mutating func noteKey() throws(SyntaxError) {
        let isRequired = !isInFlow && indent == cursor.column
        guard canBeKey else { return }
        try dropKey()
        possibleKeys[flowLevel] = PossibleKey(
            token: taken + queue.count - head, isRequired: isRequired, mark: cursor.mark)
    }

    mutating func dropKey() throws(SyntaxError) {
        guard let key = possibleKeys.removeValue(forKey: flowLevel), key.isRequired else { return }
        throw error("could not find expected ':'")
    }

    /// A key is on one line and has at most 1,024 characters.
    mutating func dropStaleKeys() throws(SyntaxError) {
        guard !possibleKeys.isEmpty else { return }
        let here = cursor.mark
        for (level, key) in possibleKeys where key.mark.line != here.line || here.index - key.mark.index > 1024 {
            if key.isRequired { throw error("could not find expected ':'") }
            possibleKeys[level] = nil
        }
    }

    // MARK: Blocks

    /// Closes the blocks that stand to the right of `column`.
    mutating func unwind(to column: Int) {
        guard !isInFlow else { return }
        while indent > column {
            indent = indents.popLast() ?? -1
            add(.blockEnd, from: cursor.mark)
        }
    }

    /// Opens a block at `column` unless one is open there.
    mutating func opensBlock(at column: Int) throws(SyntaxError) -> Bool {
        guard indent < column else { return false }
        guard indents.count < limits.depth else {
            throw error("blocks are nested more than \(limits.depth) deep")
        }
        indents.append(indent)
        indent = column
        return true
    }

    func error(_ message: String, at mark: Mark? = nil) -> SyntaxError {
        SyntaxError(message: message, mark: mark ?? cursor.mark)
    }
}
