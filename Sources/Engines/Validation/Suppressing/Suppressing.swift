internal import Diagnostics

/// Leaves out the findings that a comment silences, and adds what there is to say about the comments themselves.
///
/// - Parameters:
///   - today: `YYYY-MM-DD`.
///   - isComplete: Whether all stations have looked, so that a comment that silences nothing is one too many.
func suppressing(
    _ findings: [StationFinding], by suppressions: [Suppression], today: String, isComplete: Bool
) -> [StationFinding] {
    guard !suppressions.isEmpty else { return findings }
    var used: Set<Int> = []
    var kept: [StationFinding] = []
    for entry in findings {
        let match = suppressions.firstIndex { $0.covers(entry.finding) }
        guard let match else {
            kept.append(entry)
            continue
        }
        used.insert(match)
        if suppressions[match].isExpired(today) { kept.append(entry) }
    }
    for (index, suppression) in suppressions.enumerated() {
        let isUnused = isComplete && !used.contains(index)
        kept += suppression.problems(today: today, isUnused: isUnused).map { StationFinding(.lint, $0) }
    }
    return kept
}

extension Suppression {
    fileprivate func isExpired(_ today: String) -> Bool { until.map { $0 < today } ?? false }

    fileprivate func problems(today: String, isUnused: Bool) -> [Finding] {
        let names = codes.joined(separator: ", ")
        var problems: [Finding] = []
        if reason.isEmpty {
            problems.append(
                Finding(
                    .suppressionUnexplained, "ignoring \(names.isEmpty ? "nothing" : names) has no reason",
                    severity: .warning, at: place, hint: "say why behind the bracket"))
        }
        if let until, isExpired(today) {
            problems.append(
                Finding(
                    .suppressionExpired, "ignoring \(names) ended on \(until)", severity: .warning, at: place,
                    hint: "mend what it hid, or set a later day"))
        } else if isUnused {
            problems.append(
                Finding(
                    .suppressionUnused, "there is no \(names.isEmpty ? "finding" : names) here to ignore",
                    severity: .warning, at: place, hint: "remove the comment, or check the code and the line"))
        }
        return problems
    }
}
