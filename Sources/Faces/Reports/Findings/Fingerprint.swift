internal import Crypto
internal import Diagnostics

extension CheckedRun {
    /// A name for each finding that stays when lines move: made from its code, file, object and message, and a number
    /// among those that are alike in all of them. 64 hexadecimal digits each, and no two alike.
    func fingerprints(_ path: (ReportedFinding) -> String) -> [String] {
        var alike: [[String]: Int] = [:]
        return findings.map { reported in
            let finding = reported.finding
            let subject = finding.subject.map { [$0.apiVersion, $0.kind, $0.namespace, $0.name] } ?? []
            var parts = [finding.code.id, path(reported), finding.message] + subject
            let number = alike[parts, default: 0]
            alike[parts] = number + 1
            parts.append("\(number)")
            // With lengths, so that no two lists read alike.
            let text = parts.map { "\($0.utf8.count):\($0)" }.joined()
            return SHA256.hash(data: Array(text.utf8)).map { byte in
                (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }.joined()
        }
    }
}
