/// What a value has to look like; binds variables on the way.
indirect enum Pattern: Sendable {
    case any
    case bind(Int)
    case equal(Operand)
    case array([Pattern])
    case object([(key: Operand, pattern: Pattern)])

    func matches(_ value: RegoValue, _ machine: Machine) -> Bool {
        switch self {
        case .any: return true
        case .bind(let slot):
            machine[slot] = value
            return true
        case .equal(let operand): return machine.value(of: operand) == value
        case .array(let patterns):
            guard case .array(let elements) = value, elements.count == patterns.count else { return false }
            for (pattern, element) in zip(patterns, elements) where !pattern.matches(element, machine) { return false }
            return true
        case .object(let members):
            guard case .object(let object) = value, object.count == members.count else { return false }
            for (key, pattern) in members {
                guard let member = object[machine.value(of: key)], pattern.matches(member, machine) else {
                    return false
                }
            }
            return true
        }
    }
}

/// What becomes of a value that was found.
enum Output: Sendable {
    /// It must not be `false`.
    case truthy
    case bind(Int)
    case constant(RegoValue)
    case pattern(Pattern)

    func takes(_ value: RegoValue, _ machine: Machine) -> Bool {
        switch self {
        case .truthy: return value.isTruthy
        case .bind(let slot):
            machine[slot] = value
            return true
        case .constant(let constant): return constant == value
        case .pattern(let pattern): return pattern.matches(value, machine)
        }
    }
}
