internal import KubeTypes
package import Policy
internal import Rego
internal import Tree

/// The results of policy tests for programs, in the form of `opa test --format json`.
package enum PolicyTestJSON {
    package static func text(_ results: [PolicyTestResult]) -> String {
        JSONWriter.text(Node(results.map(node)), indent: 2) + "\n"
    }

    private static func node(_ result: PolicyTestResult) -> Node {
        let test = result.test
        var node: Node = [
            "location": location(test.file, test.position.line, test.position.column),
            "package": Node("data." + test.package.joined(separator: ".")), "name": Node(test.name),
            "duration": Node(Int(result.nanoseconds)),
        ]
        switch result.outcome {
        case .passed: break
        case .failed: node["fail"] = true
        case .skipped: node["skip"] = true
        case .ended(let error): node["error"] = self.node(error)
        }
        if !result.cases.isEmpty { node["sub_results"] = cases(result.cases[...], level: 0) }
        if let reason = result.reason { node["failed_at"] = self.node(reason) }
        // Bytes are in Base64 in the JSON of Go programs.
        let output = result.output.map { $0 + "\n" }.joined()
        if !output.isEmpty { node["output"] = Node(base64(Array(output.utf8))) }
        return node
    }

    private static func cases(_ cases: ArraySlice<PolicyTestCase>, level: Int) -> Node {
        var names: [String] = []
        for one in cases where !names.contains(one.names[level]) { names.append(one.names[level]) }
        return Node(
            Mapping(
                names.map { name in
                    let below = cases.filter { $0.names[level] == name }
                    var node: Node = ["name": Node(name)]
                    if below.contains(where: { !$0.isPassed }) { node["fail"] = true }
                    if let reason = below.first?.reason, below.count == 1 { node["failed_at"] = self.node(reason) }
                    let deeper = below.filter { $0.names.count > level + 1 }
                    if !deeper.isEmpty { node["sub_results"] = self.cases(deeper[...], level: level + 1) }
                    return Mapping.Entry(name, node)
                }))
    }

    private static func node(_ reason: PolicyTestReason) -> Node {
        let position = reason.place.position
        return [
            "location": location(reason.place.file, position.line, position.column), "text": Node(reason.text),
            "values": Node(
                reason.values.map { subject -> Node in
                    var node: Node = ["text": Node(subject.text)]
                    if case .value(let value) = subject.value { node["value"] = value.node }
                    if case .ended(let error) = subject.value { node["error"] = Node(error.message) }
                    return node
                }),
        ]
    }

    private static func node(_ error: RegoError) -> Node {
        var node: Node = ["code": Node(error.code.rawValue), "message": Node(error.message)]
        if let file = error.file, let position = error.position {
            node["location"] = location(file, position.line, position.column)
        }
        return node
    }

    private static func location(_ file: String, _ row: Int, _ column: Int) -> Node {
        ["file": Node(file), "row": Node(row), "col": Node(column)]
    }
}
