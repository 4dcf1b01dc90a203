/// Names, fields and elements. What is read costs one unit, and each step of the way another.
extension Evaluation {
    mutating func read(_ attribute: Attribute) throws(EvaluationError) -> Value {
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
    mutating func resolve(_ attribute: Attribute) throws(EvaluationError) -> Value {
        let base = try baseValue(attribute.base)
        guard !attribute.qualifiers.isEmpty else { return base }
        let (value, isOptional) = try qualify(base, attribute.qualifiers[...], isPresence: false)
        guard isOptional else { return value ?? .null }
        return .optional(value)
    }

    mutating func resolve(_ index: Int) throws(EvaluationError) -> Value {
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

    func slotValue(_ slot: Int) throws(EvaluationError) -> Value {
        switch slots[slot] {
        case .value(let value): return value
        case .failed(let error): throw error
        case .unset: throw EvaluationError("no such attribute")
        }
    }

    /// A value or an error that later steps may absorb.
    mutating func outcome(of index: Int) throws(EvaluationError) -> Slot {
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

    mutating func isPresent(_ attribute: Attribute) throws(EvaluationError) -> Bool {
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

}
