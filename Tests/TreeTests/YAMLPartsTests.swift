import Diagnostics
import Testing

@testable import Tree

@Suite struct YAMLPartsTests {
    private let file = SourceFile("stream.yaml")

    private func inParts(_ text: String, size: Int = 20) -> YAMLDocuments? {
        YAMLReader.inParts(Array(text.utf8), file: file, limits: .standard, duplicates: .refused, size: size)
    }

    @Test(
        "a text that is read in parts gives what it gives as a whole",
        arguments: [
            "a: 1\nb: [1, 2]\n---\nc: x\n---\nd: y\nlonger: enough\n",
            "# only a comment, long enough\n---\na: |\n  ---\n  text\n   --- more\n---\nb: 1\n",
            "\u{FEFF}a: long enough for a part\n---\n---\n--- {b: 1, c: \"x\n  y\"}\n--- # note\nd: 1\n...\n",
            "a: 1\r\nlong: enough for it\r\n---\r\nb: 017\r\nlist:\r\n- 0o17\r\n---\tx\n",
            "a: &x 1\nb: *x\nlong: enough\n---\nc: &x 2\nd: [*x, *x, yes, 1e3, 0x1F]\n---",
        ])
    func same(text: String) throws {
        let parts = try #require(inParts(text))
        let whole = try YAMLReader.read(text, file: file)
        #expect(parts.documents == whole.documents)
        #expect(parts.findings == whole.findings)
        #expect(parts.spellings == whole.spellings)
        #expect(parts.documents.map(places) == whole.documents.map(places))
    }

    private func places(_ node: Node) -> [Place] {
        [node.place] + node.elements.flatMap(places) + node.entries.flatMap { [$0.keyPlace] + places($0.value) }
    }

    @Test(
        "what is short, wrong or has directives is read as a whole",
        arguments: [
            "a: 1\n---\nb: 2\n", "a: \"open, and long enough\n---\nb: 2\"\nlong: enough for it\n",
            "%YAML 1.1\n---\na: long enough for a part\n---\nb: 2\n",
            "a: 1\nlong: enough for a part\n---\nb: *x\nlong: enough for it\n",
            "a: 1\nlong: enough for a part\n---x\nlong: enough for it\n",
        ])
    func asAWhole(text: String) { #expect(inParts(text) == nil) }

    @Test("a long stream is read in parts, and the limit of values is one for all of them")
    func long() throws {
        let text = (0..<20_000).map { "kind: A\nname: a\($0)\n" }.joined(separator: "---\n")
        #expect(inParts(text, size: 64 << 10)?.documents.count == 20_000)
        let found = try YAMLReader.read(text, file: file)
        #expect(found.documents.last?["name"].map { Int($0.place.line) } == 59_999)
        var limits = ParseLimits.standard
        limits.nodes = 50_000
        let refused = #expect(throws: Refused.self) { try YAMLReader.read(Array(text.utf8), limits: limits) }
        #expect(refused?.findings.map(\.code) == [.textTooLarge])
    }
}
