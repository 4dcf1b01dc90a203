import Parallel
import Testing

@Suite struct ParallelMapTests {
    @Test(arguments: [0, 1, 15, 16, 17, 33, 1_000])
    func resultsStandInTheOrderOfTheItems(count: Int) {
        let items = Array(0..<count)
        #expect(parallelMap(items) { "\($0 * 2)" } == items.map { "\($0 * 2)" })
    }

    @Test func everyItemIsWorkedOnOnce() {
        let items = (0..<999).map { [$0] }
        #expect(parallelMap(items, run: 1) { $0.count }.reduce(0, +) == 999)
    }
}

@Suite struct DeepStackTests {
    @Test("work that goes deep has room")
    func depth() {
        @Sendable func sum(_ number: Int) -> Int { number == 0 ? 0 : 1 + opaque(sum(number - 1)) }
        #expect(onDeepStack { sum(1_000_000) } == 1_000_000)
        #expect(parallelMap([300_000, 400_000, 3], run: 1, stack: deepStack, sum) == [300_000, 400_000, 3])
        #expect(parallelMap([Int](), stack: deepStack, sum).isEmpty)
    }
}

/// Keeps a recursion from becoming a loop.
@inline(never) private func opaque(_ number: Int) -> Int { number }
