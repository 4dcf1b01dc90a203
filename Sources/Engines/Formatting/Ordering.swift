extension WrittenDocument {
    /// The document with the keys of objects and kustomizations in their order.
    mutating func order(isKustomization: Bool) { root.order(isKustomization: isKustomization) }
}

extension WrittenNode {
    fileprivate mutating func order(isKustomization: Bool = false) {
        guard let apiVersion = text(of: "apiVersion"), let kind = text(of: "kind") else {
            if isKustomization { sort(.kustomization) }
            return
        }
        let parts = apiVersion.split(separator: "/")
        let group = parts.count == 2 ? String(parts[0]) : ""
        if group == "kustomize.config.k8s.io", ["Kustomization", "Component"].contains(kind) {
            sort(.kustomization)
        } else {
            if let order = KeyOrder.spec(ofGroup: group, kind: kind) { update("spec") { $0.sort(order) } }
            update("spec") { $0.orderTemplates() }
            sort(.object)
        }
        update("metadata") { $0.sort(.metadata) }
        if kind.hasSuffix("List") {
            update("items") { items in
                guard case .sequence(var all, let tail) = items.content else { return }
                for index in all.indices { all[index].value.order() }
                items.content = .sequence(all, tail: tail)
            }
        }
    }

    /// Templates of Pods and of Jobs have metadata, too.
    private mutating func orderTemplates() {
        update("template") {
            $0.sort(KeyOrder(first: ["metadata", "spec"]))
            $0.update("metadata") { $0.sort(.metadata) }
            $0.update("spec") { $0.orderTemplates() }
        }
        update("jobTemplate") {
            $0.sort(KeyOrder(first: ["metadata", "spec"]))
            $0.update("metadata") { $0.sort(.metadata) }
            $0.update("spec") { $0.orderTemplates() }
        }
    }

    private mutating func update(_ key: String, _ change: (inout WrittenNode) -> Void) {
        guard case .mapping(var pairs, let tail) = content, let index = pairs.firstIndex(where: { $0.name == key }),
            var value = pairs[index].value
        else { return }
        change(&value)
        pairs[index].value = value
        content = .mapping(pairs, tail: tail)
    }

    private func text(of key: String) -> String? {
        guard case .mapping(let pairs, _) = content else { return nil }
        return pairs.first { $0.name == key }?.value?.plainText
    }

    /// Sorts the keys, unless an alias or an anchor would come to stand elsewhere than it may.
    private mutating func sort(_ order: KeyOrder) {
        guard case .mapping(let pairs, let tail) = content else { return }
        let ranked = pairs.enumerated().map { (rank: $1.name.map(order.rank) ?? order.first.count, index: $0) }
        let sorted = ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.index)
        guard sorted != Array(pairs.indices), mayMove(pairs, to: sorted) else { return }
        content = .mapping(sorted.map { pairs[$0] }, tail: tail)
    }

    /// Whether no two pairs change places of which one names, and the other uses or names, the same anchor.
    private func mayMove(_ pairs: [WrittenPair], to sorted: [Int]) -> Bool {
        let names = pairs.map(AnchorNames.init)
        guard names.contains(where: { !$0.isEmpty }) else { return true }
        for (place, index) in sorted.enumerated() {
            for other in sorted[(place + 1)...] where other < index && names[index].meets(names[other]) { return false }
        }
        return true
    }
}

extension WrittenNode {
    var isAlias: Bool {
        guard case .scalar(let lines, _) = content else { return false }
        return lines.first?.hasPrefix("*") == true
    }

    /// What a scalar of one line says, where that can be seen without reading escapes.
    var plainText: String? {
        guard case .scalar(let lines, _) = content, lines.count == 1, let line = lines.first,
            !line.hasPrefix("*"), !line.contains("\\"), !line.contains("''")
        else { return nil }
        guard let quote = line.first, quote == "\"" || quote == "'", line.count > 1 else { return line }
        return String(line.dropFirst().dropLast())
    }
}

extension WrittenPair {
    var name: String? { key.plainText }
}

/// The anchors that a part of a document defines, and those that it uses.
struct AnchorNames {
    private var defined: Set<String> = []
    private var used: Set<String> = []

    init(_ pair: WrittenPair) {
        add(pair.key)
        if let value = pair.value { add(value) }
    }

    var isEmpty: Bool { defined.isEmpty && used.isEmpty }

    func meets(_ other: AnchorNames) -> Bool {
        !defined.isDisjoint(with: other.used) || !used.isDisjoint(with: other.defined)
            || !defined.isDisjoint(with: other.defined)
    }

    private mutating func add(_ node: WrittenNode) {
        for property in node.properties { define(property) }
        switch node.content {
        case .empty, .block: break
        case .scalar(let lines, _): if let line = lines.first, node.isAlias { use(line) }
        case .flow(let pieces):
            for piece in pieces {
                if case .property(let property) = piece { define(property) }
                if case .scalar(let lines, _, isAlias: true) = piece, let line = lines.first { use(line) }
            }
        case .sequence(let items, _): for item in items { add(item.value) }
        case .mapping(let pairs, _):
            for pair in pairs {
                add(pair.key)
                if let value = pair.value { add(value) }
            }
        }
    }

    private mutating func define(_ property: String) {
        if property.hasPrefix("&") { defined.insert(String(property.dropFirst())) }
    }

    private mutating func use(_ alias: String) { used.insert(String(alias.dropFirst())) }
}
