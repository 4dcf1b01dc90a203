/// Which clauses of a group can hold at all, by the value that one reference has: `input.kind == "Service"`.
struct ClauseIndex: Sendable {
    enum Key: Sendable, Hashable {
        case input([RegoValue])
        case argument(Int)
    }

    /// nil where nothing is known beforehand.
    let key: Key?
    /// In order; those that do not look at the key are in each list.
    let byValue: [RegoValue: [Int]]
    /// Those that do not look at the key.
    let others: [Int]

    /// - Parameter wanted: for each clause the values that it can hold for, nil for any.
    init(key: Key?, wanted: [Set<RegoValue>?]) {
        self.key = key
        others = wanted.indices.filter { wanted[$0] == nil }
        var byValue: [RegoValue: [Int]] = [:]
        for value in wanted.compactMap(\.self).joined() where byValue[value] == nil {
            byValue[value] = wanted.indices.filter { wanted[$0]?.contains(value) ?? true }
        }
        self.byValue = byValue
    }

    func clauses(_ machine: Machine, arguments: [RegoValue]) -> [Int] {
        guard let key else { return others }
        let value: RegoValue?
        switch key {
        case .argument(let number): value = arguments[number]
        case .input(let path):
            var found = machine.world.input
            for element in path { found = found?.member(element) }
            value = found
        }
        return value.flatMap { byValue[$0] } ?? others
    }
}
