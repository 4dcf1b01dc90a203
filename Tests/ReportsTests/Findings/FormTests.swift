import Diagnostics
import Foundation
import Testing
import Tree

@testable import Reports

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Reports keep the rules of their formats") struct FormTests {
    private static let runs = [
        RichRun.run, RichRun.empty, RichRun.many, CheckedRun(units: [], layers: [], findings: []),
    ]

    private func text(_ run: CheckedRun, _ format: ReportFormat) -> String {
        render(run, as: format, in: RichRun.surroundings)
    }

    @Test(
        "JSON has the form that its schema says",
        arguments: [
            (.json, JSONReport.schema), (.sarif, PublishedSchemas.sarif), (.gitlab, PublishedSchemas.gitLab),
            (.rdjson, PublishedSchemas.rdjson),
        ] as [(ReportFormat, Node)])
    func schemas(format: ReportFormat, schema: Node) throws {
        for run in Self.runs {
            #expect(MiniSchema(root: schema).problems(try JSONReader.read(text(run, format))) == [])
        }
    }

    @Test("each line of jsonl has the form of its schema, and the last sums up")
    func lines() throws {
        for run in Self.runs {
            let lines = try text(run, .jsonl).split(separator: "\n").map { try JSONReader.read(String($0)) }
            #expect(lines.flatMap { MiniSchema(root: JSONLinesReport.schema).problems($0) } == [])
            #expect(lines.count == run.findings.count + 1 && lines.last?["kind"]?.string == "Summary")
        }
    }

    @Test("a failure is told in the document")
    func failure() throws {
        let run = CheckedRun(units: [], layers: [], findings: [])
        for (text, schema) in [
            (JSONReport.text(run, error: "no \"x\""), JSONReport.schema),
            (JSONLinesReport.text(run, error: "no \"x\""), JSONLinesReport.schema),
        ] {
            let document = try JSONReader.read(text)
            #expect(document["error"]?["message"]?.string == "no \"x\"")
            #expect(MiniSchema(root: schema).problems(document) == [])
        }
    }

    @Test("a schema of the tests refuses what it should")
    func schemaFails() throws {
        let wrong = try JSONReader.read(#"[{"description": "", "fingerprint": 1, "severity": "bad", "x": 1}]"#)
        #expect(MiniSchema(root: PublishedSchemas.gitLab).problems(wrong).count == 6)
    }

    @Test("XML can be read, with every message as it was", arguments: [ReportFormat.junit, .checkstyle])
    func xml(format: ReportFormat) throws {
        for run in Self.runs {
            let content = try #require(XMLContent(text(run, format)))
            for message in run.findings.map(\.finding.message) where !message.contains("\u{7}") {
                #expect(content.text.contains(message), "\(message)")
            }
            if format == .checkstyle { #expect(content.elements["error", default: 0] == run.findings.count) }
        }
        #expect(XMLContent("<a>]]>&</a>") == nil)
    }

    @Test("a test point each unit and station, with a block of YAML that can be read")
    func tap() throws {
        let lines = text(RichRun.run, .tap).split(separator: "\n").map(String.init)
        let points = lines.filter { $0.hasPrefix("ok ") || $0.hasPrefix("not ok ") }
        // Three units with three stations, and two of the repository.
        #expect(points.count == 11 && lines[1] == "1..11")
        #expect(points.enumerated().allSatisfy { $1.contains("ok \($0 + 1) - ") })
        var blocks = 0
        var block: [String]?
        for line in lines {
            if line == "  ---" {
                block = []
            } else if line == "  ...", let text = block?.joined(separator: "\n") {
                let document = try #require(try YAMLReader.read(Array(text.utf8), file: .none).documents.first)
                #expect(document["findings"]?.elements.isEmpty == false)
                blocks += 1
                block = nil
            } else {
                block?.append(line)
            }
        }
        #expect(blocks == 6)
    }

    @Test(
        "what fails is what the limit says",
        arguments: [(Severity.error, 4, 4), (.warning, 5, 5), (.info, 6, 6), (nil, 0, 0)] as [(Severity?, Int, Int)])
    func limit(limit: Severity?, cases: Int, points: Int) throws {
        var surroundings = RichRun.surroundings
        surroundings.failingOn = limit
        let junit = render(RichRun.run, as: .junit, in: surroundings)
        #expect(XMLContent(junit)?.elements["failure", default: 0] == cases)
        let tap = render(RichRun.run, as: .tap, in: surroundings)
        #expect(tap.split(separator: "\n").count { $0.hasPrefix("not ok ") } == points)
    }

    @Test(
        "commands of a log stand at the start of a line, one for each finding",
        arguments: [ReportFormat.github, .azure])
    func commands(format: ReportFormat) {
        let lines = text(RichRun.run, format).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == RichRun.run.findings.count + 2)
        for line in lines.dropLast(2) where format == .azure {
            let starts = line.ranges(of: "##vso[").map(\.lowerBound)
            #expect(starts.isEmpty || starts[0] == line.startIndex)
        }
    }
}

/// The elements and texts of an XML document; nil when it is none.
final class XMLContent: NSObject, XMLParserDelegate {
    private(set) var elements: [String: Int] = [:]
    private(set) var text = ""

    init?(_ document: String) {
        super.init()
        let parser = XMLParser(data: Data(document.utf8))
        parser.delegate = self
        guard parser.parse() else { return nil }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements[name, default: 0] += 1
        text += attributes.values.map { $0 + "\n" }.joined()
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}
