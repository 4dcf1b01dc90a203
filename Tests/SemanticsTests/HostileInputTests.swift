import Diagnostics
import KubeTypes
import Testing
import Tree

@testable import Semantics

/// Whatever stands in an object, the rules come to an end and say where.
@Suite("Hostile input")
struct HostileInputTests {
    private static let values: [Node] = [
        nil, -1, 0, Node(Int.max), Node(.integer(.min)), Node(.float(.nan)), Node(.float(-1e300)), "", "*", "/", "%",
        "[", "~/*",
        "1e9h", "::", true, [], [nil], [[]], .emptyMapping, ["": nil], ["*": "*"],
        Node(String(repeating: "a.", count: 5000)),
    ]

    /// Each object of the table of mistakes, with each of its values replaced by each hostile one.
    @Test("no value ends the program", arguments: CodeTests.all)
    func values(mistake: Mistake) throws {
        for document in try mistake.documents() {
            var paths: [[FieldPath.Step]] = []
            Self.collect(document, [], into: &paths)
            for path in paths {
                for value in Self.values {
                    var changed = document
                    Self.replace(&changed, path[...], by: value)
                    for finding in semanticFindings(of: KubeObject(changed)) {
                        #expect(finding.place.isKnown, "\(finding) of \(JSONWriter.text(changed))")
                    }
                }
            }
        }
    }

    @Test("a long list of rules takes time in proportion")
    func long() {
        let routes = (0..<5000).map { index -> Node in
            [
                "match": [["uri": ["prefix": Node("/api/\(index)/")]]],
                "route": [["destination": ["host": "web"], "weight": 1]],
            ]
        }
        let hosts = (0..<5000).map { Node("a\($0).example") }
        let object = KubeObject([
            "apiVersion": "networking.istio.io/v1", "kind": "VirtualService", "metadata": ["name": "web"],
            "spec": ["hosts": Node(hosts), "http": Node(routes)],
        ])
        let clock = ContinuousClock()
        let time = clock.measure { #expect(semanticFindings(of: object).isEmpty) }
        // A debug build on a busy machine needs much less; time in the square of the rules would be minutes.
        #expect(time < .seconds(20))
    }

    private static func collect(_ node: Node, _ path: [FieldPath.Step], into paths: inout [[FieldPath.Step]]) {
        if !path.isEmpty { paths.append(path) }
        for entry in node.entries { collect(entry.value, path + [.key(entry.key)], into: &paths) }
        for (index, item) in node.elements.enumerated() { collect(item, path + [.index(index)], into: &paths) }
    }

    private static func replace(_ node: inout Node, _ path: ArraySlice<FieldPath.Step>, by value: Node) {
        guard let step = path.first else {
            node.value = value.value
            return
        }
        switch step {
        case .key(let key): node.updateMapping { _ = $0.update(key) { replace(&$0, path.dropFirst(), by: value) } }
        case .index(let index): node.updateSequence { replace(&$0[index], path.dropFirst(), by: value) }
        }
    }
}
