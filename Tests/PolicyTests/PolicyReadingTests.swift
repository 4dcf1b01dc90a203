import Diagnostics
import FileTree
import Rego
import Testing

@testable import Policy

@Suite struct PolicyReadingTests {
    @Test("policies of all folders are read, and documents lie at the path of their folder")
    func folders() throws {
        let files: MemoryFileTree = [
            "p/a.rego": "package a\n\nx := data.teams.red.lead\n",
            "p/deep/b.rego": "package b\n\ny := data.limits.small\n",
            "p/teams/red/info.json": #"{"lead": "ann"}"#,
            "p/teams/red/more.yaml": "size: 3\n",
            "p/limits.yml": "limits:\n  small: 1\n",
            "p/.hidden/c.rego": "nonsense",
            "p/notes.txt": "no policy",
        ]
        var read = PolicyFiles()
        read.add(TreePath("p"), in: files)
        #expect(read.findings.isEmpty)
        #expect(read.texts.map(\.file) == ["p/a.rego", "p/deep/b.rego"])
        #expect(
            RegoValue.object(read.data).json
                == #"{"limits":{"small":1},"teams":{"red":{"lead":"ann","size":3}}}"#)
        let set = PolicySet(read)
        #expect(set.findings.isEmpty)
        let program = try #require(set.program)
        let answers = try program.prepare(path: ["a", "x"]).results(input: nil, context: BuiltinContext(now: 0))
        #expect(answers.map(\.values) == [[.string("ann")]])
    }

    @Test("a folder gives only what was asked for, a named file is always taken")
    func kinds() {
        let files: MemoryFileTree = ["p/a.rego": "package a\n", "p/x.yaml": "x: 1\n"]
        var policies = PolicyFiles()
        policies.add(TreePath("p"), in: files, taking: .policies)
        #expect(policies.texts.count == 1 && policies.data.isEmpty)
        var documents = PolicyFiles()
        documents.add(TreePath("p"), in: files, taking: .documents, below: ["q"])
        #expect(documents.texts.isEmpty && RegoValue.object(documents.data).json == #"{"q":{"x":1}}"#)
        documents.add(TreePath("p/a.rego"), in: files, taking: .documents)
        #expect(documents.texts.count == 1)
    }

    @Test(
        "what cannot be used is a finding at its place",
        arguments: [
            (["p/a.json": "{\"a\": 1}", "p/b.json": "{\"a\": 2}"], "p/b.json", "another file has data.a already"),
            (["p/a.json": "[1]"], "p/a.json", "expected an object, found array"),
            (["p/a.json": "{\n\"a\": }"], "p/a.json:2", "this is no JSON"),
            (["p/a.yaml": "a: 1\n---\nb: 1\n"], "p/a.yaml:3", "holds one document, found 2"),
            (["p/a.yaml": "a: [\n"], "p/a.yaml:", ""),
        ] as [([String: String], String, String)])
    func mistakes(texts: [String: String], place: String, message: String) throws {
        var files = MemoryFileTree()
        for (path, text) in texts { files.write(Array(text.utf8), to: TreePath(path)) }
        var read = PolicyFiles()
        read.add(TreePath("p"), in: files)
        let finding = try #require(read.findings.first)
        #expect(finding.place.description.hasPrefix(place))
        #expect(message.isEmpty || finding.message.contains(message))
        #expect(PolicySet(read).program == nil)
    }

    @Test("a path that is not there has a near one")
    func missing() {
        var read = PolicyFiles()
        read.add(TreePath("polcy"), in: ["policy/a.rego": "package a\n"] as MemoryFileTree)
        #expect(read.findings.map(\.hint) == ["did you mean \"policy\"?"])
    }

    @Test("older syntax is read and noted; not where one syntax was asked for")
    func syntax() {
        let old = PolicyFiles(texts: [PolicyText(file: "a.rego", text: "package a\n\ndeny[msg] { msg := \"x\" }\n")])
        let detected = PolicySet(old)
        #expect(detected.program != nil)
        #expect(detected.findings.map(\.code) == [.regoOlderSyntax])
        #expect(PolicySet(old, syntax: .v0).findings.isEmpty)
        let strict = PolicySet(old, syntax: .v1)
        #expect(strict.program == nil)
        #expect(strict.findings.map(\.code) == [.regoSyntax])
        #expect(strict.findings.first?.place.description == "a.rego:3:1")
        let new = PolicyFiles(texts: [PolicyText(file: "a.rego", text: "package a\n\ndeny contains 1\n")])
        #expect(PolicySet(new).findings.isEmpty)
    }

    @Test("errors carry OPA's code, the place and a hint")
    func errors() throws {
        let text = """
            package a

            deny[msg] {
                not input.spec.http[_].timeout
                msg := "no timeout"
            }
            """
        let set = PolicySet(PolicyFiles(texts: [PolicyText(file: "p/a.rego", text: text)]), syntax: .v0)
        let finding = try #require(set.findings.first)
        #expect(set.program == nil && set.errors.count == 1)
        #expect(finding.code == .regoUnsafeVariable)
        #expect(finding.code.aliases == ["rego_unsafe_var_error"])
        #expect(finding.message == "rego_unsafe_var_error: var _ is unsafe")
        #expect(finding.place.description.hasPrefix("p/a.rego:4:"))
        #expect(finding.hint != nil)
    }
}
