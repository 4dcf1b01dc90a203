/// Text that grows word by word and line by line, without blanks at the ends of lines.
struct Page {
    private(set) var text = ""
    private var blank = false
    private var isLineStart = true

    /// Goes on in the line, after one blank unless the line starts here.
    mutating func word(_ word: String) {
        space()
        text += word
        (blank, isLineStart) = (true, false)
    }

    /// Goes on where the last word ended.
    mutating func append(_ sign: String) {
        text += sign
        (blank, isLineStart) = (true, false)
    }

    mutating func comment(_ comment: EndComment?) {
        guard let comment else { return }
        text += String(repeating: " ", count: comment.blanks) + comment.text
        (blank, isLineStart) = (true, false)
    }

    /// Begins a line; nothing is done where one has just begun.
    mutating func line(at column: Int = 0) {
        if !isLineStart { text += "\n" }
        text += String(repeating: " ", count: max(column, 0))
        (blank, isLineStart) = (false, false)
    }

    /// A line as it is; an empty one gets no margin.
    mutating func line(_ line: String, at column: Int) {
        if !isLineStart { text += "\n" }
        if !line.isEmpty { text += String(repeating: " ", count: max(column, 0)) + line }
        (blank, isLineStart) = (true, false)
    }

    /// The next word follows at once.
    mutating func join() { blank = false }

    private mutating func space() {
        if blank { text += " " }
        blank = false
    }

    /// Comments and at most one empty line between them.
    mutating func remarks(_ remarks: [Remark], at column: Int, isFirst: Bool = false) {
        var wasBlank = isFirst || text.isEmpty
        for remark in remarks {
            switch remark {
            case .blank:
                if !wasBlank { line("", at: 0) }
                wasBlank = true
            case .comment(let comment, _):
                line(comment, at: column)
                wasBlank = false
            }
        }
    }

    /// With one line break at the end.
    var finished: String { text.isEmpty ? "" : text + "\n" }
}
