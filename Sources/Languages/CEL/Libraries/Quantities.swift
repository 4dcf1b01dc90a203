/// A Kubernetes quantity in billionths: `1.5Gi`, `200m`.
struct Quantity: OpaqueValue, Comparable {
    let billionths: Int128

    var typeName: String { "kubernetes.Quantity" }

    init(billionths: Int128) { self.billionths = billionths }

    /// Reads a number with a suffix, decimal (`k`, `m`), binary (`Ki`) or an exponent (`e3`); what is finer than a
    /// billionth is rounded up. Nil for anything else, and for what is beyond measure.
    init?(_ text: String) {
        var rest = Substring(text)
        let sign = rest.first
        if sign == "-" || sign == "+" { rest = rest.dropFirst() }
        let whole = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(whole.count)
        var fraction: Substring = ""
        if rest.first == "." {
            rest = rest.dropFirst()
            fraction = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest.dropFirst(fraction.count)
        }
        guard !whole.isEmpty || !fraction.isEmpty, let scale = Self.scale(rest),
            let value = Self.value(String(whole) + fraction, fraction.count, scale)
        else { return nil }
        billionths = sign == "-" ? -value : value
    }

    private static func scale(_ suffix: Substring) -> (factor: Int128, tens: Int)? {
        let binary: [Substring: Int] = ["Ki": 10, "Mi": 20, "Gi": 30, "Ti": 40, "Pi": 50, "Ei": 60]
        let decimal: [Substring: Int] = [
            "n": -9, "u": -6, "m": -3, "": 0, "k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18,
        ]
        if let bits = binary[suffix] { return (Int128(1) << Int128(bits), 0) }
        if let tens = decimal[suffix] { return (1, tens) }
        guard suffix.first == "e" || suffix.first == "E", let tens = Int(suffix.dropFirst()), (-30...30).contains(tens)
        else {
            return nil
        }
        return (1, tens)
    }

    private static func value(_ digits: String, _ places: Int, _ scale: (factor: Int128, tens: Int)) -> Int128? {
        guard var value = Int128(digits) else { return nil }
        let (product, overflow) = value.multipliedReportingOverflow(by: scale.factor)
        if overflow { return nil }
        value = product
        var tens = 9 + scale.tens - places
        while tens > 0 {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            value = product
            tens -= 1
        }
        var hasRest = false
        while tens < 0 {
            hasRest = hasRest || value % 10 != 0
            value /= 10
            tens += 1
        }
        return hasRest ? value + 1 : value
    }

    static func < (a: Quantity, b: Quantity) -> Bool { a.billionths < b.billionths }

    func isEqual(to other: any OpaqueValue) -> Bool { (other as? Quantity) == self }

    /// As a whole number, if it is one that has room.
    var whole: Int64? { billionths % billion == 0 ? Int64(exactly: billionths / billion) : nil }
}

private let billion: Int128 = 1_000_000_000

let quantityFunctions: [Function] = [
    Function("quantity", "(string) -> kubernetes.Quantity", cost: Costs.first) { arguments in
        guard case .string(let text) = arguments[0] else { throw EvaluationError.noSuchOverload }
        guard let quantity = Quantity(text) else {
            throw EvaluationError(
                "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'")
        }
        return .opaque(quantity)
    },
    Function("isQuantity", "(string) -> bool", cost: Costs.first) { arguments in
        guard case .string(let text) = arguments[0] else { throw EvaluationError.noSuchOverload }
        return .bool(Quantity(text) != nil)
    },
    Function("sign", "kubernetes.Quantity.() -> int", cost: Costs.unit) { arguments in
        .int(Int64(try quantity(arguments[0]).billionths.signum()))
    },
    Function("isInteger", "kubernetes.Quantity.() -> bool", cost: Costs.unit) { arguments in
        .bool(try quantity(arguments[0]).whole != nil)
    },
    Function("asInteger", "kubernetes.Quantity.() -> int", cost: Costs.unit) { arguments in
        guard let whole = try quantity(arguments[0]).whole else {
            throw EvaluationError("cannot convert value to integer")
        }
        return .int(whole)
    },
    Function("asApproximateFloat", "kubernetes.Quantity.() -> double", cost: Costs.unit) { arguments in
        .double(Double(try quantity(arguments[0]).billionths) / 1e9)
    },
    Function("isGreaterThan", "kubernetes.Quantity.(kubernetes.Quantity) -> bool", cost: Costs.unit) { arguments in
        .bool(try quantity(arguments[0]) > quantity(arguments[1]))
    },
    Function("isLessThan", "kubernetes.Quantity.(kubernetes.Quantity) -> bool", cost: Costs.unit) { arguments in
        .bool(try quantity(arguments[0]) < quantity(arguments[1]))
    },
    Function("compareTo", "kubernetes.Quantity.(kubernetes.Quantity) -> int", cost: Costs.unit) { arguments in
        let (a, b) = (try quantity(arguments[0]), try quantity(arguments[1]))
        return .int(a < b ? -1 : a == b ? 0 : 1)
    },
    Function(
        "add", "kubernetes.Quantity.(kubernetes.Quantity) -> kubernetes.Quantity",
        "kubernetes.Quantity.(int) -> kubernetes.Quantity", cost: Costs.unit
    ) { try combined($0, sign: 1) },
    Function(
        "sub", "kubernetes.Quantity.(kubernetes.Quantity) -> kubernetes.Quantity",
        "kubernetes.Quantity.(int) -> kubernetes.Quantity", cost: Costs.unit
    ) { try combined($0, sign: -1) },
]

private func quantity(_ value: Value) throws(EvaluationError) -> Quantity {
    guard case .opaque(let value) = value, let quantity = value as? Quantity else {
        throw EvaluationError.noSuchOverload
    }
    return quantity
}

private func combined(_ arguments: [Value], sign: Int128) throws(EvaluationError) -> Value {
    let own = try quantity(arguments[0]).billionths
    let other: Int128 =
        if case .int(let number) = arguments[1] { Int128(number) * billion } else {
            try quantity(arguments[1]).billionths
        }
    let (sum, overflow) = own.addingReportingOverflow(sign * other)
    if overflow { throw integerOverflow }
    return .opaque(Quantity(billionths: sum))
}
