import KubeTypes
import Schema
import Store
import Testing
import Tree

@testable import APIServer

/// The rules of single kinds, asked of a registry without a server around it.
@Suite("Built-in kinds")
struct KindTests {
    private let registry: Registry

    init() throws {
        registry = Registry(
            store: try Store(path: nil), definitions: Catalogue.core.definitions,
            clock: { Timestamp(seconds: 1_700_000_000) }, makeUID: { "5f0c3a4e-0000-4000-8000-000000000001" })
    }

    private func served(_ object: KubeObject) throws -> ServedType {
        let definition = try #require(registry.resources.definition(of: object.type.groupKind))
        return ServedType(definition: definition, version: try #require(definition.versions.first))
    }

    private func object(_ yaml: String) throws -> KubeObject {
        KubeObject(try #require(try YAMLReader.read(Array(yaml.utf8)).documents.first))
    }

    @discardableResult
    private func create(_ yaml: String) async throws -> KubeObject {
        let object = try object(yaml)
        let isNamespace = object.kind == "Namespace"
        if !isNamespace, registry.store.records(of: .init(group: "", resource: "namespaces")).records.isEmpty {
            try await create("{apiVersion: v1, kind: Namespace, metadata: {name: a}}")
        }
        return try await registry.create(
            object, as: try served(object), namespace: isNamespace ? nil : "a", options: try RequestOptions(query: ""),
            agent: "test"
        ).object
    }

    private func change(_ object: KubeObject, _ patch: Node) async throws -> KubeObject {
        try await registry.modify(
            try served(object), object.key, subresource: nil, options: try RequestOptions(query: ""), agent: "test"
        ) { live, _ throws(Status) in
            var root = (live ?? object).root
            root.apply(mergePatch: patch)
            return Modification(object: KubeObject(root))
        }.object
    }

    private func causes(_ body: () async throws -> Void) async throws -> [String] {
        do {
            try await body()
            return []
        } catch let status as Status {
            return status.causes.map { "\($0.field) \($0.reason.dropFirst("FieldValue".count))" }.sorted()
        }
    }

    @Test(
        "what a kind forbids is refused with a cause, and what it allows is taken",
        arguments: [
            ("kind: ConfigMap\ndata: {k: v}\nbinaryData: {k: AA==}", ["data[k] Invalid"]),
            ("kind: ConfigMap\ndata: {k: v}\nbinaryData: {l: AA==}", []),
            ("kind: Secret\ntype: kubernetes.io/tls\nstringData: {tls.crt: x}", ["data[tls.key] Required"]),
            ("kind: Secret\ntype: kubernetes.io/tls\nstringData: {tls.crt: x, tls.key: y}", []),
            ("kind: Service\nspec: {ports: []}", ["spec.ports Required"]),
            ("kind: Service\nspec: {clusterIP: None}", []),
            ("kind: Service\nspec: {type: ExternalName}", ["spec.externalName Required"]),
            (
                "kind: Service\nspec: {ports: [{port: 80}, {port: 80}]}",
                ["spec.ports[0].name Required", "spec.ports[1] Duplicate", "spec.ports[1].name Required"]
            ),
            (
                "kind: Service\nspec: {ports: [{port: 0}]}",
                ["spec.ports[0].port Invalid", "spec.ports[0].targetPort Invalid"]
            ),
            ("kind: Service\nspec: {ports: [{port: 80, nodePort: 30000}]}", ["spec.ports[0].nodePort Forbidden"]),
            (
                "kind: Service\nspec: {type: NodePort, ports: [{port: 80, nodePort: 80}]}",
                ["spec.ports[0].nodePort Invalid"]
            ),
            ("kind: Service\nspec: {clusterIP: 10.1.0.1, ports: [{port: 80}]}", ["spec.clusterIPs Invalid"]),
            ("kind: Event\ninvolvedObject: {namespace: b}", ["involvedObject.namespace Invalid"]),
            ("kind: Event\ninvolvedObject: {namespace: a}", []),
        ])
    func rules(text: String, expected: [String]) async throws {
        let yaml = "apiVersion: v1\nmetadata: {name: x}\n\(text)"
        #expect(try await causes { try await create(yaml) } == expected)
    }

    @Test(
        "a lease counts seconds that are there",
        arguments: [
            (1, 0, []), (0, 0, ["spec.leaseDurationSeconds Invalid"]), (1, -1, ["spec.leaseTransitions Invalid"]),
        ])
    func leases(seconds: Int, transitions: Int, expected: [String]) async throws {
        let found = try await causes {
            try await create(
                """
                {apiVersion: coordination.k8s.io/v1, kind: Lease, metadata: {name: x},
                 spec: {leaseDurationSeconds: \(seconds), leaseTransitions: \(transitions)}}
                """)
        }
        #expect(found == expected)
    }

    private static func deployment(_ labels: String, selector: String = "{matchLabels: {a: b}}", more: String = "")
        -> String
    {
        """
        {apiVersion: apps/v1, kind: Deployment, metadata: {name: x}, spec: {selector: \(selector), \(more)
         template: {metadata: {labels: \(labels)}, spec: {containers: [{name: c, image: i}]}}}}
        """
    }

    @Test(
        "a Deployment selects its own pods",
        arguments: [
            (deployment("{a: b}"), []),
            (deployment("{a: c}"), ["spec.template.metadata.labels Invalid"]),
            (deployment("{a: b}", selector: "{}"), ["spec.selector Invalid"]),
            (deployment("{a: b}", more: "replicas: -1,"), ["spec.replicas Invalid"]),
            (
                deployment("{a: b}", more: "strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 0}},"),
                ["spec.strategy.rollingUpdate.maxUnavailable Invalid"]
            ),
        ])
    func deployments(yaml: String, expected: [String]) async throws {
        #expect(try await causes { try await create(yaml) } == expected)
    }

    @Test("each Service has an address of its own, which updates keep and a change of type gives back")
    func addresses() async throws {
        let service = try await create(
            "{apiVersion: v1, kind: Service, metadata: {name: s}, spec: {ports: [{port: 80}]}}")
        let address = try #require(service.spec["clusterIP"]?.string)
        #expect(service.spec["clusterIPs"]?.elements == [Node(address)])
        let other = try await causes {
            try await create(
                "{apiVersion: v1, kind: Service, metadata: {name: t}, spec: {clusterIP: \(address), ports: [{port: 80}]}}"
            )
        }
        #expect(other == ["spec.clusterIPs Invalid"])

        let open = try await change(service, ["spec": ["type": "NodePort", "clusterIP": nil, "clusterIPs": nil]])
        #expect(open.spec["clusterIP"]?.string == address)
        let port = try #require(open.spec["ports"]?[0]?["nodePort"]?.integer)
        #expect((30000...32767).contains(port))
        #expect(
            try await causes { _ = try await change(open, ["spec": ["clusterIP": "10.96.7.7"]]) } == [
                "spec.clusterIPs[0] Invalid"
            ])

        let named = try await change(open, ["spec": ["type": "ExternalName", "externalName": "example.com"]])
        #expect(named.spec["clusterIP"] == nil && named.spec["ports"]?[0]?["nodePort"] == nil)
        try await create(
            "{apiVersion: v1, kind: Service, metadata: {name: t}, spec: {clusterIP: \(address), ports: [{port: 80}]}}")
    }

    @Test("immutable data stays, and labels may change")
    func immutable() async throws {
        let map = try await create(
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: m}, immutable: true, data: {k: v}}")
        #expect(try await causes { _ = try await change(map, ["data": ["k": "w"]]) } == ["data Forbidden"])
        #expect(try await causes { _ = try await change(map, ["immutable": nil]) } == ["immutable Forbidden"])
        #expect(try await change(map, ["metadata": ["labels": ["x": "y"]]]).labels == ["x": "y"])
    }

