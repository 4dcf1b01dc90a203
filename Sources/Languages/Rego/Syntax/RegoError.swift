/// Why a policy was refused, or why its evaluation ended.
package struct RegoError: Error, Hashable, Sendable, CustomStringConvertible {
    /// OPA's names; people search for them.
    package enum Code: String, Sendable {
        case parse = "rego_parse_error"
        case compile = "rego_compile_error"
        case type = "rego_type_error"
        case unsafeVariable = "rego_unsafe_var_error"
        case recursion = "rego_recursion_error"
        case conflict = "eval_conflict_error"
        case operand = "eval_type_error"
        case builtin = "eval_builtin_error"
        /// A limit of ours was reached: steps, depth, memory.
        case limit = "eval_cancel_error"
    }

    package var code: Code
    package var message: String
    /// What to write instead.
    package var hint: String?
    package var file: String?
    package var position: Position?

    package init(
        _ code: Code, _ message: String, hint: String? = nil, file: String? = nil, at position: Position? = nil
    ) {
        self.code = code
        self.message = message
        self.hint = hint
        self.file = file
        self.position = position
    }

    package var description: String {
        let place = position.map { "\(file ?? "query"):\($0.line):\($0.column): " } ?? ""
        return "\(place)\(code.rawValue): \(message)"
    }
}
