import Testing

@testable import Lint

@Suite("Indentation")
struct IndentationTests {
    @Test("lines stand where what is open wants them", arguments: cases)
    func rule(_ example: RuleCase) throws {
        let configuration = "rules: {indentation: {\(example.rules)}}"
        let words = try problems(example.wrong, configuration).map { $0.replacing("wrong indentation: ", with: "") }
        #expect(words == example.problems)
        #expect(try problems(example.right, configuration) == [])
    }

    static let cases: [RuleCase] = [
        RuleCase(
            "spaces: 2", wrong: "a:\n   b:\n     c: d\n", "2:4 expected 2 but found 3",
            right: "a:\n  b:\n    c: d\n"),
        RuleCase(
            "", wrong: "a:\n  b: c\nd:\n    e: f\n", "4:5 expected 2 but found 4",
            right: "a:\n    b: c\nd:\n    e: f\n"),
        RuleCase("", wrong: "a:\n- b\n", "2:1 expected at least 1", right: "a:\n    - b\n"),
        RuleCase(
            "spaces: 2, indent-sequences: false", wrong: "a:\n  - b\n", "2:3 expected 0 but found 2",
            right: "a:\n- b\n"),
        RuleCase(
            "indent-sequences: consistent", wrong: "a:\n- b\nc:\n  - d\n", "4:3 expected 0 but found 2",
            right: "a:\n  - b\nc:\n  - d\n"),
        RuleCase(
            "indent-sequences: whatever, spaces: 2", wrong: "a:\n   - b\n", "2:4 expected 2 but found 3",
            right: "a:\n  - b\nc:\n- d\n"),
        RuleCase("", wrong: "a: [b,\n  c]\n", "2:3 expected 4 but found 2", right: "a: [b,\n    c]\n"),
        RuleCase("spaces: 2", wrong: "a: {\n  b: c\n  }\n", "3:3 expected 0 but found 2", right: "a: {\n  b: c\n}\n"),
        RuleCase("spaces: 2", wrong: "- &x\n a: b\n", "2:2 expected 2 but found 1", right: "- &x\n  a: b\n"),
        RuleCase("spaces: 4", wrong: "- &x\n    a: b\n", "2:5 expected 2 but found 4", right: "- &x\n  a: b\n"),
        RuleCase("spaces: 2", wrong: "a: !t &x\nb: c\n", "2:1 expected 3 but found 0", right: "a: &x\nb: c\n"),
        RuleCase("spaces: 2", wrong: "? a\n: &x\nb: c\n", "3:1 expected 2 but found 0", right: "? a\n: &x v\nb: c\n"),
        RuleCase("", wrong: "? a\n:  b\nk:\n  c: d\n", "4:3 expected 3 but found 2", right: "? a\n: b\nk:\n  c: d\n"),
        RuleCase(
            "", wrong: "[? a : , b]\n---\nk:\n  c: d\n", "4:3 expected 6 but found 2",
            right: "[a : , b]\n---\nk:\n  c: d\n"),
        RuleCase(
            "spaces: 2, indent-sequences: false", wrong: "s:\n- !\nc: d\n", "3:1 expected 2 but found 0",
            right: "s:\n- !\n- d\n"),
        RuleCase("spaces: 2", wrong: "? a\n:\n- b\n", "3:1 expected 2 but found 0", right: "? a\n:\n  - b\n"),
        RuleCase(
            "spaces: 2, check-multi-line-strings: true", wrong: "a: |\n  b\n    c\nd: \"e\n  f\"\n",
            "3:5 expected 2 but found 4", "5:3 expected 4 but found 2", right: "a: |\n  b\n  c\nd: \"e\n    f\"\n"),
    ]
}
