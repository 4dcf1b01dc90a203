/// The type of an expression or of a value.
package indirect enum CELType: Hashable, Sendable {
    /// Nothing is known before the evaluation; fits everywhere.
    case dyn
    /// Of an expression that is wrong already.
    case error
    case null, bool, int, uint, double, string, bytes, timestamp, duration
    case list(CELType)
    case map(CELType, CELType)
    /// The type of a type; `type` itself has no parameter.
    case type(CELType?)
    /// `optional_type(T)` and the types of libraries.
    case opaque(String, [CELType])
    /// A type whose fields are declared.
    case object(ObjectType)
    /// A type still to be found: a parameter of a function or the element of an empty list.
    case parameter(String)

    package static func optional(_ type: CELType) -> CELType { .opaque("optional_type", [type]) }

    /// What an optional holds.
    var unwrapped: CELType? {
        if case .opaque("optional_type", let parameters) = self { parameters.first } else { nil }
    }

    var isDynamicOrError: Bool { self == .dyn || self == .error }
}

/// A type with declared fields: the shape of objects under a name.
package struct ObjectType: Hashable, Sendable {
    package var name: String
    package var shape: DataShape

    package init(name: String, shape: DataShape) {
        self.name = name
        self.shape = shape
    }

    package func field(_ field: String) -> CELType? {
        shape.field(escaped: field)?.shape.type(named: "\(name).\(field)")
    }

    package static func == (a: ObjectType, b: ObjectType) -> Bool { a.name == b.name }
    package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension CELType: CustomStringConvertible {
    /// As messages name it.
    package var description: String {
        switch self {
        case .dyn: "dyn"
        case .error: "!error!"
        case .null: "null"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .timestamp: "timestamp"
        case .duration: "duration"
        case .list(let element): "list(\(element))"
        case .map(let key, let value): "map(\(key), \(value))"
        case .type(let type?): "type(\(type))"
        case .type(nil): "type"
        case .opaque(let name, let parameters):
            parameters.isEmpty ? name : "\(name)(\(parameters.map(\.description).joined(separator: ", ")))"
        case .object(let object): object.name
        case .parameter(let name): name
        }
    }

    /// What `type(value)` prints and compares: without parameters.
    var runtimeName: String {
        switch self {
        case .null: "null_type"
        case .timestamp: "google.protobuf.Timestamp"
        case .duration: "google.protobuf.Duration"
        case .list: "list"
        case .map: "map"
        case .type: "type"
        case .opaque(let name, _): name
        default: description
        }
    }
}
