import Diagnostics
import KubeTypes
import Testing
import Tree

@testable import Schema

@Suite struct SchemaCheckTests {
    private func findings(_ yaml: String) throws -> [String] {
        let node = try YAMLReader.read(yaml, file: SourceFile("a.yaml")).documents[0]
        let type = KubeObject(node).type
        let definitions = Catalogue.istio.definitions + Catalogue.core.definitions + Catalogue.argo.definitions
        let definition = try #require(definitions.first { $0.groupKind == type.groupKind })
        let schema = try #require(definition.version(type.version)).schema
        return violations(of: node, against: schema).map(\.finding.description)
    }

    @Test("a mistake is told with its place and what was probably meant")
    func unknownField() throws {
        let found = try findings(
            """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: a, lables: {}}
            spec:
              hosts: [reviews]
              htp:
              - route: []
              http:
              - timout: 5s
                route:
                - weight: "5"
            """)
        #expect(
            found == [
                "a.yaml:3:21: error[MST0201]: unknown field \"metadata.lables\" (did you mean \"labels\"?)",
                "a.yaml:6:3: error[MST0201]: unknown field \"spec.htp\" (did you mean \"http\"?)",
                "a.yaml:9:5: error[MST0201]: unknown field \"spec.http[0].timout\" (did you mean \"timeout\"?)",
                "a.yaml:11:7: error[MST0203]: the field \"spec.http[0].route[0].destination\" is missing",
                "a.yaml:11:15: error[MST0202]: \"spec.http[0].route[0].weight\" must be of type integer, not string",
            ])
    }

    @Test(
        "each kind of mistake has its words",
        arguments: [
            ("mtls: {mode: STRCT}", "MST0204", "did you mean \"STRICT\"?"),
            (
                "selector: {matchLabels: {a: b}}, portLevelMtls: {}", "MST0205",
                "has 0 properties, at least 1 are needed"
            ),
            ("selector: {matchLabels: {a: 5}}", "MST0202", "\"spec.selector.matchLabels.a\" must be of type string"),
        ])
    func words(spec: String, code: String, part: String) throws {
        let found = try findings(
            "{apiVersion: security.istio.io/v1, kind: PeerAuthentication, metadata: {name: a}, spec: {\(spec)}}")
        #expect(found.count == 1)
        #expect(found.first?.contains("[\(code)]") == true && found.first?.contains(part) == true, "\(found)")
    }

    @Test("fields that exclude each other are named")
    func combination() throws {
        let found = try findings(
            """
            {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: a}, spec: {hosts: [a], http: [
            {match: [{uri: {exact: /a, prefix: /}}], route: [{destination: {host: a}}]}]}}
            """)
        #expect(
            found == [
                "a.yaml:2:16: error[MST0207]: \"spec.http[0].match[0].uri\" may have only one of \"exact\", \"prefix\""
            ])
    }

    @Test("Argo CD's spec is strict, its status is not")
    func argo() throws {
        let found = try findings(
            """
            {apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {name: a}, spec: {project: default,
            destination: {server: s}, source: {repoURL: r, helm: {valuesObject: {a: 1}, valueFile: x}}},
            status: {anything: 1}, operation: {sync: {revision: main}}}
            """)
        #expect(found.count == 1)
        #expect(found.first?.contains("spec.source.helm.valueFile") == true)
    }

    @Test("too deep is too deep")
    func depth() {
        var draft = SchemaDraft(type: .object)
        draft.additionalProperties = .schema(.anything)
        var node: Node = "x"
        for _ in 0..<5 { node = ["a": node] }
        var inner = Schema(draft)
        for _ in 0..<5 {
            draft.additionalProperties = .schema(inner)
            inner = Schema(draft)
        }
        let found = violations(of: ["m": node], against: inner, options: SchemaCheckOptions(depth: 3))
        #expect(found.map(\.kind) == [.tooDeep])
    }

    @Test(
        "formats",
        arguments: [
            ("date-time", "2026-11-21T14:05:33Z", true), ("date-time", "2026-11-21", false),
            ("date-time", "2026-11-21T14:05:33", false), ("date", "2026-11-21", true), ("byte", "eA==", true),
            ("byte", "eA=", false), ("uuid", "6f1c1f7e-0000-4000-8000-000000000001", true), ("uuid", "6f1c", false),
            ("ipv4", "10.0.0.1", true), ("ipv4", "10.0.0.256", false), ("ipv4", "10.0.0.01", false),
            ("ipv6", "::1", true), ("ipv6", "fe80::1::2", false), ("ipv6", "::ffff:10.0.0.1", true),
            ("cidr", "10.0.0.0/8", true), ("cidr", "10.0.0.0/33", false), ("uri", "https://a.example/x", true),
            ("uri", "no uri", false), ("email", "a@b.example", true), ("email", "a", false),
            ("hostname", "a.example", true), ("hostname", "-a", false), ("duration", "1h30m", true),
            ("duration", "soon", false),
        ])
    func formats(format: String, text: String, isValid: Bool) {
        #expect(isText(text, ofFormat: format) == isValid)
    }

    @Test("patterns match anywhere and know no language")
    func patterns() {
        #expect(SchemaPattern("b+").matches("abbc"))
        #expect(!SchemaPattern("^b+$").matches("abbc"))
        #expect(SchemaPattern(#"^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"#).matches(""))
        #expect(SchemaPattern("(").matches("what the engine cannot compile is not checked"))
    }
}
