extension Builtins {
    static let talk: [Builtin] = [
        Builtin("trace", [.string], .boolean) { arguments, context throws(BuiltinFailure) in
            let text = try arguments.string(0)
            try context.spend(16 + text.utf8.count / 4)
            context.traced.append(text)
            return .bool(true)
        },
        Builtin("print", [], .boolean) { arguments, context in
            context.printed.append(PrintedLine(text: arguments.map(\.shown).joined(separator: " ")))
            return .bool(true)
        }.variadic(),
        // Each argument is a set: empty for undefined, several for several answers, of which each gives a line.
        Builtin("internal.print", [.array(of: .anySet)], .boolean) { arguments, context throws(BuiltinFailure) in
            var lines: [[String]] = [[]]
            for (index, argument) in try arguments.array(0).enumerated() {
                let shown = try [argument].shown(index)
                try context.spend(lines.count * shown.count)
                lines = lines.flatMap { line in shown.map { line + [$0] } }
            }
            for line in lines { context.printed.append(PrintedLine(text: line.joined(separator: " "))) }
            return .bool(true)
        },
        Builtin("internal.template_string", [.anyArray], .string) { arguments, context throws(BuiltinFailure) in
            var text = ""
            for (index, part) in try arguments.array(0).enumerated() {
                if case .set(let values) = part {
                    guard values.count <= 1 else {
                        throw BuiltinFailure("template-strings must not produce multiple outputs")
                    }
                    text += try [part].shown(index)[0]
                } else {
                    text += part.shown
                }
                try context.spend(text.utf8.count / 256)
            }
            return .string(text)
        },
        Builtin("internal.test_case", [.anyArray], .boolean) { arguments, context throws(BuiltinFailure) in
            context.testCases.append(try arguments.array(0))
            return .bool(true)
        },
    ]

    /// The compiler puts their answers in place of the calls; what is left over has none.
    static let annotations: [Builtin] = [
        Builtin("rego.metadata.chain", [], .anyArray) { _, _ in nil },
        Builtin("rego.metadata.rule", [], .any) { _, _ in nil },
    ]
}

extension RegoValue {
    /// A string as it is, anything else as it is written in Rego.
    fileprivate var shown: String {
        if case .string(let text) = self { text } else { display }
    }
}

extension [RegoValue] {
    fileprivate func shown(_ index: Int) throws(BuiltinFailure) -> [String] {
        guard case .set(let values) = self[0] else { throw .operand(index, is: self[0], not: "set") }
        return values.isEmpty ? ["<undefined>"] : values.elements.map(\.shown)
    }
}
