package import Tree

/// A value of the language.
package enum Value: Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    /// In nanoseconds.
    case duration(Int64)
    case timestamp(Moment)
    case list(ListValue)
    case map(MapValue)
    case type(CELType)
    indirect case optional(Value?)
    /// Of a type of Kubernetes' libraries.
    case opaque(any OpaqueValue)
    /// A part of an object that has no type; can only be compared.
    case preserved(Node)

    var type: CELType {
        switch self {
        case .null: .null
        case .bool: .bool
        case .int: .int
        case .uint: .uint
        case .double: .double
        case .string: .string
        case .bytes: .bytes
        case .duration: .duration
        case .timestamp: .timestamp
        case .list: .list(.dyn)
        case .map: .map(.dyn, .dyn)
        case .type: .type(nil)
        case .optional: .optional(.dyn)
        case .opaque(let value): .opaque(value.typeName, [])
        case .preserved: .opaque("unknown", [])
        }
    }

    static func strings(_ texts: [String]) -> Value { .list(ListValue(texts.map(Value.string))) }

    /// How many letters, bytes or members it has; 1 for what has no size. What costs are counted in.
    var size: UInt64 {
        switch self {
        case .string(let text): UInt64(text.letterCount)
        case .bytes(let bytes): UInt64(bytes.count)
        case .list(let list): UInt64(list.count)
        case .map(let map): UInt64(map.count)
        case .opaque(let value): value.size
        default: 1
        }
    }

    /// As messages show it.
    var display: String {
        switch self {
        case .null: "null"
        case .bool(let flag): "\(flag)"
        case .int(let number): "\(number)"
        case .uint(let number): "\(number)"
        case .double(let number): goText(number)
        case .string(let text): text
        case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
        case .duration(let nanoseconds): durationText(nanoseconds)
        case .timestamp(let moment): moment.description
        case .type(let type): type.runtimeName
        case .list, .map, .optional, .preserved: type.runtimeName
        case .opaque(let value): value.text ?? value.typeName
        }
    }
}

/// A value of a library: an address, a quantity.
package protocol OpaqueValue: Sendable {
    var typeName: String { get }
    /// For the count of costs.
    var size: UInt64 { get }
    /// What `string(value)` gives; nil when there is no such conversion.
    var text: String? { get }
    func isEqual(to other: any OpaqueValue) -> Bool
}

extension OpaqueValue {
    package var size: UInt64 { 1 }
    package var text: String? { nil }
}

extension String {
    /// How many Unicode scalars.
    var letterCount: Int {
        var count = 0
        for byte in utf8 where byte & 0xC0 != 0x80 { count += 1 }
        return count
    }

    /// Whether the bytes are the same; Swift's own equality takes letters for equal that are spelled in two ways.
    func isSame(as other: String) -> Bool {
        utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
    }
}
