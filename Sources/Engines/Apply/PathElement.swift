import Tree

/// One step in a set of fields, as in `FieldsV1`: a field, a list item by its keys, a value of a set, an index.
/// The order of the cases is the order in which Kubernetes writes them.
package enum PathElement: Hashable, Sendable {
    case field(String)
    /// Of a list item; sorted by name.
    case key([KeyPart])
    case value(FieldScalar)
    case index(Int)

    package struct KeyPart: Hashable, Sendable {
        package var name: String
        package var value: FieldScalar
    }
}

/// A value that can tell list items apart.
package enum FieldScalar: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    case float(Double)
    case string(String)
    /// A value that is no scalar, as JSON. Seldom: only where a set holds lists or objects.
    case other(String)

    init(_ node: Node) {
        switch node.value {
        case .null: self = .null
        case .bool(let flag): self = .bool(flag)
        case .integer(let number): self = .integer(number)
        case .unsigned(let number): self = .float(Double(number))
        case .float(let number): self = .float(number)
        case .string(let text): self = .string(text)
        case .sequence, .mapping: self = .other(JSONWriter.text(node, sortKeys: true))
        }
    }

    var json: String {
        switch self {
        case .null: "null"
        case .bool(let flag): flag ? "true" : "false"
        case .integer(let number): String(number)
        case .float(let number): JSONWriter.text(Node(.float(number)))
        case .string(let text): JSONWriter.text(Node(text))
        case .other(let json): json
        }
    }
}

extension FieldScalar: Comparable {
    package static func < (a: FieldScalar, b: FieldScalar) -> Bool {
        switch (a, b) {
        case (.string(let a), .string(let b)): a < b
        case (.integer(let a), .integer(let b)): a < b
        case (.float(let a), .float(let b)): a < b
        case (.integer(let a), .float(let b)): Double(a) < b
        case (.float(let a), .integer(let b)): a < Double(b)
        case (.bool(let a), .bool(let b)): !a && b
        case (.other(let a), .other(let b)): a < b
        default: a.rank < b.rank
        }
    }

    private var rank: Int {
        switch self {
        case .float: 0
        case .integer: 1
        case .string: 2
        case .bool: 3
        case .other: 4
        case .null: 5
        }
    }
}

extension PathElement: Comparable {
    package static func < (a: PathElement, b: PathElement) -> Bool {
        switch (a, b) {
        case (.field(let a), .field(let b)): a < b
        case (.key(let a), .key(let b)): precedes(a, b)
        case (.value(let a), .value(let b)): a < b
        case (.index(let a), .index(let b)): a < b
        default: a.rank < b.rank
        }
    }

    private var rank: Int {
        switch self {
        case .field: 0
        case .key: 1
        case .value: 2
        case .index: 3
        }
    }

    private static func precedes(_ a: [KeyPart], _ b: [KeyPart]) -> Bool {
        for (a, b) in zip(a, b) {
            if a.name != b.name { return a.name < b.name }
            if a.value != b.value { return a.value < b.value }
        }
        return a.count < b.count
    }
}

extension PathElement {
    /// As a key of `FieldsV1`: `f:spec`, `k:{"name":"http"}`, `v:"TCP"`, `i:0`.
    package var fieldsV1: String {
        switch self {
        case .field(let name): "f:\(name)"
        case .key(let parts):
            "k:{" + parts.map { "\(JSONWriter.text(Node($0.name))):\($0.value.json)" }.joined(separator: ",") + "}"
        case .value(let value): "v:\(value.json)"
        case .index(let index): "i:\(index)"
        }
    }

    /// Reads a key of `FieldsV1`; nil when it is none.
    package init?(fieldsV1 text: String) {
        let rest = text.utf8.dropFirst(2)
        guard text.utf8.count >= 2, text.utf8.dropFirst().first == UInt8(ascii: ":") else { return nil }
        switch text.utf8.first {
        case UInt8(ascii: "f"): self = .field(String(Substring(rest)))
        case UInt8(ascii: "k"):
            guard let node = try? JSONReader.read(Array(rest)), let mapping = node.mapping else { return nil }
            self = .key(
                mapping.entries.map { KeyPart(name: $0.key, value: FieldScalar($0.value)) }.sorted { $0.name < $1.name }
            )
        case UInt8(ascii: "v"):
            guard let node = try? JSONReader.read(Array(rest)) else { return nil }
            self = .value(FieldScalar(node))
        case UInt8(ascii: "i"):
            guard let index = Int(Substring(rest)) else { return nil }
            self = .index(index)
        default: return nil
        }
    }
}

extension PathElement: CustomStringConvertible {
    /// As in a path that Kubernetes prints: `.spec`, `[port=80,protocol="TCP"]`, `[="TCP"]`, `[0]`.
    package var description: String {
        switch self {
        case .field(let name): ".\(name)"
        case .key(let parts): "[" + parts.map { "\($0.name)=\($0.value.json)" }.joined(separator: ",") + "]"
        case .value(let value): "[=\(value.json)]"
        case .index(let index): "[\(index)]"
        }
    }
}
