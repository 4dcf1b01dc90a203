import Diagnostics
import Foundation
import KubeTypes
import SharedData
import Testing
import Tree

@testable import Analyzers

/// One of Istio's own cases: files, an analyzer, and the codes that it gives with the objects they are about.
struct ConformanceCase: Sendable, CustomTestStringConvertible {
    var id: String
    var analyzer: String
    var inputs: [String]
    var meshConfig: String?
    var meshNetworks: String?
    /// Code, kind, namespace and name, sorted.
    var expected: [String]

    var testDescription: String { id }

    static let all: [ConformanceCase] = {
        guard let cases = try? Shared.json("istio/analyzers/cases.json")["cases"]?.elements else { return [] }
        return cases.map { node in
            let expected = (node["expected"]?.elements ?? []).map {
                "\($0.text("code")) \($0.text("kind")) \($0.text("namespace"))/\($0.text("name"))"
            }
            return ConformanceCase(
                id: node.text("id"), analyzer: node.text("analyzerName"), inputs: node.texts("inputs"),
                meshConfig: node["meshConfig"]?.string, meshNetworks: node["meshNetworks"]?.string,
                expected: expected.sorted())
        }
    }()

    /// The codes that the analyzer gives in any case.
    var codes: Set<String> {
        Set(Self.all.filter { $0.analyzer == analyzer }.flatMap(\.expected).map { String($0.prefix(7)) })
    }

    static func documents(_ path: String) throws -> [Node] {
        try YAMLReader.read(try Shared.bytes("istio/analyzers/\(path)"), file: SourceFile(path)).documents
    }

    /// - Parameter alone: Whether only the analyzer of the case looks.
    func findings(alone: Bool) throws -> [Finding] {
        let objects = objects(in: try inputs.flatMap { try Self.documents($0) })
        let options = AnalyzerOptions(
            meshConfig: try meshConfig.flatMap { try Self.documents($0).first },
            meshNetworks: try meshNetworks.flatMap { try Self.documents($0).first }, defaultNamespace: "",
            analyzers: alone ? [analyzer] : nil, now: Timestamp("2026-11-21T12:00:00Z"))
        return analyze(objects, options: options)
    }

    func found(alone: Bool) throws -> [String] {
        try findings(alone: alone).compactMap { finding in
            guard let code = finding.code.aliases.first(where: { $0.hasPrefix("IST") }), codes.contains(code),
                let subject = finding.subject
            else { return nil }
            return "\(code) \(subject.kind) \(subject.namespace)/\(subject.name)"
        }.sorted()
    }
}

@Suite(.enabled(if: Shared.exists("istio/analyzers/cases.json")))
struct ConformanceTests {
    @Test("what Istio's analyzers say about their own cases", arguments: ConformanceCase.all)
    func told(item: ConformanceCase) throws {
        #expect(analyzerNames.contains(item.analyzer))
        #expect(try item.found(alone: true) == item.expected)
        for finding in try item.findings(alone: true) { #expect(finding.place.isKnown, "\(finding)") }
    }

    @Test("the other analyzers do not get into the way", arguments: ConformanceCase.all)
    func together(item: ConformanceCase) throws {
        #expect(try item.found(alone: false) == item.expected)
    }

    @Test("all cases are there")
    func complete() { #expect(ConformanceCase.all.count >= 74) }
}
