import Foundation
import Testing

@testable import Rego

/// Random policies, evaluated by regopy and by the engine. `MAINSTAY_DIFFERENTIAL_CASES` and `MAINSTAY_DIFFERENTIAL_SEED`
/// make the run longer and another one.
@Suite("Differential test with regopy") struct DifferentialTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let cases = environment["MAINSTAY_DIFFERENTIAL_CASES"].flatMap { Int($0) } ?? 300
    private static let seed = environment["MAINSTAY_DIFFERENTIAL_SEED"].flatMap { UInt64($0) } ?? 1
    /// After so many differences the rest is not looked at.
    private static let differenceLimit = 20

    @Test("the engine and regopy agree", .enabled(if: RegoOracle() != nil, "needs Python with regopy"))
    func agreement() throws {
        let oracle = try #require(RegoOracle())
        let seeds = (0..<UInt64(Self.cases)).map { Self.seed + $0 }
        let policies = seeds.map { PolicyMaker.policy(seed: $0) }
        let answers = try oracle.answers(policies)
        var tally: [String: Int] = [:]
        var differences = 0
        for (index, policy) in policies.enumerated() where differences < Self.differenceLimit {
            let verdict = Verdict(Self.own(policy), answers[index], policy)
            tally[verdict.word, default: 0] += 1
            guard case .different = verdict else { continue }
            differences += 1
            let small = policy.shrunk { smaller in
                guard let answer = try? oracle.answers([smaller]).first else { return false }
                return Verdict(Self.own(smaller), answer, smaller).word == verdict.word
            }
            let words = Verdict(Self.own(small), try oracle.answers([small])[0], small)
            Issue.record("seed \(seeds[index]):\n\(small)\n\(words)")
        }
        print(
            "differential: " + tally.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", "))
    }

    static func own(_ policy: RandomPolicy) -> RegoOracle.Answer {
        do {
            let module = try Module(parsing: policy.module, file: "test.rego", as: .v1)
            let query = try Program(modules: [module]).prepare(path: ["test"])
            let input = try RegoValue(json: policy.inputText.utf8)
            let answers = try query.results(input: input, context: BuiltinContext(now: 0))
            return .value(answers.first?.values.first?.json ?? "{}")
        } catch {
            return .refused("\(error)")
        }
    }
}

/// How the two answers stand to each other.
enum Verdict {
    case equal, bothRefuse
    /// The oracle is known to be wrong here, or to be silent.
    case excused(String)
    case different(String)

    init(_ own: RegoOracle.Answer, _ other: RegoOracle.Answer, _ policy: RandomPolicy) {
        switch (own, other) {
        case (_, .none): self = .excused("no answer")
        case (.refused, .refused): self = .bothRefuse
        case (.value(let own), .value(let other)) where Self.isSame(own, other): self = .equal
        default:
            if let excuse = KnownDifference.all.first(where: { $0.applies(own, other, policy) }) {
                self = .excused(excuse.name)
            } else {
                self = .different("own:    \(own)\nregopy: \(other)")
            }
        }
    }

    var word: String {
        switch self {
        case .equal: "equal"
        case .bothRefuse: "both refuse"
        case .excused(let name): "excused (\(name))"
        case .different(let words):
            words.hasPrefix("own:    refused")
                ? "only the engine refuses" : words.contains("\nregopy: refused") ? "only regopy refuses" : "different"
        }
    }

    /// Values that differ in the order of arrays are the same: sets are arrays in JSON.
    private static func isSame(_ own: String, _ other: String) -> Bool {
        guard let own = try? RegoValue(json: own.utf8), let other = try? RegoValue(json: other.utf8) else {
            return false
        }
        return own == other || own.withSortedArrays == other.withSortedArrays
    }
}

extension RegoValue {
    fileprivate var withSortedArrays: RegoValue {
        switch self {
        case .array(let elements): .array(elements.map(\.withSortedArrays).sorted())
        case .object(let object):
            .object(RegoObject(zip(object.keys, object.values.map(\.withSortedArrays)).map { ($0, $1) }))
        default: self
        }
    }
}

/// Where regopy 1.5 does something else than OPA.
struct KnownDifference: Sendable {
    var name: String
    var applies: @Sendable (RegoOracle.Answer, RegoOracle.Answer, RandomPolicy) -> Bool

    static let all = [
        KnownDifference(name: "regopy takes unsafe variables for undefined") { own, other, _ in
            guard case .refused(let words) = own, case .value = other else { return false }
            return words.contains("rego_unsafe_var_error")
        },
        KnownDifference(name: "regopy checks no types and no names of functions") { own, other, _ in
            guard case .refused(let words) = own, case .value = other else { return false }
            return words.contains("rego_type_error")
        },
    ]
}
