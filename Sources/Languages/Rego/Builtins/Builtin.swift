/// A function that comes with the language.
package struct Builtin: Sendable {
    /// With its dots: `json.patch`.
    package var name: String
    package var arguments: [RegoType]
    /// Takes any number of further arguments of any type: `print`.
    package var isVariadic = false
    package var result: RegoType
    /// Gives several results one after the other, the elements of an array: `walk`.
    package var isRelation = false
    /// May answer differently to the same arguments: `time.now_ns`, `rand.intn`, `uuid.rfc4122`.
    package var isNondeterministic = false
    /// Only for older policies; OPA's strict mode refuses it.
    package var isDeprecated = false
    /// nil is undefined. The count of the arguments is right, their types need not be.
    package var call: Call
    /// Its work grows with what is nested in its arguments, and its answer may hold them several times.
    let looksDeep: Bool

    package typealias Call = @Sendable ([RegoValue], BuiltinContext) throws(BuiltinFailure) -> RegoValue?

    init(_ name: String, _ arguments: [RegoType], _ result: RegoType, call: @escaping Call) {
        self.name = name
        self.arguments = arguments
        self.result = result
        self.call = call
        looksDeep = !Self.shallow.contains(name) && !name.hasPrefix("is_")
    }

    /// What only looks at what lies in its arguments at once, and gives a part of them.
    private static let shallow: Set = [
        "array.concat", "array.reverse", "array.slice", "count", "object.get", "object.keys", "type_name", "walk",
    ]

    func deprecated() -> Builtin {
        var builtin = self
        builtin.isDeprecated = true
        return builtin
    }

    func nondeterministic() -> Builtin {
        var builtin = self
        builtin.isNondeterministic = true
        return builtin
    }

    func relation() -> Builtin {
        var builtin = self
        builtin.isRelation = true
        return builtin
    }

    func variadic() -> Builtin {
        var builtin = self
        builtin.isVariadic = true
        return builtin
    }
}

/// Why a built-in has no answer. Without strict errors the call is then undefined.
package struct BuiltinFailure: Error, Hashable, Sendable {
    package enum Reason: Sendable, Hashable {
        /// An argument is of the wrong type or out of range: `eval_type_error`.
        case operand
        /// Anything else: `eval_builtin_error`.
        case call
        /// A limit was reached; never undefined, always the end.
        case limit
    }

    package var reason: Reason
    /// Without the name of the built-in, which OPA writes before it: `trim: operand 1 must be …`.
    package var message: String

    package init(_ message: String, _ reason: Reason = .call) {
        self.message = message
        self.reason = reason
    }
}
