package import Diagnostics

/// Findings for people: the message, the line of the source with a caret, related places, effect, fixes.
package struct TextReport {
    /// The lines of a file; nil when they cannot be had.
    package typealias Source = (SourceFile) -> [String]?

    private let palette: Palette
    private let source: Source

    package init(palette: Palette, source: @escaping Source) {
        self.palette = palette
        self.source = source
    }

    /// All findings of a run, and a line that sums up.
    func render(_ run: CheckedRun, _ tick: String) -> String {
        let findings = run.findings.map { render($0.finding, units: run.unitsToTell($0)) + "\n" }.joined()
        let summary = run.summary(tick: tick)
        return findings + (run.findings.isEmpty ? palette.good(summary) : palette.strong(summary)) + "\n"
    }

    package func render(_ findings: [Finding]) -> String {
        findings.map { render($0) }.joined(separator: "\n")
    }

    /// - Parameter units: Those that have the finding, where they are worth telling.
    package func render(_ finding: Finding, units: [String] = []) -> String {
        let width = "\(([finding.place] + finding.related.map(\.place)).map(\.line).max() ?? 0)".count
        let margin = String(repeating: " ", count: width + 1)
        // Further lines of a text begin with a bar: a log must not read a command there.
        func barred(_ text: String) -> String { text.withoutControls.replacing("\n", with: "\n\(margin)| ") }
        var lines = ["\(label(finding.severity, finding.code)): \(palette.strong(barred(finding.message)))"]
        lines += excerpt(finding.place, arrow: "-->", length: finding.length, note: "", width: width)
        for related in finding.related {
            lines += excerpt(related.place, arrow: ":::", length: 0, note: related.message, width: width)
        }
        func note(_ word: String, _ text: String) { lines.append("\(margin)= \(word): \(barred(text))") }
        if let effect = finding.effect { note("effect", effect) }
        if let hint = finding.hint { note("help", hint) }
        for fix in finding.fixes { note("fix\(fix.isSafe ? "[*]" : "")", fix.description) }
        if !finding.code.aliases.isEmpty { note("same as", finding.code.aliases.joined(separator: ", ")) }
        if !units.isEmpty { note("in", units.joined(separator: ", ")) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func label(_ severity: Severity, _ code: Code) -> String {
        let text = "\(severity)[\(code)]"
        return severity == .error ? palette.error(text) : severity == .warning ? palette.warning(text) : text
    }

    private func excerpt(_ place: Place, arrow: String, length: Int, note: String, width: Int) -> [String] {
        guard place.isKnown || place.file != .none else { return [] }
        let margin = String(repeating: " ", count: width)
        let note = note.oneLine
        var lines = ["\(margin)\(palette.faint(arrow)) \(place.description.oneLine)"]
        guard place.isKnown, let line = source(place.file)?[safe: Int(place.line) - 1] else {
            return note.isEmpty ? lines : [lines[0] + ": \(note)"]
        }
        let text = (line.unicodeScalars.last == "\r" ? String(line.unicodeScalars.dropLast()) : line).withoutControls
        let number = "\(place.line)"
        let padded = String(repeating: " ", count: width - number.count) + number
        let before = text.unicodeScalars.prefix(max(0, Int(place.column) - 1))
        // Tabs stay tabs, so that the caret stands where the eye sees the column.
        let indent = String(String.UnicodeScalarView(before.map { $0 == "\t" ? "\t" : " " }))
        let carets = String(
            repeating: note.isEmpty ? "^" : "-", count: markedLength(in: text, from: before.count, length: length))
        lines.append("\(margin) \(palette.faint("|"))")
        lines.append("\(padded) \(palette.faint("|")) \(text)")
        lines.append(
            "\(margin) \(palette.faint("|")) \(indent)\(palette.error(carets))\(note.isEmpty ? "" : " \(note)")")
        return lines
    }
}
