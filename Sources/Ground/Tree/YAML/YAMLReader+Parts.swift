internal import Diagnostics
internal import Parallel

extension YAMLReader {
    /// The documents of a long text, read on all cores: a line that starts with `---` parts a stream whatever stands
    /// before it.
    ///
    /// - Returns: nil for a short text, and where anything is wrong or too much: then the text is read as a whole, which
    ///   says what and where.
    static func inParts(
        _ text: [UInt8], file: SourceFile, limits: ParseLimits, duplicates: DuplicateKeys, size: Int = 64 << 10
    ) -> YAMLDocuments? {
        guard text.count >= 2 * size, let parts = parts(of: text, size: size), parts.count > 1 else { return nil }
        let read = parallelMap(parts, run: 1) { part in
            YAMLReader.part(
                text[part.bytes], linesBefore: part.linesBefore, file: file, limits: limits, duplicates: duplicates)
        }
        var whole = YAMLDocuments(documents: [], findings: [])
        var (spelled, aliased) = (0, 0)
        for part in read {
            guard let part else { return nil }
            whole.documents += part.documents.documents
            whole.findings += part.documents.findings
            whole.spellings.merge(part.documents.spellings) { $1 }
            spelled += part.spelled
            aliased += part.aliased
        }
        guard spelled <= limits.nodes, aliased <= max(100_000, spelled * limits.aliasGrowth) else { return nil }
        return whole
    }

    private struct Part: Sendable {
        var bytes: Range<Int>
        var linesBefore: Int
    }

    /// - Returns: nil for a text with directives, which count for the document after them.
    private static func parts(of text: [UInt8], size: Int) -> [Part]? {
        var parts: [Part] = []
        var start = 0
        var linesAtStart = 0
        var line = 0
        var lines = 0
        let newline = UInt8(ascii: "\n")
        while line < text.count {
            if text[line] == UInt8(ascii: "%") { return nil }
            if line - start >= size, isMark(text, at: line) {
                parts.append(Part(bytes: start..<line, linesBefore: linesAtStart))
                (start, linesAtStart) = (line, lines)
            }
            guard let end = text[line...].firstIndex(of: newline) else { break }
            line = end + 1
            lines += 1
        }
        parts.append(Part(bytes: start..<text.count, linesBefore: linesAtStart))
        return parts
    }

    /// `---` with a blank or nothing after it.
    private static func isMark(_ text: [UInt8], at index: Int) -> Bool {
        let dash = UInt8(ascii: "-")
        guard index + 3 <= text.count, text[index] == dash, text[index + 1] == dash, text[index + 2] == dash else {
            return false
        }
        return index + 3 == text.count || [0x20, 0x09, 0x0A, 0x0D].contains(text[index + 3])
    }
}
