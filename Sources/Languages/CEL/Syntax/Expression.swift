/// A node of the syntax tree. Macros are expanded already.
struct Expression: Sendable {
    /// Unique in its tree, but for parts that a macro uses twice.
    var id: Int
    /// Where CEL says that it stands: a call at its parenthesis, an operation at its operator.
    var offset: Int
    var kind: Kind

    indirect enum Kind: Sendable {
        case literal(Constant)
        case name(String)
        /// `operand.field`; a test is `has(operand.field)`.
        case select(Expression, field: String, isTest: Bool)
        case call(String, target: Expression?, [Expression])
        case list([Expression], optional: Set<Int>)
        case map([Entry])
        case message(String, [Entry])
        case fold(Fold)
    }

    struct Entry: Sendable {
        var key: Expression
        var value: Expression
        var isOptional: Bool
    }

    /// What the macros over lists and maps become: a loop with an accumulator.
    struct Fold: Sendable {
        var variable: String
        var secondVariable: String?
        var range: Expression
        var accumulator: String
        var initial: Expression
        var condition: Expression
        var step: Expression
        var result: Expression
        /// Binds a name to a value that is computed when it is first used; loops over nothing.
        var isBinding = false
    }

    /// `a.b.c` when this is nothing but names.
    var qualifiedName: String? {
        switch kind {
        case .name(let name): name
        case .select(let operand, let field, false): operand.qualifiedName.map { "\($0).\(field)" }
        default: nil
        }
    }
}

/// A literal.
enum Constant: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case bytes([UInt8])
}

/// The names of operators, as functions.
enum Operator {
    static let conditional = "_?_:_"
    static let or = "_||_"
    static let and = "_&&_"
    static let not = "!_"
    static let negate = "-_"
    static let equals = "_==_"
    static let notEquals = "_!=_"
    static let add = "_+_"
    static let index = "_[_]"
    static let optionalIndex = "_[?_]"
    static let optionalSelect = "_?._"
    static let isIn = "@in"
    static let notStrictlyFalse = "@not_strictly_false"
    static let mapInsert = "cel.@mapInsert"
    static let sortByKeys = "@sortByAssociatedKeys"

    /// How tightly an operator binds, and the function that it is.
    static let binary: [String: (precedence: Int, function: String)] = [
        "||": (1, or), "&&": (2, and), "<": (3, "_<_"), "<=": (3, "_<=_"), ">": (3, "_>_"), ">=": (3, "_>=_"),
        "==": (3, equals), "!=": (3, notEquals), "in": (3, isIn), "+": (4, add), "-": (4, "_-_"), "*": (5, "_*_"),
        "/": (5, "_/_"), "%": (5, "_%_"),
    ]
}
