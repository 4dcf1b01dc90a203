/// The order of keys where a convention has one. Other keys stay where they are, between the first and the last.
struct KeyOrder {
    var first: [String]
    var last: [String] = []

    func rank(_ key: String) -> Int {
        if let index = first.firstIndex(of: key) { return index }
        if let index = last.firstIndex(of: key) { return first.count + 1 + index }
        return first.count
    }

    /// Of any object of Kubernetes.
    static let object = KeyOrder(first: ["apiVersion", "kind", "metadata", "spec"], last: ["status"])

    static let metadata = KeyOrder(first: ["name", "generateName", "namespace", "labels", "annotations"])

    /// As `kustomize edit fix` writes it.
    static let kustomization = KeyOrder(first: [
        "apiVersion", "kind", "metadata", "resources", "bases", "namePrefix", "nameSuffix", "namespace", "crds",
        "commonLabels", "labels", "commonAnnotations", "patchesStrategicMerge", "patchesJson6902", "patches",
        "configMapGenerator", "secretGenerator", "helmCharts", "helmChartInflationGenerator", "helmGlobals",
        "generatorOptions", "vars", "images", "replacements", "replicas", "configurations", "generators",
        "transformers", "validators", "components", "openapi", "buildMetadata",
    ])

    /// Of `spec`, by group and kind: what nearly all manifests and the documentation of a kind agree on.
    private static let specs: [String: KeyOrder] = [
        "networking.istio.io/VirtualService": KeyOrder(first: ["hosts", "gateways"]),
        "networking.istio.io/DestinationRule": KeyOrder(first: ["host"], last: ["subsets"]),
        "networking.istio.io/Gateway": KeyOrder(first: ["selector", "servers"]),
        "networking.istio.io/ServiceEntry": KeyOrder(first: ["hosts"]),
        "networking.istio.io/Sidecar": KeyOrder(first: ["workloadSelector", "ingress", "egress"]),
        "security.istio.io/AuthorizationPolicy": KeyOrder(
            first: ["selector", "targetRefs", "targetRef", "action", "provider", "rules"]),
        "security.istio.io/PeerAuthentication": KeyOrder(first: ["selector", "mtls", "portLevelMtls"]),
        "security.istio.io/RequestAuthentication": KeyOrder(
            first: ["selector", "targetRefs", "targetRef", "jwtRules"]),
        "argoproj.io/Application": KeyOrder(first: ["project", "source", "sources", "destination", "syncPolicy"]),
        "apps/Deployment": KeyOrder(first: ["replicas", "selector"], last: ["template"]),
        "apps/StatefulSet": KeyOrder(first: ["serviceName", "replicas", "selector"]),
        "apps/DaemonSet": KeyOrder(first: ["selector"], last: ["template"]),
    ]

    static func spec(ofGroup group: String, kind: String) -> KeyOrder? { specs[group + "/" + kind] }
}
