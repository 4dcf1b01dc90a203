/// Thrown by a station that cannot give a result for a user's text; it says why as findings.
package struct Refused: Error, Equatable, CustomStringConvertible {
    package var findings: [Finding]

    package init(_ findings: [Finding]) {
        self.findings = findings
    }

    package init(_ finding: Finding) {
        findings = [finding]
    }

    package var description: String {
        findings.map(\.description).joined(separator: "\n")
    }
}
