import Diagnostics
import KubeTypes
import Testing
import Tree

@testable import Policy

@Suite struct GatekeeperTests {
    private static let template = """
        apiVersion: templates.gatekeeper.sh/v1
        kind: ConstraintTemplate
        metadata:
          name: wantslabels
        spec:
          crd:
            spec:
              names:
                kind: WantsLabels
              validation:
                openAPIV3Schema:
                  type: object
                  properties:
                    labels:
                      type: array
                      items: {type: string}
          targets:
            - target: admission.k8s.gatekeeper.sh
              libs:
                - |
                  package lib.words
                  text(xs) = concat(", ", xs)
              rego: |
                package wantslabels
                import data.lib.words

                violation[{"msg": msg, "details": {"others": others}}] {
                  given := object.get(input.review.object.metadata, "labels", {})
                  missing := [l | l := input.parameters.labels[_]; not given[l]]
                  count(missing) > 0
                  others := count(data.inventory.namespace[input.review.namespace]["v1"]["ConfigMap"])
                  msg := sprintf("%s lacks %s", [input.review.kind.kind, words.text(missing)])
                }

        """
    private static let objects = """
        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: prod, labels: {team: a}}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: good, namespace: prod, labels: {owner: x}}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: bad
          namespace: prod

        """

    private static func constraint(_ spec: String, kind: String = "WantsLabels") -> String {
        let lines = spec.split(separator: "\n").map { "  \($0)\n" }.joined()
        return
            "---\napiVersion: constraints.gatekeeper.sh/v1beta1\nkind: \(kind)\nmetadata: {name: owner}\nspec:\n\(lines)"
    }

    private func findings(_ text: String) throws -> [Finding] {
        let documents = try YAMLReader.read(text, file: SourceFile("all.yaml")).documents
        return gatekeeperVerdict(on: documents.map { KubeObject($0) }, Surroundings()).findings
    }

    private let wants = "parameters: {labels: [owner]}\nmatch: {kinds: [{apiGroups: [\"\"], kinds: [ConfigMap]}]}\n"

