/// The functions of OPA 1.x.
package enum Builtins {
    /// In OPA's order of families.
    package static let all: [Builtin] = [
        comparison, arithmetic, bits, sets, aggregates, arrays, conversions, casts, types, regularExpressions, globs,
        texts, textSearch,
        formatting, numbers, units, encodings, documents, objects, paths, schemas, tokens, times, hashes, certificates,
        graphs, networks,
        versions, identifiers, talk, annotations,
    ].flatMap(\.self)

    package static let byName: [String: Builtin] = Dictionary(
        all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    /// Functions of OPA that are not there, and why.
    package static let unsupported: [String: String] = {
        var reasons: [String: String] = [
            "external_data": "Gatekeeper's providers answer in the cluster only",
            "http.send": "a policy is answered without the network",
            "net.lookup_ip_addr": "a policy is answered without the network",
            "opa.runtime": "there is no OPA server whose configuration it could show",
            "rego.parse_module": "syntax trees of OPA are not offered",
            "providers.aws.sign_req": "a policy makes no requests to AWS",
        ]
        for name in ["is_valid", "parse", "parse_and_verify", "parse_query", "parse_schema", "schema_is_valid"] {
            reasons["graphql.\(name)"] = "GraphQL is not supported"
        }
        for name in [
            "parse_certificates", "parse_and_verify_certificates", "parse_and_verify_certificates_with_options",
            "parse_certificate_request",
        ] {
            reasons["crypto.x509.\(name)"] = "certificates are not shown as Go's structures"
        }
        return reasons
    }()
}
