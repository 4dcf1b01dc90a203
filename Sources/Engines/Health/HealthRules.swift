package import KubeTypes
internal import Tree

/// The health of an object; nil for a kind that has none to show.
package func health(of object: KubeObject) -> Health? {
    if object.isBeingDeleted { return Health(.progressing, "Pending deletion") }
    switch (object.type.group, object.kind) {
    case ("apps", "Deployment"): return deploymentHealth(object)
    case ("", "Service"): return serviceHealth(object)
    case ("apiextensions.k8s.io", "CustomResourceDefinition"): return definitionHealth(object)
    case (let group, _) where group.hasSuffix(".istio.io"): return istioHealth(object)
    default: return nil
    }
}

/// As `kubectl rollout status` judges.
private func deploymentHealth(_ object: KubeObject) -> Health {
    if object.spec["paused"]?.bool == true { return Health(.suspended, "Deployment is paused") }
    let status = object.status
    guard status["observedGeneration"]?.integer ?? 0 >= object.generation else {
        return Health(
            .progressing, "Waiting for rollout to finish: observed deployment generation less than desired generation")
    }
    let progress = condition("Progressing", of: object)
    if progress?["reason"]?.string == "ProgressDeadlineExceeded" {
        return Health(.degraded, "Deployment \"\(object.name)\" exceeded its progress deadline")
    }
    let wanted = object.spec["replicas"]?.integer ?? 1
    let updated = status["updatedReplicas"]?.integer ?? 0
    let all = status["replicas"]?.integer ?? 0
    let available = status["availableReplicas"]?.integer ?? 0
    if updated < wanted {
        return Health(
            .progressing, "Waiting for rollout to finish: \(updated) out of \(wanted) new replicas have been updated..."
        )
    }
    if all > updated {
        return Health(
            .progressing, "Waiting for rollout to finish: \(all - updated) old replicas are pending termination...")
    }
    if available < updated {
        return Health(
            .progressing, "Waiting for rollout to finish: \(available) of \(updated) updated replicas are available...")
    }
    return Health(.healthy)
}

private func serviceHealth(_ object: KubeObject) -> Health {
    guard object.spec["type"]?.string == "LoadBalancer" else { return Health(.healthy) }
    let addresses = object.status[path: "loadBalancer", "ingress"]?.elements ?? []
    return addresses.isEmpty ? Health(.progressing) : Health(.healthy)
}

private func definitionHealth(_ object: KubeObject) -> Health {
    for type in ["NamesAccepted", "Established"] {
        guard let found = condition(type, of: object) else {
            return Health(.progressing, "Status conditions not found")
        }
        guard found["status"]?.string == "True" else { return Health(.degraded, found["message"]?.string ?? "") }
    }
    return Health(.healthy)
}

/// istiod writes `status` only when it is told to (PILOT_ENABLE_STATUS): what it found wrong, and whether the configuration
/// has reached the proxies. Without a status there is nothing that speaks against an object that the API server took.
private func istioHealth(_ object: KubeObject) -> Health {
    let problems = (object.status["validationMessages"]?.elements ?? []).filter(isProblem)
    if !problems.isEmpty { return Health(.degraded, problems.map(text).joined(separator: "; ")) }
    // Written as a number by some versions and as a string by others.
    let observed = object.status["observedGeneration"]
    if let seen = observed?.integer ?? observed?.string.flatMap({ Int($0) }), seen < object.generation {
        return Health(.progressing, "istiod has not yet seen generation \(object.generation)")
    }
    if let reconciled = condition("Reconciled", of: object), reconciled["status"]?.string == "False" {
        return Health(.progressing, reconciled["message"]?.string ?? "the configuration has not reached all proxies")
    }
    return Health(.healthy)
}

/// Levels are `ERROR`, `WARNING`, `INFO`, or the numbers 3, 8, 12 of the analysis API.
private func isProblem(_ message: Node) -> Bool {
    switch (message["level"]?.string?.uppercased(), message["level"]?.integer) {
    case ("WARNING", _), ("INFO", _), (_, 8), (_, 12): false
    default: true
    }
}

private func text(_ message: Node) -> String {
    let code = message[path: "type", "code"]?.string ?? message["code"]?.string
    let name = message[path: "type", "name"]?.string ?? message["description"]?.string ?? "istiod reports a problem"
    return code.map { "\($0) \(name)" } ?? name
}

private func condition(_ type: String, of object: KubeObject) -> Node? {
    object.status["conditions"]?.elements.first { $0["type"]?.string == type }
}
