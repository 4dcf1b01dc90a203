/// A reference into `data`, where rules and base documents lie over each other.
final class DataStep: Step {
    /// How far the compiler went: the node and the base document there, and the way from there.
    let node: TreeNode?
    let base: RegoValue?
    let walk: Walk
    /// The way from `data` itself, for when parts of it are replaced.
    let whole: Walk

    init(node: TreeNode?, base: RegoValue?, _ walk: Walk, whole: Walk) {
        self.node = node
        self.base = base
        self.walk = walk
        self.whole = whole
    }

    func run(_ machine: Machine) throws(RegoError) -> Bool {
        guard machine.world.replacedData != nil else {
            return try DataWalk(machine: machine, walk: walk).run(DataPlace(node: node, base: base, path: []), from: 0)
        }
        let start = DataPlace(node: machine.plan.root, base: machine.world.data, path: [])
        return try DataWalk(machine: machine, walk: whole).run(start, from: 0)
    }
}

/// A place in `data`: the rules below it and the base document that lies there.
struct DataPlace {
    var node: TreeNode?
    var base: RegoValue?
    /// Only kept while parts of `data` are replaced.
    var path: [RegoValue]
}

struct DataWalk {
    let machine: Machine
    let walk: Walk

    func run(_ start: DataPlace, from index: Int) throws(RegoError) -> Bool {
        guard let node = start.node, !machine.isReplaced(start) else {
            guard let base = start.base else { return false }
            guard index < walk.elements.count, let key = walk.elements[index].key(machine) else {
                return try walk.run(base, from: index, machine)
            }
            guard let member = base.document(key) else { return false }
            return try run(DataPlace(node: nil, base: member, path: start.path), from: index + 1)
        }
        if let number = node.group, machine.plan.groups[number].kind != .object {
            guard let value = try machine.document(number) else { return false }
            return try walk.run(value, from: index, machine)
        }
        if index == walk.elements.count {
            guard let value = try machine.extent(start, walk.place) else { return false }
            return try walk.run(value, from: index, machine)
        }
        let computed = try node.group.map { number throws(RegoError) in try machine.document(number) } ?? nil
        let element = walk.elements[index]
        if let key = element.key(machine) { return try step(start, computed, key, index) }
        let keys = machine.keys(start, computed)
        try machine.spend(keys.count, walk.place)
        for key in keys where element.takes(key, machine) {
            if try step(start, computed, key, index) { return true }
        }
        return false
    }

    private func step(
        _ place: DataPlace, _ computed: RegoValue?, _ key: RegoValue, _ index: Int
    ) throws(RegoError) -> Bool {
        let below = machine.below(place, key)
        guard let member = computed?.member(key) else { return try run(below, from: index + 1) }
        guard below.node != nil || below.base != nil else { return try walk.run(member, from: index + 1, machine) }
        guard let value = try machine.extent(place, walk.place)?.member(key) else { return false }
        return try walk.run(value, from: index + 1, machine)
    }
}

extension Machine {
    func isReplaced(_ place: DataPlace) -> Bool {
        guard let replaced = world.replacedData else { return false }
        return replaced.contains(place.path)
    }

    func below(_ place: DataPlace, _ key: RegoValue) -> DataPlace {
        DataPlace(
            node: place.node?.children[key], base: place.base?.document(key),
            path: world.replacedData == nil ? [] : place.path + [key])
    }

    /// The keys of rules, computed members and base document, in order.
    func keys(_ place: DataPlace, _ computed: RegoValue?) -> [RegoValue] {
        var keys: [RegoValue] = place.node.map { Array($0.children.keys) } ?? []
        for case .object(let object)? in [place.base, computed] { keys += object.keys }
        return RegoSet(keys).elements
    }

    /// All of a part of `data`.
    func extent(_ start: DataPlace, _ place: Site) throws(RegoError) -> RegoValue? {
        guard let node = start.node, !isReplaced(start) else { return start.base }
        if let number = node.group, plan.groups[number].kind != .object { return try document(number) }
        let tree = MemberTree()
        try fill(tree, start, place)
        guard case .object(let base)? = start.base else { return tree.value }
        return merged(base, under: tree.value)
    }

    /// Adds what rules say below a place that is no rule itself.
    private func fill(_ tree: MemberTree, _ start: DataPlace, _ place: Site) throws(RegoError) {
        if let number = start.node?.group { _ = try members(plan.groups[number], into: tree) }
        for key in keys(DataPlace(node: start.node, base: nil, path: []), nil) {
            let child = below(start, key)
            if child.node?.group.map({ plan.groups[$0].kind != .object }) ?? false || isReplaced(child) {
                guard let value = try extent(child, place) else { continue }
                if case .set(let set) = value {
                    guard
                        set.isEmpty
                            ? tree.add(value, at: [key]) : set.elements.allSatisfy({ tree.add(element: $0, at: [key]) })
                    else { throw conflict(.object, place) }
                } else if !tree.add(value, at: [key]) {
                    throw conflict(.object, place)
                }
            } else {
                guard let part = tree.tree(at: key) else { throw conflict(.object, place) }
                try fill(part, child, place)
            }
        }
    }

    /// What rules say lies over the base document.
    private func merged(_ base: RegoObject, under rules: RegoValue) -> RegoValue {
        guard case .object(let rules) = rules else { return rules }
        var result = base
        for (key, value) in zip(rules.keys, rules.values) {
            if case .object(let below)? = base[key] {
                result.set(key, to: merged(below, under: value))
            } else {
                result.set(key, to: value)
            }
        }
        return .object(result)
    }
}

extension RegoValue {
    /// A part of a base document. Its members have names, so that `data[2]` is the member "2".
    func document(_ key: RegoValue) -> RegoValue? {
        if case .object(let object) = self, case .number(let number) = key { return object[.string(number.text)] }
        return member(key)
    }
}
