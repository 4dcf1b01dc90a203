import Diagnostics
import Foundation
import KubeTypes
import Schema
import SharedData
import Testing
import Tree

@testable import Semantics

/// One of Istio's own cases: a file, and what the validation of Istio says about it.
struct ConformanceCase: CustomTestStringConvertible {
    var id: String
    var file: String
    var layer: String
    var isValid: Bool
    var warns: Bool?
    var synthesize: Node?

    var testDescription: String { id }

    static func all(of layer: String) -> [ConformanceCase] {
        guard let cases = try? Shared.json("istio/validation/cases.json")["cases"]?.elements else { return [] }
        return cases.compactMap { node in
            guard let id = node["id"]?.string, let file = node["file"]?.string, let found = node["layer"]?.string,
                found == layer, let isValid = node[path: "expected", "valid"]?.bool
            else { return nil }
            return ConformanceCase(
                id: id, file: file, layer: layer, isValid: isValid, warns: node[path: "expected", "warning"]?.bool,
                synthesize: node["synthesize"])
        }
    }

    func text() throws -> [UInt8] {
        let bytes = try Shared.bytes("istio/validation/\(file)")
        guard let mark = synthesize?["replace"]?.string, let part = synthesize?["with"]?.string,
            let times = synthesize?["times"]?.integer
        else { return bytes }
        let text = String(decoding: bytes, as: UTF8.self)
        return Array(text.replacing(mark, with: String(repeating: part, count: times)).utf8)
    }

    /// Why the findings are not those that Istio gives; nil when they are.
    func mismatch(_ findings: [Finding]) -> String? {
        let errors = findings.filter { $0.severity == .error }
        let warnings = findings.filter { $0.severity == .warning }
        if isValid, let error = errors.first { return "false alarm: \(error)" }
        if !isValid { return errors.isEmpty ? "missed" : nil }
        if (warns ?? false) == warnings.isEmpty {
            return warnings.first.map { "a warning too many: \($0)" } ?? "missed the warning"
        }
        return nil
    }
}

@Suite(.enabled(if: Shared.exists("istio/validation/cases.json")))
struct ConformanceTests {
    @Test("what the webhook says about each case")
    func webhook() throws {
        let cases = ConformanceCase.all(of: "webhook")
        var failures: [String] = []
        for item in cases {
            let documents = try YAMLReader.read(try item.text(), file: SourceFile(item.file)).documents
            let findings = objects(in: documents).flatMap { semanticFindings(of: $0) }
            if let mismatch = item.mismatch(findings) { failures.append("\(item.id): \(mismatch)") }
            for finding in findings where !finding.place.isKnown { failures.append("\(item.id): no place: \(finding)") }
        }
        #expect(cases.count >= 680)
        #expect(failures.isEmpty, "\(failures.count) of \(cases.count):\n\(failures.joined(separator: "\n"))")
    }

    @Test("what istioctl validate says about each case", arguments: ConformanceCase.all(of: "istioctl-validate"))
    func command(item: ConformanceCase) throws {
        let text = try item.text()
        guard let documents = try? YAMLReader.read(text, file: SourceFile(item.file)).documents else {
            #expect(!item.isValid)
            return
        }
        let findings = objects(in: documents).flatMap { semanticFindings(of: $0) }
        #expect(item.mismatch(findings) == nil)
    }

    @Test("nothing is wrong with Istio's own samples")
    func samples() throws {
        let root = Shared.root.appending(path: "istio/samples")
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        var checked = 0
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "yaml",
                let documents = try? YAMLReader.read([UInt8](try Data(contentsOf: file)), file: SourceFile(file.path))
                    .documents
            else { continue }
            for object in objects(in: documents) where object.type.group.hasSuffix("istio.io") {
                let errors = semanticFindings(of: object).filter { $0.severity == .error }
                #expect(errors.isEmpty, "\(errors)")
                checked += 1
            }
        }
        #expect(checked >= 70)
    }
}
