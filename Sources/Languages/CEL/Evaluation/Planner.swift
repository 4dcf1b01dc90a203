/// Makes a plan of an expression whose types are right: resolves names, computes constants, compiles regular expressions.
struct Planner {
    let checker: TypeChecker
    private(set) var steps: [Step] = []
    private(set) var slotCount: Int
    /// Names and where their values lie; a bound name also knows what it is bound to.
    private var scopes: [[String: (slot: Int, value: Int?)]]

    init(checker: TypeChecker, variables: [String]) {
        self.checker = checker
        slotCount = variables.count
        scopes = [Dictionary(uniqueKeysWithValues: variables.enumerated().map { ($1, ($0, nil)) })]
    }

    private mutating func add(_ step: Step) -> Int {
        steps.append(step)
        return steps.count - 1
    }

    /// The index of the step that computes the expression.
    mutating func plan(_ expression: Expression) throws(CompileError) -> Int {
        switch expression.kind {
        case .literal(let constant): return add(.constant(Value(constant)))
        case .name: return planName(expression)
        case .select(let operand, let field, let isTest):
            if checker.references[expression.id] != nil { return planName(expression) }
            let base = try plan(operand)
            let qualifier = Attribute.Qualifier(key: .constant(.string(field)), isOptional: false)
            let attribute = attribute(base, with: qualifier)
            return add(isTest ? .presence(attribute) : .attribute(attribute))
        case .call(let name, let target, let arguments): return try planCall(expression, name, target, arguments)
        case .list(let elements, let optional): return try planList(elements, optional)
        case .map(let entries): return try planMap(entries)
        case .message(_, let fields): return try planMessage(expression, fields)
        case .fold(let fold): return try planFold(fold)
        }
    }

    private mutating func planName(_ expression: Expression) -> Int {
        switch checker.references[expression.id] {
        case .variable(let name):
            for scope in scopes.reversed() {
                guard let found = scope[name] else { continue }
                let base: Attribute.Base = found.value.map { .bound(found.slot, value: $0) } ?? .slot(found.slot)
                return add(.attribute(Attribute(base: base)))
            }
            return add(.constant(.null))
        case .type(let type): return add(.constant(.type(type)))
        case .constant(let constant): return add(.constant(Value(constant)))
        case nil: return add(.constant(.null))
        }
    }

    /// What a step reads, and then one thing more.
    private func attribute(_ base: Int, with qualifier: Attribute.Qualifier) -> Attribute {
        guard case .attribute(var attribute) = steps[base] else {
            return Attribute(base: .value(base), qualifiers: [qualifier])
        }
        attribute.qualifiers.append(qualifier)
        return attribute
    }

    private func constant(_ step: Int) -> Value? {
        if case .constant(let value) = steps[step] { value } else { nil }
    }

    // MARK: Calls

    private mutating func planCall(
        _ expression: Expression, _ name: String, _ target: Expression?, _ arguments: [Expression]
    ) throws(CompileError) -> Int {
        switch name {
        case Operator.and, Operator.or:
            var parts: [Int] = []
            for part in flattened(expression, name) { parts.append(try plan(part)) }
            return add(name == Operator.and ? .all(parts) : .any(parts))
        case Operator.conditional:
            let parts = (try plan(arguments[0]), try plan(arguments[1]), try plan(arguments[2]))
            return add(.attribute(Attribute(base: .conditional(parts.0, parts.1, parts.2))))
        case Operator.equals, Operator.notEquals:
            let (left, right) = (try plan(arguments[0]), try plan(arguments[1]))
            return add(.equality(left, right, isNegated: name == Operator.notEquals))
        case Operator.index, Operator.optionalIndex, Operator.optionalSelect:
            return try planIndex(name, arguments)
        case Operator.mapInsert:
            guard let slot = accumulatorSlot(arguments[0]) else { break }
            let key = arguments.count == 3 ? try plan(arguments[1]) : nil
            return add(.insert(slot: slot, key: key, value: try plan(arguments[arguments.count - 1])))
        case Operator.add:
            guard let slot = accumulatorSlot(arguments[0]), case .list(let elements, []) = arguments[1].kind,
                elements.count == 1
            else { break }
            return add(.append(slot: slot, element: try plan(elements[0])))
        default: break
        }
        return try planFunction(expression, target, arguments)
    }

    private func flattened(_ expression: Expression, _ name: String) -> [Expression] {
        guard case .call(name, target: nil, let arguments) = expression.kind else { return [expression] }
        return arguments.flatMap { flattened($0, name) }
    }

    private func accumulatorSlot(_ expression: Expression) -> Int? {
        guard case .name("@result") = expression.kind else { return nil }
        for scope in scopes.reversed() {
            if let found = scope["@result"] { return found.slot }
        }
        return nil
    }

    private mutating func planIndex(_ name: String, _ arguments: [Expression]) throws(CompileError) -> Int {
        let base = try plan(arguments[0])
        let index = try plan(arguments[1])
        let isOptional = name != Operator.index
        guard let value = constant(index) else {
            let qualifier = Attribute.Qualifier(key: .computed(index), isOptional: isOptional)
            return add(.attribute(attribute(base, with: qualifier)))
        }
        guard MapKey(value) != nil else {
            throw CompileError(instantiation: "invalid qualifier type: \(value.type.runtimeName)")
        }
        return add(.attribute(attribute(base, with: .init(key: .constant(value), isOptional: isOptional))))
    }

