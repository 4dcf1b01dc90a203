import Diagnostics
import Tree

/// Kustomize's strategic merge: maps merge, null removes, lists of known types merge by their keys with the patch's
/// elements first, other lists are replaced. `$patch` inside a map or a list says `delete`, `replace` or `merge`.
struct StrategicMerge {
    let schema: MergeSchema

    private enum Directive: String { case merge, delete, replace }

    /// The merged value; nil when the patch removes it.
    func merge(_ patch: Node, into target: Node, type: String?) throws(Refused) -> Node? {
        try merged(target, patch, field: MergeSchema.Field(type: type, mergeKeys: nil))
    }

    // MARK: Dispatch

    /// What a field becomes, nil when it goes. Either side may be missing.
    private func merged(_ target: Node?, _ patch: Node?, field: MergeSchema.Field?) throws(Refused) -> Node? {
        guard let patch else { return target.map { collapsed($0, field: field) } }
        if patch.isNull { return nil }
        guard let target, !target.isNull else { return try added(patch, field: field) }
        switch (target.value, patch.value) {
        case (.mapping, .mapping): return try mergedMaps(target, patch, type: field?.type)
        case (.sequence, .sequence): return try mergedLists(target, patch, field: field)
        case (.mapping, _), (.sequence, _), (_, .mapping), (_, .sequence):
            var finding = Finding(
                .patchFailed, "the patch has \(patch.typeName) where the object has \(target.typeName)",
                at: patch.place,
                hint: "give both the same type, or set the field to null in an earlier patch")
            finding.related = [RelatedPlace("the object's value", at: target.place)]
            throw Refused(finding)
        default: return patch
        }
    }

    /// A value that only the patch has, without its directives and nulls.
    private func added(_ patch: Node, field: MergeSchema.Field?) throws(Refused) -> Node? {
        var patch = patch
        if patch.mapping != nil {
            if try takeDirective(&patch) == .delete { return nil }
            takeHints(&patch)
            var result = Node(.mapping(Mapping()), at: patch.place)
            for entry in patch.entries {
                guard !entry.value.isNull,
                    let value = try added(entry.value, field: schema.field(entry.key, of: field?.type))
                else { continue }
                result.updateMapping { $0.append(Mapping.Entry(entry.key, at: entry.keyPlace, value)) }
            }
            return result
        }
        guard patch.sequence != nil else { return patch }
        if field?.mergeKeys != nil, try takeListDirective(&patch) == .delete { return nil }
        guard field?.mergeKeys?.isEmpty == false else { return patch }
        var elements: [Node] = []
        for element in patch.elements {
            let value = try added(element, field: MergeSchema.Field(type: field?.type, mergeKeys: nil))
            if let value { elements.append(value) }
        }
        return Node(.sequence(elements), at: patch.place)
    }

    // MARK: Maps

    private func mergedMaps(_ target: Node, _ patch: Node, type: String?) throws(Refused) -> Node? {
        var target = target
        var patch = patch
        switch try takeDirective(&patch) {
        case .delete: return nil
        case .replace: return try added(patch, field: MergeSchema.Field(type: type, mergeKeys: nil))
        case .merge: break
        }
        let hints = takeHints(&patch)
        let patchKeys = Set(patch.entries.map(\.key))
        _ = try target.updateMapping { (members: inout Mapping) throws(Refused) in
            if let type {
                members.updateEach { key, member in
                    guard !patchKeys.contains(key), let field = schema.field(key, of: type) else { return }
                    member = collapsed(member, field: field)
                }
            }
            for entry in patch.entries {
                let field = schema.field(entry.key, of: type)
                let old = members.take(entry.key)
                guard var new = try merged(old, entry.value, field: field) else {
                    members[entry.key] = nil
                    continue
                }
                if let order = hints.order[entry.key] { new = ordered(new, by: order, keys: field?.mergeKeys ?? []) }
                if old == nil {
                    members.append(Mapping.Entry(entry.key, at: entry.keyPlace, new))
                } else {
                    members[entry.key] = new
                }
            }
            for (key, values) in hints.removed {
                _ = members.update(key) { list in list.updateSequence { $0.removeAll { values.contains($0) } } }
            }
            if let kept = hints.retained { members.removeAll { !kept.contains($0.key) } }
        }
        return target
    }

    private func takeDirective(_ node: inout Node) throws(Refused) -> Directive {
        guard let directive = node["$patch"] else { return .merge }
        guard let word = directive.string.flatMap(Directive.init) else {
            throw refusal(
                .patchInvalid, "\"$patch\" is \"\(directive.scalarText ?? directive.typeName)\"", at: directive.place,
                hint: "expected \"merge\", \"replace\" or \"delete\"")
        }
        node["$patch"] = nil
        return word
    }

