internal import BigInt

/// The functions that every template of Go has.
enum TemplateFunctions {
    static func call(
        _ name: String, _ arguments: [Template.Value], _ context: BuiltinContext
    ) throws(BuiltinFailure) -> Template.Value {
        func wrong(_ what: String) -> BuiltinFailure {
            BuiltinFailure("template: template: error calling \(name): \(what)")
        }
        let values = arguments.map(\.rego)
        let least =
            ["print", "println", "html", "js", "urlquery"].contains(name) ? 0 : (comparisons.contains(name) ? 2 : 1)
        guard arguments.count >= least else {
            throw wrong("wrong number of args: want \(least) got \(arguments.count)")
        }
        switch name {
        case "and": return arguments.first { !$0.isTrue } ?? arguments[arguments.count - 1]
        case "or": return arguments.first { $0.isTrue } ?? arguments[arguments.count - 1]
        case "not": return .value(.bool(!arguments[0].isTrue))
        case "print": return .value(.string(printed(arguments)))
        case "println": return .value(.string(arguments.map(\.shown).joined(separator: " ") + "\n"))
        case "printf":
            guard let format = values[0].text else { throw wrong("the format is no string") }
            let rest = zip(arguments, values).dropFirst().map { argument, value in
                if case .value(.bool) = argument { return GoFormat.Argument.string(argument.shown) }
                if case .number = value { return GoFormat.Argument(value) }
                return GoFormat.Argument.string(argument.shown)
            }
            return .value(.string(try GoFormat.text(format, rest, context)))
        case "len":
            switch values[0] {
            case .string(let text): return .int(text.utf8.count)
            case .array(let elements): return .int(elements.count)
            case .set(let set): return .int(set.count)
            case .object(let object): return .int(object.count)
            default: throw wrong("len of type \(values[0].typeName)")
            }
        case "index":
            var value = values[0]
            for key in values.dropFirst() {
                if case .set(let set) = value { value = .array(set.elements) }
                guard let next = value.child(key) else {
                    if case .object = value { return .missing }
                    throw wrong("index out of range: \(key.display)")
                }
                value = next
            }
            return .value(value)
        case "slice": return try .value(sliced(values, wrong))
        case "eq": return .value(.bool(values.dropFirst().contains(values[0])))
        case "ne": return .value(.bool(values[0] != values[1]))
        case "lt", "le", "gt", "ge":
            guard values[0].typeName == values[1].typeName else { throw wrong("incompatible types for comparison") }
            let order = values[0].compare(values[1])
            return .value(
                .bool(name == "lt" ? order < 0 : (name == "le" ? order <= 0 : (name == "gt" ? order > 0 : order >= 0))))
        case "html": return .value(.string(escaped(printed(arguments), html)))
        case "js": return .value(.string(escaped(printed(arguments), javaScript)))
        case "urlquery": return .value(.string(queryEscaped(printed(arguments))))
        default: throw wrong("no such function")
        }
    }

    private static let comparisons: Set<String> = ["eq", "ne", "lt", "le", "gt", "ge"]

    /// With a blank between two values of which neither is a text.
    private static func printed(_ arguments: [Template.Value]) -> String {
        var text = ""
        for (index, argument) in arguments.enumerated() {
            if index > 0, argument.rego.text == nil, arguments[index - 1].rego.text == nil { text += " " }
            text += argument.shown
        }
        return text
    }

    private static func sliced(
        _ values: [RegoValue], _ wrong: (String) -> BuiltinFailure
    ) throws(BuiltinFailure) -> RegoValue {
        let count = values[0].text?.utf8.count ?? values[0].items?.count
        guard let count else { throw wrong("can't slice item of type \(values[0].typeName)") }
        var bounds: [Int] = []
        for value in values.dropFirst().prefix(2) {
            guard case .number(let number) = value, let bound = number.int, (0...count).contains(bound) else {
                throw wrong("index out of range: \(value.display)")
            }
            bounds.append(bound)
        }
        let (start, end) = (bounds.first ?? 0, bounds.count > 1 ? bounds[1] : count)
        guard start <= end else { throw wrong("invalid slice index: \(start) > \(end)") }
        if let text = values[0].text { return .string(ByteText(text)[start..<end]) }
        return .array(Array((values[0].items ?? [])[start..<end]))
    }

    private static let html: [Unicode.Scalar: String] = [
        "\"": "&#34;", "'": "&#39;", "&": "&amp;", "<": "&lt;", ">": "&gt;", "\0": "\u{FFFD}",
    ]
    private static let javaScript: [Unicode.Scalar: String] = [
        "\\": "\\\\", "'": "\\'", "\"": "\\\"", "<": "\\u003C", ">": "\\u003E", "&": "\\u0026", "=": "\\u003D",
        "\n": "\\u000A",
        "\r": "\\u000D", "\t": "\\u0009",
    ]

    private static func escaped(_ text: String, _ words: [Unicode.Scalar: String]) -> String {
        text.unicodeScalars.reduce(into: "") { $0 += words[$1] ?? String($1) }
    }
}
