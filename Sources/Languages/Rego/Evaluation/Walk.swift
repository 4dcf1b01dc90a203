/// One part of a reference's path.
enum PathElement: Sendable {
    case constant(RegoValue)
    /// A variable with a value.
    case slot(Int)
    /// Something else whose value is known.
    case operand(Operand)
    /// A variable that takes each key in turn.
    case bind(Int)
    /// Each key that looks like this.
    case pattern(Pattern)

    var hasOneKey: Bool {
        switch self {
        case .constant, .slot, .operand: true
        case .bind, .pattern: false
        }
    }

    /// The key, or nil where there are many.
    func key(_ machine: Machine) -> RegoValue? {
        switch self {
        case .constant(let key): key
        case .slot(let slot): machine[slot]
        case .operand(let operand): machine.value(of: operand)
        case .bind, .pattern: nil
        }
    }

    /// Takes one of many keys.
    func takes(_ key: RegoValue, _ machine: Machine) -> Bool {
        switch self {
        case .bind(let slot):
            machine[slot] = key
            return true
        case .pattern(let pattern): return pattern.matches(key, machine)
        case .constant, .slot, .operand: return false
        }
    }
}

/// The way through a value along a path, and what follows at its end.
final class Walk: Sendable {
    let elements: [PathElement]
    let output: Output
    let place: Site
    let next: any Step

    init(_ elements: [PathElement], _ output: Output, _ place: Site, then next: any Step) {
        self.elements = elements
        self.output = output
        self.place = place
        self.next = next
    }

    func run(_ start: RegoValue, from first: Int, _ machine: Machine) throws(RegoError) -> Bool {
        var value = start
        var index = first
        while index < elements.count {
            guard let key = elements[index].key(machine) else { return try iterate(value, index, machine) }
            guard let member = value.member(key) else { return false }
            value = member
            index += 1
        }
        guard output.takes(value, machine) else { return false }
        return try next.run(machine)
    }

    private func iterate(_ value: RegoValue, _ index: Int, _ machine: Machine) throws(RegoError) -> Bool {
        let element = elements[index]
        try machine.checkStack(place)
        switch value {
        case .array(let array):
            try machine.spend(array.count, place)
            for (position, member) in array.enumerated() {
                guard element.takes(.number(RegoNumber(position)), machine) else { continue }
                if try run(member, from: index + 1, machine) { return true }
            }
        case .object(let object):
            try machine.spend(object.count, place)
            for position in 0..<object.count {
                guard element.takes(object.keys[position], machine) else { continue }
                if try run(object.values[position], from: index + 1, machine) { return true }
            }
        case .set(let set):
            try machine.spend(set.count, place)
            for member in set.elements {
                guard element.takes(member, machine) else { continue }
                if try run(member, from: index + 1, machine) { return true }
            }
        case .null, .bool, .number, .string: break
        }
        return false
    }
}

extension RegoValue {
    /// `self[key]`: of a set, the element itself.
    func member(_ key: RegoValue) -> RegoValue? {
        switch self {
        case .object(let object): return object[key]
        case .array(let elements):
            guard case .number(let number) = key, let index = number.int, elements.indices.contains(index) else {
                return nil
            }
            return elements[index]
        case .set(let set): return set.contains(key) ? key : nil
        case .null, .bool, .number, .string: return nil
        }
    }
}
