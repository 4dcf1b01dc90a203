import Foundation
import SharedData
import Testing

@testable import Rego

/// OPA's own cases, compared as `accept/rego.py` compares them.
@Suite(.enabled(if: Shared.exists("rego/cases-v1.json"))) struct ConformanceTests {
    @Test("OPA's cases agree", arguments: ["v0", "v1"])
    func conformance(version: String) throws {
        let known = try knownFailures()
        var failures: [String] = []
        var compared = 0
        for testCase in try ConformanceCase.all(version) where !ConformanceCase.skipped.contains(testCase.folder) {
            compared += 1
            let problem = testCase.problem
            if known[testCase.id] != nil {
                #expect(problem != nil, "\(testCase.id) agrees now: take it off the list")
            } else if let problem {
                failures.append("\(testCase.id) \(testCase.note): \(problem)")
            }
        }
        #expect(compared > 900)
        #expect(failures.isEmpty, "\(failures.count) of \(compared):\n\(failures.joined(separator: "\n"))")
    }

    /// The reasons by the ids of the cases, one to a line; the list may only shrink.
    private func knownFailures() throws -> [String: String] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "known-failures.txt")
        var known: [String: String] = [:]
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("##") {
            let parts = line.split(separator: " ", maxSplits: 1)
            if parts.count == 2 { known[String(parts[0])] = String(parts[1]) }
        }
        return known
    }
}
