import Tree

/// As much of JSON Schema as the tests need: type, const, enum, required, properties, additionalProperties, items,
/// minimum, minLength, minItems, allOf, if/then/else and references to `$defs`.
struct MiniSchema {
    var root: Node

    /// What is wrong, with its path; nothing when all is right.
    func problems(_ node: Node) -> [String] { problems(node, root, "$") }

    private func problems(_ node: Node, _ schema: Node, _ path: String) -> [String] {
        var found: [String] = []
        func check(_ holds: Bool, _ words: @autoclosure () -> String) {
            if !holds { found.append("\(path): \(words())") }
        }
        if let name = schema["$ref"]?.string?.split(separator: "/").last {
            found += root["$defs"]?[String(name)].map { problems(node, $0, path) } ?? ["\(path): no schema \(name)"]
        }
        if let type = schema["type"]?.string { check(node.typeName == type, "is no \(type)") }
        if let value = schema["const"] { check(node == value, "is not \(value)") }
        if let values = schema["enum"]?.elements { check(values.contains(node), "is none of \(values)") }
        if let least = schema["minimum"]?.integer, let number = node.integer { check(number >= least, "is too small") }
        if let least = schema["minLength"]?.integer, let text = node.string { check(text.count >= least, "too short") }
        if let least = schema["minItems"]?.integer { check(node.elements.count >= least, "has too few") }
        for key in schema["required"]?.elements ?? [] {
            check(key.string.flatMap { node[$0] } != nil, "has no \(key.string ?? "")")
        }
        for entry in node.entries {
            if let below = schema["properties"]?[entry.key] {
                found += problems(entry.value, below, path + "." + entry.key)
            } else if schema["additionalProperties"]?.bool == false {
                found.append("\(path): has \(entry.key)")
            } else if let below = schema["additionalProperties"], below.mapping != nil {
                found += problems(entry.value, below, path + "." + entry.key)
            }
        }
        for (index, element) in node.elements.enumerated() {
            if let below = schema["items"] { found += problems(element, below, "\(path)[\(index)]") }
        }
        for part in schema["allOf"]?.elements ?? [] { found += problems(node, part, path) }
        if let condition = schema["if"] {
            let next = problems(node, condition, path).isEmpty ? schema["then"] : schema["else"]
            if let next { found += problems(node, next, path) }
        }
        return found
    }
}
