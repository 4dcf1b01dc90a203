/// Something wrong in an expression, at an offset of its text.
package struct CompileIssue: Hashable, Sendable {
    package var offset: Int
    package var message: String
}

/// Why an expression is no program, in the words of Kubernetes.
package struct CompileError: Error, Hashable, Sendable, CustomStringConvertible {
    package var issues: [CompileIssue]
    package var description: String

    /// The text is wrong, or its types are.
    init(_ issues: [CompileIssue], in source: Source) {
        self.issues = issues.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
            .map(\.element)
        description =
            "compilation failed: " + self.issues.prefix(100).map { Self.display($0, source) }.joined(separator: "\n")
    }

    /// The types are right, and yet a constant part can never work.
    init(instantiation message: String) {
        issues = [CompileIssue(offset: 0, message: message)]
        description = "program instantiation failed: \(message)"
    }

    /// It is right, and no use for what it is meant for.
    package init(_ message: String) {
        issues = [CompileIssue(offset: 0, message: message)]
        description = message
    }

    /// A message with its place, the line and a caret below.
    private static func display(_ issue: CompileIssue, _ source: Source) -> String {
        let (line, column) = source.place(issue.offset)
        let text = source.line(line)
        var snippet = String.UnicodeScalarView()
        for scalar in text { snippet.append(scalar == "\t" ? " " : scalar) }
        let before = text.prefix(column - 1).map { $0.isASCII ? "." : "．" }.joined()
        let isWide = text.dropFirst(column - 1).first.map { !$0.isASCII } ?? false
        return
            "ERROR: <input>:\(line):\(column): \(issue.message)\n | \(String(snippet))\n | \(before)\(isWide ? "＾" : "^")"
    }
}
