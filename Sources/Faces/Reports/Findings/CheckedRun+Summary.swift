package import Diagnostics

extension CheckedRun {
    package func count(_ severity: Severity) -> Int { findings.count { $0.finding.severity == severity } }

    /// What was found where, in one line: `2 errors, 1 warning in 3 overlays, 41 files, 96 objects`.
    func summary(tick: String) -> String {
        let found = Self.words(count)
        let places = [
            units.count > 1 ? "\(units.count) overlays" : nil, Self.counted(files, "file"),
            Self.counted(objects, "object"),
        ].compactMap(\.self)
        return (found.isEmpty ? "\(tick) nothing found" : found)
            + (places.isEmpty ? "" : " in " + places.joined(separator: ", "))
    }

    /// `2 errors, 1 note`; empty when there is nothing.
    static func words(_ count: (Severity) -> Int) -> String {
        [(Severity.error, "error"), (.warning, "warning"), (.info, "note")]
            .compactMap { counted(count($0.0), $0.1) }.joined(separator: ", ")
    }

    private static func counted(_ number: Int, _ word: String) -> String? {
        number == 0 ? nil : "\(number) \(word)\(number == 1 ? "" : "s")"
    }

    /// The indices of the findings: the worst first, among equals those in the change, and then as they are told.
    var worstFirst: [Int] {
        findings.indices.sorted { a, b in
            let (first, second) = (findings[a], findings[b])
            if first.finding.severity != second.finding.severity {
                return first.finding.severity > second.finding.severity
            }
            if first.isInChange != second.isInChange { return first.isInChange }
            return a < b
        }
    }

    /// The units that are worth telling with a finding: none when there is only one to think of.
    func unitsToTell(_ reported: ReportedFinding) -> [String] {
        units.count > 1 || reported.units.count > 1 ? reported.units : []
    }
}

extension ReportedFinding {
    /// The message, and below it what requests would meet and what to do.
    var wholeMessage: String {
        let finding = finding
        return
            ([finding.message] + (finding.effect.map { ["effect: \($0)"] } ?? [])
            + (finding.hint.map { ["help: \($0)"] } ?? [])).joined(separator: "\n")
    }
}
