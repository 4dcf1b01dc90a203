import Diagnostics
import Foundation
import KubeTypes
import TestSupport
import Testing
import Tree

@testable import APIServer
@testable import KubeClient

@Suite("A running API server", .timeLimit(.minutes(1)))
struct ServerTests {
    private func object(_ yaml: String) throws -> KubeObject {
        KubeObject(try #require(try YAMLReader.read(Array(yaml.utf8)).documents.first))
    }

    private func configMap(_ name: String, _ data: Node = ["a": "1"]) -> KubeObject {
        KubeObject([
            "apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": Node(name), "namespace": "default"],
            "data": data,
        ])
    }

    private func route(_ weight: Node) -> KubeObject {
        KubeObject([
            "apiVersion": "networking.istio.io/v1", "kind": "VirtualService",
            "metadata": ["name": "web", "namespace": "default"],
            "spec": [
                "hosts": ["web"], "http": [["route": [["destination": ["host": "web"], "weight": weight]]]],
            ],
        ])
    }

    /// What the server answers with, when it says no.
    private func refusal(_ body: () async throws -> Void) async throws -> Status {
        do {
            try await body()
        } catch let status as Status {
            return status
        }
        throw TestFailure("the server did not refuse")
    }

    // MARK: Verbs

    @Test("an object is created, read, replaced and deleted")
    func verbs() async throws {
        let cluster = try await Cluster()
        let (client, resource) = (cluster.client, try await cluster.resource("v1", "ConfigMap"))
        let created = try await client.create(configMap("a"), as: resource)
        #expect(!created.uid.isEmpty && !created.resourceVersion.isEmpty)
        #expect(try await client.get(resource, created.key) == created)
        #expect(
            try await refusal { _ = try await client.create(configMap("a"), as: resource) }.reason == .alreadyExists)

        var changed = created
        changed.root.set("2", at: ["data", "a"])
        let replaced = try await client.replace(changed, as: resource)
        #expect(replaced.uid == created.uid)
        #expect(replaced.resourceVersion != created.resourceVersion)
        let conflict = try await refusal { _ = try await client.replace(changed, as: resource) }
        #expect(conflict.code == 409 && conflict.reason == .conflict)

