import Diagnostics
import FileTree
import Testing

@testable import Validation

@Suite("Selection")
struct SelectionTests {
    private let findings = ["MST1001", "MST2004", "MST2019", "MST7015"].map { id in
        StationFinding(
            .semantics, Finding(Code(id, aliases: id == "MST1001" ? ["IST0101"] : []), "text", at: .unknown))
    }

    private func codes(_ selection: Selection) -> [String] {
        selection.apply(to: findings).map(\.finding.code.id)
    }

    @Test("codes are selected and ignored by their first letters; the longer name decides")
    func names() {
        #expect(codes(Selection()).count == 4)
        #expect(codes(Selection(select: ["MST2"])) == ["MST2004", "MST2019"])
        #expect(codes(Selection(ignore: ["MST2"])) == ["MST1001", "MST7015"])
        #expect(codes(Selection(select: ["MST2004"], ignore: ["MST2"])) == ["MST2004"])
        #expect(codes(Selection(select: ["MST2"], ignore: ["MST2004"])) == ["MST2019"])
        #expect(codes(Selection(select: ["ist0101"])) == ["MST1001"])
        #expect(codes(Selection(select: ["MST2"], ignore: ["MST2"])) == [])
    }

    @Test("severities change, or turn off")
    func severities() {
        let selection = Selection(severity: [("MST2", .warning), ("MST2019", nil), ("IST0101", .info)])
        let changed = selection.apply(to: findings).map { "\($0.finding.code) \($0.finding.severity)" }
        #expect(changed == ["MST1001 info", "MST2004 warning", "MST7015 error"])
    }

    @Test("a limit is reached by what is as bad, or worse")
    func limits() {
        #expect(FailureLimit.error.isReached(by: .error) && !FailureLimit.error.isReached(by: .warning))
        #expect(FailureLimit.warning.isReached(by: .warning) && !FailureLimit.warning.isReached(by: .info))
        #expect(!FailureLimit.never.isReached(by: .error))
    }
}

@Suite("Baseline")
struct BaselineTests {
    private func finding(_ message: String, line: Int = 3) -> StationFinding {
        let place = Place(file: SourceFile("a.yaml"), line: line, column: 1)
        var finding = Finding(Code("MST1001"), message, at: place)
        finding.subject = Subject(apiVersion: "v1", kind: "Service", namespace: "shop", name: "a")
        return StationFinding(.analyzers, finding)
    }

    private func read(_ text: String) throws -> Baseline {
        try Baseline(Array(text.utf8), file: TreePath("baseline.yaml"))
    }

    @Test("what is known is not told, wherever in its file it stands by now; one more of the same is")
    func known() throws {
        let text = Baseline([finding("one"), finding("two: \"quoted\""), finding("one", line: 9)]).text
        let baseline = try read(text)
        #expect(baseline.text == text)
        #expect(baseline.news(in: [finding("one", line: 7), finding("one"), finding("two: \"quoted\"")]).isEmpty)
        let news = baseline.news(in: [
            finding("one"), finding("one"), finding("one"), finding("two: \"quoted\""), finding("three"),
        ])
        #expect(news.map(\.finding.message) == ["one", "three"])
    }

    @Test("what is known and gone is told at its line")
    func stale() throws {
        let baseline = try read(Baseline([finding("one"), finding("two")]).text)
        let news = baseline.news(in: [finding("two")])
        #expect(news.map(\.finding.code) == [.baselineStale])
        #expect(news.first?.finding.place.line == 3)
    }

    @Test(
        "what is no baseline is refused",
        arguments: [
            "[]", "", "kind: Baseline\n", "apiVersion: mainstay.dev/v1\nkind: Baseline\nfindings: [{code: 1}]\n",
        ])
    func refused(text: String) { #expect(throws: Refused.self) { try read(text) } }
}
