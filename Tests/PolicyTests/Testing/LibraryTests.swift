import FileTree
import Foundation
import Testing

@testable import Policy

/// Tests as the authors of public libraries write them: those for Gatekeeper and conftest in Rego before OPA 1.0.
@Suite("Libraries") struct LibraryTests {
    @Test(
        "tests of libraries pass",
        arguments: [("gatekeeper", 10, 0), ("conftest", 7, 0), ("modern", 8, 1)] as [(String, Int, Int)])
    func library(_ name: String, _ passed: Int, _ skipped: Int) throws {
        let run = try Self.run(name)
        let outcomes = run.results.flatMap(\.counted)
        let failed = run.results.filter { result in
            switch result.outcome {
            case .passed, .skipped: false
            case .failed, .ended: true
            }
        }
        #expect(failed.isEmpty, "\(failed)")
        #expect(outcomes.count { if case .passed = $0 { true } else { false } } == passed)
        #expect(outcomes.count { if case .skipped = $0 { true } else { false } } == skipped)
    }

    @Test("all lines of the library for OPA 1.0 are covered, but for the test that is skipped")
    func coverage() throws {
        let coverage = try Self.run("modern").coverage
        let open = coverage.files.flatMap { file in file.notCovered.map { "\(file.name):\($0.lowerBound)" } }
        #expect(open == ["ports_test.rego:45"])
    }

    private static func run(_ library: String) throws -> PolicyTestRun {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Libraries/\(library)").standardizedFileURL
        var tree = MemoryFileTree()
        let found = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
        for case let file as URL in found where file.pathExtension == "rego" {
            let path = String(file.standardizedFileURL.path.dropFirst(root.path.count))
            tree.write([UInt8](try Data(contentsOf: file)), to: TreePath(path))
        }
        var files = PolicyFiles()
        files.add(.root, in: tree)
        return try PolicyTestRun(PolicySet(files), options: PolicyTestOptions(Surroundings(), clock: { 0 }))
    }
}
