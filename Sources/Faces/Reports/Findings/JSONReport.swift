package import Diagnostics
import Tree

/// Findings for programs. `schema` describes the text.
package enum JSONReport {
    /// - Parameter findings: Each with the station that has it.
    package static func text(_ findings: [(layer: String, finding: Finding)]) -> String {
        let report: Node = [
            "findings": Node(findings.map { node($0.finding, layer: $0.layer) }),
            "summary": Node(summary(findings.map(\.finding))),
        ]
        return JSONWriter.text(report, indent: 2) + "\n"
    }

    private static func summary(_ findings: [Finding]) -> Mapping {
        Mapping(
            Severity.allCases.reversed().map { severity in
                Mapping.Entry("\(severity)s", Node(findings.count { $0.severity == severity }))
            })
    }

    private static func node(_ finding: Finding, layer: String) -> Node {
        var node: Node = ["code": Node(finding.code.id)]
        for alias in finding.code.aliases {
            if alias.hasPrefix("IST"), node["ist"] == nil { node["ist"] = Node(alias) }
            if alias.hasPrefix("KIA"), node["kia"] == nil { node["kia"] = Node(alias) }
        }
        node["severity"] = Node("\(finding.severity)")
        node["layer"] = Node(layer)
        node["message"] = Node(finding.message)
        if let subject = finding.subject {
            node["resource"] = [
                "apiVersion": Node(subject.apiVersion), "kind": Node(subject.kind),
                "namespace": Node(subject.namespace), "name": Node(subject.name),
            ]
        }
        put(finding.place, in: &node)
        if finding.length > 0 { node["length"] = Node(finding.length) }
        node["related"] = Node(
            finding.related.map { related in
                var node: Node = ["message": Node(related.message)]
                put(related.place, in: &node)
                return node
            })
        if let effect = finding.effect { node["effect"] = Node(effect) }
        if let hint = finding.hint { node["hint"] = Node(hint) }
        node["fixes"] = Node(
            finding.fixes.map { fix in
                var node: Node = [
                    "description": Node(fix.description), "replacement": Node(fix.replacement),
                    "safe": Node(fix.isSafe),
                ]
                if fix.writing == .removal { node["removes"] = true }
                put(fix.place, in: &node)
                return node
            })
        return node
    }

    private static func put(_ place: Place, in node: inout Node) {
        guard !place.file.path.isEmpty else { return }
        node["file"] = Node(place.file.path)
        guard place.isKnown else { return }
        node["line"] = Node(Int(place.line))
        node["column"] = Node(Int(place.column))
    }
}
