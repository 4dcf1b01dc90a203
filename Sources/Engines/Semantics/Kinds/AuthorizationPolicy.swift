internal import Diagnostics
internal import Mesh

/// Who may do what.
extension Report {
    mutating func checkAuthorizationPolicy(_ object: ObjectParts) {
        let spec = object.spec
        checkTargets(spec)
        let action = spec["action"].isFilled ? spec["action"].text : "ALLOW"
        checkPolicyAction(spec, action)
        for rule in spec["rules"].items {
            // `{}` stands for all requests, a null for nothing at all.
            guard rule.isPresent else {
                error(.policyRuleEmpty, "a rule is empty", at: rule, hint: "write {} for all requests, or remove it")
                continue
            }
            if action == "CUSTOM" { checkCustomRule(rule) }
            for from in rule["from"].items { checkFrom(from) }
            for to in rule["to"].items { checkTo(to) }
            for condition in rule["when"].items { checkCondition(condition) }
            if action == "DENY" { checkDeniesAll(rule) }
        }
    }

    private mutating func checkPolicyAction(_ spec: Field, _ action: String) {
        let provider = spec["provider"]
        let hasRules = !spec["rules"].isEmpty
        if action == "CUSTOM" {
            if !hasRules {
                error(
                    .policyActionInvalid, "action CUSTOM has no rules to say when its provider is asked", at: spec,
                    hint: "add rules; [{}] is for all requests")
            } else if !provider["name"].isFilled {
                error(
                    .policyActionInvalid, "action CUSTOM names no provider", at: provider,
                    hint: "add provider.name with an extensionProvider of the mesh", effect: "all requests are denied")
            }
        } else if provider.isPresent {
            error(
                .policyActionInvalid, "a provider is asked with action CUSTOM only, not with \(action)", at: provider,
                hint: "use action CUSTOM, or remove provider")
        }
        if action == "DENY", !hasRules {
            error(
                .policyActionInvalid, "action DENY without rules denies nothing", at: spec["action"],
                hint: "add rules; [{}] is for all requests")
        }
    }

    private mutating func checkCustomRule(_ rule: Field) {
        let unsupported = ["namespaces", "serviceAccounts", "trustDomains", "principals", "requestPrincipals"]
        for from in rule["from"].items {
            for name in unsupported.flatMap({ [$0, negated($0)] }) where !from["source"][name].isEmpty {
                error(
                    .policyAttributeInvalid, "action CUSTOM cannot look at \(name)", at: from["source"][name],
                    hint: "let the provider decide by it, or use action ALLOW or DENY")
            }
        }
        for condition in rule["when"].items {
            let key = condition["key"]
            let isUnsupported =
                ["source.namespace", "source.serviceAccount", "source.trustDomain", "source.principal"].contains(
                    key.text)
                || key.text.hasPrefix("request.auth.")
            if isUnsupported {
                error(
                    .policyAttributeInvalid, "action CUSTOM cannot look at \(quoted(key.text))", at: key,
                    hint: "let the provider decide by it, or use action ALLOW or DENY")
            }
        }
    }

    private mutating func checkFrom(_ from: Field) {
        let source = from["source"]
        guard from.isPresent, source.isPresent else {
            return error(
                .policyRuleEmpty, "an entry of from has no source", at: from, hint: "add source, or remove from")
        }
        let names = [
            "principals", "requestPrincipals", "namespaces", "ipBlocks", "remoteIpBlocks", "serviceAccounts",
            "trustDomains",
        ].flatMap { [$0, negated($0)] }
        checkLists(names, of: source)
        let accounts = !source["serviceAccounts"].isEmpty || !source["notServiceAccounts"].isEmpty
        let rivals = ["principals", "namespaces"].flatMap { [$0, negated($0)] }
        if accounts, let rival = rivals.first(where: { !source[$0].isEmpty }) {
            error(
                .identityInvalid, "serviceAccounts already say the namespace, so \(rival) cannot be set too",
                at: source[rival], hint: "keep one of the two")
        }
        for name in ["ipBlocks", "remoteIpBlocks"].flatMap({ [$0, negated($0)] }) {
            for block in source[name].items where block.isFilled { checkAddressOrBlock(block) }
        }
        for name in ["trustDomains", "notTrustDomains"] {
            for domain in source[name].items where domain.isFilled { checkTrustDomain(domain) }
        }
        for name in ["serviceAccounts", "notServiceAccounts"] {
            checkServiceAccounts(source[name].items, list: source[name])
        }
    }

