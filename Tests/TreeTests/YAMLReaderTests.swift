import Diagnostics
import Testing

@testable import Tree

@Suite struct YAMLReaderTests {
    private func read(_ text: String) throws -> Node {
        try #require(try YAMLReader.read(text, file: SourceFile("t.yaml")).documents.first)
    }

    @Test("nodes know their line and column")
    func places() throws {
        let node = try read("spec:\n  hosts:\n  - reviews\n")
        let host = try #require(node.at(FieldPath([.key("spec"), .key("hosts"), .index(0)])))
        #expect(host.place.description == "t.yaml:3:5")
    }

    @Test(
        "plain scalars mean what go-yaml takes them for",
        arguments: [
            ("1", NodeValue.integer(1)), ("0o14", .integer(12)), ("014", .integer(12)), ("0x1F", .integer(31)),
            ("1_000", .integer(1000)), ("1.5", .float(1.5)), ("1e3", .float(1000)), ("yes", .string("yes")),
            ("true", .bool(true)), ("~", .null), ("1.2.3", .string("1.2.3")), ("089", .float(89)),
            ("1:30", .string("1:30")),
            ("-", .string("-")), ("+1", .integer(1)), (".5", .float(0.5)), ("1e", .string("1e")),
        ])
    func scalars(text: String, expected: NodeValue) {
        #expect(ScalarResolver.plain(text) == expected)
    }

    @Test(
        "scalars that YAML 1.1 reads in another way are pointed out",
        arguments: ["yes", "off", "n", "1:30", "014", "0o14"])
    func ambiguous(text: String) throws {
        let findings = try YAMLReader.read("a: \(text)\n").findings
        #expect(findings.map(\.code) == [.yamlAmbiguousScalar])
        #expect(try YAMLReader.read("a: \"\(text)\"\n").findings.isEmpty)
    }

    @Test("anchors, aliases and merge keys are expanded; own keys win")
    func merge() throws {
        let node = try read("base: &b {x: 1, y: 2}\nuse:\n  <<: *b\n  y: 3\n")
        #expect(node["use"] == ["x": 1, "y": 3])
    }

    @Test("a duplicate key is refused with both places")
    func duplicate() throws {
        let refused = #expect(throws: Refused.self) { try read("a: 1\nb: 2\na: 3\n") }
        let finding = try #require(refused?.findings.first)
        #expect(finding.code == .duplicateKey)
        #expect(finding.place.line == 3)
        #expect(finding.related.first?.place.line == 1)
    }

    @Test(
        "texts that are no YAML are refused with a place",
        arguments: [("a: [1,", 1), ("a: b: c", 1), ("a:\n\t- b", 2), ("a: *x", 1), ("? [x]\n: y", 1)])
    func refused(text: String, line: UInt32) throws {
        let refused = #expect(throws: Refused.self) { try read(text) }
        #expect((try #require(refused?.findings.first)).place.line >= line)
    }

    @Test("an alias bomb is refused before it explodes")
    func bomb() {
        var text = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
        for level in 1...9 {
            text += "a\(level): &a\(level) [\(repeatElement("*a\(level - 1)", count: 10).joined(separator: ","))]\n"
        }
        let refused = #expect(throws: Refused.self) { try read(text) }
        #expect(refused?.findings.first?.code == .textTooLarge)
    }

    @Test("nesting beyond the limit is refused")
    func depth() {
        let refused = #expect(throws: Refused.self) { try read(String(repeating: "- ", count: 600) + "x") }
        #expect(refused?.findings.first?.code == .textTooLarge)
    }

    @Test("a text may hold so many values, keys included")
    func values() throws {
        var limits = ParseLimits.standard
        limits.nodes = 5
        #expect(throws: Never.self) { try YAMLReader.read("a: [1, 2]", limits: limits) }
        #expect(throws: Refused.self) { try YAMLReader.read("a: [1, 2, 3, 4, 5]", limits: limits) }
    }

    @Test("a word in brackets may end in colons, as go-yaml has it")
    func colons() throws {
        let node = try YAMLReader.read("a: [1.2.3.4, 001:db8::, x::y::]\nb: {c: d::, e: f}\n").documents[0]
        #expect(node["a"] == ["1.2.3.4", "001:db8::", "x::y::"])
        #expect(node["b"] == ["c": "d::", "e": "f"])
        #expect(throws: Refused.self) { try YAMLReader.read("a: [b, ::]") }
        #expect(throws: Refused.self) { try YAMLReader.read("a: [b: , c:") }
    }
}
