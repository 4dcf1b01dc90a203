package import Diagnostics
package import FileTree
internal import Tree

/// Findings that are known, so that only new ones are told. Lines do not count: a file may grow above a finding.
package struct Baseline: Sendable, Equatable {
    private struct Entry: Hashable, Sendable {
        var code: String
        var file: String
        /// `Kind namespace/name`; empty when the finding is about no object.
        var object: String
        var message: String
    }

    private var counts: [Entry: Int] = [:]
    private var places: [Entry: Place] = [:]

    /// The baseline in which these are known.
    package init(_ findings: [StationFinding]) {
        for entry in findings { counts[Self.entry(entry.finding), default: 0] += 1 }
    }

    /// Reads a file that `text` has written.
    ///
    /// - Throws: `Refused` when it is none.
    package init(_ bytes: [UInt8], file: TreePath) throws(Refused) {
        let name = SourceFile(file.description)
        let documents = try YAMLReader.read(bytes, file: name).documents
        guard let document = documents.first, document["kind"]?.string == "Baseline",
            document["apiVersion"]?.string == Self.version
        else {
            throw Refused(
                Finding(
                    .baselineInvalid,
                    "this is no baseline: expected apiVersion \"\(Self.version)\" and kind \"Baseline\"",
                    at: documents.first?.place ?? Place(file: name, line: 1, column: 1),
                    hint: "write it with --write-baseline"))
        }
        for node in document["findings"]?.elements ?? [] {
            guard let code = node["code"]?.string, let message = node["message"]?.string else {
                throw Refused(
                    Finding(
                        .baselineInvalid, "expected a finding with code and message, found \(node.typeName)",
                        at: node.place, hint: "write the file anew with --write-baseline"))
            }
            let entry = Entry(
                code: code, file: node["file"]?.string ?? "", object: node["object"]?.string ?? "", message: message)
            counts[entry, default: 0] += max(1, node["count"]?.integer ?? 1)
            places[entry] = node.place
        }
    }

    private static let version = "mainstay.dev/v1"

    /// The file, sorted so that it changes little from one writing to the next.
    package var text: String {
        let entries = counts.sorted { a, b in
            (a.key.file, a.key.code, a.key.object, a.key.message) < (
                b.key.file, b.key.code, b.key.object, b.key.message
            )
        }
        let findings = entries.map { entry, count in
            var node: Node = ["code": Node(entry.code), "file": Node(entry.file)]
            if !entry.object.isEmpty { node["object"] = Node(entry.object) }
            node["message"] = Node(entry.message)
            if count > 1 { node["count"] = Node(count) }
            return node
        }
        return YAMLWriter.text([
            ["apiVersion": Node(Self.version), "kind": "Baseline", "findings": Node(findings)]
        ])
    }

    /// The findings that it does not know. What it knows and is no longer found is told, too, so that the file shrinks.
    package func news(in findings: [StationFinding]) -> [StationFinding] {
        var left = counts
        var news = findings.filter { entry in
            let known = Self.entry(entry.finding)
            guard let count = left[known], count > 0 else { return true }
            left[known] = count - 1
            return false
        }
        let gone = left.filter { $0.value > 0 }.compactMap { entry, _ in places[entry].map { (entry, $0) } }
        for (entry, place) in gone.sorted(by: { ($0.1.line, $0.1.column) < ($1.1.line, $1.1.column) }) {
            news.append(
                StationFinding(
                    .build,
                    Finding(
                        .baselineStale,
                        "the baseline knows \(entry.code) in \"\(entry.file)\", which is no longer found",
                        severity: .info, at: place, hint: "write the baseline anew with --write-baseline")))
        }
        return news
    }

    private static func entry(_ finding: Finding) -> Entry {
        let object = finding.subject.map { subject in
            "\(subject.kind) " + (subject.namespace.isEmpty ? "" : subject.namespace + "/") + subject.name
        }
        return Entry(
            code: finding.code.id, file: finding.place.file.path, object: object ?? "", message: finding.message)
    }
}
