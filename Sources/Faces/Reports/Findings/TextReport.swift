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

    package func render(_ findings: [Finding]) -> String {
        findings.map(render).joined(separator: "\n")
    }

    package func render(_ finding: Finding) -> String {
        var lines = ["\(label(finding.severity, finding.code)): \(palette.strong(finding.message))"]
        let width = "\(([finding.place] + finding.related.map(\.place)).map(\.line).max() ?? 0)".count
        lines += excerpt(finding.place, arrow: "-->", length: finding.length, note: "", width: width)
        for related in finding.related {
            lines += excerpt(related.place, arrow: ":::", length: 0, note: related.message, width: width)
        }
        let margin = String(repeating: " ", count: width + 1)
        if let effect = finding.effect { lines.append("\(margin)= effect: \(effect)") }
        if let hint = finding.hint { lines.append("\(margin)= help: \(hint)") }
        for fix in finding.fixes { lines.append("\(margin)= fix\(fix.isSafe ? "[*]" : ""): \(fix.description)") }
        if !finding.code.aliases.isEmpty {
            lines.append("\(margin)= same as: \(finding.code.aliases.joined(separator: ", "))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func label(_ severity: Severity, _ code: Code) -> String {
        let text = "\(severity)[\(code)]"
        return severity == .error ? palette.error(text) : severity == .warning ? palette.warning(text) : text
    }

    private func excerpt(_ place: Place, arrow: String, length: Int, note: String, width: Int) -> [String] {
        guard place.isKnown || place.file != .none else { return [] }
        let margin = String(repeating: " ", count: width)
        var lines = ["\(margin)\(palette.faint(arrow)) \(place)"]
        guard place.isKnown, let text = source(place.file)?[safe: Int(place.line) - 1] else {
            return note.isEmpty ? lines : [lines[0] + ": \(note)"]
        }
        let number = "\(place.line)"
        let padded = String(repeating: " ", count: width - number.count) + number
        let before = text.unicodeScalars.prefix(Int(place.column) - 1)
        // Tabs stay tabs, so that the caret stands where the eye sees the column.
        let indent = String(String.UnicodeScalarView(before.map { $0 == "\t" ? "\t" : " " }))
        let rest = text.unicodeScalars.count - before.count
        let carets = String(
            repeating: note.isEmpty ? "^" : "-",
            count: max(1, min(length == 0 ? wordLength(text, from: before.count) : length, rest)))
        lines.append("\(margin) \(palette.faint("|"))")
        lines.append("\(padded) \(palette.faint("|")) \(text)")
        lines.append(
            "\(margin) \(palette.faint("|")) \(indent)\(palette.error(carets))\(note.isEmpty ? "" : " \(note)")")
        return lines
    }

    private func wordLength(_ text: String, from start: Int) -> Int {
        text.unicodeScalars.dropFirst(start).prefix { !" :,[]{}".unicodeScalars.contains($0) }.count
    }
}

extension Array {
    fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
