internal import Diagnostics
internal import FileTree
internal import GoText
internal import KubeTypes
internal import Tree

/// The spec of an Application, or of those that an ApplicationSet makes.
func applicationSpec(_ item: Item) -> Node {
    (item.kind == "Application" ? item.root["spec"] : item.spec[path: "template", "spec"]) ?? Node(.null)
}

private func isTemplate(_ text: String) -> Bool { text.contains("{{") }

/// Whether something fills in what the template of an ApplicationSet leaves out.
private func isCompleted(_ item: Item) -> Bool {
    item.spec.has("templatePatch")
        || item.spec.items("generators").contains { $0.entries.contains { $0.value.has("template") } }
}

/// Namespaces that a cluster or an installation of Istio brings along.
private func isGiven(_ namespace: String) -> Bool {
    namespace.hasPrefix("kube-") || ["default", "istio-system"].contains(namespace)
}

extension Judge {
    /// The AppProject that an Application is of.
    static let projects = Judge(.application, .applicationSet) { item, world in
        let node = applicationSpec(item)["project"]
        guard let name = node?.string, !name.isEmpty, name != "default", !isTemplate(name),
            world.items(.appProject, named: name, in: "").isEmpty
        else { return [] }
        let projects = world.items(.appProject).map(\.name)
        guard !projects.isEmpty else { return [] }
        let meant = nearestName(to: name, among: projects.prefix(2000))
        return [
            item.finding(
                .projectUnknown, meant == nil ? .info : .warning, "the repository has no AppProject \"\(name)\"",
                at: node, effect: "without it Argo CD refuses to sync", meant: meant,
                hint: "add the AppProject, unless the cluster has it")
        ]
    }

    /// Which cluster and namespace an Application deploys to, and by which tool.
    static let destinations = Judge(.application, .applicationSet) { item, world in
        let spec = applicationSpec(item)
        var findings: [Finding] = []
        let destination = spec["destination"] ?? Node(.null)
        let server = destination.text("server"), name = destination.text("name")
        if !server.isEmpty, !name.isEmpty {
            findings.append(
                item.finding(
                    .destinationUnclear, "the destination has both a server and a name", at: destination["name"],
                    effect: "Argo CD does not sync it", hint: "keep one of the two"))
        } else if destination.mapping != nil, server.isEmpty, name.isEmpty, !isCompleted(item) {
            findings.append(
                item.finding(
                    .destinationUnclear, "the destination names no cluster", at: destination,
                    effect: "Argo CD does not sync it",
                    hint: "write \"server: https://kubernetes.default.svc\" for the cluster that Argo CD runs in"))
        }
        for source in Deployment.argoSources(spec) {
            let tools = source.entries.filter {
                ["helm", "kustomize", "directory", "plugin"].contains($0.key) && !$0.value.isNull
            }
            if tools.count > 1 {
                findings.append(
                    item.finding(
                        .sourceToolsConflict,
                        "the source is for \(tools.map { "\"\($0.key)\"" }.joined(separator: " and ")) at once",
                        at: tools[1].value, effect: "Argo CD cannot render it", hint: "keep one of them"))
            }
        }
        return findings + namespaceFindings(item, spec, destination, world)
    }

    private static func namespaceFindings(
        _ item: Item, _ spec: Node, _ destination: Node, _ world: GitOpsWorld
    ) -> [Finding] {
        let namespace = destination.text("namespace")
        // Of another cluster nobody here knows the namespaces.
        let isHere =
            destination.text("server") == "https://kubernetes.default.svc" || destination.text("name") == "in-cluster"
        let namespaces = world.items(.namespace).map(\.name)
        guard isHere, !namespace.isEmpty, !isTemplate(namespace), !isGiven(namespace), namespace != item.namespace,
            !namespaces.isEmpty, !namespaces.contains(namespace),
            !spec.words("syncPolicy", "syncOptions").contains(where: { $0.string == "CreateNamespace=true" })
        else { return [] }
        return [
            item.finding(
                .destinationNamespaceUnmade, .info, "nothing here makes the namespace \"\(namespace)\"",
                at: destination["namespace"], effect: "the sync fails while the cluster has no such namespace",
                meant: nearestName(to: namespace, among: namespaces.prefix(2000)),
                hint: "add \"CreateNamespace=true\" to the sync options, or the Namespace to what is deployed")
        ]
    }

    /// What a sync is allowed to do, and how often.
    static let syncPolicies = Judge(.application, .applicationSet) { item, _ in
        let policy = applicationSpec(item)["syncPolicy"] ?? Node(.null)
        var findings = policy.words("syncOptions").compactMap { SyncOption.finding(item, $0, at: .application) }
        let automated = policy["automated"] ?? Node(.null)
        if automated.isSet("allowEmpty"), automated.isSet("prune"), automated["enabled"]?.bool != false {
            findings.append(
                item.finding(
                    .emptyAllowed, .warning, "a source without manifests prunes everything that was deployed",
                    at: automated["allowEmpty"],
                    effect: "a wrong path or an empty build takes all routes and workloads away at once",
                    hint: "remove allowEmpty: without it such a sync is refused"))
        }
        return findings + retryFindings(item, policy["retry"] ?? Node(.null))
    }

    private static func retryFindings(_ item: Item, _ retry: Node) -> [Finding] {
        var findings: [Finding] = []
        if let limit = retry.number("limit"), limit < 0 {
            findings.append(
                item.finding(
                    .retryUnusable, .info, "a failed sync is repeated without end", at: retry["limit"],
                    hint: "a limit such as 5 lets notifications tell that it has failed"))
        }
        for field in ["duration", "maxDuration"] {
            guard let node = retry[path: "backoff", field], let text = node.string, !text.isEmpty, !isTemplate(text),
                Int(text) == nil, GoDuration(text) == nil
            else { continue }
            findings.append(
                item.finding(
                    .retryUnusable, "\"\(text)\" is no duration", at: node,
                    effect: "a failed sync is not repeated", hint: "write it like \"5s\", \"3m\" or \"1h30m\""))
        }
        return findings
    }

    /// Rollback that people expect of what cannot give it.
    static let rollbacks = Judge(.application, .applicationSet) { item, _ in
        let spec = applicationSpec(item)
        guard let automated = spec[path: "syncPolicy", "automated"], automated.mapping != nil,
            automated["enabled"]?.bool != false
        else { return [] }
        func speaksOfRollback(_ text: String) -> Bool { text.lowercased().contains("rollback") }
        let metadata = item.root["metadata"] ?? Node(.null)
        let mark = (metadata["annotations"]?.entries ?? []).first { speaksOfRollback($0.key) }
        guard
            mark != nil || speaksOfRollback(item.name)
                || speaksOfRollback(TreePath(item.root.place.file.path).lastComponent)
        else {
            return []
        }
        return [
            item.finding(
                .rollbackInert, mark == nil ? .info : .warning,
                "Argo CD does not roll this back by itself, and refuses a rollback by hand while syncs are automatic",
                at: mark?.value ?? spec["revisionHistoryLimit"] ?? automated,
                related: [item.related("syncs are automatic", at: automated)],
                effect: "after a bad commit the cluster keeps what could be applied, until somebody reverts the commit",
                hint: "revert in Git, or let a canary (Flagger, Argo Rollouts) judge the change")
        ]
    }
}
