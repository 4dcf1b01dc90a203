import Foundation
import Testing

@Suite("Conformance with kustomize")
struct ConformanceTests {
    @Test("every case passes but the known failures", .enabled(if: ConformanceCase.isAvailable))
    func allCases() throws {
        let list = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "known-failures.txt")
        let known = Set(try String(contentsOf: list, encoding: .utf8).split(separator: "\n").map(String.init))
        let filter = ProcessInfo.processInfo.environment["KUSTOMIZE_CASE"]
        var counts: [String: Int] = [:]
        for conformanceCase in try ConformanceCase.all() {
            if let filter, !conformanceCase.name.contains(filter) { continue }
            let outcome = try conformanceCase.run()
            if case .failed(let why) = outcome {
                counts["failed", default: 0] += 1
                if filter != nil { print("CASE \(conformanceCase.name)\n\(why)\nEND") }
                if !known.contains(conformanceCase.name) {
                    let lines = why.split(separator: "\n").prefix(1).joined()
                    Issue.record("\(conformanceCase.name): \(lines)")
                }
            } else {
                counts["\(outcome)", default: 0] += 1
                #expect(!known.contains(conformanceCase.name), "passes now: remove it from known-failures.txt")
            }
        }
        print("conformance:", counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", "))
    }
}
