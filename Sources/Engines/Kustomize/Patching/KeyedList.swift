import Diagnostics
import Tree

/// The elements of a list that merges by keys, as kustomize's library merges them, its oddities included: it compares
/// keys as texts, takes a missing second key for any that stands elsewhere in the list, and what it cannot tell apart
/// the object's element wins.
struct KeyedList {
    let keys: [String]
    /// What two partners become; nil when the element goes. Either side may be missing.
    let merge: (Node?, Node?) throws(Refused) -> Node?

    /// What kustomize does with missing and doubled keys takes time in proportion to the square of the length.
    private static let oddLimit = 1_000

    /// Without a patch's list the one list is its own patch.
    func merged(_ target: [Node], _ patch: [Node]?) throws(Refused) -> [Node] {
        if let merged = try mergedPlainly(target, patch) { return merged }
        guard target.count + (patch?.count ?? 0) <= Self.oddLimit else {
            throw refusal(
                .patchFailed, "a list of \(target.count) elements has some without \(keys.joined(separator: ", "))",
                at: (target.first ?? patch?.first)?.place ?? .unknown,
                hint: "beyond \(Self.oddLimit) elements each needs these fields, with different values")
        }
        var target = target
        var identities: [[String]] = []
        for element in (patch ?? []) + target {
            let identity = identity(of: element)
            if !identities.contains(identity) { identities.append(identity) }
        }
        guard !identities.isEmpty else { return target }
        if keys.count > 1 { Self.unify(&identities) }
        let used = keys.indices.filter { index in identities.contains { !$0[index].isEmpty } }
        let indices = used.isEmpty ? Array(keys.indices) : used
        let keys = indices.map { self.keys[$0] }

        var result: [Node] = []
        for identity in identities {
            let values = indices.map { identity[$0] }
            let index = target.firstIndex { isMeant($0, keys, values) }
            let partner = (patch ?? target).first { isMeant($0, keys, values) }
            let merged = try merge(index.map { target[$0] }, partner)
            guard var merged, merged.mapping?.isEmpty != true else {
                Self.set(nil, in: &target, keys, values)
                continue
            }
            for (key, value) in zip(keys, values) where merged[key] == nil && !value.isEmpty {
                merged[key] = index.flatMap { target[$0][key] } ?? Node(.string(value), at: merged.place)
            }
            // What a patch replaces whole stands beside the object's element, which comes after it and wins.
            let isReplaced = index != nil && partner?["$patch"]?.string == "replace"
            if let index, !isReplaced { target[index] = merged }
            Self.set(merged, in: &result, keys, values)
        }
        for element in target { try add(element, to: &result, keys) }
        return result
    }

    /// The same for lists without oddities, in linear time: every element has every key, and none the same as another.
    /// Nil for others.
    private func mergedPlainly(_ target: [Node], _ patch: [Node]?) throws(Refused) -> [Node]? {
        guard let positions = self.positions(in: target), let patched = self.positions(in: patch ?? []) else {
            return nil
        }
        var result: [Node] = []
        var partners: [Int: Node] = [:]
        for element in patch ?? [] {
            let index = positions[identity(of: element)]
            guard let merged = try merge(index.map { target[$0] }, element), merged.mapping?.isEmpty != true else {
                continue
            }
            let isReplaced = index != nil && element["$patch"]?.string == "replace"
            let winner = isReplaced ? index.map { target[$0] } ?? merged : merged
            // With one key a patched element stands where the patch has it, with several where the object has it.
            if let index, keys.count > 1 { partners[index] = winner } else { result.append(winner) }
        }
        for (index, element) in target.enumerated() {
            if patched[identity(of: element)] != nil {
                if let partner = partners[index] { result.append(partner) }
                continue
            }
            let partner: Node? = patch == nil ? .some(element) : .none
            let merged = try merge(element, partner)
            if let merged, merged.mapping?.isEmpty != true { result.append(merged) }
        }
        return result
    }

    /// Where the elements stand by their key; nil when one has none or two have the same.
    private func positions(in elements: [Node]) -> [[String]: Int]? {
        var positions: [[String]: Int] = [:]
        positions.reserveCapacity(elements.count)
        for (index, element) in elements.enumerated() {
            let identity = identity(of: element)
            guard !identity.contains(""), positions.updateValue(index, forKey: identity) == nil else { return nil }
        }
        return positions
    }

    /// Puts an element of the object into the result: in the place of the one with its keys, or at the end.
    private func add(_ element: Node, to result: inout [Node], _ keys: [String]) throws(Refused) {
        guard element.mapping != nil || element.isNull else {
            throw refusal(
                .patchFailed, "an element of the list is \(element.typeName), expected an object", at: element.place,
                hint: "this list merges by \(self.keys.joined(separator: ", "))")
        }
        let values = keys.compactMap { element[$0].map(Self.spelling) }
        for key in keys where element[key] == nil { result.append(element) }
        if keys.count > 1 { Self.set(nil, in: &result, keys, values) }
        Self.set(element, in: &result, keys, values)
    }

    /// Replaces or, with nil, removes every element that has `values` at `keys`; an empty value stands for any.
    /// With no values at all nothing else is kept. A new element without a like goes to the end.
    private static func set(_ new: Node?, in elements: inout [Node], _ keys: [String], _ values: [String]) {
        var isFound = false
        var kept: [Node] = []
        for element in elements where !element.isNull && element.mapping?.isEmpty != true {
            let hasAll =
                !values.isEmpty
                && zip(keys, values).allSatisfy { key, value in
                    element[key].map { value.isEmpty || spelling($0) == value } ?? false
                }
            if hasAll {
                isFound = true
                if let new { kept.append(new) }
            } else if !values.isEmpty {
                kept.append(element)
            }
        }
        elements = kept
        if let new, !new.isNull, !isFound { elements.append(new) }
    }

    /// Whether an element has the values that are known; one that has none must have them empty.
    private func isMeant(_ element: Node, _ keys: [String], _ values: [String]) -> Bool {
        let isAnonymous = values.allSatisfy(\.isEmpty)
        return element.mapping != nil
            && zip(keys, values).allSatisfy { key, value in
                value.isEmpty && !isAnonymous || element[key].map(Self.spelling) == value
            }
    }

    private func identity(of element: Node) -> [String] { keys.map { text(of: $0, in: element) } }

    private func text(of key: String, in element: Node) -> String {
        element[key].map { $0.isNull ? "" : Self.spelling($0) } ?? ""
    }

    private static func spelling(_ node: Node) -> String { node.isNull ? "null" : node.scalarText ?? "" }

    /// Identities that share one value and differ only where one of them has none become one.
    private static func unify(_ identities: inout [[String]]) {
        for first in identities.indices {
            let identity = identities[first]
            for second in identities.indices {
                guard let common = union(of: identity, identities[second]) else { continue }
                identities[first] = common
                identities[second] = common
            }
        }
    }

    private static func union(of first: [String], _ second: [String]) -> [String]? {
        let pairs = Array(zip(first, second))
        guard pairs.contains(where: { $0 == $1 }),
            pairs.allSatisfy({ $0 == $1 || $0.isEmpty || $1.isEmpty })
        else { return nil }
        return pairs.map { $0.isEmpty ? $1 : $0 }
    }
}
