extension BlockText {
    /// - Parameters:
    ///   - text: From `|` or `>` on, up to the start of the line after it.
    ///   - column: Of the block around it; -1 for none.
    init(_ text: String, column: Int) {
        var rows = text.lines
        header = rows.removeFirst().withoutTrailingBlanks
        let signs = header.unicodeScalars.dropFirst().prefix { !$0.isBlank }
        increment = signs.first { ("1"..."9").contains($0) }.map { Int($0.value) - 0x30 }
        let isCut = rows.last != ""
        if !isCut { rows.removeLast() }
        let margin = increment.map { max(column, 0) + $0 } ?? rows.lazy.compactMap(\.firstText).first ?? .max
        lines = rows.map { row in
            let blanks = row.unicodeScalars.prefix { $0 == " " }.count
            return String(row.unicodeScalars.dropFirst(min(margin, blanks)))
        }
        // Where the file ends in the middle of the last line, the text has no line break at its end.
        if isCut, lines.contains(where: { !$0.isEmpty }) { strip() }
    }

    /// Takes away empty lines at the end that mean nothing.
    mutating func takeBlanks() -> Bool {
        guard !keepsBreaks else { return false }
        let count = lines.count
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.count < count
    }

    private var keepsBreaks: Bool { header.unicodeScalars.dropFirst().prefix { !$0.isBlank }.contains("+") }

    private mutating func strip() {
        guard let style = header.unicodeScalars.first else { return }
        let signs = header.unicodeScalars.dropFirst().prefix { !$0.isBlank }
        let rest = header.unicodeScalars.dropFirst(1 + signs.count)
        header = String([style]) + String(signs.filter { $0 != "+" && $0 != "-" }) + "-" + String(rest)
    }
}

extension String {
    /// How many blanks stand before the first other character; nil for a line of blanks.
    fileprivate var firstText: Int? {
        let blanks = unicodeScalars.prefix { $0 == " " }.count
        return blanks == unicodeScalars.count ? nil : blanks
    }
}
