package import Diagnostics
internal import Lint
package import Tree

/// How far a list stands to the right of the key that it belongs to.
package enum ListIndent: String, Sendable, CaseIterable {
    /// By two blanks, as its yamllint's default and most repositories have it.
    case indented
    /// Not at all, as Go's libraries write it.
    case flush

    var columns: Int { self == .indented ? 2 : 0 }
}

/// What became of a text.
package enum Formatted: Sendable {
    /// The text in canonical form, which it may have had before.
    case text([UInt8])
    /// A template: it becomes YAML only when a program has filled it in.
    case template
}

/// A YAML text in canonical form: keys in the order of their kinds, two blanks a level, one blank after signs, one line
/// break at the end. Comments stay with what they belong to. Values, quotes, anchors and tags stay as they are.
///
/// - Parameters:
///   - isTemplate: Whether it lies among the templates of a chart.
///   - isKustomization: Whether the name of its file says so.
/// - Throws: `Refused` with the place of the first thing that is not YAML, or when the result would not mean the same.
package func formatted(
    _ bytes: [UInt8], file: SourceFile, lists: ListIndent = .indented, isTemplate: Bool = false,
    isKustomization: Bool = false, limits: ParseLimits = .standard
) throws(Refused) -> Formatted {
    let bytes = withUnixLines(bytes)
    let marks = hasBraces(bytes)
    if marks, isTemplate { return .template }
    let before: YAMLDocuments
    do throws(Refused) { before = try YAMLReader.read(bytes, file: file, limits: limits) } catch {
        if marks { return .template }
        throw error
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Refused(
            Finding(.yamlSyntax, "the bytes of this file are not UTF-8", at: Place(file: file, line: 1, column: 1)))
    }
    let tokens = TokenStream(Array(text.unicodeScalars) + ["\0"])
    if let error = tokens.error {
        let place = Place(file: file, line: error.mark.line + 1, column: error.mark.column + 1)
        throw Refused(Finding(.yamlSyntax, error.message, at: place))
    }
    if marks, hasOpenMarks(tokens) { return .template }
    var stream = Reading.read(tokens)
    for index in stream.documents.indices { stream.documents[index].order(isKustomization: isKustomization) }
    let result = Array(Printing.text(of: stream, listIndent: lists.columns).utf8)
    try verify(result, means: before.documents, comments: tokens, file: file, limits: limits)
    return .text(result)
}

/// Without a byte order mark, and with line feeds at the ends of lines.
private func withUnixLines(_ bytes: [UInt8]) -> [UInt8] {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let (feed, carriage) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    guard bytes.contains(carriage) else { return bytes }
    var lines: [UInt8] = []
    lines.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
        if byte != carriage {
            lines.append(byte)
        } else if index + 1 == bytes.count || bytes[index + 1] != feed {
            // Alone it ends a line of YAML, too.
            lines.append(feed)
        }
    }
    return lines
}

private func hasBraces(_ bytes: [UInt8]) -> Bool {
    let brace = UInt8(ascii: "{")
    return zip(bytes, bytes.dropFirst()).contains { $0 == brace && $1 == brace }
}

/// Whether `{{` stands outside of quotes, texts and comments: then it is no YAML that a person means. `${{` is an
/// expression of GitHub, which fills in values only.
private func hasOpenMarks(_ stream: TokenStream) -> Bool {
    zip(stream.tokens, stream.tokens.dropFirst()).contains {
        $0.kind == .flowMappingStart && $1.kind == .flowMappingStart && $0.end.index == $1.start.index
    }
        || stream.tokens.contains { token in
            guard token.kind == .scalar, token.style == .plain else { return false }
            let text = String(stream.characters[token.start.index..<token.end.index])
            return text.replacing("${{", with: "").contains("{{")
        }
}
