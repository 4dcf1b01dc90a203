/// The tree of packages and rules, while it grows.
struct RuleTree {
    private var children: [RegoValue: RuleTree] = [:]
    private var group: Int?

    init() {}

    init(_ groups: [SourceGroup], _ modules: [Module]) {
        for module in modules { add(module.package.map(RegoValue.string)[...], group: nil) }
        for (number, source) in groups.enumerated() { add(source.path[...], group: number) }
    }

    private mutating func add(_ path: ArraySlice<RegoValue>, group: Int?) {
        guard let key = path.first else {
            self.group = self.group ?? group
            return
        }
        children[key, default: RuleTree()].add(path.dropFirst(), group: group)
    }

    var node: TreeNode { TreeNode(children: children.mapValues(\.node), group: group) }
}

extension TreeNode {
    /// The numbers of all rules that a path can lead to; nil stands for any key.
    func groups(at path: ArraySlice<RegoValue?>, kinds: [Group.Kind]) -> [Int] {
        var found = group.map { [$0] } ?? []
        if let group, kinds[group] != .object { return found }
        guard let key = path.first else {
            for child in children.values { found += child.groups(at: [], kinds: kinds) }
            return found
        }
        if let key {
            if let child = children[key] { found += child.groups(at: path.dropFirst(), kinds: kinds) }
        } else {
            for child in children.values { found += child.groups(at: path.dropFirst(), kinds: kinds) }
        }
        return found
    }
}
