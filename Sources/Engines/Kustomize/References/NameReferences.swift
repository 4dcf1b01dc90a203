import Diagnostics
import KubeTypes
import Tree

/// Writes the present names of objects into the fields that refer to them by an earlier name.
struct NameReferences {
    private let resources: [Resource]
    private let byPreviousName: [String: [Candidate]]
    /// Where the objects of a namespace are now.
    private let currentByOriginal: [String: Set<String>]

    private struct Candidate {
        let resource: Resource
        let previous: [ResourceID]
        let original: ResourceID
        let current: ResourceID
        /// Kept apart from the object, which may be the one that is just being changed.
        let name: String
        let namespace: String
    }

    init(_ resources: [Resource]) {
        self.resources = resources
        var index: [String: [Candidate]] = [:]
        var namespaces: [String: Set<String>] = [:]
        for resource in resources {
            namespaces[resource.originalID.namespace, default: []].insert(resource.id.namespace)
            let previous = resource.previousIDs
            guard !previous.isEmpty else { continue }
            let candidate = Candidate(
                resource: resource, previous: previous, original: previous[0], current: resource.id,
                name: resource.name, namespace: resource.namespace)
            for name in Set(previous.map(\.name)) { index[name, default: []].append(candidate) }
        }
        byPreviousName = index
        namespaces[ResourceID.clusterScope] = nil
        currentByOriginal = namespaces
    }

    func update(_ references: [TransformerConfig.NameReference]) throws(Refused) {
        guard !byPreviousName.isEmpty else { return }
        var byKind: [String: [(FieldSpec, TypeSelector)]] = [:]
        for reference in references {
            for field in reference.referrers {
                byKind[field.selector.kind, default: []].append((field, reference.target))
            }
        }
        for resource in resources {
            let type = resource.originalID.type
            for (field, target) in (byKind[type.kind] ?? []) + (byKind[""] ?? [])
            where field.selector.selects(type) && field.exists(in: resource.root) {
                try update(field, of: resource, to: target)
            }
        }
    }

    private func update(_ field: FieldSpec, of referrer: Resource, to target: TypeSelector) throws(Refused) {
        let search = Search(referrer: referrer, target: target, field: field)
        try field.visitAnyType(referrer, making: .nothing) { (node) throws(Refused) in
            switch node.value {
            case .mapping: try updateMapping(&node, search)
            case .sequence:
                _ = try node.updateSequence { (elements: inout [Node]) throws(Refused) in
                    for index in elements.indices {
                        if elements[index].mapping != nil {
                            try updateMapping(&elements[index], search)
                        } else {
                            try updateScalar(&elements[index], search)
                        }
                    }
                }
            default: try updateScalar(&node, search)
            }
        }
    }

    private func updateScalar(_ node: inout Node, _ search: Search) throws(Refused) {
        guard let name = node.scalarText else { return }
        let found = try referral(name, search, namespace: nil, at: node.place)
        if let found, found.name != name { node.value = .string(found.name) }
    }

    private func updateMapping(_ node: inout Node, _ search: Search) throws(Refused) {
        guard let name = node["name"]?.scalarText else {
            throw refusal(
                .transformerFieldInvalid, "\"\(search.field.path)\" refers to an object without a \"name\"",
                at: node.place)
        }
        let found = try referral(name, search, namespace: node["namespace"]?.scalarText, at: node.place, isMap: true)
        guard let found, found.name != name || !found.namespace.isEmpty else { return }
        node["name"] = Node(.string(found.name), at: node["name"]?.place ?? node.place)
        if !found.namespace.isEmpty {
            node["namespace"] = Node(.string(found.namespace), at: node["namespace"]?.place ?? node.place)
        }
    }

    // MARK: Finding the object

    private struct Search {
        let referrer: Resource
        let target: TypeSelector
        let field: FieldSpec
        let id: ResourceID
        let roleRef: TypeSelector?
        let accountNamespaces: Set<String>

        init(referrer: Resource, target: TypeSelector, field: FieldSpec) {
            self.referrer = referrer
            self.target = target
            self.field = field
            id = referrer.id
            if field.path.hasSuffix("roleRef/name"), let reference = referrer.root["roleRef"],
                let group = reference["apiGroup"]?.string, let kind = reference["kind"]?.string
            {
                roleRef = TypeSelector(group: group, kind: kind)
            } else {
                roleRef = nil
            }
            let subjects = referrer.kind == "RoleBinding" ? referrer.root["subjects"]?.elements ?? [] : []
            accountNamespaces = Set(
                subjects.filter { $0["kind"]?.string == "ServiceAccount" }.compactMap { $0["namespace"]?.string })
        }

        /// Whether an object of that namespace can be meant at all.
        func reaches(_ candidate: Candidate) -> Bool {
            if id.isClusterScoped || candidate.current.isClusterScoped || candidate.current.namespace == id.namespace {
                return true
            }
            return candidate.current.type.kind == "ServiceAccount"
                && accountNamespaces.contains(candidate.namespace)
        }
    }

    private func referral(
        _ name: String, _ search: Search, namespace: String?, at place: Place, isMap: Bool = false
    ) throws(Refused) -> Candidate? {
        guard var found = byPreviousName[name] else { return nil }
        found = found.filter { candidate in
            candidate.previous.contains { search.target.selects($0.type) } && search.reaches(candidate)
                && (search.roleRef.map { role in candidate.previous.contains { role.selects($0.type) } } ?? true)
        }
        if let namespace { found = inNamespace(namespace, found, search) }
        if found.count == 1 { return found[0] }
        found = found.filter { sameAffixes($0.resource, search.referrer, allowingNone: true) }
        if found.count == 1 { return found[0] }
        found = found.filter { sameAffixes($0.resource, search.referrer, allowingNone: false) }
        guard let first = found.first else { return nil }
        if found.allSatisfy({ $0.name == first.name && (!isMap || $0.namespace == first.namespace) }) {
            return first
        }
        var finding = Finding(
            .referenceAmbiguous,
            "\"\(name)\" in \"\(search.field.path)\" of \(search.id) could be one of \(found.count) objects",
            at: place, hint: "give the objects different names, or name the namespace")
        finding.related = found.map { RelatedPlace("\($0.current)", at: $0.resource.place) }
        throw Refused(finding)
    }

    private func inNamespace(_ namespace: String, _ found: [Candidate], _ search: Search) -> [Candidate] {
        let isOriginal = (currentByOriginal[namespace] ?? []).contains { current in
            search.id.isClusterScoped || current == search.id.namespace || search.accountNamespaces.contains(current)
        }
        return found.filter { (isOriginal ? $0.original : $0.current).namespace == namespace }
    }

    private func sameAffixes(_ a: Resource, _ b: Resource, allowingNone: Bool) -> Bool {
        func same(_ a: [String], _ b: [String]) -> Bool {
            if a.isEmpty || b.isEmpty { return allowingNone || a.count == b.count }
            let count = min(a.count, b.count)
            return a.suffix(count).elementsEqual(b.suffix(count))
        }
        return same(a.prefixes, b.prefixes) && same(a.suffixes, b.suffixes)
    }
}
