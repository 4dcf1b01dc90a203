import Testing

@testable import CEL

/// Sizes: texts `s` of 40 bytes, numbers `n`, lists `list` of 10 texts, maps `map` of 5 texts.
private let text = DataShape(.string, bounds: DataBounds(maxSize: 40, minBytes: 2))
private let root = DataShape(
    .object([
        DataField("s", text), DataField("n", DataShape(.integer)),
        DataField("list", DataShape(.list(text, .atomic), bounds: DataBounds(maxSize: 10, minBytes: 2))),
        DataField("map", DataShape(.map(text), bounds: DataBounds(maxSize: 5, minBytes: 2))),
    ]))

@Suite("Costs of expressions before there are values")
struct EstimationTests {
    @Test(
        "what an expression costs at most",
        arguments: [
            // A name and a field cost one each, a constant nothing.
            ("true", 0), ("self.n > 1", 3), ("has(self.n)", 1), ("self.n == 1", 2),
            // Texts are read letter by letter, ten to a unit.
            ("self.s == 'abc'", 3), ("self.s == self.s", 8), ("self.s + 'ab' != ''", 7),
            ("self.s.contains('ab')", 6), ("self.s.startsWith('ab')", 3), ("self.s.matches('^a+$')", 7),
            ("self.s.lowerAscii() == self.s", 12), ("self.s.replace('a', 'bb') == ''", 10),
            ("self.s.split(',').size() == 1", 12), ("size(self.s) > 1", 4),
            // Loops count for each element, with their condition and step.
            ("self.list.all(x, true)", 33), ("self.list.all(x, x == 'a')", 53),
            ("self.map.all(k, true)", 18), ("self.map.all(k, self.map[k] != 'a')", 43),
            ("self.list.exists(x, self.list.exists(y, x == y))", 1073),
            ("'a' in self.list", 12), ("'a' in self.map", 3), ("self.list.join(',') == ''", 43),
            ("[1, 2].exists(x, x == self.n)", 25), ("{'a': 1}.size() == 1", 32),
            // Both sides of a choice are thought of, the dearer one counts.
            ("self.n > 1 && self.n < 5", 6), ("self.n > 1 ? self.s == 'a' : self.n == 2", 6),
            ("dyn(self.n) == 1", 3),
            ("sets.contains(self.list, ['a'])", 23), ("duration('1s') > duration('1m')", 3),
            ("quantity(self.s).isGreaterThan(quantity('1'))", 5), ("url(self.s).getScheme() == 'a'", 8),
        ] as [(String, UInt64)])
    func costs(expression: String, expected: UInt64) throws {
        let type = try #require(root.type(named: "selfType"))
        let cost = try Program.estimatedCost(of: expression, variables: [("self", type)], root: root)
        #expect(cost == expected)
    }

    @Test("what has no bound costs as much as can be counted")
    func unbounded() throws {
        let cost = try Program.estimatedCost(
            of: "self.all(x, self.all(y, x == y))", variables: [("self", .list(.dyn))],
            root: DataShape(.list(DataShape(.intOrString), .atomic), bounds: DataBounds(maxSize: .max, minBytes: 2)))
        #expect(cost == .max)
        #expect(throws: CompileError.self) {
            try Program.estimatedCost(of: "1 +", variables: [], root: root)
        }
    }
}
