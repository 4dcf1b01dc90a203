extension RegoType {
    /// The type of a value that is known.
    init(of value: RegoValue) {
        switch value {
        case .null: self = .null
        case .bool: self = .boolean
        case .number: self = .number
        case .string: self = .string
        case .array(let elements): self = .array(known: elements.map(RegoType.init(of:)), rest: nil)
        case .object(let object):
            var known: [RegoValue: RegoType] = [:]
            for (key, value) in zip(object.keys, object.values) { known[key] = RegoType(of: value) }
            self = .object(known: known, rest: nil)
        case .set(let set): self = .set(of: .union(set.elements.map(RegoType.init(of:))))
        }
    }

    /// Any of these; `any` swallows all others, and an empty list says nothing.
    static func union(_ types: [RegoType]) -> RegoType {
        var flat: [RegoType] = []
        for type in types {
            for part in type.alternatives where !flat.contains(part) { flat.append(part) }
        }
        if flat.isEmpty || flat.contains(.any) || flat.count > 12 { return .any }
        return flat.count == 1 ? flat[0] : .oneOf(flat)
    }

    var alternatives: [RegoType] {
        if case .oneOf(let types) = self { return types.flatMap(\.alternatives) }
        return [self]
    }

    /// Whether a value can be of both types.
    func meets(_ other: RegoType) -> Bool {
        switch (self, other) {
        case (.any, _), (_, .any): return true
        case (.oneOf(let types), _): return types.contains { $0.meets(other) }
        case (_, .oneOf(let types)): return types.contains { meets($0) }
        case (.array(let known, let rest), .array(let otherKnown, let otherRest)):
            for index in 0..<max(known.count, otherKnown.count) {
                let left = index < known.count ? known[index] : rest
                let right = index < otherKnown.count ? otherKnown[index] : otherRest
                guard let left, let right, left.meets(right) else { return false }
            }
            return true
        case (.object(let known, let rest), .object(let otherKnown, let otherRest)):
            for (key, type) in known {
                guard let right = otherKnown[key] ?? otherRest?.value(at: key), type.meets(right) else { return false }
            }
            for (key, type) in otherKnown where known[key] == nil {
                guard let left = rest?.value(at: key), left.meets(type) else { return false }
            }
            return true
        // Both may be empty.
        case (.set, .set): return true
        default: return self == other
        }
    }

    /// The type of a member; nil when there can be none.
    ///
    /// - Parameters:
    ///   - key: where it is known.
    ///   - keyType: what the key can be.
    func member(_ key: RegoValue?, _ keyType: RegoType) -> RegoType? {
        switch self {
        case .any: return .any
        case .null, .boolean, .number, .string: return nil
        case .oneOf(let types):
            let members = types.compactMap { $0.member(key, keyType) }
            return members.isEmpty ? nil : .union(members)
        case .array(let known, let rest):
            guard keyType.meets(.number) else { return nil }
            guard case .number(let number)? = key, let index = number.int else { return all(known, rest) }
            guard index >= 0 else { return nil }
            return index < known.count ? known[index] : rest
        case .object(let known, let rest):
            if let key { return known[key] ?? rest?.value(at: key) }
            var types = known.filter { keyType.meets(RegoType(of: $0.key)) }.map(\.value)
            if let rest, rest.key.meets(keyType) { types.append(rest.value) }
            return types.isEmpty && !(known.isEmpty && rest == nil) ? nil : .union(types)
        case .set(let element): return element.meets(keyType) ? (keyType == .any ? element : keyType) : nil
        }
    }

    /// What keys there are.
    var keys: RegoType {
        switch self {
        case .array: .number
        case .object(let known, let rest): .union(known.keys.map(RegoType.init(of:)) + (rest.map { [$0.key] } ?? []))
        case .set(let element): element
        case .oneOf(let types): .union(types.map(\.keys))
        case .any, .null, .boolean, .number, .string: .any
        }
    }

    private func all(_ known: [RegoType], _ rest: RegoType?) -> RegoType { .union(known + (rest.map { [$0] } ?? [])) }

    /// As messages name it.
    var text: String {
        switch self {
        case .any: "any"
        case .null: "null"
        case .boolean: "boolean"
        case .number: "number"
        case .string: "string"
        case .array(let known, let rest):
            "array<" + (known.map(\.text) + (rest.map { ["[\($0.text)]"] } ?? [])).joined(separator: ", ") + ">"
        case .object(let known, let rest):
            "object<"
                + (known.sorted { $0.key < $1.key }.map { "\($0.key.display): \($0.value.text)" }
                + (rest.map { ["[\($0.key.text): \($0.value.text)]"] } ?? [])).joined(separator: ", ") + ">"
        case .set(let element): "set[\(element.text)]"
        case .oneOf(let types): "any<" + types.map(\.text).joined(separator: ", ") + ">"
        }
    }
}

extension RegoType.Member {
    fileprivate func value(at key: RegoValue) -> RegoType? { self.key.meets(RegoType(of: key)) ? value : nil }
}
