import KubeClient
import KubeTypes
import Planning
import Synchronization
import TestSupport
import Testing
import Tree

@testable import SyncEngine

@Suite("Sync engine", .timeLimit(.minutes(1)))
struct SyncerTests {
    private static let type = GroupVersionKind(group: "", version: "v1", kind: "ConfigMap")

    private func map(_ name: String, _ value: String) -> KubeObject {
        var object = KubeObject(Self.type, namespace: "default", name: name)
        object.root["data"] = ["a": Node(value)]
        return object
    }

    /// Runs `body` with a live state that is followed.
    private func with(
        _ body: (KubeClient, LiveState, @escaping @Sendable () -> Set<String>) async throws -> Void
    ) async throws {
        let cluster = try await Cluster()
        let told = Told()
        let live = LiveState(cluster.client) { _, keys in told.names.withLock { $0.formUnion(keys.map(\.name)) } }
        let running = Task { try await live.run() }
        defer { running.cancel() }
        try await live.follow([Self.type, GroupVersionKind(group: "none.example", version: "v1", kind: "Thing")])
        try await body(cluster.client, live) { told.names.withLock { $0 } }
    }

    private final class Told: Sendable { let names = Mutex<Set<String>>([]) }

    @Test("tasks are carried out and said in words, and the live state has them at once")
    func tasks() async throws {
        try await with { client, live, told in
            let syncer = Syncer(client, live, owner: "me")
            func apply(_ value: String) async -> Syncer.Result {
                await syncer.carryOut(Plan.Task(action: .apply(map("a", value))))
            }
            #expect(await apply("1").message == "configmap/a created")
            #expect(live.object(map("a", "").id)?.root["data"] == ["a": "1"])
            #expect(await apply("1").message == "configmap/a unchanged")
            let changed = await apply("2")
            #expect(changed.message == "configmap/a configured" && changed.status == .synced)
            let object = try #require(live.object(map("a", "").id))
            try await eventually("the watch tells", holds: { told().contains("a") })

            let kept = await syncer.carryOut(Plan.Task(action: .keep(object)))
            #expect(kept.status == .pruneSkipped)
            var other = object
            other.root.set("another", at: ["metadata", "uid"])
            #expect(await syncer.carryOut(Plan.Task(action: .prune(other))).status == .syncFailed)
            #expect(await syncer.carryOut(Plan.Task(action: .prune(object))).status == .pruned)
            #expect(await syncer.carryOut(Plan.Task(action: .prune(object))).status == .pruned)
            try await eventually("it is gone", holds: { live.object(object.id) == nil })
        }
    }

    @Test("what the server would refuse is known before anything is written")
    func refusals() async throws {
        try await with { client, live, _ in
            let syncer = Syncer(client, live, owner: "me")
            var unknown = map("b", "1")
            unknown.root["dota"] = ["a": "1"]
            var coming = map("c", "1")
            coming.namespace = "coming"
            let kind = KubeObject(GroupVersionKind(group: "none.example", version: "v1", kind: "Thing"), name: "d")
            let tasks = [map("a", "1"), unknown, coming, kind].map { Plan.Task(action: .apply($0)) }
            let refused = await syncer.refusals(tasks, comingNamespaces: ["coming"])
            #expect(refused.map(\.id.key.name) == ["b", "d"])
            #expect(refused.first?.message.contains("dota") == true)
            let resource = try await client.resource(for: Self.type)
            #expect(try await client.list(resource, namespace: "default").items.isEmpty)

            let definition = KubeObject([
                "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
                "metadata": ["name": "things.none.example"],
                "spec": ["group": "none.example", "names": ["kind": "Thing"]],
            ])
            let both = await syncer.refusals(
                [kind, definition].map { Plan.Task(action: .apply($0)) }, comingNamespaces: [])
            #expect(!both.contains { $0.id == kind.id }, "its definition comes with it")
        }
    }
}
