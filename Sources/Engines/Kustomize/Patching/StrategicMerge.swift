import Diagnostics
import Tree

/// Kustomize's strategic merge: maps merge, null removes, lists of known types merge by their keys with the patch's
/// elements first, other lists are replaced. `$patch` inside a map or a list says `delete`, `replace` or `merge`.
struct StrategicMerge {
    let schema: MergeSchema
    /// How the patch spells its values: `TRUE`, `1.50`.
    var spellings: Spellings = [:]

    private enum Directive: String { case merge, delete, replace }

    /// The merged value; nil when the patch removes it.
    func merge(_ patch: Node, into target: Node, type: String?) throws(Refused) -> Node? {
        try merged(target, patch, field: MergeSchema.Field(type: type, mergeKeys: nil))
    }

    // MARK: Dispatch

    /// What a field becomes, nil when it goes. Either side may be missing.
    private func merged(_ target: Node?, _ patch: Node?, field: MergeSchema.Field?) throws(Refused) -> Node? {
        guard let patch else {
            return try target.flatMap { (node) throws(Refused) in try collapsed(node, field: field) }
        }
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
        default:
            // What only says again what is there has not set it.
            return patch == target ? target : replaced(target, by: patch)
        }
    }

    /// A scalar that takes the place of another is written as that was: as it is spelled where that is a text, and folded
    /// where that is.
    private func replaced(_ target: Node, by patch: Node) -> Node {
        if target.style != .plain, target.string != nil, let spelling = spellings[patch.place], patch.string == nil {
            return Node(.string(spelling), at: patch.place, style: target.style)
        }
        var new = patch.inQuotes(of: target)
        new.style = target.style
        if target.style == .folded, let text = new.string { new.value = .string(refolded(text)) }
        return new
    }

    /// A value that only the patch has, without its directives and nulls.
    private func added(_ patch: Node, field: MergeSchema.Field?) throws(Refused) -> Node? {
        var patch = patch
        if patch.mapping != nil {
            if try takeDirective(&patch) == .delete { return nil }
            var result = Node(.mapping(Mapping()), at: patch.place)
            for entry in patch.entries {
                guard !entry.value.isNull,
                    let value = try added(entry.value, field: schema.field(entry.key, of: field?.type))
                else { continue }
                result.updateMapping { $0.append(Mapping.Entry(entry.key, at: entry.keyPlace, value)) }
            }
            return result
        }
        guard patch.sequence != nil, let keys = field?.mergeKeys, !keys.isEmpty else { return patch.refolded }
        return try Node(.sequence(keyed(keys, field?.type).merged(patch.elements, nil)), at: patch.place)
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
        let patchKeys = Set(patch.entries.map(\.key))
        _ = try target.updateMapping { (members: inout Mapping) throws(Refused) in
            if let type {
                try members.updateEach { (key, member) throws(Refused) in
                    guard !patchKeys.contains(key), let field = schema.field(key, of: type) else { return }
                    member = try collapsed(member, field: field)
                }
            }
            for entry in patch.entries {
                let field = schema.field(entry.key, of: type)
                let old = members.take(entry.key)
                guard let new = try merged(old, entry.value, field: field) else {
                    members[entry.key] = nil
                    continue
                }
                if old == nil {
                    members.append(Mapping.Entry(entry.key, at: entry.keyPlace, new))
                } else {
                    members[entry.key] = new
                }
            }
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

    // MARK: Lists

    /// A part of the object that no patch speaks of: elements of one identity become one.
    private func collapsed(_ node: Node, field: MergeSchema.Field?) throws(Refused) -> Node {
        guard let field, node.isCollection, field.type != nil || field.mergeKeys?.isEmpty == false else { return node }
        var node = node
        _ = try node.updateMapping { (members: inout Mapping) throws(Refused) in
            try members.updateEach { (key, member) throws(Refused) in
                if let field = schema.field(key, of: field.type) { member = try collapsed(member, field: field) }
            }
        }
        guard let keys = field.mergeKeys, !keys.isEmpty else { return node }
        _ = try node.updateSequence { (elements: inout [Node]) throws(Refused) in
            elements = try keyed(keys, field.type).merged(elements, [])
        }
        return node
    }

    private func keyed(_ keys: [String], _ type: String?) -> KeyedList {
        KeyedList(keys: keys) { (target, patch) throws(Refused) in
            try merged(target, patch, field: MergeSchema.Field(type: type, mergeKeys: nil))
        }
    }

    private func mergedLists(_ target: Node, _ patch: Node, field: MergeSchema.Field?) throws(Refused) -> Node? {
        guard let field, let keys = field.mergeKeys else { return patch.refolded }
        var patch = patch
        switch try takeListDirective(&patch) {
        case .delete: return nil
        case .replace: return patch.refolded
        case .merge: break
        }
        if keys.isEmpty {
            var union: [Node] = []
            for element in patch.elements + target.elements where !union.contains(element) { union.append(element) }
            return Node(.sequence(union), at: target.place)
        }
        return try Node(
            .sequence(keyed(keys, field.type).merged(target.elements, patch.elements)), at: target.place)
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
