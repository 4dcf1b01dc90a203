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
