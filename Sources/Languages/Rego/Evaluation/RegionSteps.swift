/// Holds when the body has no solution.
final class NotStep: Step {
    let body: any Step
    let next: any Step

    init(_ body: any Step, then next: any Step) {
        self.body = body
        self.next = next
    }

    func run(_ machine: Machine) throws(RegoError) -> Bool {
        if try body.run(machine) { return false }
        return try next.run(machine)
    }
}

/// Holds when the body has a solution for every member.
final class EveryStep: Step {
    let key: Pattern
    let value: Pattern
    let domain: Operand
    let body: any Step
    let place: Site
    let next: any Step

    init(
        key: Pattern, value: Pattern, domain: Operand, body: any Step, _ place: Site, then next: any Step
    ) {
        self.key = key
        self.value = value
        self.domain = domain
        self.body = body
        self.place = place
        self.next = next
    }

    func run(_ machine: Machine) throws(RegoError) -> Bool {
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
        return try next.run(machine)
    }

    private func holds(_ memberKey: RegoValue, _ member: RegoValue, _ machine: Machine) throws(RegoError) -> Bool {
        try machine.spend(1, place)
        guard key.matches(memberKey, machine), value.matches(member, machine) else { return false }
        return try body.run(machine)
    }
}

final class ComprehensionStep: Step {
    let kind: Comprehension.Kind
    let body: any Step
    let slot: Int
    /// Where it depends on `input` and `data` alone, its number: it is computed once in a world.
    let constant: Int?
    let place: Site
    let next: any Step

    init(
        _ kind: Comprehension.Kind, _ body: any Step, to slot: Int, constant: Int?, _ place: Site, then next: any Step
    ) {
        self.kind = kind
        self.body = body
        self.slot = slot
        self.constant = constant
        self.place = place
        self.next = next
    }

    func run(_ machine: Machine) throws(RegoError) -> Bool {
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
        return try next.run(machine)
    }
}

extension Machine {
    func collect(_ kind: Comprehension.Kind, _ body: any Step, _ place: Site) throws(RegoError) -> RegoValue {
        try spend(1, place)
        collected.append([])
        _ = try body.run(self)
        let found = collected.removeLast()
        switch kind {
        case .array: return .array(found)
        case .set: return .set(RegoSet(found))
        case .object: return .object(try object(found, place))
        }
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

/// What an undefined value prints as.
private let undefined = "<undefined>"

final class PrintStep: Step {
    /// Each collects the values of one argument.
    let arguments: [any Step]
    let place: Site
    let next: any Step

    init(_ arguments: [any Step], _ place: Site, then next: any Step) {
        self.arguments = arguments
        self.place = place
        self.next = next
    }

    func run(_ machine: Machine) throws(RegoError) -> Bool {
        var lines = [""]
        for (index, argument) in arguments.enumerated() {
            let texts = try machine.texts(of: argument, place)
            let before = lines
            lines = []
            for line in before { for text in texts { lines.append(index == 0 ? text : line + " " + text) } }
            try machine.account(lines.count, place)
        }
        machine.builtins.printed += lines
        return try next.run(machine)
    }
}

final class TemplateStep: Step {
    enum Segment: Sendable {
        case text(String)
        case values(any Step)
    }

    let segments: [Segment]
    let slot: Int
    let place: Site
    let next: any Step

    init(_ segments: [Segment], to slot: Int, _ place: Site, then next: any Step) {
        self.segments = segments
        self.slot = slot
        self.place = place
        self.next = next
    }

    func run(_ machine: Machine) throws(RegoError) -> Bool {
        var text = ""
        for segment in segments {
            switch segment {
            case .text(let part): text += part
            case .values(let body):
                let texts = try machine.texts(of: body, place)
                guard texts.count == 1 else {
                    throw place.error(
                        .conflict, "template-strings must not produce multiple outputs",
                        hint: "the expression in braces has \(texts.count) values")
                }
                text += texts[0]
            }
        }
        machine[slot] = .string(text)
        return try next.run(machine)
    }
}

extension Machine {
    /// The values that a body collects, as they print; one text when there is none.
    fileprivate func texts(of body: any Step, _ place: Site) throws(RegoError) -> [String] {
        guard case .set(let set) = try collect(.set, body, place), !set.isEmpty else { return [undefined] }
        return set.elements.map { value in
            if case .string(let text) = value { return text }
            return value.display
        }
    }
}
