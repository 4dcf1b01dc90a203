internal import BigInt

/// One rendering of a template.
struct TemplateRun {
    enum Flow { case next, leaveLoop, nextRound }

    static let functions: Set<String> = [
        "and", "or", "not", "len", "index", "slice", "print", "println", "printf", "eq", "ne", "lt", "le", "gt", "ge",
        "html",
        "js", "urlquery",
    ]

    private(set) var output = ""
    private let named: [String: [Template.Part]]
    private let context: BuiltinContext
    private var variables: [(name: String, value: Template.Value)]
    private var depth = 0

    init(named: [String: [Template.Part]], root: Template.Value, context: BuiltinContext) {
        self.named = named
        self.context = context
        variables = [("$", root)]
    }

    mutating func run(_ parts: [Template.Part], dot: Template.Value) throws(BuiltinFailure) -> Flow {
        for part in parts {
            try context.spend(16)
            let flow = try run(part, dot)
            if flow != .next { return flow }
        }
        return .next
    }

    private mutating func run(_ part: Template.Part, _ dot: Template.Value) throws(BuiltinFailure) -> Flow {
        let mark = variables.count
        switch part {
        case .text(let text): output += text
        case .action(let pipeline):
            let value = try value(of: pipeline, dot)
            if pipeline.variables.isEmpty { output += value.shown }
        case .conditional(let pipeline, let body, let otherwise):
            defer { variables.removeLast(variables.count - mark) }
            return try run(try value(of: pipeline, dot).isTrue ? body : otherwise, dot: dot)
        case .scope(let pipeline, let body, let otherwise):
            defer { variables.removeLast(variables.count - mark) }
            let value = try value(of: pipeline, dot)
            return try value.isTrue ? run(body, dot: value) : run(otherwise, dot: dot)
        case .range(let pipeline, let body, let otherwise):
            defer { variables.removeLast(variables.count - mark) }
            return try loop(pipeline, body, otherwise, dot)
        case .call(let name, let pipeline):
            guard let body = named[name] else {
                throw BuiltinFailure("template: template: template \(goQuoted(name)) not defined")
            }
            depth += 1
            guard depth < 100 else { throw BuiltinFailure("templates call each other deeper than 100 levels", .limit) }
            let argument =
                try pipeline.map { pipeline throws(BuiltinFailure) in try value(of: pipeline, dot) } ?? .missing
            let outer = variables
            variables = [("$", argument)]
            _ = try run(body, dot: argument)
            variables = outer
            depth -= 1
        case .leaveLoop: return .leaveLoop
        case .nextRound: return .nextRound
        }
        return .next
    }

    private mutating func loop(
        _ pipeline: Template.Pipeline, _ body: [Template.Part], _ otherwise: [Template.Part], _ dot: Template.Value
    ) throws(BuiltinFailure) -> Flow {
        var plain = pipeline
        plain.variables = []
        var rounds: [(key: Template.Value, value: Template.Value)] = []
        switch try value(of: plain, dot) {
        case .value(.array(let elements)): rounds = elements.enumerated().map { (.int($0), .value($1)) }
        case .value(.set(let set)): rounds = set.elements.enumerated().map { (.int($0), .value($1)) }
        case .value(.object(let object)): rounds = object.jsonMembers.map { (.value(.string($0.0)), .value($0.1)) }
        case .int(let count):
            try context.spend(max(0, count))
            rounds = (0..<max(0, count)).map { (.int($0), .int($0)) }
        case .missing, .value(.null): break
        case .value(let value): throw BuiltinFailure("template: template: range can't iterate over \(value.display)")
        }
        if rounds.isEmpty { return try run(otherwise, dot: dot) }
        let mark = variables.count
        for (key, value) in rounds {
            variables.removeLast(variables.count - mark)
            let names = pipeline.variables
            if names.count == 1 { set(names[0], value, pipeline.isAssignment) }
            if names.count == 2 {
                set(names[0], key, pipeline.isAssignment)
                set(names[1], value, pipeline.isAssignment)
            }
            if try run(body, dot: value) == .leaveLoop { break }
        }
        return .next
    }

    private mutating func set(_ name: String, _ value: Template.Value, _ isAssignment: Bool) {
        if isAssignment, let index = variables.lastIndex(where: { $0.name == name }) {
            variables[index].value = value
        } else {
            variables.append((name, value))
        }
    }

    private mutating func value(of pipeline: Template.Pipeline, _ dot: Template.Value) throws(BuiltinFailure)
        -> Template.Value
    {
        var value: Template.Value?
        for command in pipeline.commands { value = try self.value(of: command, dot, piped: value) }
        let result = value ?? .missing
        for name in pipeline.variables { set(name, result, pipeline.isAssignment) }
        return result
    }

    private mutating func value(
        of command: [Template.Operand], _ dot: Template.Value, piped: Template.Value?
    ) throws(BuiltinFailure) -> Template.Value {
        guard case .function(let name) = command[0] else {
            guard command.count == 1, piped == nil else {
                throw BuiltinFailure("template: template: can't give argument to non-function")
            }
            return try value(of: command[0], dot)
        }
        var arguments: [Template.Value] = []
        for operand in command.dropFirst() {
            let value = try value(of: operand, dot)
            // What decides ends the reading of further arguments.
            if piped == nil, name == "and" && !value.isTrue || name == "or" && value.isTrue { return value }
            arguments.append(value)
        }
        return try TemplateFunctions.call(name, arguments + [piped].compactMap(\.self), context)
    }

    private mutating func value(of operand: Template.Operand, _ dot: Template.Value) throws(BuiltinFailure)
        -> Template.Value
    {
        switch operand {
        case .dot: return dot
        case .literal(let value): return value
        case .group(let pipeline): return try value(of: pipeline, dot)
        case .function(let name): return try TemplateFunctions.call(name, [], context)
        case .variable(let name):
            guard let known = variables.last(where: { $0.name == name }) else {
                throw BuiltinFailure("template: template: undefined variable \(goQuoted(name))")
            }
            return known.value
        case .member(let owner, let name):
            switch try value(of: owner, dot) {
            case .value(.object(let object)): return object[name].map { .value($0) } ?? .missing
            case .missing, .value(.null):
                throw BuiltinFailure("template: template: nil pointer evaluating interface {}.\(name)")
            case let other: throw BuiltinFailure("template: template: can't evaluate field \(name) in \(other.shown)")
            }
        }
    }
}
