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
        ["kind": "APIGroupList", "apiVersion": "v1", "groups": Node(table.groups.map { group($0, isItem: true) })]
    }

    func group(_ name: String) throws(Status) -> Node {
        guard table.groups.contains(name) else { throw .noSuchResource }
        return group(name, isItem: false)
    }

    private func group(_ name: String, isItem: Bool) -> Node {
        let versions = table.versions(of: name).map { version -> Node in
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
        guard !definitions.isEmpty else { throw .noSuchResource }
        let apiVersion = group.isEmpty ? version : "\(group)/\(version)"
        let resources = definitions.flatMap { definition in
            [resource(definition)] + subresources(definition, version).map { subresource(definition, $0) }
        }
        return [
            "kind": "APIResourceList", "apiVersion": "v1", "groupVersion": Node(apiVersion),
            "resources": Node(resources),
        ]
    }

    private func resource(_ definition: ResourceDefinition) -> Node {
        var node: Node = [
            "name": Node(definition.plural), "singularName": Node(definition.singular),
            "namespaced": Node(definition.isNamespaced), "kind": Node(definition.kind), "verbs": verbs(definition),
        ]
        if !definition.shortNames.isEmpty { node["shortNames"] = Node(definition.shortNames.map { Node($0) }) }
        if !definition.categories.isEmpty { node["categories"] = Node(definition.categories.map { Node($0) }) }
        return node
    }

    private func subresource(_ definition: ResourceDefinition, _ name: String) -> Node {
        [
            "name": Node("\(definition.plural)/\(name)"), "singularName": "",
            "namespaced": Node(definition.isNamespaced),
            "kind": Node(definition.kind), "verbs": ["get", "patch", "update"],
        ]
    }

    private func subresources(_ definition: ResourceDefinition, _ version: String) -> [String] {
        definition.version(version)?.hasStatusSubresource == true ? ["status"] : []
    }

    private func verbs(_ definition: ResourceDefinition) -> Node {
        // A namespace collection cannot be deleted at once, as in Kubernetes.
        let all = ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"]
        let isNamespace = definition.isBuiltIn && definition.kind == "Namespace"
        return Node(all.filter { !isNamespace || $0 != "deletecollection" }.map { Node($0) })
    }

    // MARK: Aggregated form

    /// - Parameter core: The core group (`/api`) or all others (`/apis`).
    func aggregated(core: Bool) -> Node {
        let names = core ? [""] : table.groups
        let items = names.map { name -> Node in
            [
                "metadata": core ? ["creationTimestamp": nil] : ["name": Node(name), "creationTimestamp": nil],
                "versions": Node(table.versions(of: name).map { aggregatedVersion(name, $0) }),
            ]
        }
        return [
            "kind": "APIGroupDiscoveryList", "apiVersion": "apidiscovery.k8s.io/v2", "metadata": [:],
            "items": Node(items),
        ]
    }

    private func aggregatedVersion(_ group: String, _ version: String) -> Node {
        let resources = table.definitions(group: group, version: version).map { definition -> Node in
            let responseKind: Node = ["group": Node(group), "version": Node(version), "kind": Node(definition.kind)]
            var node: Node = [
                "resource": Node(definition.plural), "responseKind": responseKind,
                "scope": Node(definition.scope.rawValue), "singularResource": Node(definition.singular),
                "verbs": verbs(definition),
            ]
            if !definition.shortNames.isEmpty { node["shortNames"] = Node(definition.shortNames.map { Node($0) }) }
            if !definition.categories.isEmpty { node["categories"] = Node(definition.categories.map { Node($0) }) }
            let below = subresources(definition, version)
            if !below.isEmpty {
                node["subresources"] = Node(
                    below.map { name -> Node in
                        [
                            "subresource": Node(name), "responseKind": responseKind,
                            "verbs": ["get", "patch", "update"],
                        ]
                    })
            }
            return node
        }
        return ["version": Node(version), "resources": Node(resources), "freshness": "Current"]
    }

    // MARK: OpenAPI

    var openAPIIndex: Node {
        var paths = Node.emptyMapping
        for group in [""] + table.groups {
            for version in table.versions(of: group) {
                let path = group.isEmpty ? "api/\(version)" : "apis/\(group)/\(version)"
                paths[path] = ["serverRelativeURL": Node("/openapi/v3/\(path)")]
            }
        }
        return ["paths": paths]
    }

    func openAPI(group: String, version: String) throws(Status) -> Node {
        let definitions = table.definitions(group: group, version: version)
        guard !definitions.isEmpty else { throw .noSuchResource }
        return openAPIv3(group: group, version: version, definitions: definitions)
    }
}
