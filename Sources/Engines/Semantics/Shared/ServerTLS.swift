internal import Diagnostics

/// TLS of a server: of a Gateway, or of a Sidecar's ingress.
extension Report {
    mutating func checkServerTLS(_ tls: Field) {
        guard tls.isPresent else { return }
        checkVersionAndCiphers(tls)
        let mode = ServerTLSMode(tls)
        switch mode {
        case .istioMutual: return checkNoCertificates(tls)
        case .passthrough, .autoPassthrough:
            if let unused = certificateFields.map({ tls[$0] }).first(where: { $0.isFilled || !$0.isEmpty }) {
                warning(
                    .settingIneffective, "\(unused.name) has no effect: mode \(mode.rawValue) does not end TLS here",
                    at: unused, hint: "remove it, or use mode SIMPLE or MUTUAL")
            }
        case .simple, .mutual, .optionalMutual: break
        }
        checkSources(tls)
        if mode.endsTLS, !(tls["credentialName"].isFilled || !tls["credentialNames"].isEmpty) {
            checkCertificates(tls, mode)
        }
        checkRevocations(tls, mode)
    }

    private mutating func checkVersionAndCiphers(_ tls: Field) {
        let oldest = tls["minProtocolVersion"]
        if ["TLSV1_0", "TLSV1_1"].contains(oldest.text), tls["cipherSuites"].isEmpty {
            warning(
                .tlsParametersDoubtful,
                "minProtocolVersion \(oldest.text) needs cipherSuites that it can use, the default ones are for later ones",
                at: oldest, hint: "use TLSV1_2, or name cipher suites", effect: "old clients cannot connect")
        }
        var seen: Set<String> = []
        for suite in tls["cipherSuites"].items {
            if !CipherSuites.isKnown(suite.text) {
                warning(
                    .tlsParametersDoubtful, "the cipher suite \(quoted(suite.text)) is not known and is left out",
                    at: suite,
                    hint: nearestName(to: suite.text, among: CipherSuites.known).map { "did you mean \"\($0)\"?" })
                suggestNearest(to: suite, among: Array(CipherSuites.known))
            } else if !seen.insert(suite.text).inserted {
                warning(
                    .tlsParametersDoubtful, "the cipher suite \(quoted(suite.text)) is there twice", at: suite,
                    hint: "remove one of the two")
                suggestRemoval(of: suite)
            }
        }
    }

    private mutating func checkNoCertificates(_ tls: Field) {
        for name in certificateFields where name != "caCrl" {
            let field = tls[name]
            guard field.isFilled || !field.isEmpty else { continue }
            error(
                .certificatesInvalid,
                "mode ISTIO_MUTUAL takes Istio's own certificates, so \(name) cannot be set",
                at: field, hint: "remove \(name), or use mode MUTUAL")
        }
    }

    private mutating func checkSources(_ tls: Field) {
        let sources: [(name: String, isUsed: Bool)] = [
            ("serverCertificate", tls["serverCertificate"].isFilled && tls["privateKey"].isFilled),
            ("credentialName", tls["credentialName"].isFilled),
            ("credentialNames", !tls["credentialNames"].isEmpty), ("tlsCertificates", !tls["tlsCertificates"].isEmpty),
        ]
        let used = sources.filter(\.isUsed).map(\.name)
        guard used.count > 1, let last = used.last else { return }
        error(
            .certificatesInvalid, "certificates come from several sources: \(used.joined(separator: ", "))",
            at: tls[last], hint: "keep one of them")
    }

    private mutating func checkCertificates(_ tls: Field, _ mode: ServerTLSMode) {
        if mode != .simple, !tls["caCertificates"].isFilled {
            error(
                .certificatesInvalid, "mode \(mode.rawValue) needs caCertificates to check clients with",
                at: tls["caCertificates"], hint: "set caCertificates or credentialName",
                effect: "istiod refuses the listener")
        }
        let pairs = tls["tlsCertificates"].isEmpty ? [tls] : tls["tlsCertificates"].items
        // The schema does not allow it; Istio only warns.
        if pairs.count > 2 {
            warning(
                .settingIneffective, "a server has \(pairs.count) tlsCertificates, and at most 2 are used",
                at: tls["tlsCertificates"], hint: "keep one for RSA and one for ECDSA")
        }
        for pair in pairs {
            for (name, what) in [("serverCertificate", "a certificate"), ("privateKey", "a private key")] {
                if pair[name].isFilled { continue }
                error(
                    .certificatesInvalid, "mode \(mode.rawValue) needs \(what)", at: pair[name],
                    hint: "set \(name) or credentialName", effect: "the server cannot answer over TLS")
            }
        }
    }

    private mutating func checkRevocations(_ tls: Field, _ mode: ServerTLSMode) {
        let list = tls["caCrl"]
        guard list.isFilled, mode.endsTLS else { return }
        if tls["credentialName"].isFilled || !tls["credentialNames"].isEmpty { return }
        if mode == .simple {
            error(
                .certificatesInvalid, "mode SIMPLE checks no client certificates, so caCrl cannot be used",
                at: list,
                hint: "remove caCrl, or use mode MUTUAL")
        }
    }
}

enum ServerTLSMode: String {
    case passthrough = "PASSTHROUGH"
    case simple = "SIMPLE"
    case mutual = "MUTUAL"
    case autoPassthrough = "AUTO_PASSTHROUGH"
    case istioMutual = "ISTIO_MUTUAL"
    case optionalMutual = "OPTIONAL_MUTUAL"

    init(_ tls: Field) { self = ServerTLSMode(rawValue: tls["mode"].text) ?? .passthrough }

    /// With certificates of its own.
    var endsTLS: Bool { self == .simple || self == .mutual || self == .optionalMutual }
}

private let certificateFields = [
    "caCrl", "serverCertificate", "privateKey", "caCertificates", "tlsCertificates", "credentialName",
    "credentialNames",
]

enum CipherSuites {
    static let known: Set<String> = [
        "ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-RSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES256-GCM-SHA384",
        "ECDHE-RSA-AES256-GCM-SHA384", "ECDHE-ECDSA-CHACHA20-POLY1305", "ECDHE-RSA-CHACHA20-POLY1305",
        "ECDHE-ECDSA-AES128-SHA", "ECDHE-RSA-AES128-SHA", "ECDHE-ECDSA-AES256-SHA", "ECDHE-RSA-AES256-SHA",
        "AES128-GCM-SHA256", "AES256-GCM-SHA384", "AES128-SHA", "AES256-SHA", "DES-CBC3-SHA",
    ]

    /// A suite, or an operation on the list such as `-ALL`, which Envoy understands.
    static func isKnown(_ name: String) -> Bool {
        if name.isEmpty || name == "ALL" || known.contains(name) { return true }
        return name.unicodeScalars.first.map { !$0.properties.isAlphabetic && !("0"..."9").contains($0) } ?? true
    }
}
