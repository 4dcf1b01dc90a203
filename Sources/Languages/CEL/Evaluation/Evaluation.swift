/// One run of a program. It counts costs as cel-go does, with the library costs of Kubernetes.
struct Evaluation {
    enum Slot: Sendable {
        case unset
        case value(Value)
        case failed(EvaluationError)
    }

    private let steps: [Step]
    private var slots: [Slot]
    private(set) var cost: UInt64 = 0
    private let limit: UInt64
    /// Rounds of loops; some of them cost nothing.
    private var fuel = 20_000_000

    init(_ program: Program, _ variables: [Value?], limit: UInt64) {
        steps = program.steps
        slots = variables.map { $0.map(Slot.value) ?? .unset }
        slots += Array(repeating: .unset, count: max(0, program.slotCount - slots.count))
        self.limit = limit
    }

    private mutating func charge(_ amount: UInt64) throws(EvaluationError) {
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

    // MARK: Reading

    private mutating func read(_ attribute: Attribute) throws(EvaluationError) -> Value {
        if case .conditional = attribute.base { return try resolve(attribute) }
        let result: Value
        do throws(EvaluationError) {
            result = try resolve(attribute)
        } catch  where !error.isCancelled {
            try charge(1)
            throw error
        }
        try charge(1)
        return result
    }

    /// The value without the cost of the name itself, as in the arms of a choice.
    private mutating func resolve(_ attribute: Attribute) throws(EvaluationError) -> Value {
        let base = try baseValue(attribute.base)
        guard !attribute.qualifiers.isEmpty else { return base }
        let (value, isOptional) = try qualify(base, attribute.qualifiers[...], isPresence: false)
        guard isOptional else { return value ?? .null }
        return .optional(value)
    }

    private mutating func resolve(_ index: Int) throws(EvaluationError) -> Value {
        if case .attribute(let attribute) = steps[index] { return try resolve(attribute) }
        return try value(of: index)
    }

    private mutating func baseValue(_ base: Attribute.Base) throws(EvaluationError) -> Value {
        switch base {
        case .slot(let slot): return try slotValue(slot)
        case .bound(let slot, let initial):
            if case .unset = slots[slot] { slots[slot] = try outcome(of: initial) }
            return try slotValue(slot)
        case .value(let index): return try value(of: index)
        case .conditional(let condition, let yes, let no):
            guard case .bool(let choice) = try value(of: condition) else { throw EvaluationError.noSuchOverload }
            return try resolve(choice ? yes : no)
        }
    }

    private func slotValue(_ slot: Int) throws(EvaluationError) -> Value {
        switch slots[slot] {
        case .value(let value): return value
        case .failed(let error): throw error
        case .unset: throw EvaluationError("no such attribute")
        }
    }

    /// A value or an error that later steps may absorb.
    private mutating func outcome(of index: Int) throws(EvaluationError) -> Slot {
        do throws(EvaluationError) {
            return .value(try value(of: index))
        } catch {
            if error.isCancelled { throw error }
            return .failed(error)
        }
    }

    /// What the qualifiers lead to; nil when an optional one leads nowhere.
    private mutating func qualify(
        _ base: Value, _ qualifiers: ArraySlice<Attribute.Qualifier>, isPresence: Bool
    ) throws(EvaluationError) -> (value: Value?, isOptional: Bool) {
        var value = base
        var isOptional = false
        if case .optional(let inner) = base {
            guard let inner else { return (nil, true) }
            value = inner
            isOptional = true
        }
        for qualifier in qualifiers {
            isOptional = isOptional || qualifier.isOptional
            let key: Value =
                switch qualifier.key {
                case .constant(let key): key
                case .computed(let index): try resolve(index)
                }
            let found: Value?
            do throws(EvaluationError) {
                found = try value.member(key)
                if found == nil, !isOptional { throw value.missing(key) }
            } catch  where !error.isCancelled {
                try charge(1)
                throw error
            }
            guard let found else { return (nil, true) }
            try charge(1)
            value = found
        }
        return (value, isOptional)
    }

    private mutating func isPresent(_ attribute: Attribute) throws(EvaluationError) -> Bool {
        let base = try baseValue(attribute.base)
        guard let last = attribute.qualifiers.last else { return true }
        let (value, _) = try qualify(base, attribute.qualifiers.dropLast(), isPresence: true)
        guard var value else { return false }
        if case .optional(let inner) = value {
            guard let inner else { return false }
            value = inner
        }
        guard case .constant(let key) = last.key else { throw EvaluationError.noSuchOverload }
        let found: Value?
        do throws(EvaluationError) {
            found = try value.member(key)
        } catch  where !error.isCancelled {
            try charge(1)
            throw error
        }
        try charge(1)
        return found != nil
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
            throw error
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

    // MARK: Lists and maps

    private mutating func list(_ parts: [Int], _ optional: Set<Int>) throws(EvaluationError) -> Value {
        var values: [Value] = []
        values.reserveCapacity(parts.count)
        do throws(EvaluationError) {
            for (position, part) in parts.enumerated() {
                let value = try value(of: part)
                if optional.contains(position) {
                    guard case .optional(let inner) = value else { throw EvaluationError.noSuchOverload }
                    if let inner { values.append(inner) }
                } else {
                    values.append(value)
                }
            }
        } catch  where !error.isCancelled {
            try charge(Costs.listCreation)
            throw error
        }
        try charge(Costs.listCreation)
        return .list(ListValue(values))
    }

    private mutating func map(_ entries: [Step.Entry]) throws(EvaluationError) -> Value {
        var map = MapValue()
        do throws(EvaluationError) {
            for entry in entries {
                let key = try value(of: entry.key)
                var value = try value(of: entry.value)
                if entry.isOptional {
                    guard case .optional(let inner) = value else { throw EvaluationError.noSuchOverload }
                    guard let inner else { continue }
                    value = inner
                }
                try map.insert(key, value)
            }
        } catch  where !error.isCancelled {
            try charge(Costs.mapCreation)
            throw error
        }
        try charge(Costs.mapCreation)
        return .map(map)
    }

    /// `accumulator + [element]` without a copy.
    private mutating func append(_ element: Int, to slot: Int) throws(EvaluationError) -> Value {
        try charge(1)
        _ = try slotValue(slot)
        let value: Value
        do throws(EvaluationError) {
            value = try self.value(of: element)
        } catch  where !error.isCancelled {
            try charge(Costs.listCreation + 1)
            throw error
        }
        try charge(Costs.listCreation + 1)
        guard case .value(.list(var list)) = slots[slot] else { throw EvaluationError.noSuchOverload }
        slots[slot] = .unset
        try list.append(value)
        return .list(list)
    }

    private mutating func insert(_ key: Int?, _ value: Int, into slot: Int) throws(EvaluationError) -> Value {
        try charge(1)
        _ = try slotValue(slot)
        let keyValue: Value? = if let key { try self.value(of: key) } else { nil }
        let found: Value
        do throws(EvaluationError) {
            found = try self.value(of: value)
        } catch  where !error.isCancelled {
            try charge(1)
            throw error
        }
        try charge(1)
        guard case .value(.map(var map)) = slots[slot] else { throw EvaluationError.noSuchOverload }
        slots[slot] = .unset
        if let keyValue {
            try map.insertNew(keyValue, found)
        } else {
            guard case .map(let more) = found else { throw EvaluationError.noSuchOverload }
            for key in more.keys {
                if let member = try more.find(key) { try map.insertNew(key, member) }
            }
        }
        return .map(map)
    }

    // MARK: Loops

    private mutating func fold(_ fold: FoldPlan) throws(EvaluationError) -> Value {
        if fold.isBinding {
            slots[fold.accumulator] = .unset
            return try value(of: fold.result)
        }
        let range = try value(of: fold.range)
        slots[fold.accumulator] = try outcome(of: fold.initial)
        switch range {
        case .list(let list):
            for index in 0..<list.count {
                let number = Value.int(Int64(index))
                if let second = fold.secondVariable {
                    slots[fold.variable] = .value(number)
                    slots[second] = element(list, index)
                } else {
                    slots[fold.variable] = element(list, index)
                }
                guard try round(of: fold) else { break }
            }
        case .map(let map):
            for key in map.keys {
                slots[fold.variable] = .value(key)
                if let second = fold.secondVariable { slots[second] = member(map, key) }
                guard try round(of: fold) else { break }
            }
        default: throw EvaluationError.noSuchOverload
        }
        return try value(of: fold.result)
    }

    private func element(_ list: ListValue, _ index: Int) -> Slot {
        do throws(EvaluationError) {
            return .value(try list.element(index))
        } catch {
            return .failed(error)
        }
    }

    private func member(_ map: MapValue, _ key: Value) -> Slot {
        do throws(EvaluationError) {
            guard let member = try map.find(key) else { return .failed(.noSuchKey(key)) }
            return .value(member)
        } catch {
            return .failed(error)
        }
    }

    /// One round; false when there is to be none.
    private mutating func round(of fold: FoldPlan) throws(EvaluationError) -> Bool {
        fuel -= 1
        guard fuel > 0 else { throw EvaluationError.costExceeded }
        if case .value(.bool(false)) = try outcome(of: fold.condition) { return false }
        slots[fold.accumulator] = try outcome(of: fold.step)
        return true
    }
}

extension MapValue {
    /// - Throws: when the key is there already.
    fileprivate mutating func insertNew(_ key: Value, _ value: Value) throws(EvaluationError) {
        if try find(key) != nil { throw EvaluationError("insert failed: key \(key.display) already exists") }
        try insert(key, value)
    }
}

extension Value {
    /// What stands under a key or at an index, or nil.
    func member(_ key: Value) throws(EvaluationError) -> Value? {
        switch self {
        case .map(let map): return try map.find(key)
        case .list(let list):
            guard let index = key.index else {
                throw EvaluationError("unsupported index type '\(key.type.runtimeName)' in list")
            }
            return index >= 0 && index < list.count ? try list.element(Int(index)) : nil
        case .optional(let inner):
            guard let inner else { return nil }
            return try inner.member(key)
        default: throw EvaluationError.noSuchKey(key)
        }
    }

    /// A number that is whole.
    private var index: Int64? {
        switch self {
        case .int(let number): number
        case .uint(let number): Int64(exactly: number)
        case .double(let number): Int64(exactly: number)
        default: nil
        }
    }

    /// What to say when nothing is there.
    func missing(_ key: Value) -> EvaluationError {
        if case .list = self { return EvaluationError("index out of bounds: \(key.display)") }
        return EvaluationError.noSuchKey(key)
    }
}
