/// `empty-lines`: how many may follow each other. A run ends where the kind of line break changes, and counts on.
struct EmptyLines: LineRule {
    let maximum: Int
    let maximumAtStart: Int
    let maximumAtEnd: Int

    init(_ options: LintOptions) {
        maximum = options.number("max")
        maximumAtStart = options.number("max-start")
        maximumAtEnd = options.number("max-end")
    }

    func check(_ line: Line, in text: LintText, _ report: inout Report) {
        guard line.isEmpty, line.end < text.count, !text.isBreakRepeated(at: line.end) else { return }
        let (count, isAtStart) = text.emptyLines(upTo: line.start)
        var limit = maximum
        if isAtStart { limit = maximumAtStart }
        if text.lines[line.number].start == text.count {
            // A file of nothing but a line break is an empty file.
            if line.number == 1 { return }
            limit = maximumAtEnd
        }
        if count > limit { report.add(line: line.number, column: 1, "too many blank lines (\(count) > \(limit))") }
    }
}

extension LintText {
    /// How many empty lines there are with the one that starts here, and whether the text begins with them.
    fileprivate func emptyLines(upTo start: Int) -> (count: Int, isAtStart: Bool) {
        var start = start
        var breaks = 0
        while start >= 2, characters[start - 2] == "\r", characters[start - 1] == "\n" {
            start -= 2
            breaks += 1
        }
        while start >= 1, characters[start - 1] == "\n" {
            start -= 1
            breaks += 1
        }
        // One of the breaks ends the line above, if there is one.
        return (start == 0 ? breaks + 1 : breaks, start == 0)
    }

    /// Whether the line break here comes once more right behind it.
    fileprivate func isBreakRepeated(at index: Int) -> Bool {
        guard characters[index] == "\r" else { return characters[index + 1] == "\n" }
        return characters[(index + 2)...].starts(with: ["\r", "\n"])
    }
}

/// `trailing-spaces`: spaces and tabs before a line break.
struct TrailingSpaces: LineRule {
    func check(_ line: Line, in text: LintText, _ report: inout Report) {
        var end = line.end
        while end > line.start, text.characters[end - 1].isBlank || text.characters[end - 1] == "\r" { end -= 1 }
        guard end < line.end, text.characters[end].isBlank else { return }
        report.add(line: line.number, column: end - line.start + 1, "trailing spaces")
    }
}

/// `new-line-at-end-of-file`.
struct NewLineAtEndOfFile: LineRule {
    func check(_ line: Line, in text: LintText, _ report: inout Report) {
        guard line.end == text.count, !line.isEmpty else { return }
        report.add(
            line: line.number, column: line.end - line.start + 1, "no new line character at the end of file")
    }
}

/// `new-lines`: how the first line ends stands for the file.
struct NewLines: LineRule {
    private let isDOS: Bool

    init(_ options: LintOptions) { isDOS = options.word("type") == "dos" }

    func check(_ line: Line, in text: LintText, _ report: inout Report) {
        guard line.number == 1, line.end < text.count, (text.characters[line.end] == "\r") != isDOS else { return }
        report.add(
            line: 1, column: line.end - line.start + 1,
            "wrong new line character: expected \(isDOS ? "\\r\\n" : "\\n")")
    }
}
