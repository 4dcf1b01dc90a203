/// Codes of Istio and Kiali that no file can give: what they tell is known in a running cluster only, or to another
/// command. `explain` says so instead of not knowing them.
enum ClusterCodes {
    static let all: [(code: String, title: String, reason: String)] = [
        ("KIA0107", "A service account of another cluster", "which accounts a remote cluster has, it alone can tell"),
        ("KIA0108", "An unknown trust domain", "the trust domains of a mesh are those of its running control planes"),
        (
            "KIA1314", "A sidecar label on pods behind ztunnel",
            "the redirection is an annotation that the node's agent writes on running pods"
        ),
        (
            "KIA1315", "A pod with a sidecar and ambient labels",
            "the sidecar is added to pods as they start; what labels ask for is MST2924"
        ),
        (
            "KIA1316", "A sidecar in an ambient namespace",
            "the sidecar is added to pods as they start; what labels ask for is MST2924"
        ),
        ("KIA1504", "An unknown GatewayClass", "classes are made by controllers when they are installed"),
        ("GWAPI", "A condition of Gateway API that is not true", "controllers write conditions into a running cluster"),
        ("IST0001", "An error of the analysis itself", "Mainstay ends with exit code 2 and says what went wrong"),
        ("IST0141", "Permissions that an installation lacks", "a cluster knows what its users may do"),
        ("IST0142", "A version of Kubernetes that Istio does not support", "a cluster knows its version"),
        ("IST0143", "A port that listens on localhost", "only a running pod shows its sockets; Istio gives it no more"),
        ("IST0156", "A version of Gateway API that Istio does not support", "a cluster knows what is installed"),
        ("IST0168", "A setting for the behaviour of an old release", "Istio gives it no more"),
        ("IST0169", "A change of behaviour in an update", "it compares a running control plane with its next release"),
        (
            "IST0172", "A version of Gateway API that Istio will not support",
            "a cluster knows what is installed; definitions among the files are MST1308"
        ),
    ]

    /// The page of a code; nil when it is none of these.
    static func page(_ code: String) -> String? {
        let number = code.hasPrefix("GWAPI") ? "GWAPI" : code
        guard let found = all.first(where: { $0.code == number }) else { return nil }
        return "# \(code): \(found.title)\n\nNot decidable from files: \(found.reason).\n"
    }
}
