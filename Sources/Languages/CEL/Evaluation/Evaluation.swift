/// One run of a program. It counts costs as cel-go does, with the library costs of Kubernetes.
struct Evaluation {
    enum Slot: Sendable {
        case unset
        case value(Value)
        case failed(EvaluationError)
    }

    let steps: [Step]
    var slots: [Slot]
    private(set) var cost: UInt64 = 0
    private let limit: UInt64
    /// Rounds of loops; some of them cost nothing.
    var fuel = 20_000_000

    init(_ program: Program, _ variables: [Value?], limit: UInt64) {
        steps = program.steps
        slots = variables.map { $0.map(Slot.value) ?? .unset }
        slots += Array(repeating: .unset, count: max(0, program.slotCount - slots.count))
        self.limit = limit
    }

    mutating func charge(_ amount: UInt64) throws(EvaluationError) {
        cost = cost.addedClamped(amount)
        if cost > limit { throw EvaluationError.costExceeded }
    }

    mutating func value(of index: Int) throws(EvaluationError) -> Value {
        switch steps[index] {
        case .constant(let value): return value
        case .attribute(let attribute): return try read(attribute)
        case .presence(let attribute): return .bool(try isPresent(attribute))
        case .call(let call): return try self.call(call)
        case .equality(let left, let right, let isNegated): return try equality(left, right, isNegated)
        case .all(let parts): return .bool(try connect(parts, absorbing: false))
        case .any(let parts): return .bool(try connect(parts, absorbing: true))
        case .list(let parts, let optional): return try list(parts, optional)
        case .map(let entries): return try map(entries)
        case .fold(let fold): return try self.fold(fold)
        case .append(let slot, let element): return try append(element, to: slot)
        case .insert(let slot, let key, let value): return try insert(key, value, into: slot)
        case .membership(let part, let keys):
            let value = try value(of: part)
            return .bool(MapKey(value).map(keys.contains) ?? false)
        case .alternative(let first, let second, let unwraps): return try alternative(first, second, unwraps)
        }
    }

    // MARK: Operators and calls

    private mutating func call(_ call: Step.Call) throws(EvaluationError) -> Value {
        var arguments: [Value] = []
        arguments.reserveCapacity(call.arguments.count)
        if call.name == Operator.notStrictlyFalse { return try notStrictlyFalse(call.arguments[0]) }
        for (position, index) in call.arguments.enumerated() {
            do throws(EvaluationError) {
                arguments.append(try value(of: index))
            } catch  where !error.isCancelled && position == call.arguments.count - 1 {
                // All arguments were there, so the call counts, though it never happens.
                arguments.append(.null)
                try charge(call.cost?(arguments, nil) ?? 1)
                throw error
            }
        }
        // A long list costs its length, so one that may not be made is not made first.
        if call.name == "lists.range", case .int(let count) = arguments[0], count > 0, UInt64(count) > limit {
            try charge(UInt64(count))
        }
        do throws(EvaluationError) {
            let result = try call.expression.map { expression throws(EvaluationError) in
                try regexResult(call.name, arguments, expression.expression)
            }
            let value: Value
            if let result { value = result } else { value = try evaluate(call.run, arguments) }
            try charge(call.cost?(arguments, value) ?? 1)
            return value
        } catch  where !error.isCancelled {
            try charge(call.cost?(arguments, nil) ?? 1)
            throw error == .noSuchOverload ? noSuchOverload(call.name, arguments) : error
        }
    }

    private mutating func notStrictlyFalse(_ index: Int) throws(EvaluationError) -> Value {
        let found = try outcome(of: index)
        try charge(1)
        if case .value(.bool(false)) = found { return .bool(false) }
        return .bool(true)
    }

    private mutating func equality(_ left: Int, _ right: Int, _ isNegated: Bool) throws(EvaluationError) -> Value {
        let a = try value(of: left)
        let b: Value
        do throws(EvaluationError) {
            b = try value(of: right)
        } catch  where !error.isCancelled {
            try charge(Costs.shorter([a, .null], nil))
            throw error
        }
        if case .opaque = a, !isNegated { try charge(1) } else { try charge(Costs.traversal(min(a.size, b.size))) }
        return .bool(try a.equals(b) != isNegated)
    }

    /// `&&` and `||`: one part with the absorbing value decides, whatever the others are; else an error counts.
    private mutating func connect(_ parts: [Int], absorbing: Bool) throws(EvaluationError) -> Bool {
        var failure: EvaluationError?
        for part in parts {
            switch try outcome(of: part) {
            case .value(.bool(let flag)): if flag == absorbing { return absorbing }
            case .failed(let error): failure = failure ?? error
            default: failure = failure ?? .noSuchOverload
            }
        }
        if let failure { throw failure }
        return !absorbing
    }

    private mutating func alternative(_ first: Int, _ second: Int, _ unwraps: Bool) throws(EvaluationError) -> Value {
        guard case .optional(let inner) = try value(of: first) else { throw EvaluationError.noSuchOverload }
        guard let inner else { return try value(of: second) }
        return unwraps ? inner : .optional(inner)
    }

}
