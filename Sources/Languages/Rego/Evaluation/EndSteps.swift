// The last steps of bodies: what is done with each solution.

/// An element of a comprehension or of a partial set.
final class CollectStep: Step {
    let operand: Operand
    let place: Site

    init(_ operand: Operand, _ place: Site) {
        self.operand = operand
        self.place = place
    }

    func run(_ machine: Machine) throws(RegoError) -> Bool {
        try machine.collect(machine.value(of: operand), place)
        return false
    }
}

/// A member of an object comprehension: key and value, one after the other.
final class CollectMemberStep: Step {
    let key: Operand
    let value: Operand
    let place: Site

    init(_ key: Operand, _ value: Operand, _ place: Site) {
        self.key = key
        self.value = value
        self.place = place
    }

    func run(_ machine: Machine) throws(RegoError) -> Bool {
        try machine.collect(machine.value(of: key), place)
        try machine.collect(machine.value(of: value), place)
        return false
    }
}

/// The value of a complete rule or function.
final class DeliverStep: Step {
    let operand: Operand
    let kind: Group.Kind
    let place: Site
    /// A constant cannot conflict with itself.
    let isConstant: Bool

    init(_ operand: Operand, _ kind: Group.Kind, _ place: Site) {
        self.operand = operand
        self.kind = kind
        self.place = place
        isConstant = operand.constant != nil
    }

    func run(_ machine: Machine) throws(RegoError) -> Bool {
        let value = machine.value(of: operand)
        if operand.isBuilt { try machine.weigh(value, place) }
        let last = machine.delivered.count - 1
        if let before = machine.delivered[last] {
            guard before == value else { throw machine.conflict(kind, place) }
        } else {
            machine.delivered[last] = value
        }
        return isConstant
    }
}

/// A value of a partial object at its path, or an element of a set there.
final class MemberStep: Step {
    let path: [Operand]
    let value: Operand
    let isElement: Bool
    let place: Site

    init(_ path: [Operand], _ value: Operand, isElement: Bool, _ place: Site) {
        self.path = path
        self.value = value
        self.isElement = isElement
        self.place = place
    }

    func run(_ machine: Machine) throws(RegoError) -> Bool {
        let keys = path.map(machine.value(of:))[...]
        let value = machine.value(of: value)
        if self.value.isBuilt { try machine.weigh(value, place) }
        let tree = machine.built[machine.built.count - 1]
        try machine.account(keys.count, place)
        guard isElement ? tree.add(element: value, at: keys) : tree.add(value, at: keys) else {
            throw machine.conflict(.object, place)
        }
        return false
    }
}

/// A solution of a query.
final class AnswerStep: Step {
    let names: [(name: String, slot: Int)]
    /// Of the expressions, in order.
    let values: [Operand]
    let place: Site

    init(names: [(name: String, slot: Int)], values: [Operand], _ place: Site) {
        self.names = names
        self.values = values
        self.place = place
    }

    func run(_ machine: Machine) throws(RegoError) -> Bool {
        var bindings: [String: RegoValue] = [:]
        for (name, slot) in names { bindings[name] = machine[slot] }
        try machine.account(names.count + values.count + 1, place)
        let values = values.map(machine.value(of:))
        for value in bindings.values { try machine.weigh(value, place) }
        for value in values { try machine.weigh(value, place) }
        machine.answers.append(Answer(bindings: bindings, values: values))
        return false
    }
}

/// One solution of a query.
package struct Answer: Sendable, Hashable {
    /// Of the query's own variables, without wildcards.
    package var bindings: [String: RegoValue]
    /// Of its expressions, in order; only where they were asked for.
    package var values: [RegoValue]
}
