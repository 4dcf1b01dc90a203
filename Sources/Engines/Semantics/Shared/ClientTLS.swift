internal import Diagnostics

/// TLS towards a service: of a traffic policy, or of a proxy's tracing.
extension Report {
    mutating func checkClientTLS(_ tls: Field, in namespace: String) {
        guard tls.isPresent else { return }
        let mode = tls["mode"].text
        let credential = tls["credentialName"]
        checkCredential(credential, in: namespace)
        if tls["insecureSkipVerify"].isTrue { checkUnverified(tls, mode) }
        if ["SIMPLE", "MUTUAL"].contains(mode), credential.isFilled {
            for name in ["clientCertificate", "caCertificates", "privateKey", "caCrl"] where tls[name].isFilled {
                error(
                    .clientTLSInvalid, "\(name) and credentialName cannot both be set", at: tls[name],
                    hint: "remove \(name); the secret holds it")
            }
            return
        }
        guard mode == "MUTUAL" else { return }
        for (name, what) in [("clientCertificate", "a client certificate"), ("privateKey", "a private key")]
        where !tls[name].isFilled {
            error(
                .clientTLSInvalid, "mode MUTUAL needs \(what)", at: tls[name], hint: "set \(name) or credentialName",
                effect: "connections to the service fail")
        }
    }

    private mutating func checkUnverified(_ tls: Field, _ mode: String) {
        var checked: [String] = []
        if mode == "SIMPLE" { checked = ["caCertificates", "credentialName", "subjectAltNames"] }
        if mode == "MUTUAL" { checked = ["caCertificates", "subjectAltNames"] }
        guard let name = checked.first(where: { tls[$0].isFilled || !tls[$0].isEmpty }) else { return }
        error(
            .clientTLSInvalid, "insecureSkipVerify verifies nothing, so \(name) cannot be set", at: tls[name],
            hint: "remove insecureSkipVerify")
    }
}
