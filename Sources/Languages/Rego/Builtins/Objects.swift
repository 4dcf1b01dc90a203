extension Builtins {
    private static let keyList = RegoType.oneOf([.anyArray, .anySet, .anyObject])

    static let objects: [Builtin] = [
        Builtin("object.get", [.anyObject, .any, .any], .any) { arguments, _ throws(BuiltinFailure) in
            let object = try arguments.object(0)
            guard case .array(let path) = arguments[1] else { return object[arguments[1]] ?? arguments[2] }
            return path.reduce(arguments[0]) { $0?.child($1) } ?? arguments[2]
        },
        Builtin("object.keys", [.anyObject], .anySet) { arguments, _ throws(BuiltinFailure) in
            .set(RegoSet(sorted: try arguments.object(0).keys))
        },
        Builtin("object.remove", [.anyObject, keyList], .any) { arguments, _ throws(BuiltinFailure) in
            let object = try arguments.object(0)
            let keys = try keys(arguments)
            return .object(object.filter { key, _ in !keys.contains(key) })
        },
        Builtin("object.filter", [.anyObject, keyList], .any) { arguments, _ throws(BuiltinFailure) in
            let object = try arguments.object(0)
            let keys = try keys(arguments)
            return .object(object.filter { key, _ in keys.contains(key) })
        },
        Builtin("object.union", [.anyObject, .anyObject], .any) { arguments, _ throws(BuiltinFailure) in
            .object(try arguments.object(0).merged(with: try arguments.object(1)))
        },
        Builtin("object.union_n", [.array(of: .anyObject)], .any) { arguments, context throws(BuiltinFailure) in
            var objects: [RegoObject] = []
            for element in try arguments.array(0) {
                guard case .object(let object) = element else {
                    throw .element(0, of: arguments[0], is: element, not: "object")
                }
                objects.append(object)
            }
            return .object(try RegoObject.merged(objects, context))
        },
        Builtin("object.subset", [keyList, keyList], .any) { arguments, _ throws(BuiltinFailure) in
            switch (arguments[0], arguments[1]) {
            case (.object(let whole), .object(let part)): return .bool(whole.contains(part))
            case (.set(let whole), .set(let part)): return .bool(part.isSubset(of: whole))
            case (.array(let whole), .array(let part)): return .bool(contains(whole, part))
            case (.array(let whole), .set(let part)): return .bool(part.isSubset(of: RegoSet(whole)))
            default:
                throw BuiltinFailure("both arguments object.subset must be of the same type or array and set", .operand)
            }
        },
    ]

    private static func keys(_ arguments: [RegoValue]) throws(BuiltinFailure) -> RegoSet {
        switch arguments[1] {
        case .array(let elements): return RegoSet(elements)
        case .set(let set): return set
        case .object(let object): return RegoSet(sorted: object.keys)
        default: throw .operand(1, "must be one of {object, set, array} but got \(arguments[1].typeName)")
        }
    }
}

/// Whether the part stands in the whole, one element after the other.
private func contains(_ whole: [RegoValue], _ part: [RegoValue]) -> Bool {
    guard part.count <= whole.count else { return false }
    return (0...(whole.count - part.count)).contains { whole[$0..<($0 + part.count)].elementsEqual(part) }
}

extension RegoObject {
    func filter(_ isKept: (RegoValue, RegoValue) -> Bool) -> RegoObject {
        let kept = zip(keys, values).filter(isKept)
        return RegoObject(sortedKeys: kept.map(\.0), values: kept.map(\.1))
    }

    /// Objects that both have are merged, of other values the other's stays.
    func merged(with other: RegoObject) -> RegoObject {
        var (keys, values): ([RegoValue], [RegoValue]) = ([], [])
        var (left, right) = (0, 0)
        while left < count || right < other.count {
            let order = left == count ? 1 : right == other.count ? -1 : self.keys[left].compare(other.keys[right])
            keys.append(order <= 0 ? self.keys[left] : other.keys[right])
            switch order {
            case ..<0: values.append(self.values[left])
            case 0:
                if case .object(let own) = self.values[left], case .object(let update) = other.values[right] {
                    values.append(.object(own.merged(with: update)))
                } else {
                    values.append(other.values[right])
                }
            default: values.append(other.values[right])
            }
            if order <= 0 { left += 1 }
            if order >= 0 { right += 1 }
        }
        return RegoObject(sortedKeys: keys, values: values)
    }

    /// Each merged into those before it, without a copy of the whole for each.
    static func merged(_ objects: [RegoObject], _ context: BuiltinContext) throws(BuiltinFailure) -> RegoObject {
        var members: [RegoValue: RegoValue] = [:]
        for object in objects {
            for (key, value) in zip(object.keys, object.values) {
                if case .object(let update) = value, case .object(let own)? = members[key] {
                    try context.spend(own.count + update.count)
                    members[key] = .object(own.merged(with: update))
                } else {
                    members[key] = value
                }
            }
        }
        return RegoObject(members.map { ($0.key, $0.value) })
    }

    fileprivate func contains(_ part: RegoObject) -> Bool {
        zip(part.keys, part.values).allSatisfy { key, value in
            guard let own = self[key] else { return false }
            if own == value { return true }
            return switch (own, value) {
            case (.object(let own), .object(let value)): own.contains(value)
            case (.set(let own), .set(let value)): value.isSubset(of: own)
            case (.array(let own), .array(let value)): Rego.contains(own, value)
            default: false
            }
        }
    }
}
