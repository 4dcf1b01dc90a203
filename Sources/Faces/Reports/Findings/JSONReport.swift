internal import Diagnostics
internal import Tree

/// Findings for programs. `schema` describes the text.
package enum JSONReport {
    static let apiVersion: Node = "out.mainstay.dev/v1"

    /// - Parameter error: Why there is no answer, or not all of it.
    package static func text(_ run: CheckedRun, error: String? = nil) -> String {
        var report: Node = [
            "apiVersion": apiVersion, "kind": "Findings", "units": Node(run.units.map { Node($0) }),
            "layers": Node(run.layers.map { Node($0) }), "findings": Node(run.findings.map(node)),
            "summary": summary(run),
        ]
        if let error { report["error"] = ["message": Node(error)] }
        return JSONWriter.text(report, indent: 2) + "\n"
    }

    static func summary(_ run: CheckedRun) -> Node {
        var summary = Mapping(
            Severity.allCases.reversed().map { Mapping.Entry("\($0)s", Node(run.count($0))) })
        summary["files"] = Node(run.files)
        summary["objects"] = Node(run.objects)
        return Node(summary)
    }

    static func node(_ reported: ReportedFinding) -> Node {
        let finding = reported.finding
        var node: Node = ["code": Node(finding.code.id)]
        for alias in finding.code.aliases {
            if alias.hasPrefix("IST"), node["ist"] == nil { node["ist"] = Node(alias) }
            if alias.hasPrefix("KIA"), node["kia"] == nil { node["kia"] = Node(alias) }
        }
        node["severity"] = Node("\(finding.severity)")
        node["layer"] = Node(reported.layer)
        node["units"] = Node(reported.units.map { Node($0) })
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
