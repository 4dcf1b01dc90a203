import Diagnostics
import Foundation
import Testing

@testable import Analyzers

@Suite("Codes")
struct CodeTests {
    static let all =
        Mistake.references + Mistake.mesh + Mistake.routing + Mistake.security + Mistake.kialiReferences
        + Mistake.kialiRouting + Mistake.kialiSecurity + Mistake.ambientHosts + Mistake.ambientTargets
        + Mistake.ambientWorkloads

    @Test("a mistake is told at its place, and without it there is silence", arguments: all)
    func told(mistake: Mistake) throws {
        let all = try mistake.findings(wrong: true)
        let finding = try #require(all.first { $0.code == mistake.code }, "\(all)")
        #expect(finding.severity == mistake.severity)
        #expect(finding.place.description == "mesh.yaml:\(mistake.place)", "\(finding)")
        #expect(finding.subject != nil)
        #expect(!finding.message.hasSuffix("."))
        let silent = try mistake.findings(wrong: false).filter { $0.code == mistake.code }
        #expect(silent.isEmpty)
    }

    @Test("each code has a case here, and an analyzer that gives it")
    func complete() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../Sources/Engines/Analyzers")
        var codes: Set<String> = []
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.contains("Codes") {
            let source = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            for match in source.matches(of: #/Code\("(MST\d{4})"/#) { codes.insert(String(match.1)) }
        }
        #expect(codes.count > 60, "\(codes.count)")
        #expect(
            codes.subtracting(Self.all.map(\.code.id)).sorted() == [Code.clustersDiffer.id], "that one needs two files")
        let given = analyzerNames.flatMap(analyzerCodes).map(\.id)
        #expect(codes.subtracting(given).sorted() == [])
    }
}
