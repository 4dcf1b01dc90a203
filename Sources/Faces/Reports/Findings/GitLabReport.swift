internal import Diagnostics
internal import Tree

/// The report of GitLab's Code Quality: a list of issues, each with a fingerprint of its own.
struct GitLabReport {
    private let surroundings: ReportSurroundings

    init(_ surroundings: ReportSurroundings) { self.surroundings = surroundings }

    func text(_ run: CheckedRun) -> String {
        let fingerprints = run.fingerprints(surroundings.path)
        let issues = run.worstFirst.map { issue(run.findings[$0], fingerprints[$0]) }
        return JSONWriter.text(Node(issues), indent: 2) + "\n"
    }

    private func issue(_ reported: ReportedFinding, _ fingerprint: String) -> Node {
        let finding = reported.finding
        return [
            "description": Node(reported.wholeMessage), "check_name": Node(finding.code.id),
            "fingerprint": Node(fingerprint), "severity": Node(severity(finding.severity)),
            "location": [
                "path": Node(surroundings.path(of: reported)),
                // A line is demanded.
                "lines": ["begin": Node(max(1, Int(finding.place.line)))],
            ],
        ]
    }

    /// GitLab knows info, minor, major, critical and blocker.
    private func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: "critical"
        case .warning: "minor"
        case .info: "info"
        }
    }
}
