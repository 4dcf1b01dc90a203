import Tree

/// A map: of values, or an object, whose fields become values when they are read.
package struct MapValue: Sendable {
    private enum Storage {
        case values(keys: [Value], values: [Value], positions: [MapKey: Int])
        case object(Mapping, DataShape)
    }

    private var storage: Storage

    init() { storage = .values(keys: [], values: [], positions: [:]) }

    init(_ mapping: Mapping, as shape: DataShape) { storage = .object(mapping, shape) }

    /// - Throws: when a key stands there twice or cannot be one.
    init(_ entries: [(Value, Value)]) throws(EvaluationError) {
        self.init()
        for (key, value) in entries { try insert(key, value) }
    }

    var count: Int {
        switch storage {
        case .values(let keys, _, _): keys.count
        case .object(let mapping, _): mapping.count
        }
    }

    mutating func insert(_ key: Value, _ value: Value) throws(EvaluationError) {
        guard let mapKey = MapKey(key) else { throw EvaluationError("unsupported key type: \(key.type.runtimeName)") }
        guard case .values(var keys, var values, var positions) = storage else {
            throw EvaluationError.noSuchOverload
        }
        storage = .object(Mapping(), noShape)
        defer { storage = .values(keys: keys, values: values, positions: positions) }
        guard positions[mapKey] == nil else { throw EvaluationError("Failed with repeated key") }
        positions[mapKey] = keys.count
        keys.append(key)
        values.append(value)
    }

    /// The value under a key, or nil.
    func find(_ key: Value) throws(EvaluationError) -> Value? {
        switch storage {
        case .values(_, let values, let positions):
            guard let mapKey = MapKey(key), let position = positions[mapKey] else { return nil }
            return values[position]
        case .object(let mapping, let shape):
            guard case .string(let name) = key else { throw EvaluationError.noSuchOverload }
            if case .map(let element) = shape.form {
                guard let node = mapping[name] else { return nil }
                return try Value(node, as: element)
            }
            guard let field = shape.field(escaped: name), let node = mapping[field.name], !node.isNull else {
                return nil
            }
            return try Value(node, as: field.shape)
        }
    }

    /// The member of an object by its own name.
    func member(named name: String) throws(EvaluationError) -> Value? {
        guard case .object(let mapping, let shape) = storage else { return try find(.string(name)) }
        guard let node = mapping[name], let member = shape.member(name), !node.isNull else { return nil }
        return try Value(node, as: member)
    }

    /// The keys, in the order of writing; of objects as expressions write them.
    var keys: [Value] {
        switch storage {
        case .values(let keys, _, _): return keys
        case .object(let mapping, let shape):
            if case .map = shape.form { return mapping.entries.map { .string($0.key) } }
            return mapping.entries.compactMap { entry in
                shape.member(entry.key) == nil ? nil : .string(escapedName(entry.key) ?? entry.key)
            }
        }
    }

    func equals(_ other: MapValue) throws(EvaluationError) -> Bool {
        guard count == other.count else { return false }
        switch storage {
        case .values(let keys, let values, _):
            for (key, value) in zip(keys, values) {
                guard let counterpart = try other.find(key), try value.equals(counterpart) else { return false }
            }
            return true
        case .object(let mapping, let shape): return try objectEquals(mapping, shape, other)
        }
    }

    /// Fields that are not declared are compared as they are.
    private func objectEquals(
        _ mapping: Mapping, _ shape: DataShape, _ other: MapValue
    ) throws(EvaluationError) -> Bool {
        for entry in mapping.entries {
            if let member = shape.member(entry.key) {
                let name = if case .map = shape.form { entry.key } else { escapedName(entry.key) ?? entry.key }
                let counterpart: Value? =
                    if case .object = other.storage {
                        try other.member(named: entry.key)
                    } else {
                        try other.find(.string(name))
                    }
                guard let counterpart, try Value(entry.value, as: member).equals(counterpart) else { return false }
            } else {
                guard case .object(let theirs, _) = other.storage else { throw EvaluationError.noSuchOverload }
                if let value = theirs[entry.key], value != entry.value { return false }
            }
        }
        return true
    }
}

private let noShape = DataShape(.unknown)

/// A value as a key: whole numbers are equal in all their types.
enum MapKey: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case text([UInt8])
    case other(String)

    /// Keys of maps; a number that is not whole can be looked up and is never found.
    init?(_ value: Value) {
        switch value {
        case .bool(let flag): self = .bool(flag)
        case .int(let number): self = .int(number)
        case .uint(let number): self = Int64(exactly: number).map(MapKey.int) ?? .uint(number)
        case .double(let number):
            self = Int64(exactly: number).map(MapKey.int) ?? UInt64(exactly: number).map(MapKey.uint) ?? .double(number)
        case .string(let text): self = .text(Array(text.utf8))
        default: return nil
        }
    }

    /// Any value, for sets.
    init(any value: Value) {
        if let key = MapKey(value) {
            self = key
        } else if case .null = value {
            self = .null
        } else {
            self = .other("\(value.type.runtimeName) \(value.display)")
        }
    }
}
