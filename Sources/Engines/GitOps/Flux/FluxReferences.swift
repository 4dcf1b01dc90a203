internal import Diagnostics
internal import KubeTypes
internal import Tree

/// An object that a field of Flux names. Without a namespace it is in that of who names it.
struct FluxReference {
    let node: Node
    let name: String
    let namespace: String

    init(_ node: Node, from item: Item) {
        self.node = node
        name = node.text("name")
        let own = node.text("namespace")
        namespace = own.isEmpty ? item.namespace : own
    }

    var place: Node { node["name"] ?? node }
}

extension Judge {
    private static let sourceKinds = ["GitRepository", "OCIRepository", "Bucket", "HelmRepository", "HelmChart"]

    /// Where Kustomizations, releases and image updates take their files from.
    static let fluxSources = Judge(.fluxKustomization, .imageUpdate) { item, world in
        guard let node = item.spec["sourceRef"] else { return [] }
        let reference = FluxReference(node, from: item)
        let kind = node.text("kind")
        guard sourceKinds.contains(kind),
            let absence = world.absence(of: reference.name, in: reference.namespace, among: .fluxSource(kind))
        else { return [] }
        let elsewhere = sourceKinds.first {
            !world.items(.fluxSource($0), named: reference.name, in: reference.namespace).isEmpty
        }
        return [
            item.finding(
                .sourceUnknown, elsewhere == nil ? absence.severity : .warning,
                "the repository has no \(kind) \"\(reference.name)\" in \"\(reference.namespace)\"",
                at: elsewhere == nil ? reference.place : node["kind"] ?? node,
                effect: "without it nothing is applied", meant: elsewhere ?? absence.nearest,
                hint: "add it, unless the cluster has it: \"flux bootstrap\" makes one of the name \"flux-system\"")
        ]
    }

    /// What a Kustomization waits for.
    static let fluxDependencies = Judge(.fluxKustomization) { item, world in
        var findings = item.spec.items("dependsOn").prefix(500).compactMap { node -> Finding? in
            let reference = FluxReference(node, from: item)
            guard
                let absence = world.absence(
                    of: reference.name, in: reference.namespace, among: .fluxKustomization, besides: item)
            else { return nil }
            return item.finding(
                .dependencyUnknown, absence.severity,
                "the repository has no Kustomization \"\(reference.name)\" in \"\(reference.namespace)\"",
                at: reference.place, effect: "without it this one is never applied", meant: absence.nearest,
                hint: "add it, unless the cluster has it")
        }
        if let circle = world.circles.finding(at: item) { findings.append(circle) }
        return findings
    }

    /// Objects whose health a Kustomization waits for.
    static let fluxHealth = Judge(.fluxKustomization) { item, world in
        var findings: [Finding] = []
        var istio: [Node] = []
        let rules = Set(item.spec.items("healthCheckExprs").map { splitAPIVersion($0.text("apiVersion")).group })
        for node in item.spec.items("healthChecks").prefix(500) {
            let kind = GroupKind(group: splitAPIVersion(node.text("apiVersion")).group, kind: node.text("kind"))
            let reference = FluxReference(node, from: item)
            if kind.group.hasSuffix(".istio.io"), !rules.contains(kind.group) { istio.append(node) }
            guard let absence = world.absence(of: reference.name, in: reference.namespace, among: kind) else {
                continue
            }
            findings.append(
                item.finding(
                    .healthCheckUnknown, absence.severity,
                    "the repository has no \(kind.kind) \"\(reference.name)\" in \"\(reference.namespace)\"",
                    at: reference.place,
                    effect: "without it the Kustomization fails when its timeout has passed", meant: absence.nearest,
                    hint: "correct the name, or add the object"))
        }
        if let first = istio.first { findings.append(istioHealth(item, first, count: istio.count)) }
        return findings
    }

    private static func istioHealth(_ item: Item, _ node: Node, count: Int) -> Finding {
        item.finding(
            .istioHealthUnread, .warning,
            "Flux does not know the health of \(count == 1 ? "a \(node.text("kind"))" : "\(count) objects of Istio")",
            at: node["kind"],
            effect: "without a status it counts as healthy at once; where istiod writes a status, whose "
                + "observedGeneration is a text, Flux waits until the timeout and fails",
            hint: "judge it by a rule in \"healthCheckExprs\", or leave it out")
    }

    /// ConfigMaps and Secrets that a build takes values and keys from.
    static let fluxValues = Judge(.fluxKustomization) { item, world in
        item.spec.items("postBuild", "substituteFrom").prefix(500).compactMap { node in
            let reference = FluxReference(node, from: item)
            let kind = node.text("kind")
            guard !node.isSet("optional") else { return nil }
            let absence =
                kind == "Secret"
                ? world.secretAbsence(of: reference.name, in: item.namespace)
                : world.absence(of: reference.name, in: item.namespace, among: .core(kind))
            guard let absence else { return nil }
            return item.finding(
                .valuesUnknown, kind == "Secret" ? .info : absence.severity,
                "the repository has no \(kind) \"\(reference.name)\" in \"\(item.namespace)\"", at: reference.place,
                effect: "without it the build fails", meant: absence.nearest,
                hint: "add it, or write \"optional: true\"")
        }
    }

    /// Secrets with credentials. Most are made in the cluster by hand, so this is no more than a note.
    static let fluxCredentials = Judge(
        .gitRepository, .fluxSource("OCIRepository"), .fluxSource("Bucket"), .alertProvider, .imageRepository,
        .fluxKustomization
    ) { item, world in
        let nodes = [
            item.spec["secretRef"], item.spec[path: "decryption", "secretRef"],
            item.spec[path: "kubeConfig", "secretRef"],
        ]
        return nodes.compactMap { $0 }.compactMap { node in
            guard let absence = world.secretAbsence(of: node.text("name"), in: item.namespace),
                let near = absence.nearest
            else { return nil }
            return item.finding(
                .credentialsUnknown, .info,
                "the repository has no Secret \"\(node.text("name"))\" in \"\(item.namespace)\"", at: node["name"],
                meant: near)
        }
    }
}

extension GitOpsWorld {
    /// The same as `absence` for a Secret, which a SealedSecret or an ExternalSecret may make.
    func secretAbsence(of name: String, in namespace: String) -> Absence? {
        let writers = secretWriters[name] ?? []
        if writers.contains(where: { $0.namespace == namespace || $0.namespace.isEmpty }) { return nil }
        return absence(of: name, in: namespace, among: .secret, .sealedSecret)
    }
}
