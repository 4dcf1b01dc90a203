internal import Diagnostics

/// A comment that silences findings: `# mainstay: ignore[MST2004, IST0101] why, until 2026-12-01`.
///
/// At the end of a line it is for that line. On a line of its own it is for the next line that is no comment, and for all
/// that is indented below it. The reason is demanded; the day, after which it counts no more, may be left out.
struct Suppression: Equatable {
    var codes: [String]
    var reason: String
    /// The last day on which it counts, `YYYY-MM-DD`.
    var until: String?
    var lines: ClosedRange<Int>
    var place: Place

    func covers(_ finding: Finding) -> Bool {
        finding.place.file == place.file && lines.contains(Int(finding.place.line))
            && codes.contains { $0 == finding.code.id || finding.code.aliases.contains($0) }
    }

    /// The suppressions of a text. Most texts have none, which is seen at once.
    static func all(in bytes: [UInt8], file: SourceFile) -> [Suppression] {
        guard holdsMark(bytes) else { return [] }
        // By bytes: a line end of Windows is one character of Swift.
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            Substring(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
        }
        return lines.indices.compactMap { suppression(at: $0, in: lines, file: file) }
    }

    private static let mark = "# mainstay: ignore["

    /// Looks at comments only, of which most texts have few.
    private static func holdsMark(_ bytes: [UInt8]) -> Bool {
        let mark = Array(mark.utf8)
        return bytes.withUnsafeBufferPointer { text in
            var rest = text[...]
            while let start = rest.firstIndex(of: UInt8(ascii: "#")) {
                if text[start...].starts(with: mark) { return true }
                rest = rest[(start + 1)...]
            }
            return false
        }
    }

    private static func suppression(at index: Int, in lines: [Substring], file: SourceFile) -> Suppression? {
        let line = lines[index]
        guard let start = line.firstRange(of: mark), let end = line[start.upperBound...].firstIndex(of: "]") else {
            return nil
        }
        let before = line[..<start.lowerBound]
        let isAlone = before.allSatisfy { $0 == " " || $0 == "\t" }
        guard isAlone || before.last == " " || before.last == "\t" else { return nil }
        let codes = line[start.upperBound..<end].split { $0 == "," || $0 == " " }.map(String.init)
        let (reason, until) = reasonAndDay(line[line.index(after: end)...])
        return Suppression(
            codes: codes, reason: reason, until: until,
            lines: isAlone ? block(after: index, in: lines) : index + 1...index + 1,
            place: Place(file: file, line: index + 1, column: before.unicodeScalars.count + 1))
    }

    private static func reasonAndDay(_ text: Substring) -> (reason: String, until: String?) {
        let words = text.split(separator: " ")
        var reason = words
        var until: String?
        if words.count >= 2, words[words.count - 2] == "until", isDay(words[words.count - 1]) {
            until = String(words[words.count - 1])
            reason.removeLast(2)
        }
        let joined = reason.joined(separator: " ")
        return (joined.hasSuffix(",") ? String(joined.dropLast()) : joined, until)
    }

    private static func isDay(_ text: Substring) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.count) == [4, 2, 2] && parts.allSatisfy { $0.allSatisfy(\.isWholeNumber) }
    }

    /// The next line that is no comment, with the lines that are indented below it.
    private static func block(after index: Int, in lines: [Substring]) -> ClosedRange<Int> {
        func indentation(_ line: Substring) -> Int? {
            let blank = line.prefix { $0 == " " || $0 == "\t" || $0 == "\r" }.count
            return blank == line.count || line.dropFirst(blank).first == "#" ? nil : blank
        }
        guard let first = (index + 1..<lines.count).first(where: { indentation(lines[$0]) != nil }),
            let column = indentation(lines[first])
        else { return index + 1...index + 1 }
        var last = first
        for next in first + 1..<max(lines.count, first + 1) {
            guard let deeper = indentation(lines[next]) else { continue }
            guard deeper > column else { break }
            last = next
        }
        return first + 1...last + 1
    }
}