    private mutating func planFunction(
        _ expression: Expression, _ target: Expression?, _ arguments: [Expression]
    ) throws(CompileError) -> Int {
        guard let (function, overload, _) = checker.calls[expression.id] else { return add(.constant(.null)) }
        let isNamespaced = overload.map { !function.overloads[$0].signature.isMember } ?? (function.name.contains("."))
        var parts: [Int] = []
        if let target, !isNamespaced { parts.append(try plan(target)) }
        for argument in arguments { parts.append(try plan(argument)) }
        if function.name == "or" || function.name == "orValue", parts.count == 2 {
            return add(.alternative(parts[0], parts[1], unwraps: function.name == "orValue"))
        }
        if function.name == Operator.isIn, overload == 0, let step = membership(parts) { return add(step) }
        if function.isConversion, parts.count == 1, let value = constant(parts[0]) {
            do throws(EvaluationError) {
                return add(.constant(try function.call([value])))
            } catch {
                throw CompileError(instantiation: error.message)
            }
        }
        let cost = function.cost ?? overload.flatMap { function.overloads[$0].cost }
        let run = overload.flatMap { function.overloads[$0].run } ?? function.run
        var call = Step.Call(name: function.name, run: run, cost: cost, arguments: parts)
        if ["matches", "find", "findAll"].contains(function.name), parts.count > 1,
            case .string(let pattern) = constant(parts[1])
        {
            do throws(EvaluationError) {
                call.expression = try CompiledExpression(pattern)
            } catch {
                throw CompileError(instantiation: error.message)
            }
        }
        return add(.call(call))
    }

    /// A list of plain constants is looked through by hashing.
    private func membership(_ parts: [Int]) -> Step? {
        guard case .list(let list) = constant(parts[1]), let elements = try? list.elements() else { return nil }
        if elements.isEmpty { return .constant(.bool(false)) }
        let keys = elements.compactMap { MapKey($0) }
        return keys.count == elements.count ? .membership(parts[0], Set(keys)) : nil
    }

    // MARK: Literals

    private mutating func planList(_ elements: [Expression], _ optional: Set<Int>) throws(CompileError) -> Int {
        var parts: [Int] = []
        for element in elements { parts.append(try plan(element)) }
        let constants = parts.compactMap(constant)
        if constants.count == parts.count, optional.isEmpty { return add(.constant(.list(ListValue(constants)))) }
        return add(.list(parts, optional: optional))
    }

    private mutating func planMap(_ entries: [Expression.Entry]) throws(CompileError) -> Int {
        var parts: [Step.Entry] = []
        for entry in entries {
            let key = try plan(entry.key)
            parts.append(Step.Entry(key: key, value: try plan(entry.value), isOptional: entry.isOptional))
        }
        var constants: [(Value, Value)] = []
        for part in parts where !part.isOptional {
            if let key = constant(part.key), let value = constant(part.value) { constants.append((key, value)) }
        }
        if constants.count == parts.count, let map = try? MapValue(constants) { return add(.constant(.map(map))) }
        return add(.map(parts))
    }

    /// A well-known message is the value that it holds.
    private mutating func planMessage(
        _ expression: Expression, _ fields: [Expression.Entry]
    ) throws(CompileError) -> Int {
        if let field = fields.first {
            if case .name = field.value.kind { return try plan(field.value) }
            return try plan(field.value)
        }
        switch checker.references[expression.id] {
        case .type(.bool): return add(.constant(.bool(false)))
        case .type(.int): return add(.constant(.int(0)))
        case .type(.uint): return add(.constant(.uint(0)))
        case .type(.double): return add(.constant(.double(0)))
        case .type(.string): return add(.constant(.string("")))
        case .type(.bytes): return add(.constant(.bytes([])))
        default: return add(.constant(.null))
        }
    }

    // MARK: Loops

    private mutating func newSlot() -> Int {
        slotCount += 1
        return slotCount - 1
    }

    private mutating func planFold(_ fold: Expression.Fold) throws(CompileError) -> Int {
        let range = try plan(fold.range)
        let initial = try plan(fold.initial)
        let accumulator = newSlot()
        scopes.append([fold.accumulator: (accumulator, fold.isBinding ? initial : nil)])
        defer { scopes.removeLast() }
        let variable = newSlot()
        let second = fold.secondVariable.map { _ in newSlot() }
        var variables: [String: (slot: Int, value: Int?)] = [fold.variable: (variable, nil)]
        if let name = fold.secondVariable, let second { variables[name] = (second, nil) }
        scopes.append(variables)
        let condition: Int
        let step: Int
        do {
            defer { scopes.removeLast() }
            condition = try plan(fold.condition)
            step = try plan(fold.step)
        }
        let result = try plan(fold.result)
        return add(
            .fold(
                FoldPlan(
                    range: range, variable: variable, secondVariable: second, accumulator: accumulator,
                    initial: initial, condition: condition, step: step, result: result, isBinding: fold.isBinding)))
    }
}

extension Value {
    init(_ constant: Constant) {
        switch constant {
        case .null: self = .null
        case .bool(let flag): self = .bool(flag)
        case .int(let number): self = .int(number)
        case .uint(let number): self = .uint(number)
        case .double(let number): self = .double(number)
        case .string(let text): self = .string(text)
        case .bytes(let bytes): self = .bytes(bytes)
        }
    }
}
