internal import Diagnostics
internal import Mesh

/// How requests are shared out among the endpoints of a service.
extension Report {
    mutating func checkLoadBalancer(_ balancer: Field, hasOutlierDetection: Bool) {
        guard balancer.isPresent else { return }
        if balancer["simple"].text == "LEAST_CONN" {
            note(.fieldDeprecated, "LEAST_CONN is deprecated", at: balancer["simple"], hint: "use LEAST_REQUEST")
            suggest("LEAST_REQUEST", for: balancer["simple"], isSafe: true)
        }
        checkConsistentHash(balancer["consistentHash"])
        let locality = balancer["localityLbSetting"]
        let zones = balancer["zoneAwareLbSetting"]
        if locality.isPresent, zones.isPresent {
            error(
                .localityInvalid, "localityLbSetting and zoneAwareLbSetting cannot both be set", at: zones,
                hint: "keep one of the two")
        }
        checkLocalities(locality, hasOutlierDetection: hasOutlierDetection)
        checkZones(zones, hasOutlierDetection: hasOutlierDetection)
        checkWarmup(balancer["warmup"])
    }

    private mutating func checkConsistentHash(_ hash: Field) {
        guard hash.isPresent else { return }
        let cookie = hash["httpCookie"]
        if cookie.isPresent {
            if !cookie["name"].isFilled {
                error(.loadBalancerInvalid, "the httpCookie has no name", at: cookie["name"], hint: "name the cookie")
            }
            var seen: Set<String> = []
            for attribute in cookie["attributes"].items {
                let name = attribute["name"]
                if !name.isFilled {
                    error(.loadBalancerInvalid, "an attribute of the httpCookie has no name", at: name, hint: "name it")
                } else if !seen.insert(name.text).inserted {
                    error(
                        .loadBalancerInvalid, "the httpCookie has the attribute \(quoted(name.text)) twice", at: name,
                        hint: "remove one of the two")
                }
            }
        }
        let size = hash["minimumRingSize"]
        if size.number != 0 {
            // Istio warns; the field works as before, so it is a note here.
            note(
                .fieldDeprecated, "minimumRingSize of consistentHash is deprecated", at: size,
                hint: "use ringHash.minimumRingSize")
            if hash.hasAny("ringHash", "maglev") {
                error(
                    .loadBalancerInvalid, "minimumRingSize cannot be set beside ringHash or maglev", at: size,
                    hint: "remove it")
            }
        }
        checkTableSize(hash["maglev"])
    }

    private mutating func checkTableSize(_ maglev: Field) {
        let size = maglev["tableSize"]
        guard maglev.isPresent else { return }
        if size.number <= 0 || size.number >= 5_000_011 || !isPrime(size.number) {
            error(
                .loadBalancerInvalid, "the tableSize \(size.number) of maglev is not a prime number below 5000011",
                at: size,
                hint: "use a prime number such as 65537")
        }
    }

    private func isPrime(_ number: Int) -> Bool {
        guard number > 3 else { return number > 0 }
        var divisor = 2
        while divisor * divisor <= number {
            if number % divisor == 0 { return false }
            divisor += 1
        }
        return true
    }

    private mutating func checkWarmup(_ warmup: Field) {
        guard warmup.isPresent else { return }
        if warmup["duration"].isAbsent {
            error(.loadBalancerInvalid, "warmup has no duration", at: warmup["duration"], hint: "set duration")
        }
        checkDuration(warmup["duration"])
        // Both come as numbers, wrapped in the proto so that absent and 0 differ.
        if warmup["minimumPercent"].amount > 100 {
            error(
                .percentageInvalid, "minimumPercent \(warmup["minimumPercent"].amount) of warmup is more than 100",
                at: warmup["minimumPercent"], hint: "use a number up to 100")
        }
        if warmup["aggression"].isPresent, warmup["aggression"].amount <= 0 {
            error(
                .loadBalancerInvalid, "the aggression of warmup is not more than 0", at: warmup["aggression"],
                hint: "use a number above 0, 1 for an even rise")
        }
    }

