import Diagnostics
import Foundation
import Lint
import Parallel
import SharedData
import Testing
import Tree

@testable import Formatting

/// All YAML of the shared data: what it says stays, and formatting once is enough.
@Suite("Formatting what others wrote")
struct CorpusTests {
    /// The configuration that a new repository gets.
    private static let configuration = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Examples/init/yamllint.yaml")

    @Test(
        "values and comments stay, a second time changes nothing, and the linter is content",
        .enabled(if: Shared.exists("istio/samples"), "no shared data here"))
    func corpus() throws {
        let root = Shared.root.deletingLastPathComponent()
        let files = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
            .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
        #expect(files.count > 100)
        let rules = try LintConfiguration.read(Array(try Data(contentsOf: Self.configuration)), file: "-d") { _ in nil }
        let troubles = parallelMap(files, run: 4, stack: deepStack) { name in
            Self.trouble(root.appending(path: name), name, rules)
        }
        for trouble in troubles.compactMap({ $0 }) { Issue.record("\(trouble)") }
    }

    private static func trouble(_ file: URL, _ name: String, _ rules: LintConfiguration) -> String? {
        guard let data = try? Data(contentsOf: file) else { return "\(name) cannot be read" }
        do throws(Refused) {
            for lists in ListIndent.allCases {
                guard case .text(let once) = try formatted(Array(data), file: SourceFile(name), lists: lists) else {
                    return nil
                }
                guard case .text(let twice) = try formatted(once, file: SourceFile(name), lists: lists), once == twice
                else { return "\(name) changes a second time" }
                guard lists == .indented else { continue }
                let problems = lint(once, file: name, rules).filter { $0.rule != .truthy && !isInText($0, once) }
                if let problem = problems.first { return "\(name): \(problem)" }
            }
            return nil
        } catch {
            guard let finding = error.findings.first, finding.code == .notFormatted else { return nil }
            return "\(name): \(finding.message)"
        }
    }

    /// Blanks at the end of a line are part of a text that is kept as it is.
    private static func isInText(_ problem: LintProblem, _ text: [UInt8]) -> Bool {
        guard problem.rule == .trailingSpaces else { return false }
        let tokens = TokenStream(Array(String(decoding: text, as: UTF8.self).unicodeScalars) + ["\0"]).tokens
        return tokens.contains { $0.isBlockScalar && ($0.start.line + 1..<$0.end.line + 1).contains(problem.line - 1) }
    }
}
