/// What has the form of a call and is none: `has(a.b)`, `list.all(x, …)`.
extension Parser {
    /// The expansion of a macro, or nil when this is an ordinary call.
    mutating func expandMacro(
        _ name: String, target: Expression?, _ arguments: [Expression], at offset: Int
    ) throws(CompileIssue) -> Expression? {
        guard let target else {
            guard name == "has", arguments.count == 1 else { return nil }
            guard case .select(let operand, let field, false) = arguments[0].kind else {
                throw CompileIssue(offset: arguments[0].offset, message: "invalid argument to has() macro")
            }
            return node(.select(operand, field: field, isTest: true), at: offset)
        }
        switch (name, arguments.count) {
        case ("all", 2), ("exists", 2), ("exists_one", 2), ("existsOne", 2), ("all", 3), ("exists", 3),
            ("exists_one", 3), ("existsOne", 3):
            let names = try variables(arguments)
            return quantifier(name, over: target, names, predicate: arguments[arguments.count - 1], at: offset)
        case ("map", 2), ("map", 3), ("filter", 2):
            let variable = try variable(arguments[0], isSimple: false)
            if name == "filter" {
                let element = node(.name(variable), at: offset)
                return collect(target, (variable, nil), element, where: arguments[1], at: offset)
            }
            let filter = arguments.count == 3 ? arguments[1] : nil
            return collect(target, (variable, nil), arguments[arguments.count - 1], where: filter, at: offset)
        case ("transformList", 3), ("transformList", 4):
            let names = try variables(Array(arguments.prefix(3)))
            let filter = arguments.count == 4 ? arguments[2] : nil
            return collect(target, names, arguments[arguments.count - 1], where: filter, at: offset)
        case ("transformMap", 3), ("transformMap", 4), ("transformMapEntry", 3), ("transformMapEntry", 4):
            let names = try variables(Array(arguments.prefix(3)))
            let filter = arguments.count == 4 ? arguments[2] : nil
            let key = name == "transformMap" ? node(.name(names.first), at: offset) : nil
            return collectMap(target, names, key, arguments[arguments.count - 1], where: filter, at: offset)
        case ("optMap", 2), ("optFlatMap", 2):
            return try optionalMap(target, arguments, isFlat: name == "optFlatMap", at: offset)
        case ("sortBy", 2): return try sortBy(target, arguments, at: offset)
        default: return nil
        }
    }

    private typealias Names = (first: String, second: String?)

    private func variables(_ arguments: [Expression]) throws(CompileIssue) -> Names {
        if arguments.count < 3 { return (try variable(arguments[0], isSimple: true), nil) }
        return (try variable(arguments[0], isSimple: true), try variable(arguments[1], isSimple: true))
    }

    private func variable(_ argument: Expression, isSimple: Bool) throws(CompileIssue) -> String {
        if case .name(let name) = argument.kind { return name }
        // Two sentences, one for each of the libraries that macros come from.
        let message = isSimple ? "argument must be a simple name" : "argument is not an identifier"
        throw CompileIssue(offset: argument.offset, message: message)
    }

    private mutating func call(_ function: String, _ arguments: Expression..., at offset: Int) -> Expression {
        node(.call(function, target: nil, arguments), at: offset)
    }

    private mutating func accumulator(at offset: Int) -> Expression { node(.name(accumulatorName), at: offset) }

    private mutating func fold(
        over range: Expression, _ names: Names, from initial: Expression, while condition: Expression,
        step: Expression, result: Expression, at offset: Int
    ) -> Expression {
        let fold = Expression.Fold(
            variable: names.first, secondVariable: names.second, range: range, accumulator: accumulatorName,
            initial: initial, condition: condition, step: step, result: result)
        return node(.fold(fold), at: offset)
    }

