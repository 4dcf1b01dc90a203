import SharedData
import Testing

@testable import Rego

/// Folders of OPA's cases that the acceptance leaves out, but whose built-ins are there.
@Suite(.enabled(if: Shared.exists("rego/cases-v1.json"))) struct TokenConformanceTests {
    static let folders: Set = [
        "jwtdecodeverify", "jwtverifyrsa", "jwtbuiltins", "jwtencodesign", "jwtencodesignraw",
        "jwtencodesignheadererrors", "jwtencodesignpayloaderrors", "jwtverifyhs256", "cryptoparsersaprivatekeys",
        "rendertemplate",
    ]

    @Test("tokens, keys and templates agree", arguments: ["v0", "v1"])
    func conformance(version: String) throws {
        var failures: [String] = []
        for testCase in try ConformanceCase.all(version) where Self.folders.contains(testCase.folder) {
            if let problem = testCase.problem { failures.append("\(testCase.id) \(testCase.note): \(problem)") }
        }
        #expect(failures.isEmpty, "\(failures.count):\n\(failures.joined(separator: "\n"))")
    }
}
