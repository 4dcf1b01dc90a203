internal import Diagnostics
internal import GoText
internal import KubeTypes
internal import Tree

extension Judge {
    /// The steps, metrics and alerts of a Canary.
    static let canaryAnalysis = Judge(.canary) { item, _ in
        let node = analysis(item)
        guard node.mapping != nil else { return [] }
        return steps(item, node) + metrics(item, node) + alerts(item, node) + gateways(item) + loads(item, node)
    }

    private static func steps(_ item: Item, _ node: Node) -> [Finding] {
        var findings: [Finding] = []
        func add(_ severity: Severity, _ field: String, _ message: String, effect: String, hint: String) {
            findings.append(
                item.finding(.canaryStepsInvalid, severity, message, at: node[field], effect: effect, hint: hint))
        }
        let most = node.number("maxWeight") ?? 100
        if let step = node.number("stepWeight"), step > (most == 0 ? 100 : most) {
            add(
                .warning, "stepWeight", "the first step of \(step) % is more than maxWeight, \(most) %",
                effect: "there is one step of \(step) %, and then the promotion",
                hint: "make stepWeight a part of maxWeight, such as \(max(1, most / 5))")
        }
        if most > 100 {
            add(
                .warning, "maxWeight", "no more than 100 % of requests can go to the canary",
                effect: "it counts as 100",
                hint: "write 100 or less")
        }
        let weights = node.items("stepWeights").compactMap(\.wholeNumber)
        if zip(weights, weights.dropFirst()).contains(where: { $0 >= $1 }) {
            add(
                .warning, "stepWeights", "the steps do not grow", effect: "the canary gets fewer requests in between",
                hint: "write them in ascending order")
        }
        if weights.contains(where: { $0 < 0 || $0 > 100 }) {
            add(
                .error, "stepWeights", "a step is not between 0 and 100 %", effect: "Istio refuses the weights",
                hint: "write percentages")
        }
        if !weights.isEmpty, node.number("stepWeight") ?? 0 > 0 {
            add(
                .warning, "stepWeights", "with stepWeight beside them the steps are not used",
                effect: "the canary goes on by stepWeight", hint: "remove one of the two")
        }
        if let threshold = node.number("threshold"), threshold <= 0 {
            add(
                .warning, "threshold", "a threshold of \(threshold) counts as 1",
                effect: "the first check that fails rolls the canary back",
                hint: "write the number of failed checks that is too many, such as 5")
        }
        return findings + intervals(item, node)
    }

    private static func intervals(_ item: Item, _ node: Node) -> [Finding] {
        guard let field = node["interval"], let text = field.string else { return [] }
        guard let interval = GoDuration(text), interval > .zero else {
            return [
                item.finding(
                    .canaryStepsInvalid, .warning, "the interval \"\(text)\" is none, and counts as 60 seconds",
                    at: field,
                    hint: "write it like \"30s\" or \"1m\"")
            ]
        }
        guard interval < GoDuration(nanoseconds: 10_000_000_000) else { return [] }
        return [
            item.finding(
                .canaryStepsInvalid, .info, "an interval below 10 seconds counts as 10 seconds", at: field,
                hint: "write \"10s\"")
        ]
    }

    private static let builtIn = ["request-success-rate", "request-duration"]

    private static func metrics(_ item: Item, _ node: Node) -> [Finding] {
        node.items("metrics").prefix(500).compactMap { metric in
            let name = metric.text("name")
            if !metric.has("templateRef"), metric.text("query").isEmpty, !builtIn.contains(name) {
                return item.finding(
                    .canaryMetricUseless, "\"\(name)\" is no metric that Flagger knows, and has no template",
                    at: metric["name"] ?? metric, effect: "each check fails, and the canary is rolled back",
                    meant: nearestName(to: name, among: builtIn),
                    hint: "name a MetricTemplate in templateRef, or use \(builtIn.joined(separator: " or "))")
            }
            if metric.has("templateRef"), metric.text("interval").isEmpty {
                return item.finding(
                    .canaryMetricUseless, .warning, "the metric \"\(name)\" has no interval for its template",
                    at: metric["name"] ?? metric,
                    effect: "\"{{ interval }}\" in the query becomes empty, and the query fails",
                    hint: "add \"interval: 1m\"")
            }
            return nil
        }
    }

    private static func alerts(_ item: Item, _ node: Node) -> [Finding] {
        node.items("alerts").prefix(500).filter { $0.text("severity").isEmpty }.map {
            item.finding(
                .canaryAlertUnsent, .warning, "the alert \"\($0.text("name"))\" has no severity", at: $0["name"] ?? $0,
                effect: "it is never sent", hint: "add \"severity: info\" for all, \"warn\" or \"error\"")
        }
    }

    /// With a gateway, and without `mesh`, only requests from outside are split.
    private static func gateways(_ item: Item) -> [Finding] {
        let gateways = item.spec.words("service", "gateways")
        guard isIstio(item), !gateways.isEmpty, !gateways.contains(where: { $0.string == "mesh" }) else { return [] }
        return [
            item.finding(
                .meshRequestsUnweighted, .info, "the canary gets requests of the gateways only, and none of the mesh",
                at: item.spec[path: "service", "gateways"],
                effect: "requests between workloads all go to the primary, and are not measured",
                hint: "add \"mesh\" to the gateways when they are meant too")
        ]
    }
}
