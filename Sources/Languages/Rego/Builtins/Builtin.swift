/// A function that comes with the language.
package struct Builtin: Sendable {
    /// With its dots: `json.patch`.
    package var name: String
    package var arguments: [RegoType]
    /// Further arguments of this type may follow (`sprintf` has none: its values are an array).
    package var result: RegoType
    /// Gives several results one after the other: `walk`.
    package var isRelation = false
    /// May answer differently to the same arguments: `time.now_ns`, `rand.intn`, `uuid.rfc4122`.
    package var isNondeterministic = false
    /// nil is undefined. Arguments have passed the check of their outermost type only where `arguments` names one.
    package var call: Call

    package typealias Call = @Sendable ([RegoValue], BuiltinContext) throws(BuiltinFailure) -> RegoValue?
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
    package var message: String

    package init(_ message: String, _ reason: Reason = .call) {
        self.message = message
        self.reason = reason
    }
}
