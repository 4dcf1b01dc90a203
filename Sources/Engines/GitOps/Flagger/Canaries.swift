internal import Diagnostics
internal import KubeTypes
internal import Tree

/// The name of the Services and routes that Flagger makes.
func apexName(_ canary: Item) -> String {
    let name = canary.spec.text("service", "name")
    return name.isEmpty ? canary.spec.text("targetRef", "name") : name
}

/// How a Canary is judged; the older name of the field is still read.
func analysis(_ canary: Item) -> Node { canary.spec["analysis"] ?? canary.spec["canaryAnalysis"] ?? Node(.null) }

extension Judge {
    /// What a Canary names.
    static let canaryReferences = Judge(.canary) { item, world in
        var findings: [Finding] = []
        for (field, words) in [
            ("targetRef", "the Canary is never initialised"), ("autoscalerRef", "the Canary is never initialised"),
        ] {
            guard let node = item.spec[field] else { continue }
            let kind = GroupKind(group: splitAPIVersion(node.text("apiVersion")).group, kind: node.text("kind"))
            guard let absence = world.absence(of: node.text("name"), in: item.namespace, among: kind) else { continue }
            findings.append(
                missing(.canaryTargetUnknown, item, node, kind.kind, in: item.namespace, absence, effect: words))
        }
        for metric in analysis(item).items("metrics").prefix(500) {
            guard let node = metric["templateRef"] else { continue }
            let namespace = node.text("namespace").isEmpty ? item.namespace : node.text("namespace")
            guard let absence = world.absence(of: node.text("name"), in: namespace, among: .metricTemplate) else {
                continue
            }
            findings.append(
                missing(
                    .metricTemplateUnknown, item, node, "MetricTemplate", in: namespace, absence,
                    effect: "each check of this metric fails, and the canary is rolled back"))
        }
        for alert in analysis(item).items("alerts").prefix(500) {
            guard let node = alert["providerRef"] else { continue }
            let namespace = node.text("namespace").isEmpty ? item.namespace : node.text("namespace")
            guard let absence = world.absence(of: node.text("name"), in: namespace, among: .canaryAlertProvider) else {
                continue
            }
            findings.append(
                missing(
                    .alertProviderUnknown, item, node, "AlertProvider", in: namespace, absence,
                    effect: "the alert is not sent"))
        }
        return findings
    }

    private static func missing(
        _ code: Code, _ item: Item, _ node: Node, _ kind: String, in namespace: String, _ absence: Absence,
        effect: String
    ) -> Finding {
        item.finding(
            code, absence.severity, "the repository has no \(kind) \"\(node.text("name"))\" in \"\(namespace)\"",
            at: node["name"] ?? node, effect: "without it \(effect)", meant: absence.nearest,
            hint: "add it, unless the cluster has it")
    }

    /// Objects in Git that Flagger writes too: each takes back what the other has done.
    static let canaryOwnership = Judge(.canary) { item, world in
        let apex = apexName(item)
        guard !apex.isEmpty, isIstio(item) else { return [] }
        let written: [(kind: GroupKind, name: String, effect: String)] = [
            (
                .istio("VirtualService"), apex,
                "Flagger and the sync fight over it: each sync sets the weights back, and the canary starts again"
            ),
            (.istio("DestinationRule"), "\(apex)-primary", "Flagger and the sync fight over it"),
            (.istio("DestinationRule"), "\(apex)-canary", "Flagger and the sync fight over it"),
            (.core("Service"), "\(apex)-primary", "Flagger and the sync fight over it"),
            (.core("Service"), "\(apex)-canary", "Flagger and the sync fight over it"),
        ]
        return written.flatMap { kind, name, effect in
            world.items(kind, named: name, in: item.namespace).filter { $0.unit == item.unit && !$0.isHandsOff }.map {
                $0.finding(
                    .canaryObjectInGit, "Flagger writes the \(kind.kind) \"\(name)\" for the Canary \"\(item.name)\"",
                    related: [item.related("the Canary")], effect: effect,
                    hint: "remove it from Git; what it says belongs to \"service\" of the Canary")
            }
        } + shadowed(item, apex, world) + scaled(item, world) + selected(item, apex, world)
    }

    /// A DestinationRule for the Service itself, which no route leads to any more.
    private static func shadowed(_ item: Item, _ apex: String, _ world: GitOpsWorld) -> [Finding] {
        let hosts = Set([apex, "\(apex).\(item.namespace)", "\(apex).\(item.namespace).svc.cluster.local"])
        return world.items(.istio("DestinationRule")).filter {
            $0.unit == item.unit && $0.namespace == item.namespace && hosts.contains($0.spec.text("host"))
        }.map {
            $0.finding(
                .canaryObjectInGit, .warning,
                "with the Canary \"\(item.name)\" requests go to \"\(apex)-primary\" and \"\(apex)-canary\", "
                    + "not to \"\(apex)\"",
                at: $0.spec["host"], related: [item.related("the Canary")],
                effect: "the rule meets no request that Flagger routes: its limits and subsets are not in use",
                hint: "move trafficPolicy to \"service\" of the Canary, and remove the rule")
        }
    }

    /// Replicas in Git: Flagger scales the target to 0 after each run.
    private static func scaled(_ item: Item, _ world: GitOpsWorld) -> [Finding] {
        let target = item.spec["targetRef"] ?? Node(.null)
        guard target.text("kind") == "Deployment" else { return [] }
        return world.items(
            GroupKind(group: "apps", kind: "Deployment"), named: target.text("name"), in: item.namespace
        ).filter { $0.unit == item.unit && $0.spec.has("replicas") }.map {
            $0.finding(
                .canaryObjectInGit, .warning,
                "Flagger scales the target of the Canary \"\(item.name)\" to 0 after each run",
                at: $0.spec["replicas"], related: [item.related("the Canary")],
                effect: "each sync starts these pods again, beside those of \"\($0.name)-primary\"",
                hint: "remove replicas from Git, or ignore the field in syncs")
        }
    }

    /// The Service itself in Git: Flagger has it select the primary's pods.
    private static func selected(_ item: Item, _ apex: String, _ world: GitOpsWorld) -> [Finding] {
        world.items(.core("Service"), named: apex, in: item.namespace).filter {
            $0.unit == item.unit && $0.spec.has("selector") && !$0.isHandsOff
                && item.spec.text("targetRef", "kind") != "Service"
        }.map {
            $0.finding(
                .canaryObjectInGit, .warning,
                "Flagger has the Service select the pods of \"\(item.spec.text("targetRef", "name"))-primary\"",
                at: $0.spec["selector"], related: [item.related("the Canary", at: nil)],
                effect: "each sync that sets this selector sends requests to pods that Flagger has scaled to 0",
                hint: "remove the Service from Git: Flagger makes it; or have syncs ignore its selector")
        }
    }

    static func isIstio(_ canary: Item) -> Bool { ["", "istio"].contains(canary.spec.text("provider")) }
}

extension Item {
    /// Whether GitOps tools are told to leave it alone.
    fileprivate var isHandsOff: Bool {
        let key = "kustomize.toolkit.fluxcd.io/reconcile"
        return object.annotation(key) == "disabled" || object.labels[key] == "disabled"
    }
}
