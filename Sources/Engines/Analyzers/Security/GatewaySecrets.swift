internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// The Secrets of Gateways are where the gateway's pods are, and hold a certificate with its key.
    static let gatewaySecrets = Analyzer(
        "gateway.SecretAnalyzer", [.gatewaySelectsNothing, .credentialUnknown, .credentialInvalid],
        reads: .gateway, .pod, .secret
    ) { world in
        world.items(.gateway).flatMap { gateway -> [Finding] in
            let workloads = world.workloads.matching(gateway.spec.pairs("selector"), in: nil)
            guard !workloads.isEmpty else { return [selectsNothing(gateway, in: world)].compactMap { $0 } }
            let namespaces = workloads.map(\.namespace).distinct
            return gateway.spec.items("servers").compactMap { server in
                server[path: "tls", "credentialName"].flatMap { secretFinding($0, of: gateway, namespaces, in: world) }
            }
        }
    }
}

private func secretFinding(_ node: Node, of gateway: Item, _ namespaces: [String], in world: World) -> Finding? {
    guard let name = node.string, !name.isEmpty else { return nil }
    let keys = namespaces.map { ObjectKey(namespace: $0, name: name) }
    guard let key = keys.first(where: world.secretNames.contains) else {
        // Secrets are often not in a repository, so those that are say nothing about others.
        guard world.options.isWholeMesh else { return nil }
        let elsewhere = world.secretNames.filter { $0.name == name }.sorted().first
        let near = nearestName(
            to: name, among: world.secretNames.filter { namespaces.contains($0.namespace) }.map(\.name).sorted())
        return gateway.finding(
            .credentialUnknown,
            "there is no Secret \"\(name)\" in the namespace of the gateway's pods, \(listed(namespaces))",
            at: node, effect: "TLS connections to the server are closed",
            meant: elsewhere == nil ? near : nil,
            hint: elsewhere.map { "\"\($0)\" is in another namespace; it must be beside the pods" })
    }
    guard let secret = world.item(.secret, key), let problem = credentialProblem(secret, now: world.options.now) else {
        return nil
    }
    return gateway.finding(
        .credentialInvalid, "the Secret \"\(name)\" cannot serve: \(problem)", at: node,
        related: [secret.related("the Secret")],
        effect: "TLS connections to the server are closed or refused by clients",
        hint: "renew the Secret: tls.crt and tls.key in PEM")
}

/// What keeps a Secret from being a certificate with its key.
private func credentialProblem(_ secret: Item, now: Timestamp?) -> String? {
    let data = secret.object.asStoredSecret.root.pairs("data")
    guard let (chain, key) = pairs(data).first else { return "it has no tls.crt with tls.key" }
    guard let chain = decodedBase64(chain), let key = decodedBase64(key) else { return "its data is not base 64" }
    guard pemBlock(chain, ofKind: "CERTIFICATE") != nil else { return "its certificate is not PEM" }
    guard pemBlock(key, ofKind: "PRIVATE KEY") != nil else { return "its key is not PEM" }
    guard let validity = pemBlock(chain, ofKind: "CERTIFICATE").flatMap({ CertificateValidity(der: $0) }) else {
        return "its certificate is not X.509"
    }
    guard let now else { return nil }
    if now > validity.end { return "its certificate has expired on \(validity.end)" }
    return now < validity.start ? "its certificate is valid from \(validity.start) only" : nil
}

private func pairs(_ data: [String: String]) -> [(String, String)] {
    [("cert", "key"), ("tls.crt", "tls.key")].compactMap { names in
        guard let chain = data[names.0], let key = data[names.1] else { return nil }
        return (chain, key)
    }
}
