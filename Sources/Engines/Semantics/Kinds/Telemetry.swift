internal import CEL
internal import Diagnostics
internal import Mesh

extension Report {
    mutating func checkTelemetry(_ object: ObjectParts) {
        let spec = object.spec
        checkTargets(spec)
        for list in ["metrics", "tracing", "accessLogging"] { checkProviders(spec[list]) }
        checkTracing(spec["tracing"])
        for logging in spec["accessLogging"].items { checkLogFilter(logging["filter"]) }
        for metrics in spec["metrics"].items {
            for item in metrics["overrides"].items { checkMetricsOverride(item) }
        }
    }

    /// The first one without a name, as in Istio.
    private mutating func checkProviders(_ list: Field) {
        for entry in list.items {
            guard let provider = entry["providers"].items.first(where: { !$0["name"].isFilled }) else { continue }
            return error(
                .telemetrySettingInvalid, "a provider of \(list.name) has no name", at: provider,
                hint: "name an extensionProvider of the mesh")
        }
    }

    private mutating func checkTracing(_ list: Field) {
        if list.count > 1 {
            warning(
                .telemetrySettingInvalid, "\(list.count) entries of tracing, and only one is used", at: list,
                hint: "keep one of them")
        }
        for tracing in list.items {
            if tracing["providers"].count > 1 {
                warning(
                    .telemetrySettingInvalid,
                    "\(tracing["providers"].count) providers of tracing, and only one is used",
                    at: tracing["providers"], hint: "keep one of them")
            }
            let share = tracing["randomSamplingPercentage"]
            if !(0...100).contains(share.amount) {
                error(
                    .percentageInvalid, "randomSamplingPercentage \(share.amount) is not from 0 to 100", at: share,
                    hint: "use a number from 0 to 100")
            }
            for (name, tag) in tracing["customTags"].entries { checkTag(name, tag) }
        }
    }

    private mutating func checkTag(_ name: Field, _ tag: Field) {
        if !name.isFilled { error(.telemetrySettingInvalid, "a tag has no name", at: name, hint: "name the tag") }
        guard tag.isPresent else {
            return error(
                .telemetrySettingInvalid, "the tag \(quoted(name.text)) has no value", at: name,
                hint: "add literal, header or environment")
        }
        for (kind, part) in [("literal", "value"), ("header", "name"), ("environment", "name")]
        where tag[kind].isPresent && !tag[kind][part].isFilled {
            error(
                .telemetrySettingInvalid, "the \(kind) of the tag \(quoted(name.text)) has no \(part)", at: tag[kind],
                hint: "add \(part)")
        }
    }

    private mutating func checkLogFilter(_ filter: Field) {
        let expression = filter["expression"]
        guard expression.isFilled, let problem = syntaxProblem(expression.text) else { return }
        error(
            .telemetrySettingInvalid, "the filter \(quoted(expression.text)) is no expression of CEL: \(problem)",
            at: expression, hint: "write it as in \"response.code >= 400\"")
    }

    private mutating func checkMetricsOverride(_ item: Field) {
        guard item.isPresent else {
            return error(.entryEmpty, "an entry of overrides is empty", at: item, hint: "remove it")
        }
        for (name, tag) in item["tagOverrides"].entries {
            if !name.isFilled {
                warning(
                    .telemetrySettingInvalid, "a tag of tagOverrides has no name", at: name,
                    hint: "name it, or remove it")
            }
            guard tag.isPresent else {
                error(
                    .telemetrySettingInvalid, "the tag \(quoted(name.text)) has no override", at: name,
                    hint: "add operation and value")
                continue
            }
            checkTagOverride(name, tag)
        }
        let metric = item["match"]["customMetric"]
        if metric.isPresent, !metric.isFilled {
            error(.telemetrySettingInvalid, "customMetric is empty", at: metric, hint: "name a metric, or use metric")
        }
    }

    private mutating func checkTagOverride(_ name: Field, _ tag: Field) {
        let value = tag["value"]
        if tag["operation"].text == "REMOVE" {
            if value.isFilled {
                error(
                    .telemetrySettingInvalid, "the tag \(quoted(name.text)) is removed, so it cannot have a value",
                    at: value,
                    hint: "remove value, or use UPSERT")
            }
        } else if !value.isFilled {
            error(
                .telemetrySettingInvalid, "the tag \(quoted(name.text)) has no value", at: tag,
                hint: "add value, or use operation REMOVE")
        }
    }
}
