/// Lists and maps that an expression makes, and its loops.
extension Evaluation {
    mutating func list(_ parts: [Int], _ optional: Set<Int>) throws(EvaluationError) -> Value {
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

    mutating func map(_ entries: [Step.Entry]) throws(EvaluationError) -> Value {
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
    mutating func append(_ element: Int, to slot: Int) throws(EvaluationError) -> Value {
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

    mutating func insert(_ key: Int?, _ value: Int, into slot: Int) throws(EvaluationError) -> Value {
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

    mutating func fold(_ fold: FoldPlan) throws(EvaluationError) -> Value {
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
