internal import Foundation
internal import Parallel
internal import Policy

/// `policy eval --batch`: lines of standard input are answered in their order, many at a time.
enum PolicyBatch {
    static func run() {
        var rest: [UInt8] = []
        while true {
            let block = FileHandle.standardInput.availableData
            rest += block
            if block.isEmpty { return answer(lines(rest[...])) }
            guard block.contains(newline), let last = rest.lastIndex(of: newline) else { continue }
            answer(lines(rest[...last]))
            rest.removeFirst(last + 1)
        }
    }

    private static let newline = UInt8(ascii: "\n")

    private static func lines(_ bytes: ArraySlice<UInt8>) -> [[UInt8]] {
        bytes.split(separator: newline).map { Array($0) }
            .filter { !$0.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") } }
    }

    private static func answer(_ lines: [[UInt8]]) {
        guard !lines.isEmpty else { return }
        let surroundings = Surroundings.machine
        let answers = parallelMap(lines, run: 1, stack: deepStack) {
            BatchCase.answer($0, surroundings: surroundings) + "\n"
        }
        Terminal.output(answers.joined())
    }
}
