internal import Diagnostics
internal import Tree

/// What a fix takes out of a file and what it writes there.
struct FixRegion {
    /// A line and a column, both from 1, in Unicode scalars.
    struct Point: Equatable {
        var line: Int
        var column: Int
    }

    var start: Point
    /// Behind the last scalar.
    var end: Point
    var text: String
}

/// Finds what fixes change, by making them in the text and looking at the difference.
final class FixRegions {
    private let source: TextReport.Source
    private var known: [Fix: FixRegion?] = [:]
    /// Bytes of text that may still be read: each fix reads its document, and a report must not take minutes.
    private var fuel: Int

    init(_ source: @escaping TextReport.Source, fuel: Int = 32 << 20) {
        self.source = source
        self.fuel = fuel
    }

    /// Nil when the file cannot be had, or nothing in it would change.
    func region(of fix: Fix) -> FixRegion? {
        if let region = known[fix] { return region }
        let region = find(fix)
        known[fix] = .some(region)
        return region
    }

    private func find(_ fix: Fix) -> FixRegion? {
        let line = Int(fix.place.line) - 1
        guard fuel > 0, let lines = source(fix.place.file), lines.indices.contains(line) else { return nil }
        // A document is read by itself: a file may have thousands, with a fix in each.
        let start = lines[...line].lastIndex(where: isDocumentStart) ?? 0
        let end = lines[(line + 1)...].firstIndex(where: isDocumentStart) ?? lines.count
        let old = lines[start..<end].joined(separator: "\n")
        fuel -= old.utf8.count
        let place = Place(file: fix.place.file, line: line - start + 1, column: Int(fix.place.column))
        let change = ScalarChange(at: place, fix.replacement, writing: fix.writing)
        guard fuel >= 0, let new = try? replacingScalars(in: Array(old.utf8), [change]) else { return nil }
        let before = lines[start..<line].reduce(0) { $0 + $1.unicodeScalars.count + 1 }
        var region = difference(
            Array(old.unicodeScalars), Array(String(decoding: new, as: UTF8.self).unicodeScalars),
            from: before + max(0, Int(fix.place.column) - 1), isRemoval: fix.writing == .removal)
        region?.start.line += start
        region?.end.line += start
        return region
    }

    /// `---`, which no line within a document may begin with.
    private func isDocumentStart(_ line: String) -> Bool {
        let bytes = line.utf8
        guard bytes.starts(with: "---".utf8) else { return false }
        return bytes.dropFirst(3).first.map { " \t\r".utf8.contains($0) } ?? true
    }

    /// The words that differ; the region starts at `start` at the latest.
    private func difference(
        _ old: [Unicode.Scalar], _ new: [Unicode.Scalar], from start: Int, isRemoval: Bool
    ) -> FixRegion? {
        guard old != new else { return nil }
        let prefix = min(start, zip(old, new).prefix { $0 == $1 }.count)
        let rest = min(old.count, new.count) - prefix
        var suffix = zip(old.reversed(), new.reversed()).prefix(rest).prefix { $0 == $1 }.count
        if !isRemoval {
            while suffix > 0, !" \t\r\n,]}".unicodeScalars.contains(old[old.count - suffix]) { suffix -= 1 }
        }
        return FixRegion(
            start: point(at: prefix, in: old), end: point(at: old.count - suffix, in: old),
            text: String(String.UnicodeScalarView(new[prefix..<(new.count - suffix)])))
    }

    private func point(at offset: Int, in text: [Unicode.Scalar]) -> FixRegion.Point {
        let before = text[..<offset]
        let lineStart = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
        return FixRegion.Point(line: 1 + before.count { $0 == "\n" }, column: offset - lineStart + 1)
    }
}
