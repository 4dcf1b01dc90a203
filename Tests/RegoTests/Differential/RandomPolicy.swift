@testable import Rego

/// A policy and its input, in parts that can be left out one by one.
struct RandomPolicy: CustomStringConvertible {
    struct Rule {
        var head: String
        var body: [String]
        var rest = ""
    }

    var rules: [Rule]
    /// Members of the input as they are written.
    var input: [String]

    var module: String {
        "package test\n\n"
            + rules.map { rule in
                let body = rule.body.isEmpty ? "" : " if {\n" + rule.body.map { "\t\($0)\n" }.joined() + "}"
                return rule.head + body + rule.rest + "\n"
            }.joined(separator: "\n")
    }

    var inputText: String { "{" + input.joined(separator: ", ") + "}" }

    var description: String { module + "\ninput: " + inputText }

    /// The same with one thing less.
    var smaller: [RandomPolicy] {
        var smaller: [RandomPolicy] = []
        func add(_ change: (inout RandomPolicy) -> Void) {
            var copy = self
            change(&copy)
            smaller.append(copy)
        }
        for index in rules.indices {
            add { $0.rules.remove(at: index) }
            if !rules[index].rest.isEmpty { add { $0.rules[index].rest = "" } }
            for line in rules[index].body.indices { add { $0.rules[index].body.remove(at: line) } }
        }
        for index in input.indices { add { $0.input.remove(at: index) } }
        return smaller
    }

    /// As small as it can be while `isStill` holds.
    func shrunk(limit: Int = 150, _ isStill: (RandomPolicy) -> Bool) -> RandomPolicy {
        var best = self
        var tries = 0
        while let next = best.smaller.first(where: {
            tries += 1
            return tries < limit && isStill($0)
        }) {
            best = next
        }
        return best
    }
}

/// SplitMix64: the same on every machine.
struct SeededRandom: RandomNumberGenerator {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed) }

    mutating func next() -> UInt64 { generator.next() }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

    mutating func pick<Element>(_ choices: [Element]) -> Element { choices[number(0...choices.count - 1)] }
}
