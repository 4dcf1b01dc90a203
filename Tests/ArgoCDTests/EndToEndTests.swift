import KubeClient
import KubeTypes
import TestSupport
import Testing
import Tree

@testable import ArgoCD

@Suite("From a commit to the cluster", .timeLimit(.minutes(2)))
struct EndToEndTests {
    /// A cluster, its controller and a repository.
    private final class Stage: Sendable {
        let cluster: Cluster
        let repository: WorkingCopy
        private let folder: TemporaryFolder
        private let controller: Task<Void, any Error>

        init() async throws {
            let cluster = try await Cluster()
            let folder = try TemporaryFolder()
            let controller = ApplicationController(cluster.client, stateFolder: folder.path)
            self.controller = Task { try await controller.run() }
            self.cluster = cluster
            self.folder = folder
            repository = try await WorkingCopy()
            for name in ["argocd", "prod"] { try await cluster.makeNamespace(name) }
        }

        deinit { controller.cancel() }

        func resource(_ kind: String) async throws -> ServedResource {
            switch kind {
            case "Application": try await cluster.resource("argoproj.io/v1alpha1", kind)
            case "ConfigMap": try await cluster.resource("v1", kind)
            default: try await cluster.resource("networking.istio.io/v1", kind)
            }
        }

        func deploy(_ name: String, path: String) async throws {
            let application = KubeObject([
                "apiVersion": "argoproj.io/v1alpha1", "kind": "Application",
                "metadata": [
                    "name": Node(name), "namespace": "argocd",
                    "finalizers": ["resources-finalizer.argocd.argoproj.io"],
                ],
                "spec": [
                    "project": "default",
                    "source": ["repoURL": Node(repository.path), "path": Node(path), "targetRevision": "main"],
                    "destination": ["server": "https://kubernetes.default.svc", "namespace": "prod"],
                    "syncPolicy": ["automated": ["prune": true, "selfHeal": true]],
                ],
            ])
            _ = try await cluster.client.create(application, as: try await resource("Application"))
        }

        func application(_ name: String) async throws -> KubeObject {
            try await cluster.client.get(
                try await resource("Application"), ObjectKey(namespace: "argocd", name: name))
        }

        /// The live object; nil when there is none.
        func live(_ kind: String, _ name: String) async throws -> KubeObject? {
            do {
                return try await cluster.client.get(
                    try await resource(kind), ObjectKey(namespace: "prod", name: name))
            } catch let status as Status where status.reason == .notFound {
                return nil
            }
        }

        func weights(_ name: String) async throws -> [Int] {
            let routes = try await live("VirtualService", name)?.spec["http"]?[0]?["route"]?.elements ?? []
            return routes.compactMap { $0["weight"]?.integer }
        }

        /// Waits until the application stands at `commit`, in sync and healthy.
        func settles(_ name: String, at commit: String) async throws {
            try await eventually("\(name) at \(commit.prefix(7))") {
                let status = try await self.application(name).status
                return status[path: "sync", "status"] == "Synced" && status[path: "health", "status"] == "Healthy"
                    && status[path: "sync", "revision"]?.string == commit
            }
        }
    }

