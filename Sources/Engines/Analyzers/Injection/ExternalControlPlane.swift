internal import GoText
internal import Diagnostics
internal import KubeTypes
internal import Mesh
internal import Tree

extension Analyzer {
    /// The webhooks of an external control plane can be called.
    static let externalControlPlane = Analyzer(
        "externalcontrolplane.ExternalControlPlaneAnalyzer", [.webhookAddressInvalid, .webhookAddressNumeric],
        reads: .validatingWebhook, .mutatingWebhook
    ) { world in
        let validating = world.items(.validatingWebhook).filter {
            $0.name == "istiod-default-validator" || $0.name.hasPrefix("istio-validator")
        }
        let mutating = world.items(.mutatingWebhook).filter { $0.name.hasPrefix("istio-sidecar-injector") }
        return (validating + mutating).flatMap { item in
            item.root.items("webhooks").compactMap { addressFinding($0, of: item) }
        }
    }
}

private func addressFinding(_ webhook: Node, of item: Item) -> Finding? {
    let client = webhook["clientConfig"]
    let name = webhook.text("name")
    func invalid(_ problem: String) -> Finding {
        item.finding(
            .webhookAddressInvalid, .warning, "the address of the webhook \"\(name)\" \(problem)",
            at: client?["url"] ?? client, effect: "the API server cannot ask the control plane",
            hint: "write https://HOST:PORT/PATH, or a service")
    }
    guard let url = client?["url"]?.string, !url.isEmpty else {
        return client?.has("service") == true ? nil : invalid("is blank")
    }
    guard let host = hostOf(url) else { return invalid("is no URL: \"\(url)\"") }
    guard IPAddress(host) != nil else { return nil }
    return item.finding(
        .webhookAddressNumeric, .info, "the webhook \"\(name)\" is called by the IP address \(host)",
        at: client?["url"],
        effect: "the API server loses the control plane when its address changes", hint: "use a host name")
}

/// The host of a URL, without its port; nil for what is no URL.
private func hostOf(_ url: String) -> String? {
    guard let scheme = url.firstRange(of: "://"), !url[..<scheme.lowerBound].isEmpty,
        !url.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F })
    else { return nil }
    var authority = url[scheme.upperBound...].prefix { !"/?#".contains($0) }
    if let at = authority.lastIndex(of: "@") { authority = authority[authority.index(after: at)...] }
    if authority.first == "[" {
        return authority.dropFirst().contains("]") ? String(authority.dropFirst().prefix { $0 != "]" }) : nil
    }
    let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, let host = parts.first, parts.count == 1 || parts[1].allSatisfy(\.isNumber) else {
        return nil
    }
    return host.isEmpty ? nil : String(host)
}
