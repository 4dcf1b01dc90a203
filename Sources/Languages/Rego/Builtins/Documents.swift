internal import Diagnostics
internal import Tree

extension Builtins {
    private static let layout = RegoType.object(
        known: [.string("pretty"): .boolean, .string("indent"): .string, .string("prefix"): .string],
        rest: RegoType.Member(key: .string, value: .any))

    static let documents: [Builtin] = [
        Builtin("json.marshal", [.any], .string) { arguments, _ in .string(arguments[0].json) },
        Builtin("json.marshal_with_options", [.any, layout], .string) { arguments, context throws(BuiltinFailure) in
            .string(try laidOut(arguments, context))
        },
        Builtin("json.unmarshal", [.string], .any) { arguments, _ throws(BuiltinFailure) in
            let text = try arguments.string(0)
            do throws(JSONText.Mistake) {
                return try JSONText.read(Array(text.utf8))
            } catch {
                throw BuiltinFailure(
                    "invalid JSON in line \(error.line), column \(error.column): \(error.message)",
                    error.isLimit ? .limit : .call)
            }
        },
        asked("json.is_valid") { (try? JSONText.read(Array($0.utf8))) != nil },
        Builtin("yaml.marshal", [.any], .string) { arguments, _ in
            .string(YAMLWriter.text(arguments[0].node, options: .init(sortKeys: false)))
        },
        Builtin("yaml.unmarshal", [.string], .any) { arguments, _ throws(BuiltinFailure) in
            let text = try arguments.string(0)
            do throws(Refused) {
                return try yaml(text)
            } catch {
                let problem = error.findings.first
                let place = problem.map { " in line \($0.place.line), column \($0.place.column): \($0.message)" } ?? ""
                throw BuiltinFailure("invalid YAML\(place)")
            }
        },
        asked("yaml.is_valid") { (try? yaml($0)) != nil },
    ]

    /// The first document; nothing at all is null.
    private static func yaml(_ text: String) throws(Refused) -> RegoValue {
        try YAMLReader.read(text).documents.first.map(older) ?? .null
    }

    /// With `yes` and `on` as booleans: OPA reads YAML by the rules of version 1.1.
    private static func older(_ node: Node) -> RegoValue {
        switch node.value {
        case .string(let text) where node.style == .plain && yes.contains(text): .bool(true)
        case .string(let text) where node.style == .plain && no.contains(text): .bool(false)
        case .sequence(let elements): .array(elements.map(older))
        case .mapping(let mapping): .object(RegoObject(mapping.entries.map { (.string($0.key), older($0.value)) }))
        default: RegoValue(node)
        }
    }

    private static let yes: Set = ["y", "Y", "yes", "Yes", "YES", "on", "On", "ON"]
    private static let no: Set = ["n", "N", "no", "No", "NO", "off", "Off", "OFF"]

    private static func laidOut(_ arguments: [RegoValue], _ context: BuiltinContext) throws(BuiltinFailure) -> String {
        var (prefix, indent) = ("", "\t")
        var isPretty: Bool?
        var hasLayout = false
        let options = try arguments.object(1)
        for (key, value) in zip(options.keys, options.values) {
            switch (key, value) {
            case (.string("prefix"), .string(let text)): (prefix, hasLayout) = (text, true)
            case (.string("indent"), .string(let text)): (indent, hasLayout) = (text, true)
            case (.string("pretty"), .bool(let flag)): isPretty = flag
            case (.string("pretty"), _): throw .operand(1, "key \(key.display) failed cast to bool")
            case (.string("prefix"), _), (.string("indent"), _):
                throw .operand(1, "key \(key.display) failed cast to string: must be string but got \(value.typeName)")
            default: throw .operand(1, "object contained unknown key \(key.display)")
            }
        }
        guard isPretty ?? hasLayout else { return arguments[0].json }
        try context.spend((prefix.utf8.count + indent.utf8.count) / 16)
        return arguments[0].json(prefix: prefix, indent: indent)
    }
}
