/// Holds when the body has no solution.
final class NotStep: PlainStep {
    let body: any Step
    let next: Follower

    init(_ body: any Step, then next: any Step) {
        self.body = body
        self.next = Follower(next)
    }

    func holds(_ machine: Machine) throws(RegoError) -> Bool {
        if try body.run(machine) { return false }
        return true
    }
}

/// Holds when the body has a solution for every member.
final class EveryStep: PlainStep {
    let key: Pattern
    let value: Pattern
    let domain: Operand
    let body: any Step
    let place: Site
    let next: Follower

    init(
        key: Pattern, value: Pattern, domain: Operand, body: any Step, _ place: Site, then next: any Step
    ) {
        self.key = key
        self.value = value
        self.domain = domain
        self.body = body
        self.place = place
        self.next = Follower(next)
    }

    func holds(_ machine: Machine) throws(RegoError) -> Bool {
        switch machine.value(of: domain) {
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                guard try holds(.number(RegoNumber(index)), element, machine) else { return false }
            }
        case .object(let object):
            for index in 0..<object.count {
                guard try holds(object.keys[index], object.values[index], machine) else { return false }
            }
        case .set(let set):
            for element in set.elements { guard try holds(element, element, machine) else { return false } }
        case .null, .bool, .number, .string: return false
        }
        return true
    }

    private func holds(_ memberKey: RegoValue, _ member: RegoValue, _ machine: Machine) throws(RegoError) -> Bool {
        try machine.spend(1, place)
        guard key.matches(memberKey, machine), value.matches(member, machine) else { return false }
        return try body.run(machine)
    }
}

final class ComprehensionStep: PlainStep {
    let kind: Comprehension.Kind
    let body: any Step
    let slot: Int
    /// Where it depends on `input` and `data` alone, its number: it is computed once in a world.
    let constant: Int?
    let place: Site
    let next: Follower

    init(
        _ kind: Comprehension.Kind, _ body: any Step, to slot: Int, constant: Int?, _ place: Site, then next: any Step
    ) {
        self.kind = kind
        self.body = body
        self.slot = slot
        self.constant = constant
        self.place = place
        self.next = Follower(next)
    }

    func holds(_ machine: Machine) throws(RegoError) -> Bool {
        if let constant {
            let value: RegoValue
            if let known = machine.world.comprehensions[constant] {
                value = known
            } else {
                value = try machine.collect(kind, body, place)
                machine.world.comprehensions[constant] = value
            }
            machine[slot] = value
        } else {
            machine[slot] = try machine.collect(kind, body, place)
        }
        return true
    }
}

extension Machine {
    func collect(_ kind: Comprehension.Kind, _ body: any Step, _ place: Site) throws(RegoError) -> RegoValue {
        try spend(1, place)
        try checkStack(place)
        collected.append([])
        _ = try body.run(self)
        let found = collected.removeLast()
        let value: RegoValue =
            switch kind {
            case .array: .array(found)
            case .set: .set(RegoSet(found))
            case .object: .object(try object(found, place))
            }
        try weigh(value, place)
        return value
    }

    private func object(_ members: [RegoValue], _ place: Site) throws(RegoError) -> RegoObject {
        var values: [RegoValue: RegoValue] = [:]
        for index in stride(from: 0, to: members.count, by: 2) {
            if let before = values.updateValue(members[index + 1], forKey: members[index]), before != members[index + 1]
            {
                throw place.error(
                    .conflict, "object keys must be unique",
                    hint: "the comprehension gives \(members[index].display) two different values")
            }
        }
        return RegoObject(values.map { ($0.key, $0.value) })
    }
}
