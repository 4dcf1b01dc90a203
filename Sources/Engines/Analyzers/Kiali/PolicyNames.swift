internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Policies name methods, hosts and accounts that exist.
    static let policyNames = Analyzer(
        "kiali.PolicyNames", [.methodUnknown, .policyHostUnknown, .serviceAccountUnknown],
        reads: .authorizationPolicy, .service, .serviceAccount
    ) { world in
        let accounts = world.items(.serviceAccount).map(\.key)
        return world.items(.authorizationPolicy).flatMap { policy -> [Finding] in
            let rules = policy.spec.items("rules")
            let operations = rules.flatMap { $0.items("to") }.compactMap { $0["operation"] }
            let sources = rules.flatMap { $0.items("from") }.compactMap { $0["source"] }
            return operations.flatMap { $0.items("methods") + $0.items("notMethods") }.compactMap { method($0, policy) }
                + operations.flatMap { $0.items("hosts") + $0.items("notHosts") }.compactMap { host($0, policy, world) }
                + sources.flatMap { $0.items("principals") + $0.items("notPrincipals") }.compactMap {
                    account($0, policy, accounts, world)
                }
        }
    }
}

private let methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE"]

private func method(_ node: Node, _ policy: Item) -> Finding? {
    guard let name = node.string, !methods.contains(name), !name.contains("*") else { return nil }
    let near = methods.first { $0 == name.uppercased() } ?? nearestName(to: name, among: methods)
    return policy.finding(
        .methodUnknown, .warning, "\"\(name)\" is no method of HTTP", at: node,
        effect: "the rule meets no request by it",
        meant: near, hint: "names of gRPC methods belong in paths")
}

/// Only a short name means a Service; others are compared with the Host header as they stand.
private func host(_ node: Node, _ policy: Item, _ world: World) -> Finding? {
    guard let name = node.string, !name.isEmpty, !name.contains("."), !name.contains("*"), world.hasHosts,
        world.knowsHost(name, from: policy.namespace), world.hosts.find(name, from: policy.namespace) == nil
    else { return nil }
    return policy.finding(
        .policyHostUnknown, .warning, "there is no Service or ServiceEntry for the host \"\(name)\"", at: node,
        effect: "the rule meets no request", meant: nearestHost(to: name, from: policy.namespace, in: world))
}

/// `TRUST-DOMAIN/ns/NAMESPACE/sa/NAME`.
private func account(_ node: Node, _ policy: Item, _ accounts: [ObjectKey], _ world: World) -> Finding? {
    let parts = (node.string ?? "").split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 5, parts[1] == "ns", parts[3] == "sa", !parts.contains(where: { $0.contains("*") }),
        world.knows(.serviceAccount, in: parts[2]), parts[4] != "default"
    else { return nil }
    let key = ObjectKey(namespace: parts[2], name: parts[4])
    guard world.item(.serviceAccount, key) == nil else { return nil }
    let near = accounts.first { $0.description == nearestName(to: key.description, among: accounts.map(\.description)) }
    return policy.finding(
        .serviceAccountUnknown, "there is no ServiceAccount \"\(key)\"", at: node,
        effect: "the rule meets no request by this principal",
        meant: near.map { "\(parts[0])/ns/\($0.namespace)/sa/\($0.name)" })
}
