package import Diagnostics
package import KubeTypes
import Tree

extension ResourceDefinition {
    /// Reads a CustomResourceDefinition (apiextensions.k8s.io/v1).
    ///
    /// - Throws: `Refused` with what is missing or wrong in it.
    package init(crd: KubeObject) throws(Refused) {
        let spec = crd.spec
        let names = spec["names"] ?? .emptyMapping
        var findings: [Finding] = []
        func need(_ node: Node, _ field: String, _ path: String) -> String {
            if let text = node[field]?.string, !text.isEmpty { return text }
            let message = "the definition \"\(crd.name)\" needs \"\(path)\""
            findings.append(Finding(.invalidDefinition, message, at: node.place.isKnown ? node.place : crd.place))
            return ""
        }
        self.init(
            group: need(spec, "group", "spec.group"), kind: need(names, "kind", "spec.names.kind"),
            plural: need(names, "plural", "spec.names.plural"), singular: names["singular"]?.string ?? "",
            listKind: names["listKind"]?.string ?? "",
            shortNames: names["shortNames"]?.elements.compactMap(\.string) ?? [],
            categories: names["categories"]?.elements.compactMap(\.string) ?? [])
        let scope = need(spec, "scope", "spec.scope")
        if let known = Scope(rawValue: scope) {
            self.scope = known
        } else if !scope.isEmpty {
            let message = "the scope is \"Namespaced\" or \"Cluster\", not \"\(scope)\""
            findings.append(Finding(.invalidDefinition, message, at: spec["scope"]?.place ?? crd.place))
        }
        for node in spec["versions"]?.elements ?? [] {
            do throws(Refused) {
                versions.append(try Version(node))
            } catch {
                findings += error.findings
            }
        }
        if spec["versions"]?.elements.isEmpty ?? true {
            findings.append(
                Finding(.invalidDefinition, "the definition \"\(crd.name)\" needs a version", at: crd.place))
        }
        guard findings.isEmpty else { throw Refused(findings) }
    }

    /// This definition as a CustomResourceDefinition (apiextensions.k8s.io/v1).
    package var crd: KubeObject {
        var names = OpenAPIFields()
        names["plural"] = Node(plural)
        names["singular"] = Node(singular)
        if !shortNames.isEmpty { names["shortNames"] = Node(shortNames.map { Node($0) }) }
        names["kind"] = Node(kind)
        names["listKind"] = Node(listKind)
        if !categories.isEmpty { names["categories"] = Node(categories.map { Node($0) }) }
        return KubeObject([
            "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
            "metadata": ["name": Node(name)],
            "spec": [
                "group": Node(group), "names": Node(Mapping(names.entries)), "scope": Node(scope.rawValue),
                "versions": Node(versions.map(\.node)),
            ],
        ])
    }
}

extension ResourceDefinition.Version {
    fileprivate init(_ node: Node) throws(Refused) {
        guard let name = node["name"]?.string else {
            throw Refused(Finding(.invalidDefinition, "a version needs a \"name\"", at: node.place))
        }
        let schema = try node[path: "schema", "openAPIV3Schema"].map { node throws(Refused) in try Schema(openAPI: node)
        }
        let subresources = node["subresources"]
        self.init(
            name: name, isServed: node["served"]?.bool ?? false, isStorage: node["storage"]?.bool ?? false,
            schema: schema ?? .anything, hasStatusSubresource: subresources?["status"] != nil,
            scale: subresources?["scale"].flatMap(ResourceDefinition.Scale.init),
            printerColumns: (node["additionalPrinterColumns"]?.elements ?? []).map(
                ResourceDefinition.PrinterColumn.init),
            selectableFields: node["selectableFields"]?.elements.compactMap { $0["jsonPath"]?.string } ?? [],
            isDeprecated: node["deprecated"]?.bool ?? false,
            deprecationWarning: node["deprecationWarning"]?.string)
    }

    fileprivate var node: Node {
        var fields = OpenAPIFields()
        fields["name"] = Node(name)
        fields["served"] = Node(isServed)
        fields["storage"] = Node(isStorage)
        if isDeprecated { fields["deprecated"] = true }
        fields["deprecationWarning"] = deprecationWarning.map { Node($0) }
        var subresources = OpenAPIFields()
        if hasStatusSubresource { subresources["status"] = .emptyMapping }
        subresources["scale"] = scale?.node
        if !subresources.entries.isEmpty { fields["subresources"] = Node(Mapping(subresources.entries)) }
        if !selectableFields.isEmpty {
            fields["selectableFields"] = Node(selectableFields.map { ["jsonPath": Node($0)] })
        }
        if !printerColumns.isEmpty { fields["additionalPrinterColumns"] = Node(printerColumns.map(\.node)) }
        fields["schema"] = ["openAPIV3Schema": schema.openAPI]
        return Node(Mapping(fields.entries))
    }
}

extension ResourceDefinition.Scale {
    fileprivate init?(_ node: Node) {
        guard let spec = node["specReplicasPath"]?.string, let status = node["statusReplicasPath"]?.string else {
            return nil
        }
        self.init(
            specReplicasPath: spec, statusReplicasPath: status, labelSelectorPath: node["labelSelectorPath"]?.string)
    }

    fileprivate var node: Node {
        var fields = OpenAPIFields()
        fields["specReplicasPath"] = Node(specReplicasPath)
        fields["statusReplicasPath"] = Node(statusReplicasPath)
        fields["labelSelectorPath"] = labelSelectorPath.map { Node($0) }
        return Node(Mapping(fields.entries))
    }
}

extension ResourceDefinition.PrinterColumn {
    fileprivate init(_ node: Node) {
        self.init(
            name: node["name"]?.string ?? "", type: node["type"]?.string ?? "string",
            jsonPath: node["jsonPath"]?.string ?? "", format: node["format"]?.string,
            description: node["description"]?.string, priority: node["priority"]?.integer ?? 0)
    }

    fileprivate var node: Node {
        var fields = OpenAPIFields()
        fields["name"] = Node(name)
        fields["type"] = Node(type)
        fields["format"] = format.map { Node($0) }
        fields["description"] = description.map { Node($0) }
        fields["jsonPath"] = Node(jsonPath)
        if priority != 0 { fields["priority"] = Node(priority) }
        return Node(Mapping(fields.entries))
    }
}
