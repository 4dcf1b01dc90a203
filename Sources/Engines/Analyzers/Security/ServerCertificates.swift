internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Proxies check the certificate of the servers that they call by TLS.
    static let serverCertificates = Analyzer(
        "destinationrule.CaCertificateAnalyzer", [.serverUnverified, .serverPortUnverified], reads: .destinationRule
    ) { world in
        world.items(.destinationRule).flatMap { rule -> [Finding] in
            let policy = rule.spec["trafficPolicy"]
            let isSelecting = rule.spec.has("workloadSelector")
            func unverified(_ tls: Node?) -> Node? {
                guard let tls, ["SIMPLE", "MUTUAL"].contains(tls.text("mode")), tls.text("caCertificates").isEmpty,
                    !isSelecting || tls.text("credentialName").isEmpty
                else { return nil }
                return tls
            }
            let whole = unverified(policy?["tls"]).map { finding(rule, $0, nil) }
            let ports = (policy?.items("portLevelSettings") ?? []).compactMap { setting in
                unverified(setting["tls"]).map { finding(rule, $0, setting.number("port", "number") ?? 0) }
            }
            return [whole].compactMap { $0 } + ports
        }
    }
}

private func finding(_ rule: Item, _ tls: Node, _ port: Int?) -> Finding {
    let host = rule.spec.text("host") + (port.map { ":\($0)" } ?? "")
    return rule.finding(
        port == nil ? .serverUnverified : .serverPortUnverified, .warning,
        "TLS to \"\(host)\" has the mode \(tls.text("mode")) without caCertificates", at: tls["mode"],
        effect: "proxies accept any certificate from \"\(host)\", also that of an attacker",
        hint: "set caCertificates to \"system\" or to a file, and subjectAltNames")
}
