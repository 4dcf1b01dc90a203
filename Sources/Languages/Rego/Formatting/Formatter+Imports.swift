// Imports are sorted within their groups; empty lines and comments keep the groups apart.
extension Formatter {
    private struct Line {
        var names: [String]
        var alias: String
        var text: String
        var sourceLine: Int

        func precedes(_ other: Line) -> Bool {
            names == other.names ? alias < other.alias : names.lexicographicallyPrecedes(other.names)
        }
    }

    /// The keywords that the text goes on to need.
    mutating func addImports() {
        guard isUpgrade else { return }
        var added: [String] = []
        if keepsOldReaders { added.append("import rego.v1") }
        if module.usesNotBlocks { added.append("import future.keywords.not") }
        layout.newLine(.always)
        for line in added {
            layout.write(line)
            layout.newLine()
        }
    }

    mutating func write(_ statements: [Import]) {
        var group: [Line] = []
        var isFirst = true
        for statement in statements {
            next = max(next, tokens.index(at: statement.position))
            let inner = tokens.takeComments(from: next + 1, to: end(of: statement))
            let comments = token.comments + inner
            if isFirst || !comments.isEmpty || token.line > tokens.all[next - 1].endLine + 1 {
                write(group)
                group = []
                layout.newLine(.always)
                layout.write(comments)
            }
            isFirst = false
            if let line = line(of: statement) { group.append(line) }
        }
        write(group)
    }

    private mutating func write(_ group: [Line]) {
        for (index, line) in group.sorted(by: { $0.precedes($1) }).enumerated() {
            if index > 0 { layout.newLine() }
            layout.write(line.text, insteadOf: index == 0 ? group[0].sourceLine : nil)
        }
        if !group.isEmpty { layout.pass(line: tokens.all[next - 1].endLine) }
    }

    /// The last token of an import.
    private func end(of statement: Import) -> Int {
        var index = next + 1
        while [".", "["].contains(tokens.all[index + 1].text) { index += tokens.all[index + 1].text == "." ? 2 : 3 }
        return statement.alias == nil ? index : index + 2
    }

    /// Steps over the import and the comment at its end.
    /// - Returns: nil for an import that the result does not need; only its comment where it has one.
    private mutating func line(of statement: Import) -> Line? {
        let isNeeded = !isUpgrade || KeywordSet.imported(by: statement).isEmpty
        let end = end(of: statement)
        let sourceLine = token.line
        let path = statement.alias == nil ? end : end - 2
        var text = "import " + tokens.all[(next + 1)...path].map(\.text).joined()
        if path < end { text += " as " + tokens.all[end].text }
        next = end + 1
        var comments: [Comment] = []
        while let comment = token.comments.first, comment.position.line == tokens.all[next - 1].endLine {
            comments.append(comment)
            tokens.removeFirstComment(of: next)
        }
        let ending = comments.map { "#" + $0.text.trimmedAtEnd }.joined(separator: " ")
        guard isNeeded || !ending.isEmpty else { return nil }
        text = isNeeded ? (ending.isEmpty ? text : text + " " + ending) : ending
        return Line(names: statement.names, alias: statement.alias ?? "", text: text, sourceLine: sourceLine)
    }
}

extension Module {
    fileprivate var usesNotBlocks: Bool {
        var isFound = false
        walk { node in
            if case .expression(let expression) = node, case .not = expression.kind { isFound = true }
            return !isFound
        }
        return isFound
    }
}
