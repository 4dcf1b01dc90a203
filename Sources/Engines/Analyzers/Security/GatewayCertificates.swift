internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Gateways of the same pods do not share a certificate, because browsers share connections by certificate.
    static let gatewayCertificates = Analyzer(
        "gateway.CertificateAnalyzer", [.certificateShared], reads: .gateway
    ) { world in
        var holders: [Certificate: [(gateway: Item, node: Node)]] = [:]
        for gateway in world.items(.gateway) {
            for server in gateway.spec.items("servers") {
                guard let tls = server["tls"], let certificate = Certificate(tls) else { continue }
                holders[certificate, default: []].append(
                    (gateway, tls["credentialName"] ?? tls["serverCertificate"] ?? tls))
            }
        }
        var told: [ObjectKey: Finding] = [:]
        for (certificate, users) in holders where users.count > 1 {
            for user in users where told[user.gateway.key] == nil {
                let selector = user.gateway.spec.pairs("selector")
                let others = users.filter { other in
                    other.gateway.key != user.gateway.key && isPart(selector, of: other.gateway.spec.pairs("selector"))
                }
                guard !others.isEmpty else { continue }
                told[user.gateway.key] = finding(user.gateway, user.node, certificate, others)
            }
        }
        return Array(told.values)
    }
}

private enum Certificate: Hashable {
    case secret(String)
    case files(String, String)

    init?(_ tls: Node) {
        let (name, chain, key) = (tls.text("credentialName"), tls.text("serverCertificate"), tls.text("privateKey"))
        if !name.isEmpty {
            self = .secret(name)
        } else if !chain.isEmpty, !key.isEmpty {
            self = .files(chain, key)
        } else {
            return nil
        }
    }

    var name: String {
        switch self {
        case .secret(let name): name
        case .files(let chain, _): chain
        }
    }
}

private func isPart(_ selector: [String: String], of other: [String: String]) -> Bool {
    selector.allSatisfy { other[$0.key] == $0.value }
}

private func finding(
    _ gateway: Item, _ node: Node, _ certificate: Certificate, _ others: [(gateway: Item, node: Node)]
) -> Finding {
    let names = others.map(\.gateway.key.description).distinct
    return gateway.finding(
        .certificateShared, .warning, "the certificate \"\(certificate.name)\" is that of \(listed(names)) too",
        at: node,
        related: others.prefix(20).map { $0.gateway.related("the same certificate", at: $0.node) },
        effect: "browsers that reuse an HTTP/2 connection get 404 for hosts of the other Gateway",
        hint: "use one Gateway for the certificate, or a certificate each")
}
