import KubeTypes
import Testing
import Tree

@testable import APIServer

@Suite("Custom resource definitions")
struct DefinitionStatusTests {
    private static let time = Timestamp(seconds: 0)

    private static func definition(_ plural: String, _ kind: String, shortNames: [String] = []) -> KubeObject {
        var object = KubeObject([
            "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
            "metadata": ["name": Node("\(plural).example.test")],
            "spec": [
                "group": "example.test", "scope": "Namespaced",
                "names": [
                    "plural": Node(plural), "kind": Node(kind), "shortNames": Node(shortNames.map { Node($0) }),
                ],
                "versions": [
                    ["name": "v1", "served": true, "storage": true, "schema": ["openAPIV3Schema": ["type": "object"]]]
                ],
            ],
        ])
        DefinitionStatus.complete(&object)
        return object
    }

    private static func reason(_ type: String, _ object: KubeObject) -> String? {
        object.status["conditions"]?.elements.first { $0["type"]?.string == type }?["reason"]?.string
    }

    @Test("a new definition has no names yet, and remembers its storage version")
    func complete() {
        let object = Self.definition("foos", "Foo")
        #expect(object.status["acceptedNames"] == ["plural": "", "kind": ""])
        #expect(object.status["storedVersions"] == ["v1"])
        #expect(object.spec[path: "names", "listKind"] == "FooList")
        #expect(object.spec["conversion"] == ["strategy": "None"])
        #expect(!DefinitionStatus.isEstablished(object))
    }

    @Test(
        "a name that another definition has is not accepted, and the definition is not served",
        arguments: [
            ("others", "Other", [], nil), ("others", "Foo", [], "ListKindConflict"),
            ("others", "FooList", [], "KindConflict"), ("others", "Other", ["foo"], "ShortNamesConflict"),
            ("f", "Other", [], "PluralConflict"),
        ] as [(String, String, [String], String?)])
    func conflicts(plural: String, kind: String, shortNames: [String], conflict: String?) {
        let first = DefinitionStatus.settled(
            Self.definition("foos", "Foo", shortNames: ["f"]), among: [], at: Self.time)
        #expect(DefinitionStatus.isEstablished(first))
        let second = DefinitionStatus.settled(
            Self.definition(plural, kind, shortNames: shortNames), among: [first], at: Self.time)
        #expect(DefinitionStatus.isEstablished(second) == (conflict == nil))
        #expect(Self.reason("NamesAccepted", second) == conflict ?? "NoConflicts")
        #expect(Self.reason("Established", second) == (conflict == nil ? "InitialNamesAccepted" : "NotAccepted"))
        let later = DefinitionStatus.settled(second, among: [], at: Self.time)
        #expect(DefinitionStatus.isEstablished(later))
    }

    @Test("what is established stays what it is", arguments: [["scope"], ["names", "kind"], ["names", "plural"]])
    func unchangeable(path: [String]) {
        let live = DefinitionStatus.settled(Self.definition("foos", "Foo"), among: [], at: Self.time)
        #expect(DefinitionRules.causes(live, from: live).isEmpty)
        var changed = live
        changed.root.set("Other", at: ["spec"] + path)
        let fields = DefinitionRules.causes(changed, from: live).map(\.field)
        #expect(fields == ["spec.\(path.joined(separator: "."))"])
    }

    @Test(
        "a version must say what it needs",
        arguments: [
            (["name"], "V 1", ["spec.version", "spec.versions[0].name"]), (["storage"], false, ["spec.versions"]),
            (["deprecationWarning"], "w", ["spec.versions[0].deprecationWarning"]),
            (["selectableFields"], [["jsonPath": ".spec.none"]], ["spec.selectableFields[0].jsonPath"]),
            (
                ["subresources"],
                ["scale": ["specReplicasPath": ".foo", "statusReplicasPath": ".status.replicas"]],
                ["spec.subresources.scale.specReplicasPath"]
            ),
            (
                ["additionalPrinterColumns"], [["name": "A", "type": "odd", "jsonPath": ".a"]],
                ["spec.additionalPrinterColumns[0].type"]
            ),
        ] as [([String], Node, [String])])
    func versions(path: [String], value: Node, expected: [String]) throws {
        var object = Self.definition("foos", "Foo")
        var version = try #require(object.spec["versions"]?.elements.first)
        version.set(value, at: path)
        object.root.set([version], at: ["spec", "versions"])
        if path == ["name"] { object.root.set([value], at: ["status", "storedVersions"]) }
        #expect(DefinitionRules.causes(object, from: nil).map(\.field) == expected)
    }

    @Test("a definition that is deleted is held until its objects are gone")
    func deletion() {
        let (marked, isHeld) = Finalization.begin(Self.definition("foos", "Foo"), at: Self.time)
        #expect(isHeld && marked.isBeingDeleted)
        #expect(marked.finalizers == [DefinitionStatus.cleanup])
        #expect(Self.reason("Terminating", marked) == "InstanceDeletionPending")
    }
}

@Suite("Questions to the server")
struct ReviewTests {
    private static func answer(_ kind: Review.Kind, _ spec: Node) throws(Status) -> Node {
        let review = Review(kind: kind, user: .administrator) { $0 == "good" ? .administrator : nil }
        return try review.answered(
            KubeObject(["spec": spec]), namespace: nil, manager: "test", at: Timestamp(seconds: 0))["status"] ?? [:]
    }

    @Test("a token is the server's or it is not")
    func tokens() throws {
        #expect(try Self.answer(.token, ["token": "good"])["authenticated"] == true)
        #expect(try Self.answer(.token, ["token": "bad"])["authenticated"] == nil)
        #expect(throws: Status.self) { try Self.answer(.token, [:]) }
    }

    @Test("a question of access says what it is about")
    func access() throws {
        #expect(try Self.answer(.selfSubjectAccess, ["resourceAttributes": ["verb": "get"]])["allowed"] == true)
        #expect(throws: Status.self) { try Self.answer(.selfSubjectAccess, [:]) }
        #expect(throws: Status.self) { try Self.answer(.subjectAccess, ["resourceAttributes": ["verb": "get"]]) }
    }
}