        let merged = try await client.merge(["data": ["a": nil, "b": "3"]], into: resource, created.key)
        #expect(merged.root["data"] == ["b": "3"])
        #expect(try await client.list(resource, namespace: "default").items.map(\.name) == ["a"])
        #expect(
            try await refusal { try await client.delete(resource, created.key, uid: "other") }.reason == .conflict)
        try await client.delete(resource, created.key)
        #expect(try await refusal { _ = try await client.get(resource, created.key) }.reason == .notFound)
        #expect(try await refusal { try await client.delete(resource, created.key) }.code == 404)
    }

    @Test("a replacement need not say its namespace, and keeps it")
    func namespaceFromPath() async throws {
        let cluster = try await Cluster()
        let resource = try await cluster.resource("v1", "ConfigMap")
        let created = try await cluster.client.create(configMap("a"), as: resource)
        var body = configMap("a", ["a": "2"])
        body.namespace = ""
        let answer = try await cluster.client.transport.send(
            Request(
                method: "PUT", path: "/api/v1/namespaces/default/configmaps/a", contentType: "application/json",
                body: JSONWriter.bytes(body.root)))
        #expect(KubeObject(try JSONReader.read(answer)).namespace == "default")
        #expect(try await cluster.client.get(resource, created.key).namespace == "default")
    }

    @Test("an owner that gives up its last field is gone")
    func lastOwner() async throws {
        let cluster = try await Cluster()
        let (client, resource) = (cluster.client, try await cluster.resource("v1", "ConfigMap"))
        _ = try await client.apply(configMap("a", ["x": "1"]), as: resource, owner: "one", force: false)
        var nothing = configMap("a")
        nothing.root["data"] = nil
        let rest = try await client.apply(nothing, as: resource, owner: "one", force: false)
        #expect(rest.root["data"] == nil)
        #expect(rest.root[path: "metadata", "managedFields"] == nil)
    }

    @Test("a write that changes nothing is no write")
    func noChange() async throws {
        let cluster = try await Cluster()
        let resource = try await cluster.resource("v1", "ConfigMap")
        let created = try await cluster.client.create(configMap("a"), as: resource)
        let again = try await cluster.client.replace(created, as: resource)
        #expect(again.resourceVersion == created.resourceVersion)
        let merged = try await cluster.client.merge(["data": ["a": "1"]], into: resource, created.key)
        #expect(merged.resourceVersion == created.resourceVersion)
    }

    @Test("an object of a built-in kind need not say its type, another must")
    func typeFromPath() async throws {
        let cluster = try await Cluster()
        let transport = cluster.client.transport
        let body: (String) -> [UInt8] = { Array(#"{"metadata":{"name":"\#($0)"}}"#.utf8) }
        let answer = try await transport.send(
            Request(
                method: "POST", path: "/api/v1/namespaces/default/configmaps", contentType: "application/json",
                body: body("a")))
        #expect(try JSONReader.read(answer)["kind"] == "ConfigMap")
        let status = try await refusal {
            _ = try await transport.send(
                Request(
                    method: "POST", path: "/apis/networking.istio.io/v1/namespaces/default/gateways",
                    contentType: "application/json", body: body("a")))
        }
        #expect(status.code == 400)
    }

    @Test("apply makes an object, owns its fields, and conflicts with other owners until forced")
    func apply() async throws {
        let cluster = try await Cluster()
        let (client, resource) = (cluster.client, try await cluster.resource("v1", "ConfigMap"))
        _ = try await client.apply(configMap("a", ["x": "1", "y": "1"]), as: resource, owner: "one", force: false)
        let status = try await refusal {
            _ = try await client.apply(configMap("a", ["x": "2"]), as: resource, owner: "two", force: false)
        }
        #expect(status.code == 409)
        #expect(status.causes.map(\.field) == [".data.x"])
        let forced = try await client.apply(configMap("a", ["x": "2"]), as: resource, owner: "two", force: true)
        #expect(forced.root["data"] == ["x": "2", "y": "1"])
        let rest = try await client.apply(configMap("a", [:]), as: resource, owner: "one", force: false)
        #expect(rest.root["data"] == ["x": "2"])
        let same = try await client.apply(configMap("a", [:]), as: resource, owner: "one", force: false)
        #expect(same.resourceVersion == rest.resourceVersion)
    }

    @Test("a dry run answers as the write would, and writes nothing")
    func dryRun() async throws {
        let cluster = try await Cluster()
        let (client, resource) = (cluster.client, try await cluster.resource("v1", "ConfigMap"))
        let tried = try await client.create(configMap("a"), as: resource, dryRun: true)
        #expect(!tried.uid.isEmpty)
        _ = try await client.apply(configMap("a"), as: resource, owner: "me", force: true, dryRun: true)
        #expect(try await client.list(resource, namespace: "default").items.isEmpty)
        let created = try await client.create(configMap("a"), as: resource)
        #expect(
            try await refusal { _ = try await client.create(configMap("a"), as: resource, dryRun: true) }.code == 409)
        var changed = created
        changed.root.set("2", at: ["data", "a"])
        #expect(try await client.replace(changed, as: resource, dryRun: true).root["data"] == ["a": "2"])
        try await client.delete(resource, created.key, dryRun: true)
        #expect(try await client.get(resource, created.key) == created)
    }

    @Test("many writers of one object lose no write")
    func contention() async throws {
        let cluster = try await Cluster()
        let (client, resource) = (cluster.client, try await cluster.resource("v1", "ConfigMap"))
        let key = try await client.create(configMap("a", [:]), as: resource).key
        try await withThrowingDiscardingTaskGroup { group in
            for number in 0..<30 {
                group.addTask { _ = try await client.merge(["data": ["k\(number)": "1"]], into: resource, key) }
            }
        }
        #expect(try await client.get(resource, key).root["data"]?.entries.count == 30)
    }

    // MARK: Checks

    @Test("an unknown field is told, or refused when that is asked")
    func unknownField() async throws {
        let cluster = try await Cluster()
        let resource = try await cluster.resource("networking.istio.io/v1", "VirtualService")
        var wrong = route(100)
        wrong.root.set(["web"], at: ["spec", "hots"])
        let strict = try await refusal {
            var request = Request(
                method: "POST", path: "/apis/networking.istio.io/v1/namespaces/default/virtualservices")
            request.query = [("fieldValidation", "Strict")]
            request.contentType = "application/json"
            request.body = JSONWriter.bytes(wrong.root)
            _ = try await cluster.client.transport.send(request)
        }
        #expect(strict.code == 400)
        #expect(strict.message.contains("unknown field \"spec.hots\""))
        let applied = try await refusal {
            _ = try await cluster.client.apply(wrong, as: resource, owner: "me", force: true, strict: true)
        }
        #expect(applied.message.contains("spec.hots"))
        #expect(try await cluster.client.create(wrong, as: resource).spec["hots"] == nil)
    }

    @Test("what breaks the schema is named field by field")
    func schemaError() async throws {
        let cluster = try await Cluster()
        let resource = try await cluster.resource("networking.istio.io/v1", "VirtualService")
        let status = try await refusal { _ = try await cluster.client.create(route("much"), as: resource) }
        #expect(status.code == 422 && status.reason == .invalid)
        #expect(status.causes.map(\.field) == ["spec.http[0].route[0].weight", "<nil>"])
        #expect(status.name == "web" && status.kind == "VirtualService")
        var unnamed = configMap("Not A Name")
        unnamed.root.set("x y", at: ["metadata", "labels", "app"])
        let resources = try await cluster.resource("v1", "ConfigMap")
        let causes = try await refusal { _ = try await cluster.client.create(unnamed, as: resources) }.causes
        #expect(causes.map(\.field) == ["metadata.name", "metadata.labels"])
    }

    @Test("another token, or none, is refused")
    func credentials() async throws {
        let cluster = try await Cluster()
        for token in ["", "wrong", cluster.address.token.revealed + "x"] {
            var connection = try Cluster.connection(cluster.address, token: token)
            if token.isEmpty { connection.credentials = .none }
            let client = try KubeClient(connection)
            let status = try await refusal { _ = try await client.resources() }
            #expect(status.code == 401)
        }
    }

    @Test("kinds, paths and namespaces that are not there are not found")
    func notFound() async throws {
        let cluster = try await Cluster()
        for path in ["/apis/none.example/v1/things", "/api/v1/things", "/apis/networking.istio.io/v7/gateways"] {
            #expect(try await refusal { _ = try await cluster.client.transport.send(Request(path: path)) }.code == 404)
        }
        do {
            _ = try await cluster.resource("none.example/v1", "Thing")
            Issue.record("expected an error")
        } catch {
            #expect((error as? ClientError)?.code == .unknownKind)
        }
        var elsewhere = configMap("a")
        elsewhere.namespace = "none"
        let resource = try await cluster.resource("v1", "ConfigMap")
        #expect(try await refusal { _ = try await cluster.client.create(elsewhere, as: resource) }.reason == .notFound)
    }

    // MARK: Watching

    @Test("a watch from a list tells everything after it, once and in order")
    func watch() async throws {
        let cluster = try await Cluster()
        let (client, resource) = (cluster.client, try await cluster.resource("v1", "ConfigMap"))
        _ = try await client.create(configMap("before"), as: resource)
        let start = try await client.list(resource).resourceVersion
        let (events, told) = AsyncStream.makeStream(of: String.self)
        let watching = Task {
            try await client.watch(resource, namespace: "default", from: start) { event in
                switch event {
                case .added(let object): told.yield("+\(object.name)")
                case .modified(let object): told.yield("~\(object.name)")
                case .deleted(let object): told.yield("-\(object.name)")
                case .bookmark: break
                }
            }
        }
        defer { watching.cancel() }
        for number in 0..<5 { _ = try await client.create(configMap("m\(number)"), as: resource) }
        let key = ObjectKey(namespace: "default", name: "m0")
        _ = try await client.merge(["data": ["a": "2"]], into: resource, key)
        try await client.delete(resource, key)
        var seen: [String] = []
        for await event in events.prefix(7) { seen.append(event) }
        #expect(seen == ["+m0", "+m1", "+m2", "+m3", "+m4", "~m0", "-m0"])
    }

    @Test("a watch with a selector tells what leaves its view as deleted")
    func watchSelector() async throws {
        let cluster = try await Cluster()
        let (client, resource) = (cluster.client, try await cluster.resource("v1", "ConfigMap"))
        let start = try await client.list(resource).resourceVersion
        let (events, told) = AsyncStream.makeStream(of: String.self)
        let watching = Task {
            try await client.watch(resource, from: start, labelSelector: "app=web") { event in
                switch event {
                case .added(let object): told.yield("+\(object.name)")
                case .modified(let object): told.yield("~\(object.name)")
                case .deleted(let object): told.yield("-\(object.name) \(object.labels["app"] ?? "")")
                case .bookmark: break
                }
            }
        }
        defer { watching.cancel() }
        _ = try await client.create(configMap("other"), as: resource)
        let key = try await client.create(configMap("a"), as: resource).key
        for label in ["web", "web", "db", "web"] as [Node] {
            _ = try await client.merge(["metadata": ["labels": ["app": label]]], into: resource, key)
        }
        try await client.delete(resource, key)
        var seen: [String] = []
        for await event in events.prefix(4) { seen.append(event) }
        #expect(seen == ["+a", "-a web", "+a", "-a web"])
    }

    // MARK: Kinds and namespaces

    @Test("deleting a namespace removes what is in it, and then itself")
    func namespaceDeletion() async throws {
        let cluster = try await Cluster()
        try await cluster.makeNamespace("shop")
        let (client, maps) = (cluster.client, try await cluster.resource("v1", "ConfigMap"))
        let namespaces = try await cluster.resource("v1", "Namespace")
        var map = configMap("a")
        map.namespace = "shop"
        map.finalizers = ["example.com/hold"]
        let held = try await client.create(map, as: maps)
        var service = route(100)
        service.namespace = "shop"
        let services = try await cluster.resource("networking.istio.io/v1", "VirtualService")
        _ = try await client.create(service, as: services)
        _ = try await client.create(configMap("kept"), as: maps)

        try await client.delete(namespaces, ObjectKey(name: "shop"))
        try await eventually("the content goes", holds: { try await client.list(services).items.isEmpty })
        try await eventually("what is held is marked") { () async throws -> KubeObject? in
            let object = try await client.get(maps, held.key)
            return object.isBeingDeleted ? object : nil
        }
        #expect(try await client.get(namespaces, ObjectKey(name: "shop")).status["phase"] == "Terminating")
        var late = configMap("late")
        late.namespace = "shop"
        #expect(try await refusal { _ = try await client.create(late, as: maps) }.code == 403)

        _ = try await client.merge(["metadata": ["finalizers": nil]], into: maps, held.key)
        try await eventually("the namespace goes") {
            let names = try await client.list(namespaces).items.map(\.name)
            return !names.contains("shop")
        }
        #expect(try await client.list(maps).items.map(\.name) == ["kept"])
    }

    @Test("a definition is served from its creation to its deletion, with its objects")
    func customResources() async throws {
        let cluster = try await Cluster()
        let definitions = try await cluster.resource("apiextensions.k8s.io/v1", "CustomResourceDefinition")
        let definition = try object(
            """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: widgets.example.com}
            spec:
              group: example.com
              names: {kind: Widget, plural: widgets, shortNames: [wd]}
              scope: Namespaced
              versions:
              - name: v1
                served: true
                storage: true
                additionalPrinterColumns: [{name: Size, type: integer, jsonPath: .spec.size}]
                schema:
                  openAPIV3Schema:
                    type: object
                    properties:
                      spec:
                        type: object
                        properties: {size: {type: integer, minimum: 1, default: 3}}
            """)
        var broken = definition
        let textual: Node = ["openAPIV3Schema": ["type": "string"]]
        broken.root.set(
            [["name": "v1", "served": true, "storage": true, "schema": textual]], at: ["spec", "versions"])
        let unserved = try await refusal { _ = try await cluster.client.create(broken, as: definitions) }
        #expect(unserved.code == 422 && unserved.causes.first?.field == "spec.validation.openAPIV3Schema.type")
        let created = try await cluster.client.create(definition, as: definitions)
        let resource = try await cluster.client.resource(named: "wd")
        #expect(resource.type.resource == "widgets")
        let widget = KubeObject([
            "apiVersion": "example.com/v1", "kind": "Widget", "metadata": ["name": "a", "namespace": "default"],
            "spec": [:],
        ])
        #expect(try await cluster.client.create(widget, as: resource).spec["size"] == 3)
        let causes = try await refusal {
            _ = try await cluster.client.merge(["spec": ["size": 0]], into: resource, widget.key)
        }.causes
        #expect(causes.map(\.field) == ["spec.size"])
        let table = try await cluster.client.table(resource, namespace: "default")
        #expect(table["columnDefinitions"]?.elements.map { $0["name"]?.string } == ["Name", "Size"])
        #expect(table["rows"]?[0]?["cells"] == ["a", 3])

        try await cluster.client.delete(definitions, created.key)
        try await eventually("it is no longer served") {
            do {
                _ = try await cluster.client.list(resource)
                return false
            } catch let status as Status {
                return status.code == 404
            }
        }

        _ = try await cluster.client.create(definition, as: definitions)
        #expect(try await cluster.client.list(resource).items.isEmpty, "the objects went with their definition")
    }

    @Test("a table has the columns that kubectl shows")
    func tables() async throws {
        let cluster = try await Cluster()
        let maps = try await cluster.resource("v1", "ConfigMap")
        _ = try await cluster.client.create(configMap("a", ["x": "1", "y": "2"]), as: maps)
        let table = try await cluster.client.table(maps, namespace: "default")
        #expect(table["kind"] == "Table")
        #expect(table["columnDefinitions"]?.elements.map { $0["name"]?.string } == ["Name", "Data", "Age"])
        #expect(table["rows"]?[0]?["cells"]?[0] == "a")
        #expect(table["rows"]?[0]?["cells"]?[1] == "2")
    }

    @Test("a write to the status leaves the spec alone, and the other way round")
    func status() async throws {
        let cluster = try await Cluster()
        let (client, resource) = (
            cluster.client, try await cluster.resource("networking.istio.io/v1", "VirtualService")
        )
        let created = try await client.create(route(100), as: resource)
        #expect(created.generation == 1)
        let patch: Node = ["spec": ["hosts": ["other"]], "status": ["observedGeneration": 1]]
        let noted = try await client.merge(patch, into: resource, created.key, subresource: "status")
        #expect(noted.spec == created.spec)
        #expect(noted.status["observedGeneration"] != nil)
        #expect(noted.generation == 1)
        let changed = try await client.merge(
            ["spec": ["hosts": ["other"]], "status": nil], into: resource, created.key)
        #expect(changed.spec["hosts"] == ["other"])
        #expect(changed.status == noted.status)
        #expect(changed.generation == 2)
    }

    @Test("a new server over the same file has the same objects")
    func restart() async throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/cluster.db"
        let created: KubeObject
        do {
            let cluster = try await Cluster(file: file)
            created = try await cluster.client.create(
                configMap("a"), as: try await cluster.resource("v1", "ConfigMap"))
            try await cluster.stop()
        }
        let cluster = try await eventually("the file is free") { try? await Cluster(file: file) }
        let resource = try await cluster.resource("v1", "ConfigMap")
        #expect(try await cluster.client.get(resource, created.key) == created)
    }
}
