internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Lists of namespaces name some that exist.
    static let namedNamespaces = Analyzer(
        "kiali.Namespaces", [.exportNamespaceUnknown, .grantNamespaceUnknown],
        reads: .virtualService, .destinationRule, .serviceEntry, .referenceGrant, .namespace
    ) { world in
        guard world.knows(.namespace) else { return [] }
        let kinds: [GroupKind] = [.virtualService, .destinationRule, .serviceEntry]
        let exports = kinds.flatMap { world.items($0) }.flatMap { item in
            item.spec.items("exportTo").filter { !["*", ".", "~"].contains($0.string) }.compactMap {
                unknown($0, .exportNamespaceUnknown, "nobody sees the \(item.kind) there", item, world)
            }
        }
        let grants = world.items(.referenceGrant).flatMap { item in
            item.spec.items("from").compactMap { $0["namespace"] }.compactMap {
                unknown($0, .grantNamespaceUnknown, "the grant is for nobody", item, world)
            }
        }
        return exports + grants
    }
}

private func unknown(_ node: Node, _ code: Code, _ effect: String, _ item: Item, _ world: World) -> Finding? {
    guard let name = node.string, !name.isEmpty, !world.mayExist(name) else { return nil }
    let near = nearestName(to: name, among: world.namespaces.keys.sorted())
    return item.finding(
        code, "there is no namespace \"\(name)\"", at: node, effect: effect,
        meant: near)
}
