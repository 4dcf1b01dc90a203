internal import GoText
internal import Diagnostics
internal import Mesh

/// The rules for single values that many kinds share.
extension Report {
    /// A host that may be a wildcard.
    mutating func checkWildcardHost(_ field: Field, what: String = "host", effect: String? = nil) {
        guard let problem = wildcardDomainProblem(field.text) else { return }
        error(
            .hostInvalid, "the \(what) \(quoted(field.text)) is no name: \(problem)", at: field, hint: hostHint,
            effect: effect)
    }

    /// A host that may be a wildcard or an address.
    mutating func checkWildcardHostOrAddress(_ field: Field) {
        if IPAddress(field.text) == nil { checkWildcardHost(field) }
    }

    /// A full name.
    mutating func checkFullHost(_ field: Field, what: String = "host") {
        guard let problem = domainNameProblem(field.text) else { return }
        error(.hostInvalid, "the \(what) \(quoted(field.text)) is no full name: \(problem)", at: field, hint: hostHint)
    }

    private var hostHint: String { "write a DNS name such as \"reviews.shop.svc.cluster.local\"" }

    /// - Parameter isOptional: 0 and an absent number are fine.
    mutating func checkPort(_ field: Field, isOptional: Bool = false) {
        if isOptional, field.number == 0 { return }
        guard !isPort(field.number) else { return }
        error(
            .portInvalid,
            field.isAbsent
                ? "a port number is missing" : "the port \(field.number) is not between 1 and 65535", at: field,
            hint: "use a number from 1 to 65535")
    }

    mutating func checkPortName(_ field: Field) {
        guard !isDNSLabel(field.text) else { return }
        error(
            .portInvalid,
            field.isFilled ? "the port name \(quoted(field.text)) is not a DNS label" : "a port has no name", at: field,
            hint: "use letters, digits and inner \"-\"")
    }

    /// - Parameter isOptional: An absent protocol is fine.
    mutating func checkProtocol(_ field: Field, isOptional: Bool) {
        if isOptional, !field.isFilled { return }
        guard PortProtocol(field.text) == nil else { return }
        let names = PortProtocol.written.map { $0.rawValue.uppercased() }
        let near = nearestName(to: field.text, among: names)
        error(
            .portInvalid,
            field.isFilled ? "the protocol \(quoted(field.text)) is unknown to Istio" : "the port names no protocol",
            at: field,
            hint: near.map { "did you mean \"\($0)\"?" } ?? "use one of \(names.joined(separator: ", "))")
        suggestNearest(to: field, among: names)
    }

    mutating func checkAddress(_ field: Field, what: String = "address") {
        guard IPAddress(field.text) == nil else { return }
        error(
            .addressInvalid, "the \(what) \(quoted(field.text)) is not an address of IPv4 or IPv6", at: field,
            hint: "write an address such as \"10.0.0.1\"")
    }

    mutating func checkAddressOrBlock(_ field: Field) {
        guard let problem = addressOrBlockProblem(field.text) else { return }
        error(
            .addressInvalid, "the address \(quoted(field.text)) cannot be used: \(problem)", at: field,
            hint: "write an address such as \"10.0.0.1\" or a block such as \"10.0.0.0/8\"")
    }

    mutating func checkUnixPath(_ path: some StringProtocol, at field: Field) {
        guard let problem = unixPathProblem(path) else { return }
        error(
            .addressInvalid, "the address \(quoted(field.text)) names no socket: \(problem)", at: field,
            hint: "write \"unix:///path/to/socket\" or \"unix://@name\"")
    }

    /// A duration that, if it is there, has whole milliseconds and at least one.
    mutating func checkDuration(_ field: Field) {
        guard field.isPresent, let problem = durationProblem(field.text) else { return }
        error(
            .durationInvalid, "\(field.name) \(quoted(field.text)) cannot be used: \(problem)", at: field,
            hint: "write whole milliseconds, such as \"1.5s\" or \"250ms\"")
    }

    mutating func checkExpression(_ field: Field) {
        guard let problem = expressionProblem(field.text) else { return }
        error(
            .expressionInvalid, "the expression \(quoted(field.text)) cannot be used: \(problem)", at: field,
            hint: "write it in RE2's syntax, which has no look-around and no back references")
    }

    mutating func checkLabels(_ field: Field) {
        for (key, value) in field.entries {
            if let problem = labelKeyProblem(key.text) {
                error(.labelInvalid, "the label key \(quoted(key.text)) cannot be used: \(problem)", at: key)
            }
            if let problem = labelValueProblem(value.text) {
                error(
                    .labelInvalid,
                    "the value \(quoted(value.text)) of the label \"\(key.text)\" cannot be used: \(problem)",
                    at: value)
            }
        }
    }

    /// A whole number from 0 to 100.
    mutating func checkPercent(_ field: Field) {
        guard field.isPresent, !(0...100).contains(field.number) else { return }
        error(
            .percentageInvalid, "\(field.name) \(field.number) is not a percentage", at: field,
            hint: "use a number from 0 to 100")
    }

    /// A percentage with a fraction, under `value`: none, or enough that Envoy can tell it from none.
    mutating func checkFraction(_ field: Field) {
        guard field.isPresent else { return }
        let share = field["value"]
        guard share.amount != 0, !(0.0001...100).contains(share.amount) else { return }
        error(
            .percentageInvalid, "the percentage \(share.amount) is neither 0 nor from 0.0001 to 100", at: share,
            hint: "use a number from 0.0001 to 100")
    }

    mutating func checkNotNegative(_ field: Field, _ code: Code) {
        guard field.number < 0 else { return }
        error(code, "\(field.name) \(field.number) is negative", at: field, hint: "use 0 or more")
    }

    /// `credentialName: configmap://namespace/name` takes certificates from a ConfigMap, of the own namespace only.
    mutating func checkCredential(_ field: Field, in namespace: String) {
        guard field.text.hasPrefix("configmap://") else { return }
        let parts = field.text.dropFirst("configmap://".count).split(
            separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let hint = "write \"configmap://\(namespace)/NAME\""
        guard parts.count == 2, !parts[1].isEmpty, !parts[0].isEmpty else {
            return error(
                .clientTLSInvalid, "the credential \(quoted(field.text)) does not name a namespace and a ConfigMap",
                at: field, hint: hint)
        }
        if parts[0] != namespace {
            error(
                .clientTLSInvalid,
                "the credential \(quoted(field.text)) lies in namespace \"\(parts[0])\", not in \"\(namespace)\"",
                at: field, hint: hint)
        }
    }
}