    // MARK: Localities

    mutating func checkLocalities(_ setting: Field, hasOutlierDetection: Bool) {
        guard setting.isPresent else { return }
        let distribute = setting["distribute"]
        let failover = setting["failover"]
        let priority = setting["failoverPriority"]
        if !distribute.isEmpty, !failover.isEmpty {
            return error(
                .localityInvalid, "distribute and failover cannot both be set", at: failover,
                hint: "keep one of the two")
        }
        if !failover.isEmpty, let label = topologyLabel(in: priority) {
            return error(
                .localityInvalid, "failover already says what \(quoted(label.text)) in failoverPriority would",
                at: label,
                hint: "remove the label from failoverPriority")
        }
        for share in distribute.items where !checkShares(share["to"]) { return }
        reportLocalities(distribute.items.map { $0["from"] })
        if !hasOutlierDetection { checkFailoverWorks(failover, priority) }
        for pair in failover.items { checkFailover(pair) }
    }

    /// False where Istio looks no further.
    private mutating func checkShares(_ shares: Field) -> Bool {
        let entries = shares.entries
        for (locality, weight) in entries where !(1...100).contains(weight.number) {
            error(
                .localityInvalid, "the weight \(weight.number) of \(quoted(locality.text)) is not from 1 to 100",
                at: weight,
                hint: "leave localities away that get nothing")
            return false
        }
        let total = entries.reduce(0) { $0 + $1.value.number }
        if total != 100 {
            error(
                .localityInvalid, "the weights of the localities add up to \(total), not to 100", at: shares,
                hint: "change a weight by \(100 - total)")
            return false
        }
        reportLocalities(entries.map(\.key))
        return true
    }

    private mutating func reportLocalities(_ localities: [Field]) {
        for problem in Locality.problems(localities.map(\.text)) {
            let field = localities[problem.index]
            error(
                .localityInvalid, "the locality \(quoted(field.text)) cannot be used: \(problem.message)", at: field,
                hint: "write \"region/zone/subzone\", and \"*\" for the rest")
        }
    }

    private mutating func checkFailover(_ pair: Field) {
        let from = pair["from"]
        let to = pair["to"]
        if from.text == to.text {
            error(
                .localityInvalid, "failover goes from \(quoted(from.text)) to the same region", at: to,
                hint: "name another region")
        }
        for region in [from, to] {
            if region.text.contains("/") {
                error(
                    .localityInvalid, "failover names a zone, \(quoted(region.text)), and only goes between regions",
                    at: region, hint: "leave away what follows the \"/\"")
            }
            if region.text.contains("*") {
                error(
                    .localityInvalid, "failover cannot name a wildcard, \(quoted(region.text))", at: region,
                    hint: "name a region")
            }
        }
    }

    mutating func checkZones(_ setting: Field, hasOutlierDetection: Bool) {
        guard setting.isPresent else { return }
        let priority = setting["failoverPriority"]
        if let label = topologyLabel(in: priority) {
            error(
                .localityInvalid,
                "zoneAwareLbSetting already goes by \(quoted(label.text)), so failoverPriority cannot", at: label,
                hint: "remove the label from failoverPriority")
        }
        if !hasOutlierDetection { checkFailoverWorks(setting["failover"], priority) }
        for pair in setting["failover"].items { checkFailover(pair) }
    }

    private mutating func checkFailoverWorks(_ failover: Field, _ priority: Field) {
        guard let field = [failover, priority].first(where: { !$0.isEmpty }) else { return }
        warning(
            .settingIneffective, "\(field.name) has no effect without outlierDetection in the same policy", at: field,
            hint: "add outlierDetection", effect: "requests keep going to the endpoints that fail")
    }

    private func topologyLabel(in priority: Field) -> Field? {
        priority.items.first { entry in
            let label = entry.text.prefix { $0 != "=" }
            return [
                "topology.kubernetes.io/region", "topology.kubernetes.io/zone", "topology.istio.io/subzone",
            ].contains(String(label))
        }
    }
}