    /// kubectl's own directives: the order of lists, elements to remove, keys to keep.
    private struct Hints {
        var order: [String: [Node]] = [:]
        var removed: [String: [Node]] = [:]
        var retained: Set<String>?
    }

    @discardableResult
    private func takeHints(_ node: inout Node) -> Hints {
        var hints = Hints()
        guard node.entries.contains(where: { $0.key.hasPrefix("$") }) else { return hints }
        for entry in node.entries {
            if entry.key.hasPrefix("$setElementOrder/") {
                hints.order[String(entry.key.dropFirst("$setElementOrder/".count))] = entry.value.elements
            } else if entry.key.hasPrefix("$deleteFromPrimitiveList/") {
                hints.removed[String(entry.key.dropFirst("$deleteFromPrimitiveList/".count))] = entry.value.elements
            } else if entry.key == "$retainKeys" {
                hints.retained = Set(entry.value.elements.compactMap(\.string))
            } else {
                continue
            }
            node[entry.key] = nil
        }
        return hints
    }

    private func ordered(_ list: Node, by order: [Node], keys: [String]) -> Node {
        func rank(_ element: Node) -> Int {
            order.firstIndex { wanted in
                keys.isEmpty ? wanted == element : keys.allSatisfy { wanted[$0] == element[$0] }
            } ?? order.count
        }
        var list = list
        list.updateSequence { elements in
            let ranked = elements.enumerated().map { (rank: rank($1), index: $0, element: $1) }
            elements = ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.element)
        }
        return list
    }

    // MARK: Lists

    /// A part of the object that no patch speaks of: elements of one identity become one, the last of them.
    private func collapsed(_ node: Node, field: MergeSchema.Field?) -> Node {
        guard let field, node.isCollection, field.type != nil || field.mergeKeys?.isEmpty == false else { return node }
        var node = node
        let inner = MergeSchema.Field(type: field.type, mergeKeys: nil)
        node.updateMapping { members in
            members.updateEach { key, member in
                if let field = schema.field(key, of: field.type) { member = collapsed(member, field: field) }
            }
        }
        guard let keys = field.mergeKeys, !keys.isEmpty else { return node }
        node.updateSequence { elements in
            var unique: [Node] = []
            for element in elements {
                let element = collapsed(element, field: inner)
                let isKnown = keys.allSatisfy { element[$0] != nil }
                let twin = isKnown ? unique.firstIndex { twin in keys.allSatisfy { twin[$0] == element[$0] } } : nil
                if let twin {
                    unique[twin] = element
                } else {
                    unique.append(element)
                }
            }
            elements = unique
        }
        return node
    }

    private func mergedLists(_ target: Node, _ patch: Node, field: MergeSchema.Field?) throws(Refused) -> Node? {
        guard let field, let keys = field.mergeKeys else { return patch }
        var patch = patch
        switch try takeListDirective(&patch) {
        case .delete: return nil
        case .replace: return patch
        case .merge: break
        }
        if keys.isEmpty {
            var union: [Node] = []
            for element in patch.elements + target.elements where !union.contains(element) { union.append(element) }
            return Node(.sequence(union), at: target.place)
        }
        return try Node(
            .sequence(mergedElements(target.elements, patch.elements, keys: keys, type: field.type)), at: target.place)
    }

    /// An element that is nothing but `$patch` speaks for the whole list.
    private func takeListDirective(_ list: inout Node) throws(Refused) -> Directive {
        guard let index = list.elements.firstIndex(where: { $0["$patch"] != nil && $0.mapping?.count == 1 }) else {
            return .merge
        }
        return try list.updateSequence { (elements: inout [Node]) throws(Refused) in
            var element = elements.remove(at: index)
            return try takeDirective(&element)
        } ?? .merge
    }

    /// The patch's elements first, each merged with its partner; then the others of the object.
    private func mergedElements(
        _ target: [Node], _ patch: [Node], keys: [String], type: String?
    ) throws(Refused) -> [Node] {
        var rest: [Node?] = target
        var result: [Node] = []
        let field = MergeSchema.Field(type: type, mergeKeys: nil)
        for element in patch {
            let known = keys.filter { element[$0]?.scalarText?.isEmpty == false }
            let identity = (known.isEmpty ? keys : known).map { ($0, element[$0]) }
            let partner = rest.firstIndex { candidate in
                candidate.map { candidate in identity.allSatisfy { candidate[$0.0] == $0.1 } } ?? false
            }
            let merged = try merged(partner.flatMap { rest[$0] }, element, field: field)
            if let partner { rest[partner] = nil }
            if let merged, merged.mapping?.isEmpty != true { result.append(merged) }
        }
        return result + rest.compactMap { $0 }
    }
}

extension Mapping {
    /// Takes a value out so that it can change without a copy; the caller puts another in its place.
    mutating func take(_ key: String) -> Node? {
        update(key) { node in
            let taken = node
            node = Node(.null)
            return taken
        }
    }
}
