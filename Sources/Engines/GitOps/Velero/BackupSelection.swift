internal import Diagnostics
internal import KubeTypes
internal import Tree

/// What is backed up: of a Schedule its template.
func backupSpec(_ item: Item) -> Node {
    (item.kind == "Schedule" ? item.spec["template"] : item.root["spec"]) ?? Node(.null)
}

extension Judge {
    /// Labels by which a backup selects, and that nothing has of what it is about.
    static let backupSelection = Judge(.schedule, .backup) { item, world in
        let spec = backupSpec(item)
        let labels = spec[path: "labelSelector", "matchLabels"]
        let wanted = (labels?.entries ?? []).compactMap { entry in entry.value.string.map { (entry.key, $0) } }
        let resources = Set(spec.words("includedResources").compactMap { $0.string?.lowercased() })
        let namespaces = Set(spec.words("includedNamespaces").compactMap(\.string))
        guard let labels, !wanted.isEmpty, !resources.isEmpty,
            !resources.contains("*"), !namespaces.contains(where: { $0.contains("*") })
        else { return [] }
        var count = 0
        for kind in world.kinds where !resources.isDisjoint(with: names(of: kind)) {
            for object in world.items(kind).lazy.map(\.object)
            where namespaces.isEmpty || namespaces.contains(object.namespace) {
                if wanted.allSatisfy({ object.labels[$0.0] == $0.1 }) { return [] }
                count += 1
            }
        }
        guard count > 0 else { return [] }
        let words = wanted.map { "\($0.0)=\($0.1)" }.joined(separator: ",")
        return [
            item.finding(
                .backupSelectsNothing, .warning,
                "none of the \(count) objects here that the backup is about has the label \"\(words)\"", at: labels,
                effect: "the backup succeeds, and they are not in it",
                hint: "give the objects the label, or select without it")
        ]
    }

    /// How a list of resources may name a kind: `virtualservices.networking.istio.io`, or without the group.
    private static func names(of kind: GroupKind) -> Set<String> {
        let name = kind.kind.lowercased()
        let plural =
            name.hasSuffix("y") && !name.hasSuffix("ay")
            ? name.dropLast() + "ies" : name.hasSuffix("s") ? name + "es" : name + "s"
        return [plural, kind.group.isEmpty ? plural : "\(plural).\(kind.group)"]
    }
}
