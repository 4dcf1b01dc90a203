import Diagnostics
import Testing

@testable import Lint

@Suite("Configuration of the linter")
struct ConfigurationTests {
    private static let files = [
        "base.yaml": "rules:\n  braces: {min-spaces-inside: 2, level: warning}\n  commas: disable\nignore: x.yaml\n",
        "loop.yaml": "extends: loop.yaml\n", "ignored": "b.yaml\n# c\n",
    ]

    private func read(_ text: String) throws(Refused) -> LintConfiguration {
        try LintConfiguration.read(Array(text.utf8), file: "conf") { Self.files[$0].map { Array($0.utf8) } }
    }

    private func found(_ text: String, _ configuration: String, file: String = "a.yaml") throws -> [String] {
        lint(Array(text.utf8), file: file, try read(configuration)).map { "\($0.level) \($0.rule?.name ?? "")" }
    }

    @Test(
        "a wrong configuration is refused with its place",
        arguments: [
            ("{rules: {colon: enable}}", "1:10", "there is no rule \"colon\""),
            ("rules:\n  colons: {max: 1}\n", "2:12", "has no option \"max\""),
            ("rules:\n  colons: {max-spaces-after: a}\n", "2:30", "is a whole number, found \"a\""),
            ("rules: {colons: {level: bad}}", "1:25", "level is error or warning"),
            ("rules: {colons: on}", "1:17", "enable, disable or a mapping"),
            ("rules: [a]", "1:8", "rules is a mapping"), ("extends: nothing", "1:10", "no configuration \"nothing\""),
            ("extends: loop.yaml", "1:10", "extend each other"), ("locale: fr_FR.UTF-8", "1:9", "is not supported"),
            ("rules: {key-ordering: {ignored-keys: ['(?=a)']}}", "1:39", "no regular expression"),
            ("rules: {truthy: {allowed-values: [yes]}}", "1:35", "is a list of"), ("[]", "1:1", "is a mapping"),
            ("{ignore: a, ignore-from-file: ignored}", "1:2", "do not go together"),
            ("rule: {}", "1:1", "has no \"rule\""),
            ("{ignore-from-file: nowhere}", "1:20", "no file \"nowhere\""),
            ("yaml-files: a", "1:13", "list of patterns"),
        ])
    func refusals(_ text: String, _ place: String, _ words: String) {
        let refused = #expect(throws: Refused.self) { try read(text) }
        guard let finding = refused?.findings.first else { return }
        #expect(finding.message.contains(words), "\(finding)")
        #expect("\(finding.place.line):\(finding.place.column)" == place)
        #expect(finding.code == .lintConfiguration)
    }

    @Test("options that contradict each other are refused")
    func contradiction() {
        let refused = #expect(throws: Refused.self) { try read("rules: {quoted-strings: {extra-allowed: [a]}}") }
        #expect(refused?.findings.first?.place.column == 9)
    }

    @Test("a configuration builds on another")
    func extending() throws {
        #expect(try found("{a : b ,c}\n", "extends: base.yaml").contains("warning braces"))
        #expect(try found("{a: b ,c}\n", "{extends: base.yaml, rules: {commas: enable}}").contains("error commas"))
        #expect(
            try found("{a: b}\n", "{extends: base.yaml, rules: {braces: {level: error}}}") == [
                "error braces", "error braces",
            ])
        #expect(try found("{a: b}\n", "extends: base.yaml", file: "x.yaml") == [])
    }

    @Test("the configurations with a name")
    func named() throws {
        let text = "a : { b: yes }\n"
        #expect(
            try found(text, "extends: default") == [
                "warning document-start", "error colons", "error braces", "warning truthy", "error braces",
            ])
        #expect(try found(text, "extends: relaxed") == ["warning colons"])
    }

    @Test(
        "patterns of paths",
        arguments: [
            ("a.yaml", "x/a.yaml", true), ("/a.yaml", "x/a.yaml", false), ("x/", "x/a.yaml", true), ("x/", "x", false),
            ("x", "y/x/a.yaml", true), ("x/*.yaml", "./x/a.yaml", true), ("**/b/*.yaml", "a/b/c.yaml", true),
            ("a/**/c.yaml", "a/c.yaml", true), ("a/**", "a/b/c", true), ("[ab].yaml", "b.yaml", true),
            ("[!ab].yaml", "b.yaml", false), ("*.y?ml", "a.yaml", true), ("# a", "# a", false), ("a\\*", "a*", true),
        ])
    func patterns(_ pattern: String, _ path: String, _ isMatch: Bool) {
        #expect(PathPatterns([pattern]).match(path) == isMatch)
    }

    @Test("the last pattern that matches decides")
    func negation() {
        let patterns = PathPatterns(["*.yaml", "!a.yaml"])
        #expect(patterns.match("b.yaml"))
        #expect(!patterns.match("a.yaml"))
    }

    @Test("rules and files can be left out")
    func ignoring() throws {
        #expect(try found("a : b\n", "rules: {colons: {ignore: [a.yaml]}}") == [])
        #expect(try found("a : b\n", "{ignore-from-file: ignored, rules: {colons: {}}}", file: "b.yaml") == [])
        #expect(try found("a : b\n", "{ignore-from-file: ignored, rules: {colons: {}}}") == ["error colons"])
    }
}
