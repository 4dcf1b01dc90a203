internal import Diagnostics

/// Findings for a comment on a change, or for the summary of a job: a headline, a table, and an excerpt of each, folded.
///
/// Where there is no room for all, whole rows and then whole excerpts are left out, from the end, and it says how many.
package struct MarkdownReport {
    /// By this first line the comment is found again.
    package static let marker = "<!-- mainstay: findings -->"

    private let surroundings: ReportSurroundings
    private let text: TextReport

    package init(_ surroundings: ReportSurroundings) {
        self.surroundings = surroundings
        text = TextReport(palette: .none, source: surroundings.source)
    }

    func comment(_ run: CheckedRun) -> String {
        let head = Self.marker + "\n"
        return head + sections(run, budget: surroundings.budget - head.utf8.count)
    }

    /// For `$GITHUB_STEP_SUMMARY`, which takes 1 MiB a step.
    ///
    /// - Parameter budget: The bytes that are left of it.
    package func summary(_ run: CheckedRun, budget: Int = 1 << 20) -> String { sections(run, budget: budget) }

    private func sections(_ run: CheckedRun, budget: Int) -> String {
        let sign = run.findings.isEmpty ? "" : run.count(.error) > 0 ? "✖ " : "⚠ "
        let headline = "### \(sign)Mainstay: \(MarkdownText.escaped(run.summary(tick: surroundings.tick)))\n"
        guard !run.findings.isEmpty else { return headline }
        let findings = run.worstFirst.map { run.findings[$0] }
        let hasUnits = findings.contains { !run.unitsToTell($0).isEmpty }
        var room = budget - headline.utf8.count - Self.roomForNotes
        let table = fill(
            findings.map { row($0, units: hasUnits ? run.unitsToTell($0) : nil) }, in: &room, after: head(hasUnits))
        let excerpts = fill(findings.prefix(table.count).map(excerpt), in: &room, after: "\n")
        var result = headline + table.text
        if table.count < findings.count {
            result += "\n\(findings.count - table.count) more findings are left out: there is no room.\n"
        }
        result += excerpts.text
        if excerpts.count < table.count {
            result += "\nThe excerpts of \(table.count - excerpts.count) findings are left out: there is no room.\n"
        }
        return result
    }

    /// Bytes that both sentences about what is left out take at most.
    private static let roomForNotes = 200

    /// As many parts as there is room for; nothing when not even one fits.
    private func fill(_ parts: [String], in room: inout Int, after head: String) -> (text: String, count: Int) {
        var text = head
        var count = 0
        var left = room - head.utf8.count
        for part in parts {
            guard part.utf8.count <= left else { break }
            left -= part.utf8.count
            text += part
            count += 1
        }
        guard count > 0 else { return ("", 0) }
        room = left
        return (text, count)
    }

    private func head(_ hasUnits: Bool) -> String {
        hasUnits
            ? "\n| | Where | Code | What | In |\n|---|---|---|---|---|\n"
            : "\n| | Where | Code | What |\n|---|---|---|---|\n"
    }

    private func row(_ reported: ReportedFinding, units: [String]?) -> String {
        let finding = reported.finding
        let place = place(reported)
        let cells =
            [
                finding.severity.rawValue, place.isEmpty ? "" : MarkdownText.code(place, isCell: true), finding.code.id,
                MarkdownText.escaped(finding.message.cut(to: Self.longestCell)),
            ] + (units.map { [MarkdownText.escaped($0.joined(separator: ", ").cut(to: Self.longestCell))] } ?? [])
        return "| " + cells.joined(separator: " | ") + " |\n"
    }

    private static let longestCell = 300

    private func excerpt(_ reported: ReportedFinding) -> String {
        let finding = reported.finding
        let place = place(reported)
        let title = "\(finding.code.id)" + (place.isEmpty ? "" : " <code>\(MarkdownText.html(place))</code>")
        let lines = text.render(finding, units: reported.units)
        return "<details><summary>\(title)</summary>\n\n\(MarkdownText.fenced(lines))\n</details>\n"
    }

    private func place(_ reported: ReportedFinding) -> String {
        let place = reported.finding.place
        guard !place.file.path.isEmpty else { return "" }
        return surroundings.path(of: reported) + (place.isKnown ? ":\(place.line)" : "")
    }
}
