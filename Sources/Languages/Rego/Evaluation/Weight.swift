// Values share their parts, so that a few rules can make one that is larger than any memory once it is written out or
// compared: `b := [a, a]`, `c := [b, b]`… Whatever a policy builds is weighed, as if no part were shared.

extension RegoValue {
    /// How many values it consists of; 16 bytes of a text count as one. Counting ends above `limit`.
    func weight(upTo limit: Int) -> Int {
        var weight = 0
        weigh(&weight, limit)
        return weight
    }

    private func weigh(_ weight: inout Int, _ limit: Int) {
        switch self {
        case .null, .bool, .number: weight += 1
        case .string(let text): weight += 1 + text.utf8.count / 16
        case .array(let elements): Self.weigh(elements, &weight, limit)
        case .set(let set): Self.weigh(set.elements, &weight, limit)
        case .object(let object):
            Self.weigh(object.keys, &weight, limit)
            Self.weigh(object.values, &weight, limit)
        }
    }

    private static func weigh(_ elements: [RegoValue], _ weight: inout Int, _ limit: Int) {
        weight += 1
        for element in elements {
            guard weight <= limit else { return }
            element.weigh(&weight, limit)
        }
    }
}

extension Operand {
    /// It makes a new value of others.
    var isBuilt: Bool {
        switch self {
        case .constant, .variable: false
        case .array, .set, .object: true
        }
    }
}

extension Machine {
    /// - Throws: the limit where the value is larger than any may be.
    func weigh(_ value: RegoValue, _ place: Site) throws(RegoError) {
        switch value {
        case .null, .bool, .number, .string: return
        case .array, .object, .set: break
        }
        let weight = value.weight(upTo: limits.elements)
        guard weight <= limits.elements else {
            throw place.error(
                .limit, "a value consists of more than \(limits.elements) values",
                hint: "look for a value that holds another several times, which holds another several times")
        }
        try spend(weight / 8, place)
    }
}
