internal import Diagnostics
internal import KubeTypes
internal import Mesh
internal import Tree

/// What `istioctl validate` says about objects that are not Istio's own.

/// Ports of a Service, whose names or `appProtocol` tell Istio what they speak.
func serviceFindings(_ object: KubeObject, _ options: SemanticOptions) -> [Finding] {
    var report = Report()
    let parts = ObjectParts(object, spec: object.spec, options: options)
    guard parts.namespace != options.istioNamespace else { return [] }
    for port in parts.spec["ports"].items where port["protocol"].text.uppercased() != "UDP" {
        report.checkServicePort(port)
    }
    return report.findings
}

extension Report {
    fileprivate mutating func checkServicePort(_ port: Field) {
        let names = PortProtocol.written.map(\.rawValue)
        let application = port["appProtocol"]
        let hint = "begin it with a protocol, as in \"http-web\", or set appProtocol"
        if application.isFilled {
            guard !isKnownToKubernetes(application.text), PortProtocol(portName: application.text) == nil else {
                return
            }
            error(
                .servicePortUnclear, "the appProtocol \(quoted(application.text)) is unknown to Istio", at: application,
                hint: nearestName(to: application.text, among: names).map { "did you mean \"\($0)\"?" }
                    ?? "use one of \(names.joined(separator: ", "))")
            suggestNearest(to: application, among: names)
        } else if !port["name"].isFilled {
            error(
                .servicePortUnclear, "a port of the Service has no name", at: port,
                hint: "name it after its protocol, or set appProtocol")
        } else if PortProtocol(portName: port["name"].text) == nil {
            error(
                .servicePortUnclear,
                "the port name \(quoted(port["name"].text)) begins with no protocol that Istio knows",
                at: port["name"], hint: hint, effect: "Istio guesses the protocol from the first bytes of a connection")
        }
    }

    /// Kubernetes' own names: KEP 3726, "Standard Application Protocols".
    private func isKnownToKubernetes(_ name: String) -> Bool {
        ["kubernetes.io/h2c", "kubernetes.io/ws", "kubernetes.io/wss"].contains(name)
    }
}

/// Labels of a Deployment's pods, by which telemetry names what it measures.
func deploymentFindings(_ object: KubeObject, _ options: SemanticOptions) -> [Finding] {
    var report = Report()
    let parts = ObjectParts(object, spec: object.spec, options: options)
    guard parts.namespace != options.istioNamespace else { return [] }
    let template = parts.spec["template"]
    let labels = template["metadata"]["labels"]
    for (what, names) in [
        ("name", ["service.istio.io/canonical-name", "app.kubernetes.io/name", "app"]),
        ("revision", ["service.istio.io/canonical-revision", "app.kubernetes.io/version", "version"]),
    ] where !names.contains(where: { labels[$0].isPresent }) {
        report.note(
            .telemetryLabelsMissing, "the pods have no label for their \(what) in telemetry",
            at: labels.isPresent ? labels : template, hint: "add one of \(names.joined(separator: ", "))")
    }
    return report.findings
}

/// Fields of an installation that there are not.
func operatorFindings(_ object: KubeObject) -> [Finding] {
    var report = Report()
    let spec = Field(object.spec, name: "spec")
    report.checkNames(
        spec,
        [
            "profile", "installPackagePath", "hub", "tag", "resourceSuffix", "namespace", "revision", "defaultRevision",
            "compatibilityVersion", "meshConfig", "components", "addonComponents", "values", "unvalidatedValues",
        ])
    report.checkNames(
        spec["components"],
        [
            "base", "pilot", "proxy", "sidecarInjector", "policy", "telemetry", "citadel", "nodeAgent", "galley", "cni",
            "istiodRemote", "ingressGateways", "egressGateways", "ztunnel",
        ])
    return report.findings
}

extension Report {
    fileprivate mutating func checkNames(_ field: Field, _ known: [String]) {
        for (key, _) in field.entries where !known.contains(key.text) {
            error(
                .installationInvalid, "an installation has no \(field.name).\(key.text)", at: key,
                hint: nearestName(to: key.text, among: known).map { "did you mean \"\($0)\"?" } ?? "remove it")
            suggestNearest(to: key, among: known)
        }
    }
}
