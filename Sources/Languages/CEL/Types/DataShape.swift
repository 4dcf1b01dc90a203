/// How a part of an object looks to an expression: which type it has, and how its nodes become values.
///
/// Made from a schema; the language itself knows nothing of schemas.
package final class DataShape: Sendable {
    package indirect enum Form: Sendable {
        /// Declared fields.
        case object([DataField])
        /// Any keys, all values alike.
        case map(DataShape)
        case list(DataShape, ListKind)
        case string, duration, date, dateTime, bytes
        case number, integer, boolean, intOrString
        /// Kept as it is; can only be compared.
        case unknown
        /// A schema of which no value can be made.
        case invalid(String)
    }

    package let form: Form
    package let isNullable: Bool
    /// Why values of it cannot be read, though its type is known.
    package let problem: String?
    /// How large values can be.
    package let bounds: DataBounds
    private let escaped: [String: DataField]
    private let named: [String: DataShape]

    package init(
        _ form: Form, isNullable: Bool = false, problem: String? = nil, bounds: DataBounds = DataBounds()
    ) {
        self.problem = problem
        self.bounds = bounds
        self.form = form
        self.isNullable = isNullable
        guard case .object(let fields) = form else {
            escaped = [:]
            named = [:]
            return
        }
        named = Dictionary(fields.map { ($0.name, $0.shape) }, uniquingKeysWith: { first, _ in first })
        escaped = Dictionary(
            fields.compactMap { field in escapedName(field.name).map { ($0, field) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// A declared field by the name that expressions use.
    func field(escaped name: String) -> DataField? {
        if let field = escaped[name] { return field }
        // A word of the language is a name after a dot, so it needs no escape there.
        return wordsOfLanguage.contains(name) ? escaped["__\(name)__"] : nil
    }

    /// What stands under a key of the object itself.
    func member(_ key: String) -> DataShape? {
        if case .map(let element) = form { return element }
        return named[key]
    }

    /// The type of an expression, or nil when expressions cannot see this part.
    package func type(named name: String) -> CELType? {
        switch form {
        case .object: .object(ObjectType(name: name, shape: self))
        case .map(let element): element.type(named: "\(name).@elem").map { .map(.string, $0) }
        case .list(let element, _): element.type(named: "\(name).@idx").map { .list($0) }
        case .string: .string
        case .duration: .duration
        case .date, .dateTime: .timestamp
        case .bytes: .bytes
        case .number: .double
        case .integer: .int
        case .boolean: .bool
        case .intOrString: .dyn
        case .unknown, .invalid: nil
        }
    }
}

/// A declared field of an object, under its own name.
package struct DataField: Sendable {
    package var name: String
    package var shape: DataShape

    package init(_ name: String, _ shape: DataShape) {
        self.name = name
        self.shape = shape
    }
}

/// How large the values of a shape can be. Rules are judged by it before there is any value.
package struct DataBounds: Hashable, Sendable {
    /// Letters of a text, elements of a list, keys of a map; 0 for what has one size.
    package var maxSize: UInt64
    /// The shortest text in JSON.
    package var minBytes: UInt64

    package init(maxSize: UInt64 = 0, minBytes: UInt64 = 1) {
        self.maxSize = maxSize
        self.minBytes = minBytes
    }
}

/// How lists compare and add up: `x-kubernetes-list-type`.
package enum ListKind: Hashable, Sendable {
    case atomic
    case set
    /// Elements are told apart by these fields.
    case keyed([String])
}
