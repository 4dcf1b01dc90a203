internal import Diagnostics
internal import Mesh

/// The attributes of `when`.
extension Report {
    mutating func checkCondition(_ condition: Field) {
        let key = condition["key"]
        guard condition.isPresent, key.isFilled else {
            return error(.policyAttributeInvalid, "a condition has no key", at: condition, hint: "add key")
        }
        if condition["values"].isEmpty, condition["notValues"].isEmpty {
            error(
                .policyAttributeInvalid, "the condition for \(quoted(key.text)) has nothing to compare with",
                at: condition,
                hint: "add values or notValues")
        }
        guard let attribute = PolicyAttribute(key.text) else {
            return error(
                .policyAttributeInvalid, "policies have no attribute \(quoted(key.text))", at: key,
                hint: hint(for: key.text), effect: "the rule would never apply")
        }
        if attribute.lacksArgument {
            error(
                .policyAttributeInvalid, "the attribute \(quoted(key.text)) does not say which one it means", at: key,
                hint: "write it as in \"request.headers[x-user]\"")
        }
        let values = condition["values"].items + condition["notValues"].items
        for value in values where !value.isFilled {
            error(.policyRuleEmpty, "a value of \(quoted(key.text)) is empty", at: value, hint: "remove it")
        }
        switch attribute.values {
        case .addresses: for value in values where value.isFilled { checkAddressOrBlock(value) }
        case .ports: for value in values where value.isFilled { checkPolicyPort(value) }
        case .trustDomains: for value in values where value.isFilled { checkTrustDomain(value) }
        case .accounts:
            for list in ["values", "notValues"] { checkServiceAccounts(condition[list].items, list: condition[list]) }
        case .texts: break
        }
    }

    private func hint(for key: String) -> String {
        if key == "destination.namespace" { return "put the policy into that namespace" }
        if key.hasPrefix("destination.labels") { return "use selector" }
        return nearestName(to: key, among: PolicyAttribute.names).map { "did you mean \"\($0)\"?" }
            ?? "see the conditions in Istio's reference of AuthorizationPolicy"
    }
}

/// An attribute of a connection or a request, and what its values are.
struct PolicyAttribute {
    enum Values { case addresses, ports, accounts, trustDomains, texts }

    var values: Values
    /// A header, claim or key of a filter that is not named.
    var lacksArgument = false

    static let names = [
        "source.ip", "remote.ip", "source.namespace", "source.principal", "source.serviceAccount", "source.trustDomain",
        "request.auth.principal", "request.auth.audiences", "request.auth.presenter", "destination.ip",
        "destination.port", "connection.sni",
    ]

    init?(_ key: String) {
        switch key {
        case "source.ip", "remote.ip", "destination.ip": values = .addresses
        case "destination.port": values = .ports
        case "source.serviceAccount": values = .accounts
        case "source.trustDomain": values = .trustDomains
        case "source.namespace", "source.principal", "request.auth.principal", "request.auth.audiences",
            "request.auth.presenter", "connection.sni":
            values = .texts
        default:
            let families = ["request.headers", "request.auth.claims", "experimental.envoy.filters."]
            guard families.contains(where: key.hasPrefix) else { return nil }
            values = .texts
            lacksArgument = !Self.hasArgument(key)
        }
    }

    /// `a[b]`, with something in the brackets.
    private static func hasArgument(_ key: String) -> Bool {
        guard key.hasSuffix("]"), let open = key.firstIndex(of: "["), open > key.startIndex else { return false }
        return key.distance(from: open, to: key.endIndex) > 2
    }
}
