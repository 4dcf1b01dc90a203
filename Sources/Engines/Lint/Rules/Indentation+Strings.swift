/// The further lines of scalars: `check-multi-line-strings`.
extension Indentation {
    mutating func checkLines(of token: Token, in text: LintText, _ report: inout Report) {
        var wanted: Int?
        switch token.style {
        case .plain: wanted = token.start.column
        case .single, .double: wanted = token.start.column + 1
        case .literal, .folded: break
        }
        var number = token.start.line + 1
        var start = token.start.index
        while let lineBreak = text.characters[start..<token.end.index].firstIndex(of: "\n") {
            (start, number) = (lineBreak + 1, number + 1)
            let spaces = text.characters[start...].prefix { $0 == " " }
            let next = text.characters[spaces.endIndex]
            guard start < token.end.index, next != "\n", next != .end else { continue }
            let column = wanted ?? blockColumn(of: token, found: spaces.count)
            wanted = column
            if spaces.count != column {
                report.add(
                    line: number, column: spaces.count + 1,
                    "wrong indentation: expected \(column) but found \(spaces.count)")
            }
        }
    }

    /// A block of text is a level inside its key, or inside where it begins.
    private mutating func blockColumn(of token: Token, found: Int) -> Int {
        var base = token.start.column
        if let value = parts.last, value.kind == .value, parts.count > 1 {
            let isBesideColon = token.start.line == value.line
            if isBesideColon, !value.isMarked { base = parts[parts.count - 2].column }
            if !isBesideColon, value.isMarked { base = value.column }
        } else if parts.last?.kind == .document {
            base = 0
        }
        return base + width(from: base, to: found)
    }
}
