internal import BigInt

extension Builtins {
    static let formatting: [Builtin] = [
        Builtin("sprintf", [.string, .anyArray], .string) { arguments, context throws(BuiltinFailure) in
            let format = try arguments.string(0)
            let values = try arguments.array(1)
            return .string(try GoFormat.text(format, values.map(GoFormat.Argument.init), context))
        },
        Builtin("format_int", [.number, .number], .string) { arguments, _ throws(BuiltinFailure) in
            let (number, base) = (try arguments.number(0), try arguments.number(1))
            guard let base = base.int, [2, 8, 10, 16].contains(base) else {
                throw .operand(1, "must be one of {2, 8, 10, 16}")
            }
            return .string(String(number.truncated, radix: base))
        },
        Builtin("strings.render_template", [.string, .record], .string) { arguments, context throws(BuiltinFailure) in
            let (text, values) = (try arguments.string(0), try arguments.object(1))
            return .string(try Template(text).rendered(.object(values), context))
        },
    ]
}
