internal import BigInt

/// `Sprintf` of Go's `fmt`, for the values that OPA gives it: integers, floats and texts.
struct GoFormat {
    enum Argument {
        case int(BigInt)
        case float(Double)
        case string(String)

        /// Numbers stay numbers; what is neither number nor string is shown as it is written in Rego.
        init(_ value: RegoValue) {
            switch value {
            case .number(let number):
                if number.isPlainInteger, let whole = number.whole {
                    self = .int(whole)
                } else {
                    self = number.double.isFinite ? .float(number.double) : .string(number.text)
                }
            case .string(let text): self = .string(text)
            default: self = .string(value.display)
            }
        }
    }

    /// What stands between `%` and the verb.
    struct Flags {
        var plus = false
        var minus = false
        var sharp = false
        var space = false
        var zero = false
        var width: Int?
        var precision: Int?
    }

    private static let largestWidth = 1_000_000

    private let format: [Unicode.Scalar]
    private let arguments: [Argument]
    private let context: BuiltinContext
    private var position = 0
    private var next = 0
    private var isReordered = false
    private var isGoodIndex = true
    private var output = ""

    static func text(
        _ format: String, _ arguments: [Argument], _ context: BuiltinContext
    ) throws(BuiltinFailure) -> String {
        var state = GoFormat(format: Array(format.unicodeScalars), arguments: arguments, context: context)
        try state.run()
        return state.output
    }

    private init(format: [Unicode.Scalar], arguments: [Argument], context: BuiltinContext) {
        self.format = format
        self.arguments = arguments
        self.context = context
    }

    private mutating func run() throws(BuiltinFailure) {
        while position < format.count {
            let scalar = format[position]
            position += 1
            if scalar == "%" { try directive() } else { output.unicodeScalars.append(scalar) }
        }
        guard !isReordered, next < arguments.count else { return }
        let extra = arguments[next...].map { "\($0.goType)=\($0.text("v", Flags()))" }
        output += "%!(EXTRA \(extra.joined(separator: ", ")))"
    }

    private mutating func directive() throws(BuiltinFailure) {
        var flags = Flags()
        isGoodIndex = true
        var isAfterIndex = false
        takeFlags(&flags)
        isAfterIndex = takeIndex()
        if take("*") {
            flags.width = takeArgument()
            if flags.width == nil { output += "%!(BADWIDTH)" }
            if let width = flags.width, width < 0 {
                flags.width = -width
                flags.minus = true
                flags.zero = false
            }
            isAfterIndex = false
        } else if let width = takeNumber() {
            flags.width = width
            if isAfterIndex { isGoodIndex = false }
        }
        if take(".") {
            if isAfterIndex { isGoodIndex = false }
            isAfterIndex = takeIndex()
            if take("*") {
                flags.precision = takeArgument()
                if let precision = flags.precision, precision < 0 {
                    flags.precision = nil
                } else if flags.precision == nil {
                    output += "%!(BADPREC)"
                }
                isAfterIndex = false
            } else {
                flags.precision = takeNumber() ?? 0
            }
        }
        if !isAfterIndex { isAfterIndex = takeIndex() }
        guard position < format.count else {
            output += "%!(NOVERB)"
            return
        }
        let verb = format[position]
        position += 1
        try context.spend(((flags.width ?? 0) + (flags.precision ?? 0)) / 64)
        if verb == "%" {
            output += "%"
        } else if !isGoodIndex {
            output += "%!\(verb)(BADINDEX)"
        } else if next >= arguments.count {
            output += "%!\(verb)(MISSING)"
        } else {
            output += arguments[next].text(verb, flags)
            next += 1
        }
    }

    private mutating func takeFlags(_ flags: inout Flags) {
        while position < format.count {
            switch format[position] {
            case "+": flags.plus = true
            case "-":
                flags.minus = true
                flags.zero = false
            case "#": flags.sharp = true
            case " ": flags.space = true
            case "0": flags.zero = !flags.minus
            default: return
            }
            position += 1
        }
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard position < format.count, format[position] == scalar else { return false }
        position += 1
        return true
    }

    private mutating func takeNumber() -> Int? {
        let start = position
        var number = 0
        while position < format.count, let digit = format[position].digit {
            number = min(number * 10 + digit, Self.largestWidth)
            position += 1
        }
        return position > start ? number : nil
    }

    /// A width or precision from the arguments.
    private mutating func takeArgument() -> Int? {
        guard next < arguments.count else { return nil }
        defer { next += 1 }
        guard case .int(let number) = arguments[next], number.magnitude <= Self.largestWidth else { return nil }
        return Int(number)
    }

    /// `[2]`: the second argument is next.
    private mutating func takeIndex() -> Bool {
        guard position < format.count, format[position] == "[" else { return false }
        isReordered = true
        guard let end = format[position...].firstIndex(of: "]") else {
            isGoodIndex = false
            position += 1
            return false
        }
        let text = String(String.UnicodeScalarView(format[(position + 1)..<end]))
        position = end + 1
        guard let index = Int(text), index >= 1, index <= arguments.count, text.utf8.allSatisfy(isDigit) else {
            isGoodIndex = false
            return true
        }
        next = index - 1
        return true
    }
}

extension Unicode.Scalar {
    fileprivate var digit: Int? { ("0"..."9").contains(self) ? Int(value) - 48 : nil }
}
