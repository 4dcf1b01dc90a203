import Testing

@testable import Rego

@Suite("METADATA blocks")
struct AnnotationTests {
    private func module(_ text: String) throws -> Module { try Module(parsing: text, file: "a.rego", as: .v1) }

    @Test("all keys come out as rego.metadata.rule gives them")
    func keys() throws {
        let module = try module(
            """
            package a

            # METADATA
            # title: 5
            # description: |
            #   two
            #   lines
            # organizations: [x, y]
            # authors:
            # - Jane Doe <jane@x.org>
            # - name: " Bob "
            #   email: b@x.org
            # related_resources:
            # - https://x.org
            # - ref: https://y.org
            #   description: y
            # schemas:
            # - input.x: schema.y
            # - data.z: {type: string}
            # custom:
            #   severity: high
            #   n: [1, 1.5, true, null]
            # compile: {unknowns: [input]}
            # later: unknown keys are left alone
            p := 1
            """)
        let value = try #require(module.annotations.first?.value)
        let expected = try Term(
            parsing: """
                {"title": "5", "description": "two\\nlines\\n", "organizations": ["x", "y"], "scope": "rule",
                "authors": [{"name": "Jane Doe", "email": "jane@x.org"}, {"name": "Bob", "email": "b@x.org"}],
                "related_resources": [{"ref": "https://x.org"}, {"ref": "https://y.org", "description": "y"}],
                "schemas": [{"path": ["input", "x"], "schema": ["schema", "y"]},
                {"path": ["data", "z"], "definition": {"type": "string"}}],
                "custom": {"severity": "high", "n": [1, 1.5, true, null]}}
                """, as: .v1)
        #expect(RegoValue.object(value) == expected.constant)
    }

    @Test("a block belongs to the rule below it, its scope decides to which others")
    func scopes() throws {
        let module = try module(
            """
            # METADATA
            # title: package
            package a

            # METADATA
            # scope: document
            # title: all p
            p := 1 if x

            # METADATA
            # title: one p
            p := 2 if y
            # METADATA
            # entrypoint: true
            q.r[x] := 1 if x
            q.r := 1
            # METADATA is not a block in the middle
            s := 1
            """.replacing("# METADATA is", with: "# about METADATA, which is"))
        #expect(module.annotations.map(\.scope) == [.package, .document, .rule, .document])
        #expect(module.rules.map(\.annotations) == [[1], [1, 2], [3], [3], []])
    }

    @Test(
        "a wrong block is an error at its line",
        arguments: [
            ("# METADATA\n# title: [x\npackage a", 2, 12, "the METADATA block is not YAML: "),
            ("# METADATA\npackage a", 1, 1, "the METADATA block is empty"),
            ("# METADATA\n# just text\npackage a", 2, 3, "the METADATA block is no mapping"),
            ("package a\n# METADATA\n# scope: ruel\np := 1", 3, 10, "METADATA: unknown scope `ruel`"),
            (
                "package a\n# METADATA\n# scope: package\np := 1", 2, 1,
                "METADATA: the scope `package` needs a package below it, not a rule"
            ),
            (
                "# METADATA\n# scope: rule\npackage a\np := 1", 1, 1,
                "METADATA: the scope `rule` needs a rule below it, not a package"
            ),
            (
                "package a\n# METADATA\n# title: x\nimport data.x", 2, 1,
                "METADATA belongs to a rule or a package, not to an import"
            ),
            (
                "package a\np := 1\n# METADATA\n# title: x", 3, 1,
                "METADATA belongs to a rule or a package, not to the end of the file"
            ),
            ("package a\n# METADATA\n# authors: me\np := 1", 3, 12, "METADATA: `authors` is a list"),
            ("package a\n# METADATA\n# authors: [{}]\np := 1", 3, 13, "METADATA: an author needs `name` or `email`"),
            (
                "package a\n# METADATA\n# scope: rule\n# entrypoint: true\np := 1", 2, 1,
                "METADATA: `entrypoint` needs the scope `document` or `package`, not `rule`"
            ),
            ("package a\n# METADATA\n# schemas:\n# - input: foo\np := 1", 4, 12, "METADATA: `foo` is no schema"),
            ("package a\n# METADATA\n# custom: x\np := 1", 3, 11, "METADATA: `custom` is a mapping"),
        ])
    func errors(_ text: String, _ line: Int, _ column: Int, _ message: String) throws {
        let error = try #require(throws: RegoErrors.self) { try module(text) }
        #expect(error.first.message.hasPrefix(message), "\(error.first.message)")
        #expect(error.first.position?.line == line)
        if !message.contains("not YAML") { #expect(error.first.position?.column == column) }
        #expect(error.first.file == "a.rego")
    }
}

extension Term {
    /// The value of a term without variables.
    fileprivate var constant: RegoValue? {
        switch kind {
        case .scalar(let value): value
        case .array(let elements): .array(elements.compactMap(\.constant))
        case .object(let pairs):
            .object(
                RegoObject(pairs.compactMap { pair in pair.key.constant.map { ($0, pair.value.constant ?? .null) } }))
        default: nil
        }
    }
}
