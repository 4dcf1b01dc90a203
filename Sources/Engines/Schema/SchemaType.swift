/// The `type` of a schema. `any` is a schema that names none: free fields, and parts of `oneOf` and its like.
package enum SchemaType: String, Sendable {
    case any = ""
    case object, array, string, integer, number, boolean
}

/// `x-kubernetes-list-type`: how two writers share a list.
package enum ListType: String, Sendable {
    /// One writer owns the whole list.
    case atomic
    /// Scalars, each owned by itself.
    case set
    /// Objects told apart by `x-kubernetes-list-map-keys`.
    case map
}

/// `x-kubernetes-map-type`: how two writers share an object.
package enum MapType: String, Sendable {
    case granular, atomic
}

/// `x-kubernetes-patch-strategy` of built-in kinds: what a strategic merge patch does to a field.
package struct PatchStrategy: Hashable, Sendable {
    package var merges: Bool
    package var retainsKeys: Bool

    package static let replace = PatchStrategy(merges: false, retainsKeys: false)
    package static let merge = PatchStrategy(merges: true, retainsKeys: false)

    package init(merges: Bool, retainsKeys: Bool) {
        self.merges = merges
        self.retainsKeys = retainsKeys
    }
}

/// A rule of `x-kubernetes-validations`, kept as data; the language CEL evaluates it.
package struct ValidationRule: Hashable, Sendable {
    package var rule: String
    package var message: String?
    package var messageExpression: String?
    package var reason: String?
    package var fieldPath: String?
    package var optionalOldSelf: Bool?

    package init(
        rule: String, message: String? = nil, messageExpression: String? = nil, reason: String? = nil,
        fieldPath: String? = nil, optionalOldSelf: Bool? = nil
    ) {
        self.rule = rule
        self.message = message
        self.messageExpression = messageExpression
        self.reason = reason
        self.fieldPath = fieldPath
        self.optionalOldSelf = optionalOldSelf
    }
}
