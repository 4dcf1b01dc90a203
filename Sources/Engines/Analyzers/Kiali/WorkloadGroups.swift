internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Groups of workloads can be told apart, and run as a service account that exists.
    static let workloadGroups = Analyzer(
        "kiali.WorkloadGroups", [.groupAccountUnknown, .groupsShareLabels], reads: .workloadGroup, .serviceAccount
    ) { world in
        let groups = world.items(.workloadGroup)
        let alike = Dictionary(grouping: groups) { "\($0.namespace) \(described($0.spec.pairs("metadata", "labels")))" }
        let shared = alike.values.filter { $0.count > 1 }.flatMap { members in
            members.filter { !$0.spec.pairs("metadata", "labels").isEmpty }.map { group in
                let others = members.filter { $0.key != group.key }
                return group.finding(
                    .groupsShareLabels, .warning,
                    "\(listed(others.map(\.name))) has the same labels", at: group.spec[path: "metadata", "labels"],
                    related: others.map { $0.related("the other group", at: $0.spec[path: "metadata", "labels"]) },
                    effect: "Services and policies cannot tell their workloads apart", hint: "give each its own labels")
            }
        }
        return shared + groups.compactMap { unknownAccount($0, in: world) }
    }
}

private func unknownAccount(_ group: Item, in world: World) -> Finding? {
    guard let account = group.spec[path: "template", "serviceAccount"], let name = account.string, !name.isEmpty,
        name != "default", world.knows(.serviceAccount, in: group.namespace),
        world.item(.serviceAccount, ObjectKey(namespace: group.namespace, name: name)) == nil
    else { return nil }
    let near = nearestName(to: name, among: world.names(.serviceAccount))
    return group.finding(
        .groupAccountUnknown, .warning, "there is no ServiceAccount \"\(name)\" in \"\(group.namespace)\"", at: account,
        effect: "its workloads get no certificate", meant: near)
}
