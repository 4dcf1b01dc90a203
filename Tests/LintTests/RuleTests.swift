import Testing

@testable import Lint

@Suite("Rules")
struct RuleTests {
    @Test("a rule finds its mistake, and nothing in the text without it", arguments: cases)
    func rule(_ example: RuleCase) throws {
        let configuration = "rules: {\(example.rules)}"
        #expect(try problems(example.wrong, configuration) == example.problems)
        #expect(try problems(example.right, configuration) == [])
    }

    static let cases: [RuleCase] = [
        RuleCase("anchors: {}", wrong: "a: *x\n", "1:4 found undeclared alias \"x\"", right: "a: &x 1\nb: *x\n"),
        RuleCase(
            "anchors: {forbid-unused-anchors: true}", wrong: "a: &x 1\nb: 2\n", "1:4 found unused anchor \"x\"",
            right: "a: &x 1\nb: *x\n"),
        RuleCase(
            "anchors: {forbid-duplicated-anchors: true}", wrong: "- &x 1\n- &x 2\n",
            "2:3 found duplicated anchor \"x\"", right: "- &x 1\n---\n- &x 2\n"),
        RuleCase(
            "braces: {}", wrong: "{ a: b }\n", "1:2 too many spaces inside braces",
            "1:7 too many spaces inside braces", right: "{a: b}\n"),
        RuleCase("braces: {forbid: non-empty}", wrong: "{a: b}\n", "1:2 forbidden flow mapping", right: "{}\n"),
        RuleCase(
            "brackets: {min-spaces-inside: 1, max-spaces-inside: 1}", wrong: "[a]\n",
            "1:2 too few spaces inside brackets", "1:3 too few spaces inside brackets", right: "[ a ]\n"),
        RuleCase(
            "brackets: {min-spaces-inside-empty: 1}", wrong: "[]\n", "1:2 too few spaces inside empty brackets",
            right: "[a]\n"),
        RuleCase(
            "colons: {}", wrong: "a :  b\n", "1:2 too many spaces before colon", "1:5 too many spaces after colon",
            right: "a: b\n*a : c\n"),
        RuleCase("colons: {}", wrong: "?  a\n", "1:3 too many spaces after question mark", right: "? a\n"),
        RuleCase(
            "commas: {}", wrong: "[a ,b]\n", "1:3 too many spaces before comma", "1:5 too few spaces after comma",
            right: "[a, b,\n c]\n"),
        RuleCase(
            "comments: {}", wrong: "a #b\n", "1:3 too few spaces before comment: expected 2",
            "1:4 missing starting space in comment", right: "#!x\na  # b\n## c\n"),
        RuleCase(
            "comments-indentation: {}", wrong: "a:\n # x\n  b: c\n", "2:2 comment not indented like content",
            right: "a:\n  b: c\n  # x\n# y\nd: e\n"),
        RuleCase("document-end: {}", wrong: "a\n", "1:1 missing document end \"...\"", right: "a\n...\n"),
        RuleCase(
            "document-end: {present: false}", wrong: "a\n...\n", "2:1 found forbidden document end \"...\"",
            right: "a\n"),
        RuleCase("document-start: {}", wrong: "a\n", "1:1 missing document start \"---\"", right: "--- a\n"),
        RuleCase(
            "document-start: {present: false}", wrong: "---\na\n", "1:1 found forbidden document start \"---\"",
            right: "a\n"),
        RuleCase(
            "empty-lines: {max: 1}", wrong: "\na\n\n\nb\n\n", "1:1 too many blank lines (1 > 0)",
            "4:1 too many blank lines (2 > 1)", "6:1 too many blank lines (1 > 0)", right: "a\n\nb\n"),
        RuleCase(
            "empty-values: {}", wrong: "a:\n  - \n  - {b: }\n", "2:4 empty value in block sequence",
            "3:8 empty value in flow mapping", right: "a: null\nb: &x\n"),
        RuleCase(
            "float-values: {forbid-scientific-notation: true, require-numeral-before-decimal: true}",
            wrong: "- .5e3\n", "1:3 forbidden scientific notation \".5e3\"",
            "1:3 forbidden decimal missing 0 prefix \".5e3\"", right: "- 0.5\n- \".5\"\n- e3\n"),
        RuleCase(
            "float-values: {forbid-nan: true, forbid-inf: true}", wrong: "- .NaN\n- -.inf\n",
            "1:3 forbidden not a number value \".NaN\"", "2:3 forbidden infinite value \"-.inf\"",
            right: "- nan\n- .info\n"),
        RuleCase("hyphens: {}", wrong: "-  a\n", "1:3 too many spaces after hyphen", right: "- a\n-\n  b\n"),
        RuleCase(
            "key-duplicates: {}", wrong: "a: 1\n\"a\": 2\n", "2:1 duplication of key \"a\" in mapping",
            right: "- a: 1\n- a: 2\n- {<<: *x, <<: *y}\n"),
        RuleCase(
            "key-ordering: {ignored-keys: [^n]}", wrong: "b: 1\na: 2\n", "2:1 wrong ordering of key \"a\" in mapping",
            right: "name: 1\na: 2\nb: 3\n"),
        RuleCase(
            "line-length: {max: 8}", wrong: "a: b cccc\n", "1:9 line too long (9 > 8 characters)",
            right: "# cccccccccccc\n- cccccccccc\n"),
        RuleCase(
            "line-length: {max: 8, allow-non-breakable-inline-mappings: true}", wrong: "{a: ccccccc}\n",
            "1:9 line too long (12 > 8 characters)", right: "a: cccccccccc\n"),
        RuleCase(
            "new-line-at-end-of-file: {}", wrong: "a", "1:2 no new line character at the end of file", right: "a\n"),
        RuleCase(
            "new-lines: {type: dos}", wrong: "a\n", "1:2 wrong new line character: expected \\r\\n", right: "a\r\n"),
        RuleCase(
            "octal-values: {}", wrong: "- 010\n- 0o7\n", "1:6 forbidden implicit octal value \"010\"",
            "2:6 forbidden explicit octal value \"0o7\"", right: "- '010'\n- 08\n- 0\n"),
        RuleCase(
            "colons: {max-spaces-after: 0}", wrong: "*x  :  v\n", "1:4 too many spaces before colon",
            "1:7 too many spaces after colon", right: "*x :  v\n"),
        RuleCase(
            "quoted-strings: {quote-type: double}", wrong: "- a\n- 'b'\n",
            "1:3 string value is not quoted with double quotes", "2:3 string value is not quoted with double quotes",
            right: "- \"a\"\n- 1\n- yes\n- |\n  a\n"),
        RuleCase(
            "quoted-strings: {required: only-when-needed}", wrong: "- \"a\"\n",
            "1:3 string value is redundantly quoted with any quotes",
            right: "- \"1\"\n- \"a: b\"\n- [\"a,b\"]\n- \" a\"\n- \"a\\n\"\n- \"@a\"\n"),
        RuleCase(
            "quoted-strings: {required: only-when-needed, quote-type: consistent}", wrong: "- '*'\n- \"*\"\n",
            "2:3 string value is not quoted with consistent quotes", right: "- '*'\n- a\n"),
        RuleCase(
            "quoted-strings: {required: only-when-needed, quote-type: consistent, extra-allowed: [^a]}",
            wrong: "- '*'\n- \"?\"\n", "2:3 string value is not quoted with consistent quotes",
            right: "- 'a'\n- \"*\"\n"),
        RuleCase(
            "quoted-strings: {required: false, extra-required: [^http]}", wrong: "- http://a\n",
            "1:3 string value is not quoted", right: "- \"http://a\"\n- a\n"),
        RuleCase(
            "trailing-spaces: {}", wrong: "a \t\r\n".replacing("\t", with: ""), "1:2 trailing spaces", right: "a\r\n"),
        RuleCase(
            "truthy: {}", wrong: "on: Yes\n", "1:1 truthy value should be one of [false, true]",
            "1:5 truthy value should be one of [false, true]",
            right: "%YAML 1.2\n---\n- yes\n- \"on\"\n- !!bool yes\n"),
    ]
}
