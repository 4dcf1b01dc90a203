import Diagnostics
import Reports
import Testing

@Suite("Text report")
struct TextReportTests {
    private static let file = SourceFile("apps/shop.yaml")
    private static let text = """
        kind: Gateway
        spec:
        \thosts: [ärger, "x y"]
          port: 8O
        """

    private func report(_ findings: [Finding], palette: Palette = .none) -> String {
        TextReport(palette: palette) { file in
            file == Self.file ? Self.text.split(separator: "\n").map(String.init) : nil
        }.render(findings)
    }

    private func place(_ line: Int, _ column: Int) -> Place { Place(file: Self.file, line: line, column: column) }

    @Test("a finding shows its line, a caret below the word, related places and help")
    func everything() {
        var finding = Finding(
            Code("MST0123", aliases: ["IST0101"]), "expected a number, found \"8O\"", at: place(4, 9),
            related: [RelatedPlace("of this kind", at: place(1, 7))], effect: "no listener", hint: "write 80")
        finding.fixes = [Fix("write 80", at: place(4, 9), replacement: "80", isSafe: true)]
        #expect(
            report([finding]) == """
                error[MST0123]: expected a number, found "8O"
                 --> apps/shop.yaml:4:9
                  |
                4 |   port: 8O
                  |         ^^
                 ::: apps/shop.yaml:1:7
                  |
                1 | kind: Gateway
                  |       ------- of this kind
                  = effect: no listener
                  = help: write 80
                  = fix[*]: write 80
                  = same as: IST0101

                """)
    }

    @Test(
        "the caret stands below the right column",
        arguments: [
            (9, 0, "3 | \thosts: [ärger, \"x y\"]\n  | \t       ^"), (10, 0, "\n  | \t        ^^^^^"),
            (10, 2, "\n  | \t        ^^"), (10, 99, "\n  | \t        ^^^^^^^^^^^^^"), (1, 1, "\n  | ^"),
        ])
    func caret(column: Int, length: Int, expected: String) {
        let text = report([Finding(Code("MST0001"), "m", at: place(3, column), length: length)])
        #expect(text.hasSuffix(expected + "\n"), "\(text)")
    }

    @Test("a line or file that is not there is named alone")
    func withoutSource() {
        let findings = [
            Finding(Code("MST0001"), "far", severity: .warning, at: place(99, 1)),
            Finding(Code("MST0002"), "other", at: Place(file: SourceFile("none.yaml"), line: 1, column: 2)),
            Finding(Code("MST0003"), "nowhere", severity: .info, at: .unknown),
        ]
        #expect(
            report(findings) == """
                warning[MST0001]: far
                  --> apps/shop.yaml:99:1

                error[MST0002]: other
                 --> none.yaml:1:2

                info[MST0003]: nowhere

                """)
    }

    @Test("colours mark the label and the caret")
    func colours() {
        let text = report([Finding(Code("MST0001"), "m", at: place(1, 1))], palette: .ansi)
        #expect(text.hasPrefix("\u{1B}[1;31merror[MST0001]\u{1B}[0m: \u{1B}[1mm\u{1B}[0m\n"))
        #expect(text.contains("\u{1B}[1;31m^^^^\u{1B}[0m"))
    }

    @Test("the columns of a table are as wide as their widest cells")
    func table() {
        var table = TextTable(["NAME", "AGE"])
        table.add(["gateway-ä", "5m"])
        table.add(["x", ""])
        #expect(table.text == "NAME        AGE\ngateway-ä   5m\nx           \n")
    }
}
