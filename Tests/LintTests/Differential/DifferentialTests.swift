import Foundation
import Testing

@testable import Lint

/// Random texts under random rules, looked at by yamllint and by the linter. `MAINSTAY_DIFFERENTIAL_CASES` and
/// `MAINSTAY_DIFFERENTIAL_SEED` make the run longer and another one.
@Suite("Differential test with yamllint")
struct DifferentialTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let cases = environment["MAINSTAY_DIFFERENTIAL_CASES"].flatMap { Int($0) } ?? 1000
    private static let seed = environment["MAINSTAY_DIFFERENTIAL_SEED"].flatMap { UInt64($0) } ?? 1
    private static let group = 50
    /// After so many differences the rest is not looked at.
    private static let differenceLimit = 10

    @Test("the linter and yamllint agree", .enabled(if: Yamllint() != nil, "needs yamllint"))
    func agreement() async throws {
        let yamllint = try #require(Yamllint())
        defer { yamllint.remove() }
        var tally = (equal: 0, noAnswer: 0, different: 0)
        for number in 0..<max(1, Self.cases / Self.group) where tally.different < Self.differenceLimit {
            var random = SeededRandom(seed: Self.seed &* 1_000_003 &+ UInt64(number))
            let configuration = RandomConfiguration.text(&random)
            let texts = (0..<Self.group).map { _ in RandomText.text(&random) }
            let answers = try yamllint.answers(texts, configuration)
            for (text, answer) in zip(texts, answers) {
                guard let answer, !Self.isLeft(answer, configuration) else {
                    tally.noAnswer += 1
                    continue
                }
                guard try Self.own(text, configuration) != answer else {
                    tally.equal += 1
                    continue
                }
                tally.different += 1
                try Self.record(text, configuration, yamllint)
            }
            await Task.yield()
        }
        print("differential: \(tally.equal) equal, \(tally.noAnswer) without an answer, \(tally.different) different")
    }

    /// Behind a syntax error nothing says where lines belong; there the two guess differently.
    private static func isLeft(_ answer: [String], _ configuration: String) -> Bool {
        let hasIndentation = configuration.contains("indentation: {") || configuration.contains("extends")
        return hasIndentation && answer.contains { $0.contains("syntax error: ") }
    }

    private static func own(_ text: String, _ configuration: String) throws -> [String] {
        let configuration = try LintConfiguration.read(Array(configuration.utf8), file: "conf") { _ in nil }
        let problems = lint(Array(text.utf8), file: "0.yaml", configuration).map {
            "0.yaml:\($0.line):\($0.column): [\($0.level.rawValue)] \($0.message)"
                + ($0.rule.map { " (\($0.name))" } ?? "")
        }
        return Yamllint.split(problems.joined(separator: "\n"), count: 1)[0]
    }

    /// Makes a text smaller as long as the two differ about it, and tells.
    private static func record(_ text: String, _ configuration: String, _ yamllint: Yamllint) throws {
        var text = text
        var isSmaller = true
        for _ in 0..<20 where isSmaller {
            isSmaller = false
            let variants = smaller(text)
            for (variant, answer) in zip(variants, try yamllint.answers(variants, configuration)) {
                guard let answer, !isLeft(answer, configuration), try own(variant, configuration) != answer else {
                    continue
                }
                (text, isSmaller) = (variant, true)
                break
            }
        }
        let answer = try yamllint.answers([text], configuration)[0] ?? []
        Issue.record(
            "\(configuration)\n\(text.debugDescription)\nyamllint: \(answer)\nlinter: \(try own(text, configuration))")
    }

    /// The text without one of its lines, or without one of its characters.
    private static func smaller(_ text: String) -> [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let withoutLine = lines.indices.map { index in
            (lines[..<index] + lines[(index + 1)...]).joined(separator: "\n")
        }
        guard text.unicodeScalars.count < 40 else { return withoutLine.filter { $0 != text } }
        let scalars = Array(text.unicodeScalars)
        return withoutLine.filter { $0 != text }
            + scalars.indices.map { index in
                var view = String.UnicodeScalarView()
                view.append(contentsOf: scalars[..<index] + scalars[(index + 1)...])
                return String(view)
            }
    }
}
