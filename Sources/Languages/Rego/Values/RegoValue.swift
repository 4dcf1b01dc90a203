/// A value of Rego's data model: what JSON has, and sets.
package enum RegoValue: Sendable {
    case null
    case bool(Bool)
    case number(RegoNumber)
    case string(String)
    case array([RegoValue])
    case object(RegoObject)
    case set(RegoSet)
}

extension RegoValue: Hashable {
    package static func == (left: RegoValue, right: RegoValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.string(let left), .string(let right)): bytesEqual(left, right)
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        case (.set(let left), .set(let right)): left == right
        default: false
        }
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(rank)
        switch self {
        case .null: break
        case .bool(let value): hasher.combine(value)
        case .number(let value): hasher.combine(value)
        case .string(let value): hashBytes(of: value, into: &hasher)
        case .array(let value): hasher.combine(value)
        case .object(let value): hasher.combine(value)
        case .set(let value): hasher.combine(value)
        }
    }
}

extension RegoValue: Comparable {
    /// Rego's total order: null, booleans, numbers, strings (by bytes), arrays, objects, sets.
    package static func < (left: RegoValue, right: RegoValue) -> Bool { left.compare(right) < 0 }

    /// Below, equal to or above zero.
    package func compare(_ other: RegoValue) -> Int {
        switch (self, other) {
        case (.bool(let left), .bool(let right)): (left ? 1 : 0) - (right ? 1 : 0)
        case (.number(let left), .number(let right)): left.compare(right)
        case (.string(let left), .string(let right)): compareBytes(left, right)
        case (.array(let left), .array(let right)): compareElements(left, right)
        case (.object(let left), .object(let right)): left.compare(right)
        case (.set(let left), .set(let right)): compareElements(left.elements, right.elements)
        default: rank - other.rank
        }
    }

    private var rank: Int {
        switch self {
        case .null: 0
        case .bool: 1
        case .number: 2
        case .string: 3
        case .array: 4
        case .object: 5
        case .set: 6
        }
    }
}

extension RegoValue {
    /// As `type_name` says it.
    package var typeName: String {
        switch self {
        case .null: "null"
        case .bool: "boolean"
        case .number: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        case .set: "set"
        }
    }

    /// Everything but `false` lets a rule's body go on.
    package var isTruthy: Bool { self != .bool(false) }
}

func compareElements(_ left: [RegoValue], _ right: [RegoValue]) -> Int {
    for (left, right) in zip(left, right) {
        let order = left.compare(right)
        if order != 0 { return order }
    }
    return left.count - right.count
}
