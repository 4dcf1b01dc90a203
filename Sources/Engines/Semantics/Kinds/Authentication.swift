internal import Diagnostics
internal import KubeTypes
internal import Mesh
internal import Tree

extension Report {
    mutating func checkPeerAuthentication(_ object: ObjectParts) {
        let spec = object.spec
        let ports = spec["portLevelMtls"]
        if ports.isPresent {
            if ports.isEmpty {
                error(.portModesInvalid, "portLevelMtls names no port", at: ports, hint: "name a port, or remove it")
            } else if spec["selector"]["matchLabels"].isEmpty {
                error(
                    .portModesInvalid, "portLevelMtls needs a selector with labels: ports are those of a workload",
                    at: ports,
                    hint: "add selector.matchLabels")
            }
        }
        for (port, _) in ports.entries where !(Int(port.text).map(isPort) ?? false) {
            error(
                .portInvalid, "the port \(quoted(port.text)) is not a number from 1 to 65535", at: port,
                hint: "name the port of the workload, not of the Service")
        }
        checkWorkloadSelector(spec["selector"], hasLabelsIn: "matchLabels")
    }

    mutating func checkRequestAuthentication(_ object: ObjectParts) {
        checkTargets(object.spec)
        for rule in object.spec["jwtRules"].items {
            guard rule.isPresent else {
                // Istio skips it.
                note(.entryEmpty, "an entry of jwtRules is empty", at: rule, hint: "remove it")
                continue
            }
            checkTokenRule(rule)
        }
    }

    private mutating func checkTokenRule(_ rule: Field) {
        if !rule["issuer"].isFilled, !rule["jwksUri"].isFilled {
            error(
                .tokenRuleIncomplete, "the rule names neither issuer nor jwksUri", at: rule,
                hint: "add issuer, jwksUri or both", effect: "it would not say whose tokens count")
        }
        for audience in rule["audiences"].items where !audience.isFilled {
            error(.policyRuleEmpty, "a value of audiences is empty", at: audience, hint: "remove it")
        }
        let address = rule["jwksUri"]
        if address.isFilled, keyServer(address.text) == nil {
            error(
                .tokenKeysInvalid, "keys cannot be fetched from \(quoted(address.text))", at: address,
                hint: "write a URL such as \"https://issuer.example/keys\"", effect: "all tokens are refused")
        }
        checkKeys(rule["jwks"])
        for header in rule["fromHeaders"].items where !header["name"].isFilled {
            reportUnnamed(header, "header", "fromHeaders")
        }
        for (list, what) in [("fromParams", "parameter"), ("fromCookies", "cookie")] {
            for place in rule[list].items where !place.isFilled { reportUnnamed(place, what, list) }
        }
        for claim in rule["outputClaimToHeaders"].items {
            if !claim["claim"].isFilled { reportUnnamed(claim, "claim", "outputClaimToHeaders") }
            if !claim["header"].isFilled {
                reportUnnamed(claim, "header", "outputClaimToHeaders")
            } else if !isPlainHeaderName(claim["header"].text) {
                error(
                    .headerInvalid, "\(quoted(claim["header"].text)) is no header for a claim", at: claim["header"],
                    hint: "use letters, digits, \"-\" and \"_\"")
            }
        }
        checkDuration(rule["timeout"])
    }

    private mutating func reportUnnamed(_ field: Field, _ what: String, _ list: String) {
        error(
            .tokenRuleIncomplete, "a \(what) of \(list) has no name", at: field, hint: "name it, or remove the entry")
    }

    // MARK: Keys

    private mutating func checkKeys(_ jwks: Field) {
        guard jwks.isFilled else { return }
        guard let node = try? JSONReader.read(Array(jwks.text.utf8)), node.mapping != nil else {
            return error(
                .tokenKeysInvalid, "the jwks is not JSON", at: jwks, hint: "write {\"keys\": [...]}",
                effect: "all tokens are refused")
        }
        let keys = node["keys"].map(\.elements) ?? [node]
        if node["keys"] != nil, node["keys"]?.sequence == nil {
            return error(
                .tokenKeysInvalid, "the keys of the jwks are no list", at: jwks, hint: "write {\"keys\": [...]}")
        }
        for (index, key) in keys.enumerated() {
            if let problem = keyProblem(key) {
                error(
                    .tokenKeysInvalid, "key \(index) of the jwks cannot be used: \(problem)", at: jwks,
                    hint: "take the keys as the issuer publishes them", effect: "tokens signed with it are refused")
            } else if key["kty"]?.string == "oct" || key["d"] != nil {
                warning(
                    .tokenKeysSecret, "key \(index) of the jwks is secret, and only its public half is used", at: jwks,
                    hint: "remove the private fields, and replace the key: whoever reads this file can sign with it")
            }
        }
    }

    /// RFC 7517 and 7518: what each type of key must have.
    private func keyProblem(_ key: Node) -> String? {
        let needed: [String]
        switch key["kty"]?.string {
        case "RSA": needed = ["n", "e"]
        case "EC": needed = ["crv", "x", "y"]
        case "OKP": needed = ["crv", "x"]
        case "oct": needed = ["k"]
        case let other?: return "its type \(quoted(other)) is unknown"
        case nil: return "it has no type \"kty\""
        }
        for name in needed {
            guard let text = key[name]?.string, !text.isEmpty else { return "it has no \"\(name)\"" }
            if name != "crv", decodedBase64(text) == nil { return "its \"\(name)\" is not written in base64" }
        }
        return nil
    }
}
