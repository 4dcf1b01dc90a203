internal import KubeTypes
internal import Schema
internal import Tree

/// The documents by which clients learn what is served. Pure functions of the table of resources.
struct DiscoveryDocuments {
    var table: ResourceTable

    static let version: Node = [
        "major": "1", "minor": "36", "gitVersion": "v1.36.0+mainstay", "gitCommit": "", "gitTreeState": "clean",
        "buildDate": "1970-01-01T00:00:00Z", "goVersion": "", "compiler": "swift", "platform": "linux/amd64",
    ]

    // MARK: Classic form

    var coreVersions: Node {
        ["kind": "APIVersions", "versions": ["v1"], "serverAddressByClientCIDRs": []]
    }

    var groups: Node {
        ["kind": "APIGroupList", "apiVersion": "v1", "groups": Node(groupNames.map { group($0, isItem: true) })]
    }

    func group(_ name: String) throws(Status) -> Node {
        guard groupNames.contains(name) else { throw .noSuchResource }
        return group(name, isItem: false)
    }

    private func group(_ name: String, isItem: Bool) -> Node {
        let versions = versions(of: name).map { version -> Node in
            ["groupVersion": Node("\(name)/\(version)"), "version": Node(version)]
        }
        var node = Node.emptyMapping
        if !isItem {
            node["kind"] = "APIGroup"
            node["apiVersion"] = "v1"
        }
        node["name"] = Node(name)
        node["versions"] = Node(versions)
        node["preferredVersion"] = versions.first
        return node
    }

    func resources(group: String, version: String) throws(Status) -> Node {
        let definitions = table.definitions(group: group, version: version)
        let reviews = Review.Kind.served(group: group, version: version)
        guard !definitions.isEmpty || !reviews.isEmpty else { throw .noSuchResource }
        let apiVersion = group.isEmpty ? version : "\(group)/\(version)"
        let resources = definitions.flatMap { definition in
            [resource(definition)]
                + Subresource.all(of: definition, version).map { $0.resource(of: definition) }
        }
        return [
            "kind": "APIResourceList", "apiVersion": "v1", "groupVersion": Node(apiVersion),
            "resources": Node(resources + reviews.map(\.resource)),
        ]
    }

    private func resource(_ definition: ResourceDefinition) -> Node {
        var node: Node = [
            "name": Node(definition.plural), "singularName": Node(definition.singular),
            "namespaced": Node(definition.isNamespaced), "kind": Node(definition.kind), "verbs": verbs(definition),
        ]
        if !definition.shortNames.isEmpty { node["shortNames"] = Node(definition.shortNames.map { Node($0) }) }
        if !definition.categories.isEmpty { node["categories"] = Node(definition.categories.map { Node($0) }) }
        node["storageVersionHash"] = Node(StorageVersionHash.text(of: definition))
        return node
    }

    private func verbs(_ definition: ResourceDefinition) -> Node {
        guard definition.isBuiltIn else {
            return ["delete", "deletecollection", "get", "list", "patch", "create", "update", "watch"]
        }
        // A namespace collection cannot be deleted at once, as in Kubernetes.
        let all = ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"]
        return Node(all.filter { definition.kind != "Namespace" || $0 != "deletecollection" }.map { Node($0) })
    }

    // MARK: Aggregated form

    /// - Parameter core: The core group (`/api`) or all others (`/apis`).
    func aggregated(core: Bool) -> Node {
        let names = core ? [""] : groupNames
        let items = names.map { name -> Node in
            [
                "metadata": core ? [:] : ["name": Node(name)],
                "versions": Node(versions(of: name).map { aggregatedVersion(name, $0) }),
            ]
        }
        return [
            "kind": "APIGroupDiscoveryList", "apiVersion": "apidiscovery.k8s.io/v2", "metadata": [:],
            "items": Node(items),
        ]
    }

    private func aggregatedVersion(_ group: String, _ version: String) -> Node {
        let resources = table.definitions(group: group, version: version).map { definition -> Node in
            // What is built in leaves group and version to its place in the document.
            let isBuiltIn = definition.isBuiltIn
            let responseKind: Node = [
                "group": Node(isBuiltIn ? "" : group), "version": Node(isBuiltIn ? "" : version),
                "kind": Node(definition.kind),
            ]
            var node: Node = [
                "resource": Node(definition.plural), "responseKind": responseKind,
                "scope": Node(definition.scope.rawValue), "singularResource": Node(definition.singular),
                "verbs": verbs(definition),
            ]
            if !definition.shortNames.isEmpty { node["shortNames"] = Node(definition.shortNames.map { Node($0) }) }
            if !definition.categories.isEmpty { node["categories"] = Node(definition.categories.map { Node($0) }) }
            let below = Subresource.all(of: definition, version)
            if !below.isEmpty { node["subresources"] = Node(below.map { $0.aggregated(responseKind) }) }
            return node
        }
        let reviews = Review.Kind.served(group: group, version: version).map(\.aggregated)
        return ["version": Node(version), "resources": Node(resources + reviews), "freshness": "Current"]
    }

    // MARK: Groups

    private var groupNames: [String] { table.groups + Review.Kind.groups.filter { !table.groups.contains($0) } }

    private func versions(of group: String) -> [String] {
        let versions = table.versions(of: group)
        return versions.isEmpty ? Review.Kind.versions(of: group) : versions
    }
}