    @Test("a constraint says which object it would refuse")
    func refused() throws {
        let found = try findings(Self.template + Self.objects + Self.constraint(wants))
        #expect(
            found.map(\.description) == [
                "all.yaml:46:9: error[MST8030]: WantsLabels \"owner\" would refuse the object: ConfigMap lacks owner "
                    + "(details: {\"others\":2})"
            ])
        #expect(found.first?.related.map(\.place.line) == [51, 27])
        #expect(found.first?.subject?.name == "bad")
    }

    @Test(
        "the action decides how bad it is",
        arguments: [
            ("enforcementAction: deny", Severity.error), ("enforcementAction: warn", .warning),
            ("enforcementAction: dryrun", .info),
            (
                "enforcementAction: scoped\nscopedEnforcementActions: [{action: warn, enforcementPoints: [{name: validation.gatekeeper.sh}]}, {action: deny, enforcementPoints: [{name: audit.gatekeeper.sh}]}]",
                .warning
            ),
            (
                "enforcementAction: scoped\nscopedEnforcementActions: [{action: deny, enforcementPoints: [{name: \"*\"}]}]",
                .error
            ),
        ])
    func actions(action: String, severity: Severity) throws {
        let found = try findings(Self.template + Self.objects + Self.constraint(wants + action))
        #expect(found.map(\.severity) == [severity])
    }

    @Test(
        "match chooses objects",
        arguments: [
            ("{}", ["prod", "good", "bad"]),
            ("{kinds: [{apiGroups: [\"*\"], kinds: [\"*\"]}]}", ["prod", "good", "bad"]),
            ("{kinds: [{apiGroups: [apps], kinds: [ConfigMap]}]}", []),
            ("{scope: Namespaced}", ["good", "bad"]),
            ("{scope: Cluster}", ["prod"]),
            ("{name: \"b*\"}", ["bad"]),
            ("{name: \"*oo*\"}", ["good"]),
            ("{namespaces: [\"pr*\"]}", ["prod", "good", "bad"]),
            ("{namespaces: [\"*-x\"]}", []),
            ("{excludedNamespaces: [prod]}", []),
            ("{excludedNamespaces: [\"*x\"]}", ["prod", "good", "bad"]),
            ("{labelSelector: {matchLabels: {owner: x}}}", ["good"]),
            ("{labelSelector: {matchExpressions: [{key: owner, operator: DoesNotExist}]}}", ["prod", "bad"]),
            ("{labelSelector: {matchExpressions: [{key: owner, operator: In, values: [y, x]}]}}", ["good"]),
            ("{namespaceSelector: {matchLabels: {team: a}}}", ["prod", "good", "bad"]),
            ("{namespaceSelector: {matchLabels: {team: b}}}", []),
            ("{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: prod}}}", ["good", "bad"]),
            ("{source: Generated}", []),
        ])
    func match(text: String, names: [String]) throws {
        let match = try ConstraintMatch(try #require(try YAMLReader.read(text).documents.first))
        let objects = try YAMLReader.read(Self.objects).documents.filter { !$0.isNull }.map { KubeObject($0) }
        let namespaces = ["prod": objects[0]]
        #expect(objects.filter { match.matches($0, among: namespaces) == .yes }.map(\.name) == names)
    }

    @Test("labels of a namespace that is not there are not guessed")
    func namespaceLabels() throws {
        let spec = "parameters: {labels: [none]}\nmatch: {namespaceSelector: {matchLabels: {team: a}}}"
        let map = "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: stage}\n"
        let found = try findings(Self.template + map + Self.constraint(spec))
        #expect(found.map(\.code) == [.gatekeeperUnsupported])
        #expect(found.first?.message.contains("\"stage\"") == true)
    }

    @Test(
        "what is wrong with templates and constraints is told where it stands",
        arguments: [
            ("parameters: {labels: owner}", "WantsLabels", "MST0202"),
            ("parameters: {lables: [owner]}", "WantsLabels", "MST0201"),
            ("parameters: {}", "WantsLabel", "MST8032"),
            ("enforcementAction: refuse", "WantsLabels", "MST8032"),
            ("match: {kind: [x]}", "WantsLabels", "MST8032"),
            ("match: {labelSelector: {matchExpressions: [{key: a, operator: Is}]}}", "WantsLabels", "MST8032"),
        ])
    func constraints(spec: String, kind: String, code: String) throws {
        let found = try findings(Self.template + Self.objects + Self.constraint(spec, kind: kind))
        #expect(found.map(\.code.id) == [code])
        #expect(found.first.map { $0.place.line > 44 } == true)
    }

    @Test(
        "a template that cannot be used says why",
        arguments: [
            ("missing := [l", "missing := ]l", "MST8001", 29),
            ("words.text(missing)", "words.txt(missing)", "MST8003", 32),
            ("count(missing) > 0", "external_data({})", "MST8003", 30),
            ("package lib.words", "package words", "MST8031", 21),
            ("name: wantslabels", "name: other", "MST8031", 4),
            ("violation[", "denied[", "MST8002", 24),
            ("  rego: |", "  code: [{engine: Wasm, source: {}}]\n      x: |", "MST8033", 23),
            ("    kind: WantsLabels", "    singular: x", "MST8031", 0),
        ])
    func templates(old: String, new: String, code: String, line: Int) throws {
        let found = try findings(Self.template.replacing(old, with: new) + Self.objects)
        #expect(found.map(\.code.id) == [code], "\(found)")
        if line > 0 { #expect(found.first.map { Int($0.place.line) } == line, "\(found)") }
    }

    @Test("Rego in code is read in its own version")
    func code() throws {
        let text = """
            apiVersion: templates.gatekeeper.sh/v1
            kind: ConstraintTemplate
            metadata: {name: always}
            spec:
              crd: {spec: {names: {kind: Always}}}
              targets:
                - target: admission.k8s.gatekeeper.sh
                  code:
                    - engine: Rego
                      source:
                        version: v1
                        rego: |
                          package always
                          violation contains {"msg": input.review.operation} if true

            """
        let found = try findings(text + Self.objects + Self.constraint("match: {name: bad}", kind: "Always"))
        #expect(found.map(\.message) == ["Always \"owner\" would refuse the object: CREATE"])
        #expect(
            try findings(text.replacing("version: v1", with: "version: v3") + Self.objects).map(\.code) == [
                .templateUnusable
            ])
    }

    @Test(
        "templates in CEL judge, too",
        arguments: [
            ("object.metadata.name != \"bad\"", "failed expression: object.metadata.name != \"bad\""),
            ("variables.named in variables.params.names", "bad is not in [good, prod]"),
            ("object.spec.x == 1", "the expression fails: no such key: spec"),
            ("request.operation == \"CREATE\" && params.kind == \"InCEL\" && oldObject == null", nil),
            ("namespaceObject.metadata.labels.team == \"a\"", nil),
        ] as [(String, String?)])
    func expressions(expression: String, message: String?) throws {
        let words =
            expression.contains("variables")
            ? "messageExpression: 'object.metadata.name + \" is not in [good, prod]\"'" : ""
        let template = """
            apiVersion: templates.gatekeeper.sh/v1
            kind: ConstraintTemplate
            metadata: {name: incel}
            spec:
              crd: {spec: {names: {kind: InCEL}}}
              targets:
                - target: admission.k8s.gatekeeper.sh
                  code:
                    - engine: K8sNativeValidation
                      source:
                        variables:
                          - {name: named, expression: variables.anyObject.metadata.name}
                        matchConditions:
                          - {name: maps, expression: object.kind == "ConfigMap"}
                        validations:
                          - expression: '\(expression)'
                            \(words)

            """
        let constraint = Self.constraint("match: {name: bad}\nparameters: {names: [good, prod]}", kind: "InCEL")
        let found = try findings(template + Self.objects + constraint)
        #expect(
            found.map(\.message) == [message].compactMap { $0.map { "InCEL \"owner\" would refuse the object: \($0)" } }
        )
        let broken = try findings(template.replacing(expression, with: "object ==") + Self.objects)
        #expect(broken.map(\.code) == [.templateUnusable])
        #expect(broken.first?.place.line == 16)
    }

    @Test("objects without Gatekeeper's are left alone")
    func silent() throws { #expect(try findings(Self.objects).isEmpty) }
}