    private func route(_ name: String, _ old: Int, _ new: Int) -> String {
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata:
          name: \(name)
        spec:
          hosts: [\(name)]
          http:
          - route:
            - destination: {host: old}
              weight: \(old)
            - destination: {host: new}
              weight: \(new)

        """
    }

    private func map(_ name: String) -> String { "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: \(name)}\n" }

    @Test("commits become live, drift is healed, what goes is pruned, and all goes with the application")
    func wholeLife() async throws {
        let stage = try await Stage()
        let first = try await stage.repository.commit([
            "shop/route.yaml": route("web", 100, 0), "shop/map.yaml": map("settings"),
        ])
        try await stage.deploy("shop", path: "shop")
        try await stage.settles("shop", at: first)
        #expect(try await stage.weights("web") == [100, 0])

        let second = try await stage.repository.commit(["shop/route.yaml": route("web", 90, 10)])
        try await stage.settles("shop", at: second)
        #expect(try await stage.weights("web") == [90, 10])

        let key = ObjectKey(namespace: "prod", name: "web")
        _ = try await stage.cluster.client.merge(
            ["spec": ["hosts": ["by-hand"]]], into: try await stage.resource("VirtualService"), key)
        try await eventually("the hand is undone") {
            try await stage.live("VirtualService", "web")?.spec["hosts"] == ["web"]
        }

        let third = try await stage.repository.commit(["shop/map.yaml": nil])
        try await stage.settles("shop", at: third)
        #expect(try await stage.live("ConfigMap", "settings") == nil)
        let history = try await stage.application("shop").status["history"]?.elements ?? []
        #expect(history.map { $0["revision"]?.string } == [first, second, third])

        let applications = try await stage.resource("Application")
        try await stage.cluster.client.delete(applications, ObjectKey(namespace: "argocd", name: "shop"))
        try await eventually("the application goes") {
            try await stage.cluster.client.list(applications).items.isEmpty
        }
        #expect(try await stage.live("VirtualService", "web") == nil)
    }

    @Test("what is broken is told with its place and changes nothing, and the others go on")
    func broken() async throws {
        let stage = try await Stage()
        let first = try await stage.repository.commit([
            "shop/route.yaml": route("web", 100, 0), "other/map.yaml": map("first"),
        ])
        for name in ["shop", "other"] { try await stage.deploy(name, path: name) }
        for name in ["shop", "other"] { try await stage.settles(name, at: first) }

        let wrong = route("web", 50, 50).replacing("weight: 50\n    - dest", with: "weight: [50\n    - dest")
        let second = try await stage.repository.commit(["shop/route.yaml": wrong, "other/more.yaml": map("second")])
        try await stage.settles("other", at: second)
        #expect(try await stage.live("ConfigMap", "second") != nil)
        let message = try await eventually("the error") { () async throws -> String? in
            let conditions = try await stage.application("shop").status["conditions"]?.elements ?? []
            return conditions.first { $0["type"] == "ComparisonError" }?["message"]?.string
        }
        #expect(message.firstMatch(of: /^shop\/route\.yaml:\d+:\d+: error\[MST\d+\]/) != nil, "\(message)")
        #expect(try await stage.application("shop").status[path: "sync", "status"] == "Unknown")
        #expect(try await stage.weights("web") == [100, 0])

        let third = try await stage.repository.commit(["shop/route.yaml": route("web", 50, 50)])
        try await stage.settles("shop", at: third)
        #expect(try await stage.application("shop").status["conditions"] == nil)
        #expect(try await stage.weights("web") == [50, 50])
    }

    @Test("what Istio would refuse is told before a sync, unless the object asks not to be checked")
    func semantics() async throws {
        let stage = try await Stage()
        let wrong = route("web", 50, 50).replacing("hosts: [web]", with: "hosts: ['*']")
        try await stage.repository.commit(["shop/route.yaml": wrong, "shop/map.yaml": map("settings")])
        try await stage.deploy("shop", path: "shop")
        let message = try await eventually("the error") { () async throws -> String? in
            let conditions = try await stage.application("shop").status["conditions"]?.elements ?? []
            return conditions.first { $0["type"] == "ComparisonError" }?["message"]?.string
        }
        #expect(message.hasPrefix("shop/route.yaml:6:11: error[MST2006]"), "\(message)")
        #expect(try await stage.live("ConfigMap", "settings") == nil)

        let name = "  name: web\n"
        let unchecked = wrong.replacing(
            name, with: name + "  annotations: {argocd.argoproj.io/sync-options: Validate=false}\n")
        let second = try await stage.repository.commit(["shop/route.yaml": unchecked])
        try await stage.settles("shop", at: second)
        #expect(try await stage.live("VirtualService", "web") != nil)
    }

    @Test("a base of another repository is fetched only where somebody allows it")
    func remoteBase() async throws {
        let stage = try await Stage()
        let other = try await WorkingCopy()
        try await other.commit(["base/kustomization.yaml": "resources: [map.yaml]\n", "base/map.yaml": map("far")])
        try await other.git("tag", "v1")
        let commit = try await stage.repository.commit([
            "shop/kustomization.yaml": "resources: ['file://\(other.path)//base?ref=v1']\n"
        ])
        try await stage.deploy("shop", path: "shop")
        let message = try await eventually("the refusal") { () async throws -> String? in
            let conditions = try await stage.application("shop").status["conditions"]?.elements ?? []
            return conditions.first { $0["type"] == "ComparisonError" }?["message"]?.string
        }
        #expect(message.contains("MST0107") && message.contains("remote-bases"), "\(message)")

        _ = try await stage.cluster.client.merge(
            ["metadata": ["annotations": ["mainstay.dev/remote-bases": "allowed"]]],
            into: try await stage.resource("Application"), ObjectKey(namespace: "argocd", name: "shop"))
        try await stage.settles("shop", at: commit)
        #expect(try await stage.live("ConfigMap", "far") != nil)
    }
}
