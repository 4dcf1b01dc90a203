package import KubeTypes
internal import Planning
package import Tree

/// The fields of an Argo CD Application that the controller uses, read from the tree.
package struct Application: Sendable {
    package var object: KubeObject

    package init(_ object: KubeObject) { self.object = object }

    package var key: ObjectKey { object.key }
    package var project: String { object.spec["project"]?.string ?? "default" }

    // MARK: Source

    /// The only source; `problem` says so when there are several.
    package var source: Node {
        (object.spec["sources"]?.elements.first ?? object.spec["source"]) ?? Node(.null)
    }
    package var repoURL: String { source["repoURL"]?.string ?? "" }
    package var path: String { source["path"]?.string ?? "." }
    package var targetRevision: String { source["targetRevision"]?.string ?? "HEAD" }

    /// Whether bases may lie in other repositories. Off unless somebody says so: what another repository holds at a branch
    /// or tag can change without a commit here.
    package var allowsRemoteBases: Bool { object.annotation(Self.remoteBasesAnnotation) == "allowed" }
    package static let remoteBasesAnnotation = "mainstay.dev/remote-bases"

    // MARK: Destination

    package var destination: Node { object.spec["destination"] ?? .emptyMapping }
    package var namespace: String { destination["namespace"]?.string ?? "" }

    // MARK: Policy

    private var automated: Node? { object.spec[path: "syncPolicy", "automated"] }
    package var isAutomated: Bool { automated != nil && automated?["enabled"]?.bool != false }
    package var prunes: Bool { automated?["prune"]?.bool ?? false }
    package var selfHeals: Bool { automated?["selfHeal"]?.bool ?? false }
    package var allowsEmpty: Bool { automated?["allowEmpty"]?.bool ?? false }
    package var syncOptions: Node? { object.spec[path: "syncPolicy", "syncOptions"] }
    var ignoreRules: IgnoreRules { IgnoreRules(object.spec["ignoreDifferences"]) }
    package var retry: Node? { object.spec[path: "syncPolicy", "retry"] }
    package var historyLimit: Int { max(0, object.spec["revisionHistoryLimit"]?.integer ?? 10) }

    // MARK: Requests of people

    /// The sync that somebody asked for by writing `operation`.
    package var operation: Node? { object.root["operation"].flatMap { $0.isNull ? nil : $0 } }
    package var refresh: String? { object.annotation(Self.refreshAnnotation) }
    package var isSkipped: Bool {
        ["true", "1", "t", "T", "TRUE", "True"].contains(object.annotation("argocd.argoproj.io/skip-reconcile") ?? "")
    }
    package static let refreshAnnotation = "argocd.argoproj.io/refresh"

    // MARK: What cannot be done

    /// The first thing in the spec that is wrong or not supported, in words that name the field.
    package var problem: String? {
        let spec = object.spec
        if spec["sourceHydrator"] != nil {
            return unsupported("spec.sourceHydrator", "render on the fly from spec.source")
        }
        if (spec["sources"]?.elements.count ?? 0) > 1 {
            return unsupported("spec.sources with more than one entry", "use one Application for each source")
        }
        let field = spec["sources"]?.elements.isEmpty == false ? "spec.sources[0]" : "spec.source"
        guard !repoURL.isEmpty else { return "\(field).repoURL is missing: the address of the Git repository" }
        for (name, instead) in [
            ("helm", "render the chart into the repository"), ("plugin", "render into the repository"),
            ("chart", "render the chart into the repository"),
        ] where source[name] != nil { return unsupported("\(field).\(name)", instead) }
        if let option = source["kustomize"]?.entries.first {
            return unsupported("\(field).kustomize.\(option.key)", "set it in the kustomization.yaml")
        }
        if let option = source["directory"]?.entries.first(where: { $0.key != "recurse" }) {
            return unsupported("\(field).directory.\(option.key)", "use a kustomization.yaml that lists the files")
        }
        let server = destination["server"]?.string
        let name = destination["name"]?.string
        if server == nil, name == nil { return "spec.destination needs a server or a name" }
        if server != nil, name != nil { return "spec.destination has both server and name; keep one" }
        if let problem = ignoreRules.problem ?? optionProblem { return problem }
        guard project == "default" else {
            return unsupported(
                "spec.project \"\(project)\"", "use \"default\": the rules of other projects are not enforced yet")
        }
        guard server == nil || server == Self.inCluster, name == nil || name == "in-cluster" else {
            return unsupported("spec.destination \"\(server ?? name ?? "")\"", "use server: \(Self.inCluster)")
        }
        return nil
    }

    /// Options that nothing acts on would be promises; each is either kept or refused.
    private var optionProblem: String? {
        if object.spec[path: "syncPolicy", "managedNamespaceMetadata"] != nil {
            return unsupported("spec.syncPolicy.managedNamespaceMetadata", "put the Namespace into the repository")
        }
        for option in syncOptions?.elements.compactMap(\.string) ?? [] where !SyncOptions.isSupported(option) {
            return unsupported("spec.syncPolicy.syncOptions \"\(option)\"", "remove it")
        }
        return nil
    }

    private static let inCluster = "https://kubernetes.default.svc"

    private func unsupported(_ field: String, _ instead: String) -> String { "\(field) is not supported; \(instead)" }
}
