import KubeClient
import KubeTypes
import TestSupport
import Testing
import Tree

@testable import APIServer

@Suite("The end of objects", .timeLimit(.minutes(1)))
struct LifeCycleTests {
    private func configMap(_ name: String, owners: [KubeObject] = [], finalizers: [String] = []) -> KubeObject {
        var object = KubeObject(.init(group: "", version: "v1", kind: "ConfigMap"), namespace: "default", name: name)
        let references = owners.map { owner -> Node in
            [
                "apiVersion": "v1", "kind": "ConfigMap", "name": Node(owner.name), "uid": Node(owner.uid),
                "blockOwnerDeletion": true,
            ]
        }
        if !references.isEmpty { object.root.set(Node(references), at: ["metadata", "ownerReferences"]) }
        object.finalizers = finalizers
        return object
    }

    private func isGone(_ cluster: Cluster, _ resource: ServedResource, _ object: KubeObject) async throws -> Bool {
        do {
            _ = try await cluster.client.get(resource, object.key)
            return false
        } catch let status as Status where status.reason == .notFound {
            return true
        }
    }

    @Test(
        "dependants go with their last owner, and with an owner that never was",
        arguments: ["Background", "Foreground"])
    func collected(propagation: String) async throws {
        let cluster = try await Cluster()
        let (client, resource) = (cluster.client, try await cluster.resource("v1", "ConfigMap"))
        let first = try await client.create(configMap("first"), as: resource)
        let second = try await client.create(configMap("second"), as: resource)
        let child = try await client.create(configMap("child", owners: [first, second]), as: resource)
        let grandchild = try await client.create(configMap("grandchild", owners: [child]), as: resource)
        var nobody = first
        nobody.root.set("6f1c1f7e-0000-4000-8000-000000000001", at: ["metadata", "uid"])
        let stray = try await client.create(configMap("stray", owners: [nobody]), as: resource)
        try await eventually("the stray goes") { try await isGone(cluster, resource, stray) }

        try await client.delete(resource, first.key, propagation: propagation)
        try await eventually("the child forgets its first owner") {
            try await client.get(resource, child.key).owners.map(\.uid) == [second.uid]
        }
        try await client.delete(resource, second.key, propagation: propagation)
        try await eventually("all go") {
            let gone = [try await isGone(cluster, resource, child), try await isGone(cluster, resource, grandchild)]
            return try await isGone(cluster, resource, second) && gone == [true, true]
        }
    }

    @Test("an owner deleted in the foreground waits for what a finalizer holds, and takes no new finalizer")
    func foreground() async throws {
        let cluster = try await Cluster()
        let (client, resource) = (cluster.client, try await cluster.resource("v1", "ConfigMap"))
        let owner = try await client.create(configMap("owner"), as: resource)
        let child = try await client.create(
            configMap("child", owners: [owner], finalizers: ["example.test/hold"]), as: resource)
        try await client.delete(resource, owner.key, propagation: "Foreground")
        try await eventually("the child is to go") { try await client.get(resource, child.key).isBeingDeleted }
        #expect(try await client.get(resource, owner.key).finalizers == [Finalization.foreground])
        await #expect(throws: Status.self) {
            _ = try await client.merge(
                ["metadata": ["finalizers": ["example.test/hold", "example.test/more"]]], into: resource, child.key)
        }
        _ = try await client.merge(["metadata": ["finalizers": nil]], into: resource, child.key)
        try await eventually("both go") { try await isGone(cluster, resource, owner) }
        #expect(try await isGone(cluster, resource, child))
    }

    @Test("orphans forget their owner and stay")
    func orphans() async throws {
        let cluster = try await Cluster()
        let (client, resource) = (cluster.client, try await cluster.resource("v1", "ConfigMap"))
        let owner = try await client.create(configMap("owner"), as: resource)
        let child = try await client.create(configMap("child", owners: [owner]), as: resource)
        try await client.delete(resource, owner.key, propagation: "Orphan")
        try await eventually("the owner goes") { try await isGone(cluster, resource, owner) }
        #expect(try await client.get(resource, child.key).owners.isEmpty)
    }

    @Test("a namespace tells what holds it, and gets an account")
    func namespaces() async throws {
        let cluster = try await Cluster()
        let (client, maps) = (cluster.client, try await cluster.resource("v1", "ConfigMap"))
        let (spaces, accounts) = (
            try await cluster.resource("v1", "Namespace"), try await cluster.resource("v1", "ServiceAccount")
        )
        try await cluster.makeNamespace("shop")
        try await eventually("the account is there") {
            try await !isGone(
                cluster, accounts,
                KubeObject(.init(group: "", version: "v1", kind: "ServiceAccount"), namespace: "shop", name: "default"))
        }
        var held = configMap("held", finalizers: ["example.test/hold"])
        held.namespace = "shop"
        _ = try await client.create(held, as: maps)
        let key = ObjectKey(name: "shop")
        try await client.delete(spaces, key)
        let remaining = try await eventually("the namespace tells") { () -> String? in
            let conditions = try await client.get(spaces, key).status["conditions"]?.elements ?? []
            return conditions.first { $0["type"] == "NamespaceFinalizersRemaining" && $0["status"] == "True" }?[
                "message"]?
                .string
        }
        #expect(remaining.hasSuffix("example.test/hold in 1 resource instances"))
        _ = try await client.merge(["metadata": ["finalizers": nil]], into: maps, held.key)
        try await eventually("the namespace goes") {
            try await isGone(
                cluster, spaces, KubeObject(.init(group: "", version: "v1", kind: "Namespace"), name: "shop"))
        }
    }

    @Test("a token of an account opens the server until the account goes; one for others never does")
    func tokens() throws {
        let tokens = AccountTokens()
        let account = AccountTokens.Account(key: ObjectKey(namespace: "a", name: "b"), uid: "u")
        let now = Timestamp(seconds: 1_700_000_000)
        let token = try tokens.token(for: account, audiences: [AccountTokens.audience], at: now, lifetime: 600)
        #expect(tokens.account(of: token, at: now) == account)
        #expect(tokens.account(of: token, at: Timestamp(seconds: now.seconds + 600)) == nil)
        #expect(AccountTokens().account(of: token, at: now) == nil)
        #expect(tokens.account(of: token + "A", at: now) == nil)
        let foreign = try tokens.token(for: account, audiences: ["aud"], at: now, lifetime: 600)
        #expect(tokens.account(of: foreign, at: now) == nil)
    }
}
