internal import KubeTypes
internal import Tree

enum DeploymentStrategy: KindStrategy {
    static func causes(_ object: KubeObject, from live: KubeObject?) -> [Status.Cause] {
        let spec = object.spec
        var causes: [Status.Cause] = []
        for field in ["replicas", "minReadySeconds", "revisionHistoryLimit", "progressDeadlineSeconds"] {
            causes += Status.Cause.negative(spec, field, at: "spec")
        }
        if let deadline = spec["progressDeadlineSeconds"], let seconds = deadline.integer,
            seconds <= spec["minReadySeconds"]?.integer ?? 0
        {
            causes.append(.invalid("spec.progressDeadlineSeconds", deadline, "must be greater than minReadySeconds"))
        }
        causes += selectorCauses(spec) + rolloutCauses(spec["strategy"] ?? .emptyMapping)
        causes += PodTemplateRules.causes(spec["template"] ?? .emptyMapping, at: "spec.template", restarts: ["Always"])
        if let live, live.spec["selector"] != spec["selector"] {
            causes.append(.invalid("spec.selector", spec["selector"], "field is immutable"))
        }
        return causes
    }

    private static func selectorCauses(_ spec: Node) -> [Status.Cause] {
        let labels = spec[path: "template", "metadata", "labels"]
        guard let selector = spec["selector"], !selector.isNull else { return [mismatch(labels)] }
        guard let parsed = try? Selector(labelSelector: selector) else {
            return [.invalid("spec.selector", selector, "invalid label selector")]
        }
        if parsed.isEmpty {
            return [.invalid("spec.selector", selector, "empty selector is invalid for deployment")]
        }
        let texts = (labels?.entries ?? []).map { ($0.key, $0.value.string ?? "") }
        return parsed.matches(Dictionary(texts) { _, last in last }) ? [] : [mismatch(labels)]
    }

    private static func mismatch(_ labels: Node?) -> Status.Cause {
        .invalid("spec.template.metadata.labels", labels, "`selector` does not match template `labels`")
    }

    private static func rolloutCauses(_ strategy: Node) -> [Status.Cause] {
        switch strategy["type"]?.string ?? "" {
        case "Recreate":
            guard strategy["rollingUpdate"] != nil else { return [] }
            return [
                .forbidden("spec.strategy.rollingUpdate", "may not be specified when strategy `type` is 'Recreate'")
            ]
        case "RollingUpdate":
            let (surge, unavailable) = (
                strategy[path: "rollingUpdate", "maxSurge"], strategy[path: "rollingUpdate", "maxUnavailable"]
            )
            guard isNothing(surge), isNothing(unavailable) else { return [] }
            return [
                .invalid(
                    "spec.strategy.rollingUpdate.maxUnavailable", unavailable, "may not be 0 when `maxSurge` is 0")
            ]
        case let type: return [.notSupported("spec.strategy.type", type, ["Recreate", "RollingUpdate"])]
        }
    }

    private static func isNothing(_ amount: Node?) -> Bool { amount == 0 || amount == "0%" || amount == nil }
}

/// What templates of pods need, as far as Kubernetes checks it before any pod is made.
enum PodTemplateRules {
    static func causes(_ template: Node, at path: String, restarts: [String]) -> [Status.Cause] {
        let spec = template["spec"] ?? .emptyMapping
        var causes: [Status.Cause] = []
        if let policy = spec["restartPolicy"]?.string, !restarts.contains(policy) {
            causes.append(.notSupported("\(path).spec.restartPolicy", policy, restarts))
        }
        if spec["containers"]?.sequence?.isEmpty == true { causes.append(.required("\(path).spec.containers")) }
        var names: Set<String> = []
        for list in ["initContainers", "containers"] {
            for (index, container) in (spec[list]?.elements ?? []).enumerated() {
                let field = "\(path).spec.\(list)[\(index)]"
                let name = container["name"]?.string ?? ""
                if let rule = Metadata.brokenLabelNameRule(name), !name.isEmpty {
                    causes.append(.invalid("\(field).name", Node(name), rule))
                }
                if !name.isEmpty, !names.insert(name).inserted {
                    causes.append(.duplicate("\(field).name", Node(name)))
                }
                if container["image"]?.string?.isEmpty != false { causes.append(.required("\(field).image")) }
                if let policy = container["imagePullPolicy"]?.string,
                    !["Always", "IfNotPresent", "Never"].contains(policy)
                {
                    causes.append(
                        .notSupported("\(field).imagePullPolicy", policy, ["Always", "IfNotPresent", "Never"]))
                }
            }
        }
        return causes
    }
}
