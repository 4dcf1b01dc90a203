internal import Diagnostics
internal import Lint
internal import Tree

/// Makes sure that a formatted text says what it said before.
///
/// - Throws: `Refused` when a value or a comment has changed: that is an error of the formatter.
func verify(
    _ text: [UInt8], means documents: [Node], comments stream: TokenStream, file: SourceFile, limits: ParseLimits
) throws(Refused) {
    let again: [Node]
    do throws(Refused) { again = try YAMLReader.read(text, file: file, limits: limits).documents } catch {
        throw internalError("the formatted text could not be read again: \(error)", file)
    }
    guard again.count == documents.count else {
        throw internalError("\(documents.count) documents would become \(again.count)", file)
    }
    for (number, pair) in zip(documents, again).enumerated() where pair.0 != pair.1 {
        throw internalError("values of document \(number + 1) would change", file)
    }
    let characters = Array(String(decoding: text, as: UTF8.self).unicodeScalars) + ["\0"]
    guard comments(of: stream) == comments(of: TokenStream(characters)) else {
        throw internalError("comments would be lost", file)
    }
}

private func internalError(_ reason: String, _ file: SourceFile) -> Refused {
    Refused(
        Finding(
            .notFormatted, "internal error: \(reason); the file is left as it is",
            at: Place(file: file, line: 1, column: 1), hint: "please report it with the file"))
}

/// All comments between tokens, sorted.
func comments(of stream: TokenStream) -> [String] {
    var found: [String] = []
    let visible = stream.tokens.filter { !$0.isEmpty || $0.kind == .streamStart || $0.kind == .streamEnd }
    for (token, next) in zip(visible, visible.dropFirst()) {
        let gap = Gap(behind: token, before: next, in: stream.characters)
        if let comment = gap.inline { found.append(comment.text) }
        for case .comment(let text, _) in gap.remarks { found.append(text) }
    }
    return found.sorted()
}
