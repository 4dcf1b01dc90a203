/// Lists, maps, messages and loops.
extension TypeChecker {
    mutating func list(_ elements: [Expression], _ optional: Set<Int>) -> CELType {
        var joined: CELType?
        for (index, element) in elements.enumerated() {
            check(element)
            joined = mapping.joined(joined, held(by: element, isOptional: optional.contains(index)))
        }
        return .list(joined ?? mapping.fresh())
    }

    private mutating func held(by element: Expression, isOptional: Bool) -> CELType {
        let type = known(element)
        guard isOptional else { return type }
        if let inner = mapping.substitute(type).unwrapped { return inner }
        if !type.isDynamicOrError { mismatch(.optional(type), type, at: element) }
        return type
    }

    mutating func map(_ entries: [Expression.Entry]) -> CELType {
        var key: CELType?
        var value: CELType?
        for entry in entries {
            check(entry.key)
            key = mapping.joined(key, known(entry.key))
            check(entry.value)
            value = mapping.joined(value, held(by: entry.value, isOptional: entry.isOptional))
        }
        return .map(key ?? mapping.fresh(), value ?? mapping.fresh())
    }

    mutating func message(
        _ expression: Expression, _ name: String, _ fields: [Expression.Entry]
    ) -> CELType {
        for field in fields { check(field.value) }
        for candidate in container.isEmpty ? [name] : ["\(container).\(name)", name] {
            if let wrapped = wrapperTypes[candidate] {
                references[expression.id] = .type(wrapped)
                return wrapped
            }
        }
        return report("undeclared reference to '\(name)' (in container '\(container)')", at: expression)
    }

    private mutating func mismatch(_ wanted: CELType, _ found: CELType, at expression: Expression) {
        let wanted = mapping.substitute(wanted, unknownIsDynamic: true)
        let found = mapping.substitute(found, unknownIsDynamic: true)
        _ = report("expected type '\(wanted)' but found '\(found)'", at: expression)
    }

    // MARK: Loops

    mutating func fold(_ fold: Expression.Fold) -> CELType {
        check(fold.range)
        check(fold.initial)
        let range = mapping.substitute(known(fold.range))
        let accumulator = known(fold.initial)
        let (first, second) = variableTypes(of: fold, range: range)
        scopes.append([fold.accumulator: accumulator])
        var variables = [fold.variable: first]
        if let name = fold.secondVariable { variables[name] = second }
        scopes.append(variables)
        check(fold.condition)
        expect(.bool, fold.condition)
        check(fold.step)
        expect(accumulator, fold.step)
        scopes.removeLast()
        check(fold.result)
        scopes.removeLast()
        return mapping.substitute(known(fold.result))
    }

    private mutating func expect(_ type: CELType, _ expression: Expression) {
        let found = known(expression)
        if !mapping.assigns([type], to: [found]) { mismatch(type, found, at: expression) }
    }

    private mutating func variableTypes(of fold: Expression.Fold, range: CELType) -> (CELType, CELType) {
        switch range {
        case .list(let element): return fold.secondVariable == nil ? (element, .dyn) : (.int, element)
        case .map(let key, let value): return (key, value)
        case .dyn, .error, .parameter:
            _ = mapping.assigns([.dyn], to: [range])
            return (.dyn, .dyn)
        default:
            let message =
                "expression of type '\(range)' cannot be range of a comprehension (must be list, map, or dynamic)"
            let wrong = report(message, at: fold.range)
            return (wrong, wrong)
        }
    }
}

/// The well-known messages that hold one plain value.
private let wrapperTypes: [String: CELType] = [
    "google.protobuf.BoolValue": .bool, "google.protobuf.Int32Value": .int, "google.protobuf.Int64Value": .int,
    "google.protobuf.UInt32Value": .uint, "google.protobuf.UInt64Value": .uint,
    "google.protobuf.FloatValue": .double, "google.protobuf.DoubleValue": .double,
    "google.protobuf.StringValue": .string, "google.protobuf.BytesValue": .bytes, "google.protobuf.Value": .dyn,
]
