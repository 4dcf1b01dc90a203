internal import Diagnostics
internal import KubeTypes
internal import Tree

/// The metrics of a template or a run.
func metrics(_ item: Item) -> [Node] { Array(item.spec.items("metrics").prefix(500)) }

extension Judge {
    /// Conditions that are an error, or the same, for every value that their provider can give.
    static let analysisConditions = Judge(.analysisTemplate, .clusterAnalysisTemplate, .analysisRun) { item, _ in
        metrics(item).flatMap { metric -> [Finding] in
            let provider = metric["provider"] ?? Node(.null)
            let type = resultType(provider)
            var findings = [("successCondition", true), ("failureCondition", false)].flatMap { field, isSuccess in
                metric[field].map { condition(item, $0, type, isSuccess: isSuccess) } ?? []
            }
            findings += missing(item, metric, provider)
            if let filter = filter(item, metric, provider) { findings.append(filter) }
            return findings
        }
    }

    /// What `result` is, by the provider: https://argo-rollouts.readthedocs.io/en/stable/features/analysis/
    private static func resultType(_ provider: Node) -> ConditionType {
        if let prometheus = provider["prometheus"] {
            let query = prometheus.text("query")
            if query.contains("{{"), query.firstRange(of: "(") == nil { return .unknown }
            return !prometheus.has("rangeQuery") && PrometheusQuery(query).isScalar ? .number : .list
        }
        return provider.has("datadog") ? .number : .unknown
    }

    private static func condition(_ item: Item, _ node: Node, _ result: ConditionType, isSuccess: Bool) -> [Finding] {
        guard let text = node.string, !text.contains("{{"), let condition = Condition.read(text) else { return [] }
        do throws(ConditionMistake) {
            let type = try condition.type(result: result)
            if type != .flag, type != .unknown {
                throw ConditionMistake(
                    message: "the condition is \(type.words), not true or false", isListAsOne: type == .list)
            }
        } catch {
            return [
                item.finding(
                    .conditionFails, error.message, at: node,
                    effect:
                        "each measurement is an Error, whatever is measured: after five of them the run ends as Error, "
                        + "and a Rollout is aborted",
                    hint: error.hint(text))
            ]
        }
        guard let constant = condition.constant else { return [] }
        return [
            item.finding(
                .conditionConstant, .warning, "the condition is always \(constant)", at: node,
                effect: constant == isSuccess
                    ? "no measurement fails by it, whatever is measured"
                    : "no measurement succeeds by it, whatever is measured",
                hint: "compare \"result\" with what is still good")
        ]
    }

    /// Providers whose values nobody judges without a condition.
    private static let measuring = [
        "prometheus", "web", "datadog", "newRelic", "wavefront", "graphite", "influxdb", "cloudWatch", "skywalking",
    ]

    private static func missing(_ item: Item, _ metric: Node, _ provider: Node) -> [Finding] {
        guard metric.text("successCondition").isEmpty, metric.text("failureCondition").isEmpty,
            let name = measuring.first(where: { provider.has($0) })
        else { return [] }
        return [
            item.finding(
                .conditionMissing, .warning, "the metric \"\(metric.text("name"))\" has no condition",
                at: metric["name"] ?? metric,
                effect: "it is Successful whatever \(name) answers, as long as it answers",
                hint: "add a successCondition, such as \"result[0] >= 0.95\"")
        ]
    }

    private static func filter(_ item: Item, _ metric: Node, _ provider: Node) -> Finding? {
        guard let node = provider[path: "prometheus", "query"], let text = node.string,
            let filter = PrometheusQuery(text).filter,
            // Who asks for the length expects nothing.
            ![metric.text("successCondition"), metric.text("failureCondition")].contains(where: { $0.contains("len(") })
        else { return nil }
        return item.finding(
            .queryFilters, .warning, "\"\(filter)\" in the query leaves out each value that does not meet it", at: node,
            effect: "a bad value gives no Failed measurement but an empty result, which is an Error",
            hint: "leave the comparison to the condition, or write \"bool\" behind its sign to get 0 and 1")
    }
}

extension ConditionMistake {
    fileprivate func hint(_ text: String) -> String {
        guard isListAsOne else { return "compare values of one type" }
        if comparesText {
            return "labels are not in \"result\": select them in the query, and compare the number, \"result[0] == 1\""
        }
        return text.hasPrefix("result ")
            ? "write \"\(text.replacing("result ", with: "result[0] "))\"" : "write \"result[0]\""
    }
}
