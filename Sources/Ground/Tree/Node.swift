package import Diagnostics

/// A value in an ordered tree, with the place it came from. Every Kubernetes object is one of these, from the file that
/// a person wrote to the answer of an API server.
///
/// Two nodes are equal when their values are: place and style do not count, the order of keys does not either.
package struct Node: Sendable {
    package var value: NodeValue
    package var place: Place
    package var style: ScalarStyle

    package init(_ value: NodeValue, at place: Place = .unknown, style: ScalarStyle = .plain) {
        self.value = value
        self.place = place
        self.style = style
    }
}

/// What a node holds. Whole numbers keep apart from others, as in Kubernetes' own reading of JSON.
package enum NodeValue: Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    /// A whole number from 2⁶³ to 2⁶⁴ - 1. It keeps its digits from file to file; Kubernetes itself reads a `float` there.
    case unsigned(UInt64)
    case float(Double)
    case string(String)
    case sequence([Node])
    case mapping(Mapping)
}

extension NodeValue {
    /// Any number, as near as a double comes.
    package var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .unsigned(let number): Double(number)
        case .float(let number): number
        default: nil
        }
    }
}

/// How a scalar was written in YAML.
package enum ScalarStyle: UInt8, Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded
}

extension Node: Equatable {
    package static func == (a: Node, b: Node) -> Bool { a.value == b.value }
}

extension NodeValue: Equatable {
    package static func == (a: NodeValue, b: NodeValue) -> Bool {
        switch (a, b) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.integer(let a), .integer(let b)): a == b
        case (.unsigned(let a), .unsigned(let b)): a == b
        case (.float(let a), .float(let b)): a == b
        case (.string(let a), .string(let b)): a == b
        case (.sequence(let a), .sequence(let b)): a == b
        case (.mapping(let a), .mapping(let b)): a == b
        default: false
        }
    }
}

extension Node: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    package init(stringLiteral value: String) { self.init(.string(value)) }
    package init(integerLiteral value: Int64) { self.init(.integer(value)) }
    package init(booleanLiteral value: Bool) { self.init(.bool(value)) }
    package init(arrayLiteral elements: Node...) { self.init(.sequence(elements)) }
    package init(dictionaryLiteral elements: (String, Node)...) {
        self.init(.mapping(Mapping(elements.map { Mapping.Entry($0.0, $0.1) })))
    }
    package init(nilLiteral: ()) { self.init(.null) }
}

extension Node {
    package init(_ text: String) { self.init(.string(text)) }
    package init(_ number: Int) { self.init(.integer(Int64(number))) }
    package init(_ flag: Bool) { self.init(.bool(flag)) }
    package init(_ elements: [Node]) { self.init(.sequence(elements)) }
    package init(_ mapping: Mapping) { self.init(.mapping(mapping)) }

    /// An empty mapping.
    package static var emptyMapping: Node { Node(.mapping(Mapping())) }
}
