internal import Diagnostics
internal import Tree

private let prefix = "argocd.argoproj.io/"

/// The annotations of Argo CD, by what stands behind the slash.
private let knownNames: Set<String> = [
    "refresh", "hydrate", "hook", "hook-delete-policy", "sync-wave", "sync-options", "compare-options", "tracking-id",
    "installation-id", "manifest-generate-paths", "managed-by-url", "deletion-approved", "skip-reconcile",
    "ignore-healthcheck", "ignore-resource-updates", "client-side-apply-migration-manager", "ignore-default-links",
    "application-set-refresh",
]
private let hooks = ["PreSync", "Sync", "PostSync", "SyncFail", "Skip", "PreDelete", "PostDelete"]
private let hookPolicies = ["HookSucceeded", "HookFailed", "BeforeHookCreation"]

extension GitOpsWorld {
    /// The annotations by which an object tells Argo CD when and how to sync it.
    func syncAnnotations(_ annotations: Mapping, _ item: Item) -> [Finding] {
        var findings: [Finding] = []
        for entry in annotations.entries where entry.key.hasPrefix(prefix) {
            guard let text = entry.value.string else { continue }
            let words = text.split(separator: ",").map { String($0.drop { $0 == " " }.trimmedEnd) }
            switch entry.key.dropFirst(prefix.count) {
            case "sync-wave":
                if Int(text) == nil, !text.contains("{{") { findings.append(wave(text, entry, item)) }
            case "sync-options":
                findings += words.prefix(50).compactMap {
                    SyncOption.finding(item, entry.value, option: $0, at: .object)
                }
            case "hook": findings += words.prefix(50).compactMap { hook($0, entry, item) }
            case "hook-delete-policy":
                for word in words.prefix(50) where !hookPolicies.contains(word) {
                    findings.append(policy(word, text, entry, item))
                }
            case let name where !knownNames.contains(String(name)):
                if let near = nearestName(to: String(name), among: knownNames.sorted()) {
                    findings.append(unknown(entry, near, item))
                }
            default: break
            }
        }
        return findings
    }

    private func wave(_ text: String, _ entry: Mapping.Entry, _ item: Item) -> Finding {
        item.finding(
            .syncAnnotationInvalid, .warning, "the sync wave \"\(text)\" is no whole number, and counts as 0",
            at: entry.value, effect: "the object is applied with all that have no wave",
            hint: "write a number in quotes, such as \"1\" or \"-1\"")
    }

    private func hook(_ word: String, _ entry: Mapping.Entry, _ item: Item) -> Finding? {
        guard !hooks.contains(word) else { return nil }
        let near = nearestName(to: word, among: hooks)
        return item.finding(
            .syncAnnotationInvalid, "there is no hook \"\(word)\"", at: entry.value,
            effect: "Argo CD leaves the object out", meant: entry.value.string == word ? near : nil,
            hint: near.map { "did you mean \"\($0)\"?" } ?? "hooks are \(hooks.joined(separator: ", "))")
    }

    private func policy(_ word: String, _ text: String, _ entry: Mapping.Entry, _ item: Item) -> Finding {
        let near = nearestName(to: word, among: hookPolicies)
        return item.finding(
            .syncAnnotationInvalid, .warning, "there is no policy \"\(word)\" for deleting hooks", at: entry.value,
            effect: "the hook is deleted before it is made again, and not earlier", meant: text == word ? near : nil,
            hint: near.map { "did you mean \"\($0)\"?" } ?? "policies are \(hookPolicies.joined(separator: ", "))")
    }

    private func unknown(_ entry: Mapping.Entry, _ near: String, _ item: Item) -> Finding {
        var finding = item.finding(
            .syncAnnotationInvalid, .warning, "Argo CD does not know the annotation \"\(entry.key)\"",
            effect: "it does nothing", hint: "did you mean \"\(prefix)\(near)\"?")
        if entry.keyPlace.isKnown { finding.place = entry.keyPlace }
        return finding
    }
}

extension Substring {
    fileprivate var trimmedEnd: Substring {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
