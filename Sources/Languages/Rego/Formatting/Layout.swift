/// Lines of text under construction.
struct Layout {
    /// What comes before the next thing.
    enum Gap {
        case none
        case space
        case line(Blank)
        /// A line of its own for the rest of something, since a comment ended the line.
        case rest
    }

    /// Whether an empty line comes before a new line.
    enum Blank {
        case never
        /// Not before the next thing; after it as in the source.
        case notYet
        /// Where the source has one.
        case kept
        case always
    }

    private var text = ""
    private var line = ""
    private var gap = Gap.none
    /// Tabs before a line.
    var level = 0
    /// Where in the source the last thing ended.
    private var sourceLine = 0
    /// Comment lines at the margin now would belong to a METADATA block.
    private var isInMetadata = false

    mutating func space() {
        if case .none = gap { gap = .space }
    }

    /// What follows starts a line.
    mutating func newLine(_ blank: Blank = .never) { gap = .line(blank) }

    mutating func write(_ token: SourceToken) {
        write(token.comments)
        fillGap(before: token.line)
        line += token.text
        sourceLine = token.endLine
        isInMetadata = false
    }

    /// Text that the source does not have, or not there.
    mutating func write(_ text: String, insteadOf line: Int? = nil) {
        fillGap(before: line ?? sourceLine)
        self.line += text
    }

    /// What was written reaches to this line of the source.
    mutating func pass(line: Int) { sourceLine = line }

    /// A comment goes to the end of the line that it followed, or has a line of its own.
    mutating func write(_ comments: [Comment]) {
        for comment in comments {
            let text = "#" + comment.text.trimmedAtEnd
            if comment.position.line == sourceLine, !line.isEmpty {
                line += " " + text
                if !isAtLineStart { gap = .rest }
            } else {
                if !isAtLineStart, !line.isEmpty { gap = .rest }
                let old = gap
                if MetadataBlock.starts(with: comment) { isInMetadata = true }
                // It stood apart, so it does not belong to the block.
                if isInMetadata, level == 0, comment.position.column != 1 { gap = .line(.always) }
                fillGap(before: comment.position.line)
                line += text
                gap = afterComment(old)
            }
            sourceLine = comment.position.line
        }
    }

    mutating func finished() -> String {
        breakLine(0)
        return text
    }

    private var isAtLineStart: Bool {
        if case .line = gap { return true }
        return false
    }

    private func afterComment(_ gap: Gap) -> Gap {
        switch gap {
        case .line(.never): .line(.never)
        case .line: .line(.kept)
        case .rest: .rest
        case .none, .space: .line(.kept)
        }
    }

    private mutating func fillGap(before sourceLine: Int) {
        switch gap {
        case .none: break
        case .space: line += " "
        case .line(let blank):
            breakLine(level)
            let isBlank =
                switch blank {
                case .never, .notYet: false
                case .kept: sourceLine - self.sourceLine > 1
                case .always: true
                }
            if isBlank, !text.isEmpty { text += "\n" }
        case .rest: breakLine(level + 1)
        }
        gap = .none
    }

    private mutating func breakLine(_ level: Int) {
        if !line.isEmpty { text += line.trimmedAtEnd + "\n" }
        line = String(repeating: "\t", count: level)
    }
}

extension String {
    var trimmedAtEnd: String {
        guard let last = utf8.lastIndex(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0d }) else { return "" }
        return String(self[...last])
    }
}