    private mutating func checkTo(_ to: Field) {
        let operation = to["operation"]
        guard to.isPresent, operation.isPresent else {
            return error(
                .policyRuleEmpty, "an entry of to has no operation", at: to, hint: "add operation, or remove to")
        }
        checkLists(["hosts", "ports", "methods", "paths"].flatMap { [$0, negated($0)] }, of: operation)
        for name in ["ports", "notPorts"] {
            for port in operation[name].items where port.isFilled { checkPolicyPort(port) }
        }
        for name in ["paths", "notPaths"] {
            for path in operation[name].items {
                guard let problem = PathTemplate.problem(path.text) else { continue }
                error(
                    .pathTemplateInvalid, "the path \(quoted(path.text)) cannot be used: \(problem)", at: path,
                    hint: "write \"/api/{*}/items\" or \"/api/{**}\"", effect: "no request matches it")
            }
        }
    }

    mutating func checkPolicyPort(_ port: Field) {
        guard UInt16(port.text) == nil || port.text.hasPrefix("+") else { return }
        error(
            .portInvalid, "the port \(quoted(port.text)) is not a number from 0 to 65535", at: port,
            hint: "write a number in quotes")
    }

    /// One of them must be there, and none may hold an empty text.
    private mutating func checkLists(_ names: [String], of part: Field) {
        if names.allSatisfy({ part[$0].isEmpty }) {
            error(
                .policyRuleEmpty, "the \(part.name) says nothing", at: part,
                hint: "name what it is about, or remove it", effect: "the rule would never apply")
        }
        for name in names {
            for value in part[name].items where !value.isFilled {
                error(.policyRuleEmpty, "a value of \(name) is empty", at: value, hint: "remove it")
            }
        }
    }

    mutating func checkTrustDomain(_ domain: Field) {
        let problem = domain.text.contains("/") ? "it has a \"/\"" : policyWildcardProblem(domain.text)
        guard let problem else { return }
        error(
            .identityInvalid, "the trust domain \(quoted(domain.text)) cannot be used: \(problem)", at: domain,
            hint: "write a name such as \"cluster.local\", without \"spiffe://\"")
    }

    mutating func checkServiceAccounts(_ accounts: [Field], list: Field) {
        if accounts.count > 16 {
            error(
                .identityInvalid, "\(accounts.count) service accounts are too many, at most 16 are allowed", at: list,
                hint: "make more entries, or use principals")
        }
        for account in accounts where account.isFilled {
            let parts = account.text.split(separator: "/", omittingEmptySubsequences: false)
            var problem: String?
            if account.text.contains("*") { problem = "it has a wildcard" }
            if parts.count > 2 { problem = "it has more than one \"/\"" }
            if parts.contains("") { problem = "one side of its \"/\" is empty" }
            if account.text.utf8.count > 320 { problem = "it has more than 320 characters" }
            guard let problem else { continue }
            error(
                .identityInvalid, "the service account \(quoted(account.text)) cannot be used: \(problem)", at: account,
                hint: "write \"name\" or \"namespace/name\"")
        }
    }

    /// A port for TCP knows nothing of HTTP, and a DENY rule leaves out what it does not know. As in Istio, one source or
    /// operation that says something about TCP is enough for silence.
    private mutating func checkDeniesAll(_ rule: Field) {
        let network = ["principals", "namespaces", "ipBlocks", "remoteIpBlocks", "serviceAccounts"]
        let sources = rule["from"].items.map { $0["source"] }.filter(\.isPresent)
        let operations = rule["to"].items.map { $0["operation"] }.filter(\.isPresent)
        let namesPorts = operations.contains { !$0["ports"].isEmpty || !$0["notPorts"].isEmpty }
        let namesPeers = sources.contains { source in
            network.contains { !source[$0].isEmpty || !source[negated($0)].isEmpty }
        }
        guard operations.isEmpty ? !sources.isEmpty && !namesPeers : !namesPorts else { return }
        warning(
            .deniesAllTCP, "the rule looks at HTTP only, and denies all connections to other ports",
            at: operations.first ?? rule, hint: "name the ports that speak HTTP in to.operation.ports",
            effect: "TCP connections of the selected workloads are closed")
    }
}

/// `ipBlocks` gives `notIpBlocks`.
func negated(_ name: String) -> String { "not" + name.prefix(1).uppercased() + name.dropFirst() }
