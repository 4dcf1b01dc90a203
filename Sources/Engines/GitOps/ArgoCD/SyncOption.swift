internal import Diagnostics
internal import KubeTypes
internal import Tree

/// The options of syncs. Argo CD compares them as whole texts, so one that is misspelt does nothing and says nothing.
struct SyncOption {
    /// Where an option can stand: at the Application, or as an annotation at one object.
    enum Reader { case application, object }

    private static let switches = ["true", "false"]

    /// The values of each option, and who reads it.
    private static let known: [String: (values: [String], readers: [Reader])] = [
        "Validate": (switches, [.application, .object]),
        "SkipDryRunOnMissingResource": (switches, [.application, .object]),
        "CreateNamespace": (switches, [.application]),
        "PrunePropagationPolicy": (["foreground", "background", "orphan"], [.application]),
        "PruneLast": (switches, [.application, .object]),
        "Prune": (switches + ["confirm"], [.application, .object]),
        "Delete": (switches + ["confirm"], [.application, .object]),
        "ApplyOutOfSyncOnly": (switches, [.application]),
        "Replace": (switches, [.application, .object]),
        "Force": (switches, [.object]),
        "ServerSideApply": (switches, [.application, .object]),
        "ClientSideApplyMigration": (switches, [.application, .object]),
        "RespectIgnoreDifferences": (switches, [.application]),
        "FailOnSharedResource": (switches, [.application]),
    ]

    /// What is wrong with an option; nil when it does what it says.
    static func finding(_ item: Item, _ node: Node, option: String? = nil, at reader: Reader) -> Finding? {
        let text = option ?? node.string ?? ""
        guard !text.contains("{{") else { return nil }
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        // Inside of a list in one text there is nothing to replace as a whole.
        func meant(_ text: String?) -> (meant: String?, hint: String?) {
            option == nil || option == node.string ? (text, nil) : (nil, text.map { "did you mean \"\($0)\"?" })
        }
        guard let rule = known[parts[0]] else {
            let near = nearestName(to: parts[0], among: known.keys.sorted())
            let words = meant(near.map { ([$0] + parts.dropFirst()).joined(separator: "=") })
            return item.finding(
                .syncOptionUnknown, .warning, "Argo CD knows no sync option \"\(text)\"", at: node,
                effect: "it does nothing", meant: words.meant, hint: words.hint ?? "write it as Name=value")
        }
        guard parts.count == 2, rule.values.contains(parts[1]) else {
            let near = parts.count == 2 ? nearestName(to: parts[1], among: rule.values) : rule.values.first
            let words = meant(near.map { "\(parts[0])=\($0)" })
            return item.finding(
                .syncOptionUnknown, .warning,
                "the sync option \"\(parts[0])\" has no value \"\(parts.dropFirst().first ?? "")\"",
                at: node, effect: "it does nothing", meant: words.meant,
                hint: words.hint ?? "its values are \(rule.values.joined(separator: ", "))")
        }
        guard rule.readers.contains(reader) else {
            return item.finding(
                .syncOptionUnknown, .warning,
                reader == .object
                    ? "the sync option \"\(parts[0])\" is read at an Application only"
                    : "the sync option \"\(parts[0])\" is read at single objects only",
                at: node, effect: "it does nothing here",
                hint: reader == .object
                    ? "add it to spec.syncPolicy.syncOptions of the Application"
                    : "annotate the objects with argocd.argoproj.io/sync-options")
        }
        return nil
    }
}
