import APIServer
import Diagnostics
import Foundation
#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif
import KubeClient
import KubeTypes
import TestSupport
import Testing
import Tree

@Suite(
    "Controllers on a cluster", .enabled(if: BuiltProgram.isThere, "the program is not built"), .timeLimit(.minutes(3)))
struct ControllerProgramTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A replica, what it says in a file.
    private final class Replica {
        let process = Process()
        let log: String

        init(_ name: String, kubeconfig: String, in folder: String) throws {
            log = folder + "/\(name).log"
            #expect(FileManager.default.createFile(atPath: log, contents: nil))
            let handle = FileHandle(forWritingAtPath: log)
            process.executableURL = URL(filePath: BuiltProgram.path)
            process.arguments = [
                "controller", "--kubeconfig", kubeconfig, "--identity", name, "--listen", "127.0.0.1:0",
                "--lease-duration", "2", "--state", folder + "/" + name,
            ]
            process.environment = ["HOME": folder, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]
            process.standardError = handle
            process.standardOutput = handle
            try process.run()
        }

        var said: String {
            FileManager.default.contents(atPath: log).map { String(decoding: $0, as: UTF8.self) } ?? ""
        }

        var port: Int? {
            said.firstMatch(of: /answer at 127\.0\.0\.1:(\d+)/).flatMap { Int($0.1) }
        }

        func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

        deinit { if process.isRunning { kill() } }
    }

    @Test("one of two replicas deploys an Application; when it is killed, the other goes on")
    func handOver() async throws {
        let repository = try await WorkingCopy()
        _ = try await repository.commit(["app/map.yaml": map("1")])
        let cluster = try await Cluster()
        let kubeconfig = try writeKubeconfig(cluster.address)
        let replicas = try ["one", "two"].map { try Replica($0, kubeconfig: kubeconfig, in: folder.path) }
        try await apply(application(repository.path), cluster)
        let maps = try await cluster.resource("v1", "ConfigMap")
        try await eventually("the map is there") {
            try? await cluster.client.get(maps, ObjectKey(namespace: "shop", name: "size"))
        }
        let leader = try #require(replicas.first { $0.said.contains("this replica leads\n") })
        let other = try #require(replicas.first { $0 !== leader })
        #expect(!other.said.contains("this replica leads\n"))

        let port = try await eventually("it has a port") { other.port }
        let (ready, _) = try await URLSession.shared.data(from: try url(port, "readyz"))
        #expect(String(decoding: ready, as: UTF8.self) == "ok\n")
        let leaderPort = try #require(leader.port)
        try await eventually("it counts what it does") {
            let (metrics, _) = try await URLSession.shared.data(from: try url(leaderPort, "metrics"))
            let text = String(decoding: metrics, as: UTF8.self)
            return text.contains("leader_election_master_status{name=\"mainstay-controller\"} 1")
                && text.contains("controller_runtime_reconcile_total{controller=\"application\",result=\"")
                && text.contains("workqueue_adds_total{name=\"application\"}")
        }

        leader.kill()
        _ = try await repository.commit(["app/map.yaml": map("2")])
        try await eventually("the other has taken over", holds: { other.said.contains("this replica leads\n") })
        try await eventually("the new commit is live") {
            let live = try? await cluster.client.get(maps, ObjectKey(namespace: "shop", name: "size"))
            return live?.root[path: "data", "size"]?.string == "2"
        }
        other.process.terminate()
        try await eventually("it ends", holds: { !other.process.isRunning })
        #expect(other.process.terminationStatus == 0)
        let lease = try await cluster.client.get(
            try await cluster.resource("coordination.k8s.io/v1", "Lease"),
            ObjectKey(namespace: "default", name: "mainstay-controller"))
        #expect(lease.spec["holderIdentity"]?.string == "")
    }

    @Test("a cluster that does not know Applications, and one that is away, are told")
    func refused() async throws {
        let away = try writeKubeconfig("https://127.0.0.1:1", authority: "", token: "none")
        let result = try await run(
            BuiltProgram.path,
            ["controller", "--kubeconfig", away, "--no-leader-elect", "--listen", "127.0.0.1:0", "--state", "s"],
            in: folder.path, environment: ["HOME": folder.path])
        #expect(result.code == 2)
        #expect(result.talk.contains("cannot reach"), "\(result.talk)")
        let wrong = try await run(
            BuiltProgram.path, ["controller", "--listen", "x"], in: folder.path, environment: ["HOME": folder.path])
        #expect(wrong.code == 64)
    }

    @Test(
        "what install prints passes the gate, and a cluster takes it",
        arguments: [[], ["--no-crds", "--service-monitor"]])
    func install(options: [String]) async throws {
        let printed = try await run(
            BuiltProgram.path, ["install", "--image", "registry.example.com/mainstay:1", "-n", "gitops"] + options,
            in: folder.path, environment: ["HOME": folder.path])
        #expect(printed.code == 0, "\(printed.talk)")
        try folder.write(printed.output, to: "install.yaml")
        let result = try await run(
            BuiltProgram.path,
            ["validate", "install.yaml", "-o", "concise", "--fail-on", "warning", "--skip", "lint"], in: folder.path,
            environment: ["HOME": folder.path])
        #expect(result.code == 0, "\(result.output)")
        let kinds = printed.output.split(separator: "\n").filter { $0.hasPrefix("kind: ") }.map { $0.dropFirst(6) }
        for kind in ["ClusterRole", "Deployment", "NetworkPolicy", "PodDisruptionBudget", "ServiceAccount"] {
            #expect(kinds.contains(kind[...]), "\(kind)")
        }
        #expect(kinds.contains("CustomResourceDefinition") == options.isEmpty)
        #expect(kinds.contains("ServiceMonitor") == !options.isEmpty)
    }

    // MARK: What they work on

    private func map(_ size: String) -> String {
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: size, namespace: shop}\ndata: {size: \"\(size)\"}\n"
    }

    private func application(_ path: String) -> KubeObject {
        let type = GroupVersionKind(group: "argoproj.io", version: "v1alpha1", kind: "Application")
        var object = KubeObject(type, namespace: "default", name: "shop")
        object.root["spec"] = [
            "project": "default", "source": ["repoURL": Node(path), "path": "app", "targetRevision": "HEAD"],
            "destination": ["server": "https://kubernetes.default.svc", "namespace": "shop"],
            "syncPolicy": ["automated": ["selfHeal": true], "syncOptions": ["CreateNamespace=true"]],
        ]
        return object
    }

    private func apply(_ object: KubeObject, _ cluster: Cluster) async throws {
        let resource = try await cluster.client.resource(for: object.type)
        _ = try await cluster.client.apply(object, as: resource, owner: "test", force: true)
    }

    private func url(_ port: Int, _ path: String) throws -> URL {
        try #require(URL(string: "http://127.0.0.1:\(port)/\(path)"))
    }

    private func writeKubeconfig(_ address: APIServer.Address) throws -> String {
        try writeKubeconfig(address.url, authority: address.authorityPEM, token: address.token.revealed)
    }

    private func writeKubeconfig(_ url: String, authority: String, token: String) throws -> String {
        let certificate = authority.isEmpty ? "" : Data(authority.utf8).base64EncodedString()
        let trust = certificate.isEmpty ? "" : ", certificate-authority-data: \"\(certificate)\""
        try folder.write(
            """
            apiVersion: v1
            kind: Config
            current-context: live
            clusters: [{name: c, cluster: {server: "\(url)"\(trust)}}]
            users: [{name: u, user: {token: "\(token)"}}]
            contexts: [{name: live, context: {cluster: c, user: u}}]
            """, to: "kubeconfig")
        return folder.path + "/kubeconfig"
    }
}
