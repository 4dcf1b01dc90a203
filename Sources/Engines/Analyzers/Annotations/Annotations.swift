internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Annotations of Istio are known, on the right kind, and well-formed.
    static let annotations = Analyzer(
        "annotations.K8sAnalyzer",
        [.annotationUnknown, .annotationMisplaced, .annotationValueInvalid, .annotationDeprecated],
        reads: .namespace, .service, .pod, .deployment
    ) { world in
        let kinds: [GroupKind] = [.namespace, .service, .pod, .deployment]
        return kinds.flatMap { world.items($0) }.flatMap { item -> [Finding] in
            let own = entries(of: item).flatMap { findings($0, of: item, kind: item.kind) }
            // Beyond Istio: the annotations that the pods will have.
            guard let template = item.template else { return own }
            return own + istioEntries(template).flatMap { findings($0, of: item, kind: "Pod") }
        }
    }

    /// Annotations of features that may still change.
    static let alphaAnnotations = Analyzer(
        "annotations.AlphaAnalyzer", [.annotationUnstable], reads: .namespace, .service, .pod, .deployment
    ) { world in
        let kinds: [GroupKind] = [.namespace, .service, .pod, .deployment]
        return kinds.flatMap { world.items($0) }.flatMap { item in
            let byDefault = item.kind == "Pod" && !hasInit(item) ? setByDefault : []
            return entries(of: item).compactMap { entry -> Finding? in
                guard KnownAnnotation.all[entry.key]?.isUnsettled == true, !byDefault.contains(entry.key) else {
                    return nil
                }
                return item.finding(
                    .annotationUnstable, .info, "the annotation \"\(entry.key)\" is of a feature that may still change",
                    at: keyNode(entry), hint: "look at the release notes before each upgrade")
            }
        }
    }
}

/// What Istio itself writes.
private let ignored: Set = ["sidecar.istio.io/status", "gateway.istio.io/controller-version", "istio.io/rev"]
/// What its CNI plug-in writes.
private let setByDefault: Set = [
    "sidecar.istio.io/interceptionMode", "traffic.sidecar.istio.io/includeInboundPorts",
    "traffic.sidecar.istio.io/excludeInboundPorts", "traffic.sidecar.istio.io/includeOutboundIPRanges",
]

private func entries(of item: Item) -> [Mapping.Entry] { istioEntries(item.root) }

private func istioEntries(_ node: Node) -> [Mapping.Entry] {
    (node[path: "metadata", "annotations"]?.entries ?? []).filter { isIstio($0.key) && !ignored.contains($0.key) }
}

private func isIstio(_ name: String) -> Bool {
    if name == "kubernetes.io/ingress.class" { return true }
    guard let slash = name.firstIndex(of: "/") else { return false }
    let prefix = name[..<slash]
    return prefix == "istio.io" || prefix.hasSuffix(".istio.io")
}

private func hasInit(_ pod: Item) -> Bool {
    pod.spec.items("initContainers").contains { $0.text("name") == "istio-init" }
}

/// The key of an entry as a value with a place.
private func keyNode(_ entry: Mapping.Entry) -> Node { Node(.string(entry.key), at: entry.keyPlace) }

private func findings(_ entry: Mapping.Entry, of item: Item, kind: String) -> [Finding] {
    let name = entry.key
    guard let known = KnownAnnotation.all[name] else {
        let near = nearestName(to: name, among: KnownAnnotation.all.keys.sorted())
        return [
            item.finding(
                .annotationUnknown, .warning, "Istio knows no annotation \"\(name)\"", at: keyNode(entry),
                effect: "the annotation has no effect", meant: near)
        ]
    }
    var findings: [Finding] = []
    let isInjection = name == "sidecar.istio.io/inject"
    if known.isDeprecated, !(isInjection && item.labels[name] != nil) {
        findings.append(
            item.finding(
                .annotationDeprecated, .info, "the annotation \"\(name)\" is deprecated", at: keyNode(entry),
                hint: isInjection ? "use the label of the same name" : nil))
    }
    if !known.kinds.contains(kind), !known.kinds.contains("Any") {
        findings.append(
            item.finding(
                .annotationMisplaced, .warning,
                "the annotation \"\(name)\" is for \(listed(known.kinds)), not for \(kind)",
                at: keyNode(entry), effect: "the annotation has no effect",
                hint: known.kinds.contains("Pod") && kind == "Deployment" ? "put it in spec.template.metadata" : nil))
    } else if let problem = known.value.problem(entry.value.scalarText) {
        findings.append(
            item.finding(
                .annotationValueInvalid, .warning, "the value of \"\(name)\" cannot be one: \(problem)",
                at: entry.value,
                effect: "the pod is not injected"))
    }
    return findings
}
