internal import ArgumentParser
internal import KubeTypes
internal import Tree

struct InstallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "install", abstract: "Print the manifests that run the controllers in a cluster.",
        discussion: """
            For kubectl apply, or for a repository: the namespace, the definitions of Application and AppProject, an \
            account with the rights to deploy Istio's kinds, two replicas of "mainstay controller" with probes, a budget \
            for disruptions and a network policy. Nothing is sent anywhere.
            """)

    @Option(name: .shortAndLong, help: "The namespace to run in.") var namespace = "mainstay"

    @Option(help: "The image of the program, with its tag or digest.") var image: String

    @Option(help: "How many replicas run; one of them leads.") var replicas = 2

    @Flag(name: .customLong("crds"), inversion: .prefixedNo, help: "Print the definitions, too.")
    var definitions = true

    @Flag(help: "Let Prometheus' operator collect the metrics, by a ServiceMonitor.") var serviceMonitor = false

    func validate() throws {
        guard (1...20).contains(replicas) else { throw ValidationError("--replicas must be between 1 and 20") }
        guard !image.isEmpty, !image.contains(" ") else { throw ValidationError("--image must name an image") }
    }

    func run() {
        let installation = Installation(
            namespace: namespace, image: image, replicas: replicas, hasServiceMonitor: serviceMonitor,
            hasDefinitions: definitions)
        Terminal.output(YAMLWriter.text(installation.objects.map(\.root)))
    }
}
