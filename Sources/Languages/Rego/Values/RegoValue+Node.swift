internal import BigInt
package import Tree

extension RegoValue {
    /// The value of a tree, without its places.
    package init(_ node: Node) {
        switch node.value {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .integer(let value): self = .number(RegoNumber(Int(value)))
        case .unsigned(let number): self = .number(RegoNumber(BigInt(number)))
        case .float(let value): self = .number(RegoNumber(value))
        case .string(let value): self = .string(value)
        case .sequence(let elements): self = .array(elements.map { RegoValue($0) })
        case .mapping(let mapping): self = .object(RegoObject(mapping))
        }
    }

    /// The tree of a value, as JSON would hold it: sets are sequences, other keys their own JSON.
    package var node: Node {
        switch self {
        case .null: return Node(.null)
        case .bool(let value): return Node(value)
        case .number(let value):
            return value.isPlainInteger && value.int != nil ? Node(value.int ?? 0) : Node(.float(value.double))
        case .string(let value): return Node(value)
        case .array(let elements): return Node(elements.map(\.node))
        case .set(let set): return Node(set.elements.map(\.node))
        case .object(let object): return Node(Mapping(object.jsonMembers.map { Mapping.Entry($0.0, $0.1.node) }))
        }
    }
}

extension RegoObject {
    fileprivate init(_ mapping: Mapping) {
        let entries = mapping.entries
        // Fields of a manifest are few: their order is found on indices, so that only strings are compared.
        var order = Array(entries.indices)
        order.sort { compareBytes(entries[$0].key, entries[$1].key) < 0 }
        self.init(
            sortedKeys: order.map { .string(entries[$0].key) }, values: order.map { RegoValue(entries[$0].value) })
    }
}
