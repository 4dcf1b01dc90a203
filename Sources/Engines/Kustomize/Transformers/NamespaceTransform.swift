import Diagnostics
import Tree

/// Sets the namespace of all objects that live in one, and of the subjects of role bindings.
struct NamespaceTransform: Transform {
    enum Subjects: String { case defaultOnly, allServiceAccounts, none }

    var namespace: String
    var fields: [FieldSpec]
    var unsetOnly = false
    var subjects = Subjects.defaultOnly
    var place: Place

    func apply(to set: inout ResourceSet) throws(Refused) {
        guard !namespace.isEmpty else { return }
        let fields = fields.filter { $0.path != "metadata/namespace" }
        for resource in set.resources where !resource.isGone {
            resource.rememberID()
            try setOwn(resource)
            let isBinding = resource.kind == "RoleBinding" || resource.kind == "ClusterRoleBinding"
            if isBinding { setSubjects(of: resource) }
            for field in fields where !(isBinding && field.path.hasPrefix("subjects")) {
                try field.visit(resource, making: .scalar) { (node) throws(Refused) in put(&node) }
            }
        }
        set.forgetIndices()
        try checkIDs(&set)
    }

    private func setOwn(_ resource: Resource) throws(Refused) {
        guard !resource.id.isClusterScoped else { return }
        if unsetOnly, !resource.namespace.isEmpty { return }
        guard resource.namespace != namespace else { return }
        resource.root.set(Node(.string(namespace), at: place), at: ["metadata", "namespace"])
    }

    private func put(_ node: inout Node) {
        if unsetOnly, node.scalarText?.isEmpty == false { return }
        if node.string != namespace { node = Node(.string(namespace), at: place) }
    }

    private func setSubjects(of resource: Resource) {
        guard subjects != .none else { return }
        resource.root.updateMapping { members in
            _ = members.update("subjects") { list in
                list.updateSequence { elements in
                    for index in elements.indices where isMeant(elements[index]) {
                        var old = elements[index]["namespace"] ?? Node(.null, at: elements[index].place)
                        put(&old)
                        elements[index]["namespace"] = old
                    }
                }
            }
        }
    }

    private func isMeant(_ subject: Node) -> Bool {
        switch subjects {
        case .defaultOnly: subject["name"]?.string == "default"
        case .allServiceAccounts: subject["kind"]?.string == "ServiceAccount"
        case .none: false
        }
    }

    private func checkIDs(_ set: inout ResourceSet) throws(Refused) {
        for resource in set.resources {
            let same = set.resources(withCurrent: resource.id)
            guard same.count > 1 else { continue }
            var finding = Finding(
                .objectDoubled, "namespace \"\(namespace)\" makes two objects one: \(resource.id)", at: place,
                hint: "rename one of them")
            finding.related = same.map { RelatedPlace("defined here", at: $0.place) }
            throw Refused(finding)
        }
    }
}
