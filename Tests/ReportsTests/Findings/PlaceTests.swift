import Diagnostics
import FileTree
import Testing
import Tree

@testable import Reports

@Suite("Places in reports") struct PlaceTests {
    @Test("a fix is told as what it takes out and puts in, in the units of the format")
    func fixes() throws {
        let sarif = try JSONReader.read(render(RichRun.run, as: .sarif, in: RichRun.surroundings))
        let result = sarif["runs"]?[0]?["results"]?.elements.first { $0["ruleId"]?.string == "MST0201" }
        let changes = result?["fixes"]?.elements.compactMap { $0["artifactChanges"]?[0]?["replacements"]?[0] } ?? []
        #expect(
            changes.map { applied($0) } == [
                RichRun.files["apps/shop ö.yaml"]?.replacing("8O", with: "80"),
                RichRun.files["apps/shop ö.yaml"]?.replacing(", \"x y\"", with: ""),
            ])
        let rdjson = try JSONReader.read(render(RichRun.run, as: .rdjson, in: RichRun.surroundings))
        let diagnostic = rdjson["diagnostics"]?.elements.first { $0["code"]?["value"]?.string == "MST0201" }
        #expect(
            diagnostic?["suggestions"]?.elements == [
                [
                    "range": ["start": ["line": 4, "column": 9], "end": ["line": 4, "column": 11]], "text": "80",
                ]
            ])
    }

    @Test("a fix in a later document has the lines of its file, and quotes that it brings are told")
    func laterDocument() {
        let file = SourceFile("maps.yaml")
        let regions = FixRegions({ _ in ["a: 1", "--- # two", "b: 8 # c", "---", "c: d"] })
        let place = Place(file: file, line: 3, column: 4)
        let region = regions.region(of: Fix("quote", at: place, replacement: "8", isSafe: true, writing: .text))
        #expect(region?.start == FixRegion.Point(line: 3, column: 4))
        #expect(region?.end == FixRegion.Point(line: 3, column: 5))
        #expect(region?.text == "\"8\"")
        let none = Place(file: file, line: 9, column: 1)
        #expect(regions.region(of: Fix("none", at: none, replacement: "8", isSafe: true)) == nil)
    }

    @Test("no more text is read for fixes than there is fuel")
    func fuel() {
        let regions = FixRegions({ _ in ["a: 1", "b: 2"] }, fuel: 10)
        func fix(_ line: Int) -> Fix {
            Fix("", at: Place(file: SourceFile("f.yaml"), line: line, column: 4), replacement: "3", isSafe: true)
        }
        #expect(regions.region(of: fix(1)) != nil)
        #expect(regions.region(of: fix(2)) == nil)
        #expect(regions.region(of: fix(1)) != nil)
    }

    /// The text of the shop with a replacement of SARIF made.
    private func applied(_ change: Node) -> String? {
        guard let text = RichRun.files["apps/shop ö.yaml"], let region = change["deletedRegion"],
            let inserted = change["insertedContent"]?["text"]?.string
        else { return nil }
        let scalars = Array(text.unicodeScalars)
        func offset(_ line: String, _ column: String) -> Int {
            let starts = [0] + scalars.indices.filter { scalars[$0] == "\n" }.map { $0 + 1 }
            return starts[(region[line]?.integer ?? 1) - 1] + (region[column]?.integer ?? 1) - 1
        }
        let (start, end) = (offset("startLine", "startColumn"), offset("endLine", "endColumn"))
        return String(String.UnicodeScalarView(scalars[..<start])) + inserted
            + String(String.UnicodeScalarView(scalars[end...]))
    }

    @Test("reviewdog's columns count bytes, SARIF's count code points")
    func columns() throws {
        let finding = Finding(Code("MST0001"), "m", at: RichRun.place(RichRun.shop, 3, 18), length: 5)
        let run = CheckedRun(units: [], layers: [], findings: [ReportedFinding(layer: "schema", finding: finding)])
        let sarif = try JSONReader.read(render(run, as: .sarif, in: RichRun.surroundings))
        let location = sarif["runs"]?[0]?["results"]?[0]?["locations"]?[0]?["physicalLocation"]
        #expect(location?["region"] == ["startLine": 3, "startColumn": 18, "endColumn": 23])
        #expect(location?["artifactLocation"]?["uri"]?.string == "services/cart/apps/shop%20%C3%B6.yaml")
        let rdjson = try JSONReader.read(render(run, as: .rdjson, in: RichRun.surroundings))
        #expect(
            rdjson["diagnostics"]?[0]?["location"]?["range"]
                == ["start": ["line": 3, "column": 19], "end": ["line": 3, "column": 24]])
    }

    @Test(
        "paths are those of the repository",
        arguments: [
            ("a.yaml", "services/cart/a.yaml"), ("../a.yaml", "services/a.yaml"), ("../../a.yaml", "a.yaml"),
            ("../../../a.yaml", "../a.yaml"), ("/etc/a.yaml", "/etc/a.yaml"),
            ("https://example.com/a.yaml", "https://example.com/a.yaml"),
        ])
    func paths(path: String, expected: String) { #expect(RichRun.surroundings.path(path) == expected) }

    @Test("a fingerprint stays when lines move, and no two are alike")
    func fingerprints() {
        func run(_ lines: [Int], _ message: String = "m") -> [String] {
            CheckedRun(
                units: [], layers: [],
                findings: lines.map {
                    ReportedFinding(
                        layer: "schema",
                        finding: Finding(Code("MST0001"), message, at: RichRun.place(RichRun.shop, $0, 1)))
                }
            ).fingerprints(RichRun.surroundings.path)
        }
        #expect(run([1, 5]) == run([2, 9]))
        #expect(Set(run([1, 5])).count == 2)
        #expect(run([1]) != run([1], "n"))
        #expect(run([1]).allSatisfy { $0.count == 64 })
    }

    @Test(
        "Markdown means nothing but itself",
        arguments: [
            ("a|b", "a\\|b"), ("<b>", "&lt;b&gt;"), ("@team #12", "@<!-- -->team #<!-- -->12"),
            ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"), ("a\nb", "a b"), ("http://x", "http<!-- -->://x"),
            ("[a](b)", "\\[a\\]\\(b\\)"),
        ])
    func markdown(text: String, expected: String) { #expect(MarkdownText.escaped(text) == expected) }

    @Test("a fence is longer than any in the text")
    func fences() {
        #expect(MarkdownText.fenced("a\n````\nb") == "`````text\na\n````\nb\n`````\n")
        #expect(MarkdownText.code("a`b|", isCell: true) == "``a`b\\|``")
    }

    @Test("a file with line ends of Windows is quoted like others, and a control character shows as one")
    func lineEnds() {
        let finding = Finding(Code("MST0001"), "m", at: RichRun.place(RichRun.odd, 2, 4))
        let text = TextReport(palette: .none, source: RichRun.source).render(finding)
        #expect(text.hasSuffix("2 | b: \u{FFFD}[31mred\n  |    ^\n"), "\(text)")
    }
}
