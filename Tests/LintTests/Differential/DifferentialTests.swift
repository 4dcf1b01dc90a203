import Foundation
import Testing

@testable import Lint

/// Random texts under random rules, looked at by yamllint and by the linter. `MAINSTAY_DIFFERENTIAL_CASES` and
/// `MAINSTAY_DIFFERENTIAL_SEED` make the run longer and another one.
@Suite("Differential test with yamllint")
struct DifferentialTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let cases = environment["MAINSTAY_DIFFERENTIAL_CASES"].flatMap { Int($0) } ?? 200
    private static let seed = environment["MAINSTAY_DIFFERENTIAL_SEED"].flatMap { UInt64($0) } ?? 1
    /// Texts that share a configuration and an encoding.
    private static let group = 40
    /// After so many differences the rest is not looked at.
    private static let differenceLimit = 10

    @Test("the linter and yamllint agree", .enabled(if: Yamllint() != nil, "needs yamllint"))
    func agreement() async throws {
        let yamllint = try #require(Yamllint())
        defer { yamllint.remove() }
        var tally = (equal: 0, noAnswer: 0, different: 0)
        for number in 0..<max(1, Self.cases / Self.group) where tally.different < Self.differenceLimit {
            var random = SeededRandom(seed: Self.seed &* 1_000_003 &+ UInt64(number))
            let question = Question.random(&random)
            let texts = (0..<Self.group).map { _ in RandomText.text(&random) }
            for (text, answer) in zip(texts, try yamllint.answers(texts, question)) {
                guard let answer else {
                    tally.noAnswer += 1
                    continue
                }
                guard try Self.differs(text, question, answer) else {
                    tally.equal += 1
                    continue
                }
                tally.different += 1
                try Self.record(text, question, yamllint)
            }
            await Task.yield()
        }
        print("differential: \(tally.equal) equal, \(tally.noAnswer) without an answer, \(tally.different) different")
    }

    /// Makes a text smaller as long as the two differ about it, and tells.
    private static func record(_ text: String, _ question: Question, _ yamllint: Yamllint) throws {
        var text = text
        var isSmaller = true
        for _ in 0..<20 where isSmaller {
            isSmaller = false
            let variants = smaller(text)
            for (variant, answer) in zip(variants, try yamllint.answers(variants, question)) {
                guard let answer, try differs(variant, question, answer) else { continue }
                (text, isSmaller) = (variant, true)
                break
            }
        }
        let answer = try yamllint.answers([text], question)[0] ?? []
        Issue.record(
            """
            \(question.configuration)
            \(text.debugDescription) in \(question.encoding)
            yamllint: \(answer)
            linter: \(try question.own(text))
            """)
    }

    private static func differs(_ text: String, _ question: Question, _ answer: [String]) throws -> Bool {
        try comparable(question.own(text), question) != comparable(answer, question)
    }

    /// Behind a syntax error nothing says where lines belong; there the two guess differently, and the error takes the
    /// place of one guess or of another problem.
    private static func comparable(_ answer: [String], _ question: Question) -> [String] {
        guard question.looksAtIndentation, let error = answer.first(where: { $0.contains("syntax error: ") }) else {
            return answer
        }
        return answer.filter { line(of: $0) < line(of: error) } + [error]
    }

    private static func line(of problem: String) -> Int { Int(problem.prefix { $0 != ":" }) ?? 0 }

    /// The text without some of its lines, many first, or without one of its characters.
    private static func smaller(_ text: String) -> [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var variants: [String] = []
        var length = lines.count / 2
        while length > 0 {
            for start in stride(from: 0, to: lines.count - length + 1, by: length) {
                variants.append((lines[..<start] + lines[(start + length)...]).joined(separator: "\n"))
            }
            length /= 2
        }
        let scalars = Array(text.unicodeScalars)
        if scalars.count < 60 {
            for index in scalars.indices {
                var view = String.UnicodeScalarView()
                view.append(contentsOf: scalars[..<index] + scalars[(index + 1)...])
                variants.append(String(view))
            }
        }
        return variants.filter { $0 != text }
    }
}