    private mutating func quantifier(
        _ name: String, over range: Expression, _ names: Names, predicate: Expression, at offset: Int
    ) -> Expression {
        let result = accumulator(at: offset)
        let again = accumulator(at: offset)
        switch name {
        case "all":
            let condition = call(Operator.notStrictlyFalse, again, at: offset)
            let step = call(Operator.and, accumulator(at: offset), predicate, at: offset)
            let initial = node(.literal(.bool(true)), at: offset)
            return fold(over: range, names, from: initial, while: condition, step: step, result: result, at: offset)
        case "exists":
            let condition = call(
                Operator.notStrictlyFalse, call(Operator.not, again, at: offset), at: offset)
            let step = call(Operator.or, accumulator(at: offset), predicate, at: offset)
            let initial = node(.literal(.bool(false)), at: offset)
            return fold(over: range, names, from: initial, while: condition, step: step, result: result, at: offset)
        default:
            let one = node(.literal(.int(1)), at: offset)
            let more = call(Operator.add, again, one, at: offset)
            let step = call(Operator.conditional, predicate, more, accumulator(at: offset), at: offset)
            let initial = node(.literal(.int(0)), at: offset)
            let isOne = call(Operator.equals, result, node(.literal(.int(1)), at: offset), at: offset)
            let always = node(.literal(.bool(true)), at: offset)
            return fold(over: range, names, from: initial, while: always, step: step, result: isOne, at: offset)
        }
    }

    private mutating func collect(
        _ range: Expression, _ names: Names, _ element: Expression, where filter: Expression?, at offset: Int
    ) -> Expression {
        let single = node(.list([element], optional: []), at: offset)
        let step = call(Operator.add, accumulator(at: offset), single, at: offset)
        let initial = node(.list([], optional: []), at: offset)
        return collect(range, names, initial: initial, step: step, where: filter, at: offset)
    }

    private mutating func collectMap(
        _ range: Expression, _ names: Names, _ key: Expression?, _ value: Expression, where filter: Expression?,
        at offset: Int
    ) -> Expression {
        let arguments = [accumulator(at: offset)] + (key.map { [$0] } ?? []) + [value]
        let step = node(.call(Operator.mapInsert, target: nil, arguments), at: offset)
        let initial = node(.map([]), at: offset)
        return collect(range, names, initial: initial, step: step, where: filter, at: offset)
    }

    private mutating func collect(
        _ range: Expression, _ names: Names, initial: Expression, step: Expression, where filter: Expression?,
        at offset: Int
    ) -> Expression {
        var step = step
        if let filter { step = call(Operator.conditional, filter, step, accumulator(at: offset), at: offset) }
        let always = node(.literal(.bool(true)), at: offset)
        let result = accumulator(at: offset)
        return fold(over: range, names, from: initial, while: always, step: step, result: result, at: offset)
    }

    private mutating func binding(
        _ name: String, to value: Expression, in result: Expression, at offset: Int
    ) -> Expression {
        let fold = Expression.Fold(
            variable: "#unused", secondVariable: nil, range: node(.list([], optional: []), at: offset),
            accumulator: name, initial: value, condition: node(.literal(.bool(false)), at: offset),
            step: node(.name(name), at: offset), result: result, isBinding: true)
        return node(.fold(fold), at: offset)
    }

    /// `target.optMap(v, f(v))`: f of the value, if there is one.
    private mutating func optionalMap(
        _ target: Expression, _ arguments: [Expression], isFlat: Bool, at offset: Int
    ) throws(CompileIssue) -> Expression {
        guard case .name(let name) = arguments[0].kind else {
            let macro = isFlat ? "optFlatMap" : "optMap"
            throw CompileIssue(
                offset: arguments[0].offset, message: "\(macro)() variable name must be a simple identifier")
        }
        // A target that is more than a name is computed once.
        var subject = target
        var isName = false
        if case .name = target.kind { isName = true }
        if !isName { subject = node(.name("@target"), at: offset) }
        let hasValue = node(.call("hasValue", target: subject, []), at: offset)
        let value = node(.call("value", target: subject, []), at: offset)
        var some = binding(name, to: value, in: arguments[1], at: offset)
        if !isFlat { some = call("optional.of", some, at: offset) }
        let none = node(.call("optional.none", target: nil, []), at: offset)
        let choice = call(Operator.conditional, hasValue, some, none, at: offset)
        return isName ? choice : binding("@target", to: target, in: choice, at: offset)
    }

    private mutating func sortBy(
        _ target: Expression, _ arguments: [Expression], at offset: Int
    ) throws(CompileIssue) -> Expression {
        let variable = try variable(arguments[0], isSimple: false)
        let name = "@__sortBy_input__"
        let keys = collect(node(.name(name), at: offset), (variable, nil), arguments[1], where: nil, at: offset)
        let input = node(.name(name), at: offset)
        let sorted = node(.call(Operator.sortByKeys, target: input, [keys]), at: offset)
        return binding(name, to: target, in: sorted, at: offset)
    }
}

private let accumulatorName = "@result"
