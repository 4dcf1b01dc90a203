internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// In a namespace without sidecars, what looks at requests names what it is for, and a waypoint reads it.
    static let ambientTargets = Analyzer(
        "kiali.AmbientTargets", TargetedKind.all.flatMap { [$0.unread, $0.untargeted] },
        reads: .authorizationPolicy, .requestAuthentication, .wasmPlugin, .telemetry, .namespace
    ) { world in
        TargetedKind.all.flatMap { kind in world.items(kind.kind).flatMap { kind.findings($0, in: world) } }
    }
}

/// A kind that is for workloads by labels where they have sidecars, and for targets by name where they have not.
private struct TargetedKind: Sendable {
    var kind: GroupKind
    var unread: Code
    var untargeted: Code
    /// What happens when ztunnel has to do without a waypoint.
    var effect: String
    /// The part that needs a waypoint.
    var part: @Sendable (Node) -> Node?

    static let all = [
        TargetedKind(
            kind: .authorizationPolicy, unread: .policyUnread, untargeted: .policyUntargeted,
            effect: "ztunnel sees no requests, and closes the connections that the policy is about"
        ) { requestRule(authorizationPolicy: $0) },
        TargetedKind(
            kind: .requestAuthentication, unread: .tokensUnread, untargeted: .tokensUntargeted,
            effect: "tokens are not checked: requests with a wrong one get through"
        ) { $0["jwtRules"] },
        TargetedKind(
            kind: .wasmPlugin, unread: .pluginUnread, untargeted: .pluginUntargeted,
            effect: "requests do not pass the plug-in"
        ) { $0["url"] },
        TargetedKind(
            kind: .telemetry, unread: .telemetryUnread, untargeted: .telemetryUntargeted,
            effect: "requests are neither traced nor logged nor counted as it says"
        ) { requestRule(telemetry: $0) },
    ]

    func findings(_ item: Item, in world: World) -> [Finding] {
        guard world.isAmbient(item.namespace), let part = part(item.spec), !part.isNull else { return [] }
        return [untargeted(item, part), unread(item, part, in: world)].compactMap { $0 }
    }

    private func untargeted(_ item: Item, _ part: Node) -> Finding? {
        guard item.spec.policyTargets.isEmpty else { return nil }
        return item.finding(
            untargeted, .warning, "the \(item.kind) names no target, and waypoints look at those only",
            at: item.spec[path: "selector", "matchLabels"] ?? part, effect: effect,
            hint: "name the Service or the waypoint in targetRefs instead of a selector")
    }

    private func unread(_ item: Item, _ part: Node, in world: World) -> Finding? {
        guard let gap = gap(item, in: world) else { return nil }
        return item.finding(
            unread, .warning, "\(gap.who) has no waypoint, which the \(item.kind) needs", at: gap.node ?? part,
            related: gap.related, effect: effect,
            hint: "label it \(waypointLabel) with the name of a waypoint, or the namespace")
    }

    /// What the item is for, and has no waypoint.
    private func gap(_ item: Item, in world: World) -> Gap? {
        let targets = item.spec.policyTargets
        guard targets.isEmpty else { return targets.lazy.compactMap { target($0, of: item, in: world) }.first }
        let selector = item.spec.pairs("selector", "matchLabels")
        let selected = selector.isEmpty ? [] : world.workloads.matching(selector, in: item.namespace)
        guard selected.isEmpty else {
            return selected.first { !$0.isGateway && !world.isEnrolled($0) }.map {
                Gap(who: "the workload \"\($0.name)\"", related: [$0.owner.related("this workload")])
            }
        }
        guard !world.isEnrolled([:], in: item.namespace) else { return nil }
        return namespace(of: item, in: world)
    }

    /// A Gateway that is named reads requests itself; a Service has a waypoint, or lies in a namespace with one.
    private func target(_ target: Node, of item: Item, in world: World) -> Gap? {
        let key = ObjectKey(namespace: item.namespace, name: target.text("name"))
        let kinds = ["Service": GroupKind.service, "ServiceEntry": .serviceEntry]
        guard let kind = kinds[target.text("kind")] else { return nil }
        let known = world.item(kind, key)
        guard !world.isEnrolled(known?.labels ?? [:], in: item.namespace) else { return nil }
        guard let known else { return namespace(of: item, in: world) }
        return Gap(
            who: "the \(known.kind) \"\(known.name)\"", node: target["name"],
            related: [known.related("this \(known.kind)")])
    }

    private func namespace(of item: Item, in world: World) -> Gap {
        Gap(
            who: "the namespace \"\(item.namespace)\"",
            related: world.namespaces[item.namespace].map { [$0.related("ambient here", at: $0.ambientLabel)] } ?? [])
    }
}

private struct Gap {
    var who: String
    var node: Node?
    var related: [RelatedPlace] = []
}

extension Item {
    /// Where the namespace or pod says that it is ambient.
    var ambientLabel: Node? { root[path: "metadata", "labels", dataplaneLabel] }
}
