import Dispatch
import Foundation
import Synchronization
import Testing

/// Random kustomizations, built by kustomize itself and by the engine. `MAINSTAY_DIFFERENTIAL_CASES` and
/// `MAINSTAY_DIFFERENTIAL_SEED` make the run longer and another one.
@Suite("Differential test with kustomize")
struct DifferentialTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let cases = environment["MAINSTAY_DIFFERENTIAL_CASES"].flatMap { Int($0) } ?? 250
    private static let seed = environment["MAINSTAY_DIFFERENTIAL_SEED"].flatMap { UInt64($0) } ?? 1
    private static let shrinkLimit = environment["MAINSTAY_DIFFERENTIAL_SHRINK"].flatMap { Int($0) } ?? 200
    /// Scenarios of the standard run with a difference that is not mended yet. May only become fewer.
    private static let known: Set<UInt64> = []
    /// After so many differences the rest is not looked at.
    private static let differenceLimit = 40

    @Test("the engine and kustomize agree", .enabled(if: Oracle() != nil, "needs kubectl"))
    func agreement() async throws {
        let oracle = try #require(Oracle())
        let start = ContinuousClock.now
        let tally = Tally()
        // On threads of their own: waiting for kubectl must not hold up the tests beside this one.
        let failure = await withCheckedContinuation { done in
            DispatchQueue.global(qos: .utility).async {
                done.resume(returning: Self.runAll(oracle, tally))
            }
        }
        if let failure { throw failure }
        for report in tally.reports { Issue.record("\(report)") }
        print("differential: \(tally.summary) in \(ContinuousClock.now - start)")
    }

    private static func runAll(_ oracle: Oracle, _ tally: Tally) -> (any Error)? {
        let next = Counter()
        let failure = Mutex<(any Error)?>(nil)
        DispatchQueue.concurrentPerform(iterations: 2) { _ in
            do {
                while tally.differences < differenceLimit {
                    let number = next.take()
                    guard number < cases else { return }
                    try run(seed: seed + UInt64(number), oracle, tally)
                }
            } catch {
                failure.withLock { $0 = error }
            }
        }
        return failure.withLock { $0 }
    }

    private static func run(seed: UInt64, _ oracle: Oracle, _ tally: Tally) throws {
        let scenario = try ScenarioMaker.scenario(seed: seed)
        let comparison = try Comparison(scenario, oracle)
        tally.count(comparison)
        guard !known.contains(seed) else { return }
        guard comparison.isDifferent else { return }
        let shrunk = scenario.shrunk(limit: shrinkLimit) { variant in
            guard let other = try? Comparison(variant, oracle) else { return false }
            return other.isDifferent && other.sort == comparison.sort
        }
        guard case .different(let difference) = try Comparison(shrunk, oracle) else { return }
        let report = "seed \(seed):\n\(shrunk.description)\n\(difference)\n"
        print("=== DIFFERENCE " + report + "=== END")
        tally.report(report)
    }
}

private final class Counter: Sendable {
    private let value = Mutex(0)

    func take() -> Int {
        value.withLock { value in
            defer { value += 1 }
            return value
        }
    }
}

/// How often what came out.
private final class Tally: Sendable {
    private let counts = Mutex<[String: Int]>([:])
    private let differing = Mutex<[String]>([])

    func report(_ difference: String) { differing.withLock { $0.append(difference) } }
    var reports: [String] { differing.withLock { $0 } }

    func count(_ comparison: Comparison) {
        let word =
            switch comparison {
            case .bothSucceed: "equal"
            case .bothRefuse: "both refuse"
            case .noOracle: "no oracle"
            case .different: "different"
            }
        counts.withLock { $0[word, default: 0] += 1 }
    }

    var differences: Int { counts.withLock { $0["different"] ?? 0 } }

    var summary: String {
        counts.withLock { $0.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ") }
    }
}
