internal import Diagnostics
internal import Tree

/// SARIF 2.1.0, within the limits of GitHub's code scanning: 25,000 results, and 10 MB (which GitHub counts packed; here
/// they are counted as they are). The worst come first, and a notification says how many had no room.
struct SARIFReport {
    private let surroundings: ReportSurroundings
    private let maximumResults: Int
    private let maximumBytes: Int

    init(_ surroundings: ReportSurroundings, maximumResults: Int = 25_000, maximumBytes: Int = 10_000_000) {
        self.surroundings = surroundings
        self.maximumResults = maximumResults
        self.maximumBytes = maximumBytes
    }

    func text(_ run: CheckedRun) -> String {
        let results = SARIFResults(run, surroundings)
        var kept: [Node] = []
        var codes: [String: Node] = [:]
        // Room for what stands around the results.
        var bytes = 4_000
        let order = run.worstFirst
        for index in order.prefix(maximumResults) {
            let code = run.findings[index].finding.code
            let result = results.node(at: index)
            let rule = codes[code.id] ?? rule(code)
            bytes += size(result) + (codes[code.id] == nil ? size(rule) : 0)
            guard bytes <= maximumBytes else { break }
            codes[code.id] = rule
            kept.append(result)
        }
        let rules = codes.sorted { $0.key < $1.key }
        let indices = Dictionary(uniqueKeysWithValues: rules.map(\.key).enumerated().map { ($1, $0) })
        for index in kept.indices {
            let rule = kept[index]["ruleId"]?.string.flatMap { indices[$0] }
            kept[index]["ruleIndex"] = Node(rule ?? -1)
        }
        let document: Node = [
            "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
            "version": "2.1.0",
            "runs": [
                [
                    "tool": [
                        "driver": [
                            "name": "Mainstay", "semanticVersion": Node(surroundings.toolVersion),
                            "rules": Node(rules.map(\.value)),
                        ]
                    ],
                    "invocations": [invocation(leftOut: order.count - kept.count)],
                    "originalUriBaseIds": ["SRCROOT": ["description": ["text": "The root of the repository."]]],
                    "columnKind": "unicodeCodePoints", "results": Node(kept),
                ]
            ],
        ]
        let text = JSONWriter.text(document, indent: 2) + "\n"
        // Blanks are for people, and give way to findings.
        return text.utf8.count <= maximumBytes ? text : JSONWriter.text(document) + "\n"
    }

    /// The bytes that a result or a rule takes on one line, with a comma and the digits of its index.
    private func size(_ node: Node) -> Int { JSONWriter.bytes(node).count + 8 }

    private func rule(_ code: Code) -> Node {
        let page = surroundings.page(code)
        // "# MST0001: The text is not YAML"
        let heading = page?.split(separator: "\n").first { $0.hasPrefix("# ") }?.dropFirst(2)
        let title = heading.map { $0.hasPrefix("\(code.id): ") ? $0.dropFirst(code.id.count + 2) : $0 }
        var rule: Node = ["id": Node(code.id), "shortDescription": ["text": Node(title.map(String.init) ?? code.id)]]
        if let page { rule["help"] = ["text": Node(page), "markdown": Node(page)] }
        return rule
    }

    private func invocation(leftOut: Int) -> Node {
        guard leftOut > 0 else { return ["executionSuccessful": true] }
        return [
            "executionSuccessful": true,
            "toolExecutionNotifications": [
                [
                    "level": "warning",
                    "message": ["text": Node("\(leftOut) findings are left out: the file would be too large")],
                ]
            ],
        ]
    }
}
