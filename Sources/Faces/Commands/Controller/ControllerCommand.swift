internal import ArgoCD
internal import ArgumentParser
internal import ControllerRuntime
internal import Foundation
internal import KubeClient
internal import KubeTypes
internal import Logging
internal import ServiceLifecycle
internal import Telemetry
internal import UnixSignals

struct ControllerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "controller", abstract: "Run the controllers on a cluster.",
        discussion: """
            Follows the Applications of the cluster and keeps what they name in step with Git, as "up" does on the \
            embedded cluster. Several replicas choose a leader by a Lease; the others stand by. In a pod, the cluster \
            is the pod's own. /healthz, /readyz and /metrics answer at --listen.
            """)

    @OptionGroup var cluster: ClusterOptions

    @Option(help: ArgumentHelp("Where copies of repositories are kept.", valueName: "dir")) var state: String?

    @Option(help: ArgumentHelp("Where probes and metrics answer; port 0 is any that is free.", valueName: "host:port"))
    var listen: ListenAddress = ListenAddress(host: "0.0.0.0", port: 8080)

    @Flag(inversion: .prefixedNo, help: "Let one of several replicas lead.") var leaderElect = true

    @Option(help: ArgumentHelp("The Lease that the leader holds, in --namespace.", valueName: "name"))
    var lease = "mainstay-controller"

    @Option(
        help: ArgumentHelp(
            "For how many seconds a leader that is gone keeps the others waiting, at least 2.", valueName: "seconds"))
    var leaseDuration = 15

    @Option(help: ArgumentHelp("What tells this replica from others; the host's name and a part by chance without it."))
    var identity: String?

    func validate() throws {
        guard (2...3600).contains(leaseDuration) else {
            throw ValidationError("--lease-duration must be between 2 and 3600 seconds")
        }
    }

    func run() async throws {
        let client = try cluster.client()
        let folder = try StateFolder(state)
        let registry = MetricRegistry()
        let standing = Standing()
        let controller = ApplicationController(
            client, stateFolder: folder.path, metrics: ControllerMetrics(registry, name: "application"))
        let leadership = Leadership(
            elector: leaderElect ? elector(client, registry, standing) : nil, standing: standing, work: controller)
        let probes = ProbeServer(
            host: listen.host, port: listen.port, metrics: registry, unready: { standing.unready },
            onReady: { Terminal.talk("probes and metrics answer at \(listen.host):\($0)\n") })
        var logger = Logger(label: "mainstay")
        logger.logLevel = .error
        let group = ServiceGroup(
            configuration: .init(
                services: [
                    .init(service: probes, successTerminationBehavior: .gracefullyShutdownGroup),
                    .init(service: leadership, successTerminationBehavior: .gracefullyShutdownGroup),
                ], gracefulShutdownSignals: [.sigint, .sigterm], logger: logger))
        try await group.run()
    }

    private func elector(_ client: KubeClient, _ registry: MetricRegistry, _ standing: Standing) -> LeaderElector {
        let key = ObjectKey(namespace: cluster.namespace ?? client.defaultNamespace, name: lease)
        let name = identity ?? "\(ProcessInfo.processInfo.hostName)_\(UUID().uuidString.lowercased())"
        var timing = LeaseElection.Timing()
        timing.duration = .seconds(leaseDuration)
        timing.renewDeadline = timing.duration * 2 / 3
        timing.retryPeriod = timing.duration * 2 / 15
        return LeaderElector(client, lease: key, identity: name, timing: timing) { leads in
            standing.note(leads ? .leads : .standsBy)
            registry.set(leads ? 1 : 0, of: Self.leading, [("name", lease)])
            Terminal.talk(leads ? "this replica leads\n" : "this replica leads no longer\n")
        } onLook: {
            standing.note(.standsBy)
        }
    }

    private static let leading = MetricFamily(
        "leader_election_master_status", .gauge, "Whether this replica holds the Lease: 1 when it does.")
}

/// `HOST:PORT`, `:PORT` for all addresses of the machine.
struct ListenAddress: ExpressibleByArgument, CustomStringConvertible {
    var host: String
    var port: Int

    init(host: String, port: Int) { (self.host, self.port) = (host, port) }

    init?(argument: String) {
        guard let colon = argument.lastIndex(of: ":"), let port = Int(argument[argument.index(after: colon)...]),
            (0...65535).contains(port)
        else { return nil }
        var host = String(argument[..<colon])
        if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
        self.init(host: host.isEmpty ? "0.0.0.0" : host, port: port)
    }

    var description: String { "\(host):\(port)" }
}
