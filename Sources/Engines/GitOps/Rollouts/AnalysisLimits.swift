internal import Diagnostics
internal import GoText
internal import KubeTypes
internal import Tree

extension Judge {
    /// How often a metric is measured, and how often it may fail.
    static let analysisLimits = Judge(.analysisTemplate, .clusterAnalysisTemplate, .analysisRun) { item, _ in
        var names: Set<String> = []
        return metrics(item).flatMap { metric -> [Finding] in
            var findings = limits(item, metric) + durations(item, metric)
            if !names.insert(metric.text("name")).inserted {
                findings.append(
                    contradiction(
                        item, .error, "two metrics have the name \"\(metric.text("name"))\"", at: metric["name"],
                        hint: "give each its own"))
            }
            let providers = metric["provider"]?.entries ?? []
            if providers.count > 1 {
                findings.append(
                    contradiction(
                        item, .error, "the metric has \(providers.count) providers", at: metric["provider"],
                        hint: "make a metric of each"))
            }
            return findings
        }
    }

    private static let refused = "Argo Rollouts refuses it: each run ends as Error at once"

    private static func contradiction(
        _ item: Item, _ severity: Severity, _ message: String, at node: Node?, effect: String = refused, hint: String
    ) -> Finding {
        item.finding(.measurementsContradict, severity, message, at: node, effect: effect, hint: hint)
    }

    private static func limits(_ item: Item, _ metric: Node) -> [Finding] {
        var findings: [Finding] = []
        let count = metric.number("count"), interval = metric.text("interval")
        let failures = metric.number("failureLimit") ?? 0, successes = metric.number("consecutiveSuccessLimit") ?? 0
        func add(_ message: String, _ field: String, _ hint: String) {
            findings.append(contradiction(item, .error, message, at: metric[field], hint: hint))
        }
        for field in ["count", "inconclusiveLimit", "consecutiveErrorLimit", "consecutiveSuccessLimit"] {
            if let number = metric.number(field), number < 0 { add("\(field) is below zero", field, "write 0 or more") }
        }
        if failures < -1 {
            add("failureLimit is below -1", "failureLimit", "write -1 for any number of failures, or 0 and more")
        } else if failures == -1, successes == 0 {
            add(
                "without a limit of failures nothing ends the metric well", "failureLimit",
                "set consecutiveSuccessLimit, or a failureLimit of 0 and more")
        }
        guard let count, count > 0 else { return findings }
        if count > 1, interval.isEmpty, !metric.has("interval") {
            add("\(count) measurements have no interval between them", "count", "add \"interval: 30s\"")
        }
        if failures > 0, count < failures + successes {
            add(
                "of \(count) measurements \(failures + successes) cannot be what the limits are about", "count",
                "raise count, or lower failureLimit")
        } else if failures > 0, failures >= count {
            findings.append(
                contradiction(
                    item, .warning, "\(count == 1 ? "the one measurement" : "all \(count) measurements") may fail",
                    at: metric["failureLimit"],
                    effect:
                        "the metric is Successful whatever is measured: it fails with more than \(failures) failures",
                    hint: "write a failureLimit below count"))
        }
        if let inconclusive = metric.number("inconclusiveLimit"), inconclusive > count {
            add("inconclusiveLimit is more than count", "inconclusiveLimit", "write no more than \(count)")
        }
        return findings
    }

    private static func durations(_ item: Item, _ metric: Node) -> [Finding] {
        ["interval", "initialDelay"].compactMap { field in
            guard let node = metric[field], let text = node.string, !text.contains("{{"), GoDuration(text) == nil else {
                return nil
            }
            return contradiction(
                item, .error, "\"\(text)\" is no duration", at: node, hint: "write it like \"30s\" or \"5m\"")
        }
    }
}
