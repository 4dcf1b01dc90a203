internal import GoText
/// What keeps a text from naming the service of an extension provider: a name or address, alone or as `namespace/host`.
/// Nil when nothing does.
package func providerServiceProblem(_ text: String) -> String? {
    if text.isEmpty { return "it is empty" }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 1 {
        guard IPAddress(text) == nil, let problem = domainNameProblem(text) else { return nil }
        return problem
    }
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        return "it is not written as \"host\" or \"namespace/host\""
    }
    if !isDNSLabel(parts[0]) { return "\"\(parts[0])\" is not the name of a namespace" }
    return hostInNamespaceProblem(String(parts[1]))
}

/// The rules for the host of `namespace/host` where it may be a wildcard, as a Sidecar and a Gateway have it.
package func hostInNamespaceProblem(_ host: String) -> String? {
    if host == "*" { return nil }
    if !host.contains(".") { return "short names are not allowed, \"\(host)\" has no dot" }
    if let problem = wildcardDomainProblem(host) { return problem }
    return isPartialWildcard(host) ? "a wildcard must stand for a whole label, as in \"*.example\"" : nil
}

/// Trust domains are names too, whose labels may be any number of DNS labels.
package func trustDomainProblem(_ text: String) -> String? {
    if text.isEmpty { return "it is empty" }
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    for (index, label) in labels.enumerated() {
        if index == labels.count - 1, label.isEmpty, labels.count > 1 { continue }
        if !isDNSLabel(label) { return "\"\(label)\" is not made of letters, digits and inner \"-\"" }
    }
    return nil
}

/// What keeps a text with wildcards from being a value of a policy: one `*` at most, at the start or the end.
package func policyWildcardProblem(_ text: String) -> String? {
    if text.isEmpty { return "it is empty" }
    let stars = text.filter { $0 == "*" }.count
    if stars > 1 { return "only one \"*\" is allowed" }
    return stars == 1 && !text.hasPrefix("*") && !text.hasSuffix("*") ? "\"*\" may only begin or end it" : nil
}
