internal import Diagnostics
internal import Tree

/// What a fix takes out of a file and what it writes there.
struct FixRegion {
    /// A line and a column, both from 1, in Unicode scalars.
    struct Point {
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
    /// Bytes of text that may still be read: each fix reads its whole file, and a report must not take minutes.
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
        guard fuel > 0, fix.place.isKnown, let lines = source(fix.place.file) else { return nil }
        let old = lines.joined(separator: "\n")
        fuel -= old.utf8.count
        let change = ScalarChange(at: fix.place, fix.replacement, writing: fix.writing)
        guard fuel >= 0, let new = try? replacingScalars(in: Array(old.utf8), [change]) else { return nil }
        let before = lines.prefix(Int(fix.place.line) - 1).reduce(0) { $0 + $1.unicodeScalars.count + 1 }
        return difference(
            Array(old.unicodeScalars), Array(String(decoding: new, as: UTF8.self).unicodeScalars),
            from: before + max(0, Int(fix.place.column) - 1), isRemoval: fix.writing == .removal)
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
