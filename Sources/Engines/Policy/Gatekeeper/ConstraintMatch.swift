internal import Diagnostics
internal import KubeTypes
internal import Tree

/// Which objects a constraint judges: all of its conditions must hold.
struct ConstraintMatch: Sendable {
    private var kinds: [(groups: [String], kinds: [String])] = []
    private var namespaces: [String] = []
    private var excludedNamespaces: [String] = []
    private var scope = "*"
    private var name = ""
    private var labels: Selector?
    private var namespaceLabels: Selector?
    private var isNothing = false

    static let nothing: ConstraintMatch = {
        var match = ConstraintMatch()
        match.isNothing = true
        return match
    }()

    private init() {}

    /// - Parameter node: `spec.match`; null matches everything.
    init(_ node: Node) throws(Refused) {
        kinds =
            node["kinds"]?.elements.map { entry in
                (entry.texts("apiGroups"), entry.texts("kinds"))
            } ?? []
        namespaces = node.texts("namespaces")
        excludedNamespaces = node.texts("excludedNamespaces")
        scope = node["scope"]?.string ?? "*"
        name = node["name"]?.string ?? ""
        labels = try Self.selector(node, "labelSelector")
        namespaceLabels = try Self.selector(node, "namespaceSelector")
        // Objects of a repository are what people wrote, never what Gatekeeper expands.
        isNothing = node["source"]?.string == "Generated"
        for entry in node.entries where !Self.fields.contains(entry.key) {
            throw Refused(
                Finding(
                    .constraintUnusable, "unknown field \"\(entry.key)\" of spec.match", at: entry.value.place,
                    hint: nearestName(to: entry.key, among: Self.fields).map { "did you mean \"\($0)\"?" }))
        }
    }

    private static let fields = [
        "kinds", "namespaces", "excludedNamespaces", "scope", "name", "labelSelector", "namespaceSelector", "source",
    ]

    private static func selector(_ node: Node, _ field: String) throws(Refused) -> Selector? {
        guard let selector = node[field], !selector.isNull else { return nil }
        do throws(Selector.ParseError) {
            return try Selector(labelSelector: selector)
        } catch {
            throw Refused(Finding(.constraintUnusable, "\(field): \(error)", at: selector.place))
        }
    }

    enum Answer { case yes, no, unknownNamespace }

    /// - Parameter namespaceObjects: The Namespaces that are known, by name.
    func matches(_ object: KubeObject, among namespaceObjects: [String: KubeObject]) -> Answer {
        let isNamespace = object.type.groupKind == GroupKind(group: "", kind: "Namespace")
        let namespace = isNamespace ? object.name : object.namespace
        guard !isNothing, matchesKind(object.type), matchesScope(object, isNamespace),
            namespace.isEmpty || namespaces.isEmpty || namespaces.contains(where: { wildcard($0, matches: namespace) }),
            namespace.isEmpty || !excludedNamespaces.contains(where: { wildcard($0, matches: namespace) }),
            labels?.matches(object.labels) ?? true,
            name.isEmpty || wildcard(name, matches: object.name)
        else { return .no }
        guard let namespaceLabels, !namespace.isEmpty else { return .yes }
        if isNamespace { return namespaceLabels.matches(object.labels) ? .yes : .no }
        // Each namespace has this label, whoever made it.
        var known = ["kubernetes.io/metadata.name": namespace]
        if let object = namespaceObjects[namespace] {
            known.merge(object.labels) { $1 }
        } else if namespaceLabels.requirements.contains(where: { known[$0.key] == nil }) {
            return .unknownNamespace
        }
        return namespaceLabels.matches(known) ? .yes : .no
    }

    private func matchesKind(_ type: GroupVersionKind) -> Bool {
        kinds.isEmpty
            || kinds.contains { groups, kinds in
                (kinds.isEmpty || kinds.contains("*") || kinds.contains(type.kind))
                    && (groups.isEmpty || groups.contains("*") || groups.contains(type.group))
            }
    }

    private func matchesScope(_ object: KubeObject, _ isNamespace: Bool) -> Bool {
        switch scope {
        case "Cluster": isNamespace || object.namespace.isEmpty
        case "Namespaced": !isNamespace && !object.namespace.isEmpty
        default: true
        }
    }
}

/// `kube-*`, `*-system`, `*kube*`, or the name itself.
func wildcard(_ pattern: String, matches name: String) -> Bool {
    let (start, end) = (pattern.hasPrefix("*"), pattern.hasSuffix("*"))
    let inner = String(pattern.dropFirst(start ? 1 : 0).dropLast(end && pattern.count > 1 ? 1 : 0))
    return switch (start, end) {
    case (true, true): name.contains(inner)
    case (true, false): name.hasSuffix(inner)
    case (false, true): name.hasPrefix(inner)
    case (false, false): name == pattern
    }
}

extension Node {
    fileprivate func texts(_ field: String) -> [String] { self[field]?.elements.compactMap(\.string) ?? [] }
}
