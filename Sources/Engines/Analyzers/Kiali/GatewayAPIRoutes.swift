internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Routes of Gateway API belong to gateways that exist, and lead to Services that they may reach.
    static let gatewayAPIRoutes = Analyzer(
        "kiali.GatewayAPIRoutes", [.parentUnknown, .backendUnknown],
        reads: .httpRoute, .grpcRoute, .kubernetesGateway, .service, .referenceGrant
    ) { world in
        (world.items(.httpRoute) + world.items(.grpcRoute)).flatMap { route in
            route.spec.items("parentRefs").compactMap { parent($0, of: route, in: world) }
                + route.spec.items("rules").flatMap { $0.items("backendRefs") }.compactMap {
                    backend($0, of: route, in: world)
                }
        }
    }
}

private func parent(_ reference: Node, of route: Item, in world: World) -> Finding? {
    let kind = reference.text("kind")
    guard kind.isEmpty || kind == "Gateway" else { return nil }
    let namespace = reference.text("namespace")
    let key = ObjectKey(namespace: namespace.isEmpty ? route.namespace : namespace, name: reference.text("name"))
    guard world.item(.kubernetesGateway, key) == nil, world.knows(.kubernetesGateway, in: key.namespace) else {
        return nil
    }
    let near = nearestName(to: key.name, among: world.names(.kubernetesGateway))
    return route.finding(
        .parentUnknown, "there is no Gateway \"\(key)\"", at: reference["name"],
        effect: "no request follows the route", meant: near)
}

private func backend(_ reference: Node, of route: Item, in world: World) -> Finding? {
    let kind = reference.text("kind")
    guard kind.isEmpty || kind == "Service", reference.text("group").isEmpty else { return nil }
    let namespace = reference.text("namespace").isEmpty ? route.namespace : reference.text("namespace")
    let key = ObjectKey(namespace: namespace, name: reference.text("name"))
    guard world.item(.service, key) != nil else {
        guard world.knows(.service, in: namespace) else { return nil }
        let near = nearestName(to: key.name, among: world.names(.service))
        return route.finding(
            .backendUnknown, "there is no Service \"\(key)\"", at: reference["name"],
            effect: "requests to this backend get 500", meant: near)
    }
    guard namespace != route.namespace, !isGranted(route, key, in: world) else { return nil }
    return route.finding(
        .backendUnknown, "no ReferenceGrant of \"\(namespace)\" lets the route reach the Service \"\(key)\"",
        at: reference["namespace"], effect: "requests to this backend get 500",
        hint: "add a ReferenceGrant from \"\(route.namespace)\" in \"\(namespace)\"")
}

private func isGranted(_ route: Item, _ service: ObjectKey, in world: World) -> Bool {
    world.items(.referenceGrant).contains { grant in
        grant.namespace == service.namespace
            && grant.spec.items("from").contains {
                $0.text("kind") == route.kind && $0.text("namespace") == route.namespace
            }
            && grant.spec.items("to").contains {
                $0.text("kind") == "Service" && ["", service.name].contains($0.text("name"))
            }
    }
}
