import Schema
import Tree

/// How several writers share a value: whole, field by field, or item by item.
///
/// From the schema (`x-kubernetes-list-type`, `x-kubernetes-map-type`). Where there is none, objects are shared field by
/// field and all else is owned whole, as Kubernetes does for free fields.
enum MergeShape: Equatable {
    case leaf
    case map
    /// A list of scalars, each owned by itself.
    case set
    /// A list of objects that keys tell apart.
    case keyed

    init(_ schema: Schema?, for value: Node) {
        guard let schema, schema.type != .any || schema.isEmbeddedResource else {
            self = value.mapping != nil && schema?.isIntOrString != true ? .map : .leaf
            return
        }
        switch schema.type {
        case .object, .any:
            let fits = value.mapping != nil || value.isNull
            self = fits && schema.mapType != .atomic ? .map : .leaf
        case .array:
            guard value.sequence != nil || value.isNull else {
                self = .leaf
                return
            }
            switch schema.listType {
            case .set?: self = .set
            case .map?: self = .keyed
            case .atomic?, nil: self = .leaf
            }
        case .string, .integer, .number, .boolean: self = .leaf
        }
    }
}

extension Schema {
    /// The step to an item of this list, or nil when the item has none of the keys.
    ///
    /// A missing key counts with its default.
    func element(for item: Node) -> PathElement? {
        guard listType == .map else { return .value(FieldScalar(item)) }
        guard item.mapping != nil else { return nil }
        var parts: [PathElement.KeyPart] = []
        parts.reserveCapacity(listMapKeys.count)
        for key in listMapKeys {
            guard let value = item[key] ?? items?.property(key)?.defaultValue else { continue }
            parts.append(PathElement.KeyPart(name: key, value: FieldScalar(value)))
        }
        if parts.isEmpty { return nil }
        if parts.count > 1 { parts.sort { $0.name < $1.name } }
        return .key(parts)
    }
}
