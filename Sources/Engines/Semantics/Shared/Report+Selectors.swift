internal import Diagnostics
internal import Mesh

extension Report {
    /// A `workloadSelector` of the networking kinds. False when it is wrong, where Istio looks no further.
    @discardableResult
    mutating func checkWorkloadSelector(_ selector: Field, hasLabelsIn key: String = "labels") -> Bool {
        guard selector.isPresent else { return true }
        let labels = selector[key]
        if labels.isEmpty {
            warning(
                .workloadSelectorInvalid,
                "the \(selector.name) has no labels, so it selects all workloads of the namespace",
                at: selector, hint: "name labels, or leave the \(selector.name) away")
        }
        return !hasErrors { report in
            for (label, value) in labels.entries {
                if label.text.isEmpty {
                    report.error(
                        .workloadSelectorInvalid, "a label of the \(selector.name) has no name", at: label,
                        hint: "name the label that workloads must have")
                }
                for text in [label, value] where text.text.contains("*") {
                    report.error(
                        .workloadSelectorInvalid, "\(quoted(text.text)) of the \(selector.name) has a wildcard",
                        at: text,
                        hint: "labels are compared as a whole; write the full text")
                }
            }
        }
    }

    /// `selector`, `targetRef` and `targetRefs` of a policy, of which one at most may be there.
    mutating func checkTargets(_ spec: Field, selector name: String = "selector") {
        let selector = spec[name]
        let single = spec["targetRef"]
        let several = spec["targetRefs"]
        checkWorkloadSelector(selector, hasLabelsIn: "matchLabels")
        if [selector.isPresent, single.isPresent, !several.isEmpty].filter({ $0 }).count > 1 {
            error(
                .targetInvalid, "only one of selector, targetRef and targetRefs may be set",
                at: several.isEmpty ? single : several, hint: "keep the one that says where the policy counts")
        }
        if single.isPresent { checkTarget(single) }
        checkTargetList(several)
    }

    mutating func checkTargetList(_ list: Field) {
        for target in list.items { checkTarget(target) }
    }

    private mutating func checkTarget(_ target: Field) {
        if !target["name"].isFilled {
            error(.targetInvalid, "the \(target.name) has no name", at: target["name"], hint: "name the object")
        }
        if target["namespace"].isFilled {
            error(
                .targetInvalid, "a \(target.name) cannot name the namespace \(quoted(target["namespace"].text))",
                at: target["namespace"], hint: "put the policy into the namespace of its target")
        }
        let group = target["group"].text
        let kind = target["kind"].text
        guard !allowedTargets.contains(where: { $0.kind == kind && $0.groups.contains(group) }) else { return }
        error(
            .targetInvalid, "a \(target.name) cannot be \(quoted(group.isEmpty ? kind : "\(group)/\(kind)"))",
            at: target["kind"], hint: "use a Service, ServiceEntry, Gateway or GatewayClass with its group")
    }

    /// `exportTo`.
    mutating func checkExport(_ list: Field, from namespace: String, by exporter: Exporter = .other) {
        let items = list.items
        for problem in exportProblems(items.map(\.text), from: namespace, by: exporter) {
            error(
                .exportInvalid, problem.message,
                at: items.indices.contains(problem.index) ? items[problem.index] : list,
                hint: "name each namespace once, or use \".\" for this one or \"*\" for all, alone")
            if problem.isRepeat, items.indices.contains(problem.index) { suggestRemoval(of: items[problem.index]) }
        }
    }

    /// `gateways`. Unlike Istio, which stops at the first name without a namespace, each name is looked at; what it lets
    /// pass is a warning here.
    mutating func checkGatewayNames(_ list: Field, isGenerated: Bool) {
        var isBeyondIstio = false
        for item in list.items {
            let name = GatewayName(item.text)
            if name.isLegacy {
                warning(
                    .gatewayNameDotted, "the gateway \(quoted(item.text)) is named in the old form name.namespace",
                    at: item, hint: "write \"\(name.modern)\"")
                suggest(name.modern, for: item, isSafe: name.problem(isGenerated: isGenerated) == nil)
            }
            if let problem = name.problem(isGenerated: isGenerated) {
                let message = "the gateway \(quoted(item.text)) is no name: \(problem)"
                let hint = "write \"namespace/name\", a name, or \"mesh\""
                if isBeyondIstio {
                    warning(.gatewayNameInvalid, message, at: item, hint: hint)
                } else {
                    error(.gatewayNameInvalid, message, at: item, hint: hint)
                }
            }
            if name.namespace == nil { isBeyondIstio = true }
        }
    }
}

private let allowedTargets: [(groups: Set<String>, kind: String)] = [
    (["", "core"], "Service"), (["networking.istio.io"], "ServiceEntry"),
    (["gateway.networking.k8s.io"], "Gateway"), (["gateway.networking.k8s.io"], "GatewayClass"),
]
