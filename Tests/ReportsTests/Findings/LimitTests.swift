import Diagnostics
import Testing
import Tree

@testable import Reports

@Suite("Limits of those who read reports") struct LimitTests {
    @Test("GitHub gets ten of each kind at most, and the last notice says how many more there are")
    func gitHub() {
        let lines = render(RichRun.many, as: .github, in: RichRun.surroundings).split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("::error ") } == 10)
        #expect(lines.count { $0.hasPrefix("::warning ") } == 10)
        #expect(lines.count { $0.hasPrefix("::notice") } == 10)
        #expect(lines.dropLast().last == "::notice::31 more: see the job summary")
        #expect(lines.first?.hasSuffix("::finding 58") == true, "what is in the change comes first")
    }

    @Test("where ten notices are all there is, none gives way")
    func tenNotices() {
        let run = CheckedRun(
            units: [], layers: [],
            findings: (0..<10).map {
                ReportedFinding(
                    layer: "lint", finding: Finding(Code("MST0001"), "\($0)", severity: .info, at: .unknown))
            })
        let text = render(run, as: .github, in: RichRun.surroundings)
        #expect(text.split(separator: "\n").count == 11 && !text.contains("more:"))
    }

    @Test("SARIF keeps the worst and says how many had no room", arguments: [(7, 10_000_000), (25_000, 10_000)])
    func sarif(results: Int, bytes: Int) throws {
        let report = SARIFReport(RichRun.surroundings, maximumResults: results, maximumBytes: bytes).text(RichRun.many)
        #expect(report.utf8.count <= bytes)
        let run = try #require(try JSONReader.read(report)["runs"]?[0])
        let kept = run["results"]?.elements ?? []
        #expect(kept.count <= results && kept.count >= 7)
        #expect(kept.first?["message"]?["text"]?.string == "finding 58")
        let note = run["invocations"]?[0]?["toolExecutionNotifications"]?[0]?["message"]?["text"]?.string
        #expect(note == "\(60 - kept.count) findings are left out: the file would be too large")
    }

    @Test("SARIF that fits uses its room", arguments: [8_000, 12_000, 16_000])
    func sarifSize(bytes: Int) {
        let report = SARIFReport(RichRun.surroundings, maximumBytes: bytes).text(RichRun.many)
        #expect(report.utf8.count <= bytes && report.utf8.count > bytes - 4_500)
    }

    @Test("a comment stays within its budget, and no fence stays open", arguments: [300, 900, 2_500, 4_000, 9_000])
    func markdown(budget: Int) {
        var surroundings = RichRun.surroundings
        surroundings.budget = budget
        for run in [RichRun.run, RichRun.many] {
            let text = render(run, as: .markdown, in: surroundings)
            #expect(text.utf8.count <= budget)
            #expect(text.hasPrefix("<!-- mainstay: findings -->\n### "))
            var open: Substring?
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
                guard line.hasPrefix("```") else { continue }
                let ticks = line.prefix { $0 == "`" }
                if open == nil { open = ticks } else if line == open ?? "" { open = nil }
            }
            #expect(open == nil)
            #expect(text.components(of: "<details>") == text.components(of: "</details>"))
            let rows = text.split(separator: "\n").count {
                $0.hasPrefix("| error") || $0.hasPrefix("| w") || $0.hasPrefix("| i")
            }
            #expect(
                rows == run.findings.count || text.contains("\(run.findings.count - rows) more findings are left out"))
        }
    }

    @Test("the summary of a job has no marker")
    func summary() {
        let text = MarkdownReport(RichRun.surroundings).summary(RichRun.run)
        #expect(text.hasPrefix("### ") && !text.contains(MarkdownReport.marker))
    }
}

extension String {
    fileprivate func components(of word: String) -> Int { ranges(of: word).count }
}
