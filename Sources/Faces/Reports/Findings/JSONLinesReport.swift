package import Tree

/// A JSON document on each line: one for each finding, and the last sums up. `schema` describes a line.
package enum JSONLinesReport {
    /// - Parameter error: Why there is no answer, or not all of it.
    package static func text(_ run: CheckedRun, error: String? = nil) -> String {
        var summary = line("Summary", JSONReport.summary(run))
        summary["units"] = Node(run.units.map { Node($0) })
        summary["layers"] = Node(run.layers.map { Node($0) })
        if let error { summary["error"] = ["message": Node(error)] }
        let findings = run.findings.map { line("Finding", JSONReport.node($0)) }
        return (findings + [summary]).map { JSONWriter.text($0) + "\n" }.joined()
    }

    private static func line(_ kind: String, _ content: Node) -> Node {
        let head = Mapping([Mapping.Entry("apiVersion", JSONReport.apiVersion), Mapping.Entry("kind", Node(kind))])
        return Node(Mapping(head.entries + content.entries))
    }

    package static let schema: Node = [
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A line of the findings of Mainstay",
        "type": "object",
        "required": ["apiVersion", "kind"],
        "properties": ["apiVersion": ["const": JSONReport.apiVersion], "kind": ["enum": ["Finding", "Summary"]]],
        "if": ["properties": ["kind": ["const": "Finding"]]],
        "then": ["$ref": "#/$defs/finding"],
        "else": [
            "allOf": [["$ref": "#/$defs/summary"]], "required": ["units", "layers"],
            "properties": [
                "units": JSONReport.names("What was checked, each by itself."),
                "layers": JSONReport.names("The stations that looked."), "error": ["$ref": "#/$defs/error"],
            ],
        ],
        "$defs": JSONReport.definitions,
    ]
}
