import Diagnostics
import KubeTypes
import Rego
import Testing
import Tree

@testable import Policy

@Suite struct PolicyCheckTests {
    static let shop = """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata:
          name: shop
          namespace: prod
          labels: {app.kubernetes.io/name: shop}
        spec:
          hosts: ["*"]
          http:
            - timeout: 90s
            - name: second
        """

    private func objects(_ text: String) throws -> [KubeObject] {
        try YAMLReader.read(text, file: SourceFile("shop.yaml")).documents.map { KubeObject($0) }
    }

    private func check(_ policy: String, namespaces: [String]? = nil) -> PolicyCheck {
        let text = policy.hasPrefix("package") ? policy : "package main\n\n" + policy
        return PolicyCheck(
            PolicySet(PolicyFiles(texts: [PolicyText(file: "p.rego", text: text)])), namespaces: namespaces)
    }

    private func findings(_ policy: String, namespaces: [String]? = nil, on text: String = shop) throws -> [Finding] {
        let check = check(policy, namespaces: namespaces)
        return check.findings + check.verdict(on: try objects(text), Surroundings()).findings
    }

    @Test(
        "rules of these names judge, and no others",
        arguments: [
            (#"deny contains "x""#, "shop.yaml:4:9: error[MST8020]: x"),
            (#"violation contains {"msg": "x"}"#, "shop.yaml:4:9: error[MST8020]: x"),
            (#"warn contains "x""#, "shop.yaml:4:9: warning[MST8021]: x"),
            (#"deny_wild_hosts contains "x" if "*" in input.spec.hosts"#, "shop.yaml:4:9: error[MST8020]: x"),
            (#"warn_2 contains "x""#, "shop.yaml:4:9: warning[MST8021]: x"),
            (#"deny := ["x"]"#, "shop.yaml:4:9: error[MST8020]: x"),
            (#"deny := "x""#, "shop.yaml:4:9: error[MST8020]: x"),
            (#"deny contains "x" if input.kind == "Service""#, ""),
            ("default deny := false", ""),
        ])
    func names(policy: String, expected: String) throws {
        #expect(try findings(policy).map(\.description).joined() == expected)
    }

    @Test(
        "what judges nothing is told once",
        arguments: [#"denied contains "x""#, #"deny_ contains "x""#, #"warning contains "x""#, #"deny(x) := "x""#])
    func otherNames(policy: String) throws {
        #expect(try findings(policy).map(\.code) == [.policyMissing])
    }

    @Test(
        "a path in the message leads to the field, or to what is around it",
        arguments: [
            (#""spec.http[0].timeout""#, "10:16"),
            (#""input.spec.http[0].timeout""#, "10:16"),
            (#"["spec", "http", 0, "timeout"]"#, "10:16"),
            (#""/spec/http/0/timeout""#, "10:16"),
            (#""spec.http[1].timeout""#, "11:7"),
            (#""metadata.labels[\"app.kubernetes.io/name\"]""#, "6:36"),
            (#""metadata.labels[app.kubernetes.io/name]""#, "6:36"),
            (#""spec.hosts[7].none""#, "8:10"),
            (#""none.at.all""#, "4:9"),
            (#""[""#, "4:9"),
            (#"17"#, "4:9"),
            (#""""#, "4:9"),
        ])
    func paths(path: String, place: String) throws {
        let found = try findings(#"deny contains {"msg": "x", "path": \#(path)}"#)
        #expect(found.map(\.place.description) == ["shop.yaml:\(place)"])
        #expect(found.map(\.message) == ["x"])
    }

    @Test("METADATA gives severity, words and links; the rule's place is related")
    func metadata() throws {
        let policy = """
            package main

            # METADATA
            # scope: document
            # title: never seen
            # custom:
            #   severity: low

            # METADATA
            # title: Hosts are named
            # description: A wildcard takes all hosts.
            # related_resources:
            #   - ref: https://example.com/hosts
            deny contains {"msg": "wildcard", "details": {"n": 1}} if "*" in input.spec.hosts

            # METADATA
            # custom:
            #   severity: hgih
            deny contains "other"
            """
        let found = try findings(policy)
        try #require(found.map(\.message).count == 3, "\(found)")
        #expect(
            found[0].description
                == "p.rego:16:1: warning[MST8012]: custom.severity is \"hgih\"; expected error, warning "
                + "or info (until then the findings of deny are errors)")
        let wildcard = try #require(found.first { $0.message == "wildcard" })
        #expect(wildcard.severity == .info)
        #expect(wildcard.hint == "A wildcard takes all hosts; details: {\"n\":1}; see https://example.com/hosts")
        #expect(wildcard.related.map(\.message) == ["Hosts are named"])
        #expect(wildcard.related.map(\.place.description) == ["p.rego:14:1"])
        #expect(wildcard.subject?.name == "shop")
        let other = try #require(found.first { $0.message == "other" })
        #expect(other.related.map(\.place.line) == [19])
    }

    @Test("an exception silences the rules that it names")
    func exceptions() throws {
        let policy = """
            deny_hosts contains "hosts"
            deny_other contains "other"
            deny contains "plain"
            exception contains ["hosts"] if input.metadata.name == "shop"
            """
        #expect(try findings(policy).map(\.message) == ["other", "plain"])
        let elsewhere = Self.shop.replacing("name: shop\n", with: "name: cart\n")
        #expect(try findings(policy, on: elsewhere).map(\.message) == ["hosts", "other", "plain"])
        #expect(try findings(policy + "\nexception contains [\"deny\"]").map(\.message) == ["other"])
    }

    @Test("packages are chosen by name; without a name all judge")
    func namespaces() throws {
        let texts = ["a", "b.c"].map {
            PolicyText(file: "\($0).rego", text: "package \($0)\n\ndeny contains \"\($0)\"\n")
        }
        let set = PolicySet(PolicyFiles(texts: texts))
        func messages(_ names: [String]?) throws -> [String] {
            let check = PolicyCheck(set, namespaces: names)
            return check.findings.map { $0.code.id }
                + check.verdict(on: try objects(Self.shop), Surroundings()).findings.map(\.message)
        }
        #expect(try messages(nil) == ["a", "b.c"])
        #expect(try messages(["b.c"]) == ["b.c"])
        #expect(try messages(["data.a", "b.c"]) == ["a", "b.c"])
        #expect(try messages(["b.d"]) == ["MST8011"])
        #expect(PolicyCheck(set, namespaces: ["b.d"]).findings.first?.hint == "did you mean \"b.c\"?")
    }

    @Test("objects together are a list with path and contents, into which paths lead")
    func combined() throws {
        let policy = """
            deny contains {"msg": file.path, "path": [i, "contents", "spec", "hosts"]} if {
                some i, file in input
                count(input) == 2
            }
            """
        let check = check(policy)
        let found = check.combinedVerdict(on: try objects(Self.shop + "\n---\n" + Self.shop), Surroundings()).findings
        #expect(found.map(\.message) == ["shop.yaml", "shop.yaml"])
        #expect(found.map(\.place.line) == [8, 20])
    }

    @Test(
        "what is no message is one mistake of the rule, however many objects show it",
        arguments: [
            ("deny contains 1", "found number", Severity.error),
            (#"deny contains {"text": "x"}"#, "found an object without a text \"msg\"", .error),
            ("deny if input.kind", "found true", .warning),
        ])
    func unreadable(policy: String, message: String, severity: Severity) throws {
        let found = try findings(policy, on: Self.shop + "\n---\n" + Self.shop)
        #expect(found.map(\.code) == [.policyMessage])
        #expect(found.map(\.severity) == [severity])
        #expect(found.first?.message.hasSuffix(message) == true)
        #expect(found.first?.place.description == "p.rego:3:1")
    }

    @Test("an evaluation that ends is told once, with an object")
    func failure() throws {
        let policy = "p := 1\np := input.n\ndeny contains \"x\" if p == 1\n"
        let two =
            "apiVersion: v1\nkind: A\nmetadata: {name: a}\nn: 2\n---\napiVersion: v1\nkind: A\nmetadata: {name: b}\nn: 2\n"
        let found = try findings(policy, on: two)
        #expect(found.map(\.code) == [.regoConflict])
        #expect(found.first?.message.hasSuffix(", for A \"a\" and 1 more") == true)
        #expect(found.first?.message.hasPrefix("eval_conflict_error: ") == true)
    }

    @Test("a policy without end is stopped at the first object that it does not come back from")
    func endless() throws {
        let policy = """
            deny contains "x" if {
                input.n > 130
                a := numbers.range(1, 1000)[_]
                b := numbers.range(1, 1000)[_]
                a + b == 0
            }
            deny contains "y" if input.n == 1
            """
        let text = (0..<1_000).map { "kind: A\nmetadata: {name: a\($0)}\nn: \($0)\n" }.joined(separator: "---\n")
        var surroundings = Surroundings()
        surroundings.limits.steps = 50_000
        let found = check(policy).verdict(on: try objects(text), surroundings).findings
        #expect(found.map(\.code) == [.policyDenied, .regoLimit])
        #expect(found.last?.place.file.path == "p.rego")
        #expect(found.last?.message.hasSuffix(", for A \"a131\"; 868 more were not looked at") == true, "\(found)")
    }

    @Test("many objects keep their order, and what is printed keeps its place")
    func order() throws {
        let text = (0..<1_000).map { "apiVersion: v1\nkind: A\nmetadata: {name: a\($0)}\n" }.joined(separator: "---\n")
        let check = check("deny contains input.metadata.name if print(input.metadata.name)")
        let verdict = check.verdict(on: try objects(text), Surroundings())
        #expect(verdict.findings.map(\.message) == (0..<1_000).map { "a\($0)" })
        #expect(verdict.printed.map(\.text) == (0..<1_000).map { "a\($0)" })
        #expect(verdict.printed.first.map { $0.position.place(in: $0.file).description } == "p.rego:3:38")
    }
}
