internal import Diagnostics
internal import Mesh

extension Report {
    mutating func checkDestinationRule(_ object: ObjectParts) {
        let spec = object.spec
        checkWildcardHost(spec["host"], effect: "the rule counts for no service")
        checkTrafficPolicy(spec["trafficPolicy"], in: object.namespace)
        var names: [String: Field] = [:]
        for subset in spec["subsets"].items {
            guard subset.isPresent else {
                error(.entryEmpty, "an entry of subsets is empty", at: subset, hint: "remove it")
                continue
            }
            checkSubset(subset, in: object.namespace)
            let name = subset["name"]
            if let first = names[name.text] {
                error(
                    .subsetInvalid, "two subsets have the name \(quoted(name.text))", at: name,
                    hint: "rename one of them")
                relate("first here", to: first)
            }
            names[name.text] = name
        }
        checkExport(
            spec["exportTo"], from: object.namespace,
            by: spec["workloadSelector"].isPresent ? .selectingRule : .other)
        checkWorkloadSelector(spec["workloadSelector"], hasLabelsIn: "matchLabels")
    }

    /// Unlike in Istio, where they get lost, warnings inside are told.
    private mutating func checkSubset(_ subset: Field, in namespace: String) {
        let name = subset["name"]
        if !name.isFilled {
            error(.subsetInvalid, "a subset has no name", at: subset, hint: "name it as routes do")
        } else if !isDNSLabel(name.text) {
            error(
                .subsetInvalid, "the name \(quoted(name.text)) of a subset is not a DNS label", at: name,
                hint: "use letters, digits and inner \"-\"")
        }
        checkLabels(subset["labels"])
        checkTrafficPolicy(subset["trafficPolicy"], in: namespace)
    }
}
