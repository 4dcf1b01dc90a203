import Testing

@testable import RE2

@Suite("Regular expressions")
struct RegularExpressionTests {
    @Test(
        "anywhere and as a whole",
        arguments: [
            ("b+", "abbc", true, false), ("a|ab", "ab", true, true), ("^a$", "a", true, true), ("", "", true, true),
            ("", "x", true, false), ("x", "", false, false), ("\\d{3}", "123", true, true), ("ü.", "üß", true, true),
            ("(?i)ABC", "abc", true, true), ("[[:alpha:]]+", "ab1", true, false), ("a.c", "a\nc", false, false),
        ])
    func matching(pattern: String, text: String, anywhere: Bool, whole: Bool) throws {
        let expression = try RegularExpression(pattern)
        #expect(expression.matches(text) == anywhere)
        #expect(expression.matchesWhole(text) == whole)
    }

    @Test("groups are ranges of bytes")
    func groups() throws {
        let expression = try RegularExpression("(?P<name>ü+)|(b)(c)?")
        #expect(expression.groupCount == 3)
        #expect((1...3).map(expression.groupName) == ["name", nil, nil])
        #expect(expression.firstMatch(in: "aüü") == [1..<5, 1..<5, nil, nil])
        #expect(expression.firstMatch(in: "xb") == [1..<2, nil, 1..<2, nil])
        #expect(expression.firstMatch(in: "") == nil)
    }

    @Test(
        "all matches, as Go finds them",
        arguments: [
            ("a*", "baac", [0..<0, 1..<3, 4..<4]), ("a", "aaa", [0..<1, 1..<2, 2..<3]),
            ("", "ab", [0..<0, 1..<1, 2..<2]),
            ("", "üx", [0..<0, 2..<2, 3..<3]), ("^a", "aa", [0..<1]), ("x", "ab", []), ("b|", "ab", [0..<0, 1..<2]),
        ])
    func all(pattern: String, text: String, ranges: [Range<Int>]) throws {
        let expression = try RegularExpression(pattern)
        #expect(expression.matches(in: text).map { $0[0] } == ranges)
        #expect(expression.matches(in: text, limit: 1).count == min(1, ranges.count))
    }

    @Test("what is no expression is told", arguments: ["(", "a**b)", "(?=a)", "\\1", "[z-a]", "a{2000}"])
    func mistakes(pattern: String) {
        #expect(throws: RegularExpression.Mistake.self) { try RegularExpression(pattern) }
    }

    @Test("time grows with the text, not with the expression's choices")
    func linear() throws {
        let expression = try RegularExpression("^(a+)+$")
        #expect(!expression.matches(String(repeating: "a", count: 100_000) + "b"))
    }
}