    @Test("clients own what they wrote and its defaults, not what the server gave")
    func owners() async throws {
        let service = try await create(
            "{apiVersion: v1, kind: Service, metadata: {name: s}, spec: {ports: [{port: 80}]}}")
        let fields = try #require(service.root[path: "metadata", "managedFields"]?[0]?["fieldsV1"]?["f:spec"])
        #expect(fields["f:internalTrafficPolicy"] != nil && fields["f:clusterIP"] == nil && fields["."] == nil)
        #expect(service.root["status"] == ["loadBalancer": [:]])
    }

    @Test(
        "a value of a wrong type is told as the decoder tells it",
        arguments: [
            ("data: {a: 1}", "json: cannot unmarshal number into Go struct field ConfigMap.data of type string"),
            ("data: [1]", "json: cannot unmarshal array into Go struct field ConfigMap.data of type map[string]string"),
            (
                "metadata: {labels: {a: 1}}",
                "json: cannot unmarshal number into Go struct field ObjectMeta.metadata.labels of type string"
            ),
            ("binaryData: {a: '***'}", "illegal base64 data at input byte 0"), ("binaryData: {a: AAA=}", nil),
            (
                "metadata: {creationTimestamp: nonsense}",
                "parsing time \"nonsense\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"nonsense\" as \"2006\""
            ), ("data: {a: b}\nimmutable: null", nil),
        ] as [(String, String?)])
    func decoding(text: String, expected: String?) throws {
        let map = try object("apiVersion: v1\nkind: ConfigMap\n\(text)")
        #expect(try served(map).decodingProblem(in: map) == expected)
    }
}
