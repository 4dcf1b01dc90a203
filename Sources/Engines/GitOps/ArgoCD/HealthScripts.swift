internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Judge {
    /// Scripts for the health of Istio's kinds. Istio writes objects into `status.validationMessages`, and Lua's
    /// `table.concat` takes texts and numbers only: it raises an error as soon as there is something to tell.
    static let healthScripts = Judge(.configMap) { item, _ in
        guard item.name == "argocd-cm" else { return [] }
        let prefix = "resource.customizations.health."
        return (item.root["data"]?.entries ?? []).compactMap { entry in
            guard entry.key.hasPrefix(prefix), entry.key.contains(".istio.io_"),
                let script = entry.value.string?.filter({ !$0.isWhitespace }),
                script.contains("table.concat(obj.status.validationMessages")
            else { return nil }
            var finding = item.finding(
                .healthScriptFails, .warning,
                "the script joins \"validationMessages\" as texts, and Istio writes objects there", at: entry.value,
                effect: "with the first message the script fails, and the health is Unknown instead of Degraded",
                hint:
                    "take the text of each message in a loop, or leave the script out: "
                    + "Mainstay knows the health of Istio's kinds"
            )
            if entry.keyPlace.isKnown { finding.place = entry.keyPlace }
            return finding
        }
    }
}
