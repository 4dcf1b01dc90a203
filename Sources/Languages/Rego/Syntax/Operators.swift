/// What stands between two operands.
enum Operators {
    /// The sign of a built-in that the language writes between its operands.
    static func sign(of builtin: String) -> String? {
        switch builtin {
        case "equal": "=="
        case "neq": "!="
        case "lt": "<"
        case "lte": "<="
        case "gt": ">"
        case "gte": ">="
        case "or": "|"
        case "and": "&"
        case "plus": "+"
        case "minus": "-"
        case "mul": "*"
        case "div": "/"
        case "rem": "%"
        case "internal.member_2", "internal.member_3": "in"
        default: nil
        }
    }
}

extension Reference {
    /// `json.patch`; nil where a part is no fixed name.
    var dottedName: String? {
        guard case .variable(let first) = head.kind else { return nil }
        var name = first
        for step in path {
            guard let field = step.fieldName else { return nil }
            name += "." + field
        }
        return name
    }
}
