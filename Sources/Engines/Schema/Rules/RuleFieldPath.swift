import Tree

/// What keeps `path` from being the `fieldPath` of a rule of `node`: names after dots, or in brackets and quotes, that the
/// schema has (Kubernetes, `ValidFieldPath`). Nil when nothing does.
func fieldPathProblem(_ path: String, in node: Node) -> String? {
    var rest = path[...]
    var schema = node
    while let sign = rest.popFirst() {
        let name: String
        switch sign {
        case ".":
            name = String(rest.prefix { !".[]".contains($0) })
            rest = rest.dropFirst(name.count)
        case "[":
            guard let quoted = quotedName(&rest) else { return "a name in brackets stands in single quotes" }
            name = quoted
        default: return "a name follows a dot, or stands in brackets"
        }
        if let fields = schema["properties"]?.mapping {
            guard let field = fields[name] else { return "there is no field \"\(name)\"" }
            schema = field
        } else if let values = schema["additionalProperties"], values.mapping != nil {
            schema = values
        } else {
            return "there is no field \"\(name)\""
        }
    }
    return nil
}

/// Reads `'a.b']`, in which a backslash stands before a quote or a backslash.
private func quotedName(_ rest: inout Substring) -> String? {
    guard rest.popFirst() == "'" else { return nil }
    var name = ""
    while let letter = rest.popFirst() {
        if letter == "'" { return rest.popFirst() == "]" ? name : nil }
        if letter == "\\" {
            guard let escaped = rest.popFirst(), escaped == "'" || escaped == "\\" else { return nil }
            name.append(escaped)
        } else {
            name.append(letter)
        }
    }
    return nil
}
