extension Program {
    /// What one evaluation costs at most, when the values are as large as their schema and one request allow. Kubernetes
    /// judges the rules of a CustomResourceDefinition by it (cel-go, `checker.Cost`; Kubernetes, `CostEstimator`).
    ///
    /// - Parameters:
    ///   - root: What all variables look like.
    /// - Throws: what is wrong with the expression.
    package static func estimatedCost(
        of source: String, variables: [(name: String, type: CELType)], root: DataShape
    ) throws(CompileError) -> UInt64 {
        let text = Source(source)
        let expression = try Parser.parse(text)
        var checker = TypeChecker(
            variables: Dictionary(variables.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first }),
            container: "")
        _ = checker.check(root: expression)
        guard checker.issues.isEmpty else { throw CompileError(checker.issues, in: text) }
        var estimate = CostEstimate(checker: checker, root: root)
        return estimate.cost(expression)
    }
}

/// Walks through an expression and adds up what its parts cost at most.
struct CostEstimate {
    let checker: TypeChecker
    let root: DataShape
    /// The way through the data to the value of an expression, begun with a variable.
    var paths: [Int: [String]] = [:]
    var sizes: [Int: SizeRange] = [:]
    var entries: [Int: EntrySizes] = [:]
    var locals: [String: [Local]] = [:]

    /// How large the keys and values of a list or a map are; the key of a list is its index.
    struct EntrySizes {
        var isList: Bool
        var key: SizeRange
        var value: SizeRange

        func union(_ other: EntrySizes) -> EntrySizes {
            EntrySizes(isList: isList, key: key.union(other.key), value: value.union(other.value))
        }
    }

    /// A variable of a macro.
    struct Local {
        var path: [String]
        var size: SizeRange?
        var entries: EntrySizes?
    }

    init(checker: TypeChecker, root: DataShape) {
        self.checker = checker
        self.root = root
    }

    mutating func cost(_ expression: Expression) -> UInt64 {
        switch expression.kind {
        case .literal: return 0
        case .name(let name):
            paths[expression.id] = locals[name]?.last.map(\.path) ?? [name]
            return 1
        case .select(let operand, let field, let isTest):
            let sum = cost(operand)
            if isTest { return sum }
            paths[expression.id] = path(operand) + [field]
            return sum.addedClamped(isLookedUp(operand) ? 1 : 0)
        case .call(let name, let target, let arguments): return call(expression, name, target, arguments)
        case .list(let elements, _):
            let sum = elements.reduce(UInt64(0)) { $0.addedClamped(cost($1)) }
            let value = union(elements)
            entries[expression.id] = EntrySizes(isList: true, key: SizeRange(1), value: value)
            return sum.addedClamped(Costs.listCreation)
        case .map(let pairs):
            let sum = pairs.reduce(UInt64(0)) { $0.addedClamped(cost($1.key)).addedClamped(cost($1.value)) }
            entries[expression.id] = EntrySizes(
                isList: false, key: union(pairs.map(\.key)), value: union(pairs.map(\.value)))
            return sum.addedClamped(Costs.mapCreation)
        case .message(_, let fields): return fields.reduce(UInt64(40)) { $0.addedClamped(cost($1.value)) }
        case .fold(let fold): return fold.isBinding ? binding(expression, fold) : self.fold(expression, fold)
        }
    }

    private func isLookedUp(_ operand: Expression) -> Bool {
        switch type(operand) {
        case .map, .object, .parameter: true
        default: false
        }
    }

    private func union(_ parts: [Expression]) -> SizeRange {
        guard let first = parts.first else { return SizeRange(0) }
        return parts.dropFirst().reduce(size(first)) { $0.union(size($1)) }
    }

    // MARK: Calls

    private mutating func call(
        _ expression: Expression, _ name: String, _ target: Expression?, _ arguments: [Expression]
    ) -> UInt64 {
        if name == "dyn", let argument = arguments.first {
            let sum = cost(argument).addedClamped(1)
            copySizes(of: argument, to: expression)
            return sum
        }
        let costs = arguments.map { cost($0) }
        guard let (function, overloads) = checker.calls[expression.id].map({ ($0.function, $0.matching) }) else {
            return costs.reduce(UInt64(0)) { $0.addedClamped($1) }
        }
        // `ip.isCanonical(…)` has a target in the tree only.
        let isMember = overloads.first.map { function.overloads[$0].signature.isMember } ?? (target != nil)
        let member = isMember ? target : nil
        let targetCost = member.map { cost($0) } ?? 0
        var own: UInt64 = 0
        var result: SizeRange?
        for index in overloads {
            let call = CallEstimate(
                name: function.name, parameters: function.overloads[index].signature.parameters, target: member,
                arguments: arguments, costs: costs, sizes: self)
            own = max(own, call.cost)
            if let size = call.result { result = result?.union(size) ?? size }
        }
        noteEntries(expression, function.name, arguments)
        if let result { sizes[expression.id] = result }
        return targetCost.addedClamped(own)
    }

    /// What is known of the elements that an operation gives.
    private mutating func noteEntries(_ expression: Expression, _ name: String, _ arguments: [Expression]) {
        switch name {
        case Operator.index:
            guard let list = arguments.first else { return }
            sizes[expression.id] = entrySizes(list)?.value
            paths[expression.id] = path(list) + [isList(list) ? "@items" : "@values"]
        case Operator.conditional, Operator.add:
            let parts = arguments.suffix(2).compactMap { entrySizes($0) }
            if parts.count == 2 { entries[expression.id] = parts[0].union(parts[1]) }
        default: break
        }
    }

    // MARK: Macros

    private mutating func binding(_ expression: Expression, _ fold: Expression.Fold) -> UInt64 {
        var sum = cost(fold.range).addedClamped(cost(fold.initial))
        push(fold.accumulator, boundTo: fold.initial)
        sum = sum.addedClamped(cost(fold.result))
        pop(fold.accumulator)
        copySizes(of: fold.result, to: expression)
        return sum
    }

    private mutating func fold(_ expression: Expression, _ fold: Expression.Fold) -> UInt64 {
        var sum = cost(fold.range).addedClamped(cost(fold.initial))
        push(fold.accumulator, boundTo: fold.initial)
        let isList = entrySizes(fold.range)?.isList ?? isList(fold.range)
        if let second = fold.secondVariable {
            pushEntry(fold.variable, of: fold.range, isKey: true, isList ? "@indices" : "@keys")
            pushEntry(second, of: fold.range, isKey: false, isList ? "@items" : "@values")
        } else {
            pushEntry(fold.variable, of: fold.range, isKey: !isList, isList ? "@items" : "@keys")
        }
        let turn = cost(fold.condition).addedClamped(cost(fold.step))
        pop(fold.variable)
        if let second = fold.secondVariable { pop(second) }
        sum = sum.addedClamped(cost(fold.result))
        pop(fold.accumulator)
        let count = size(fold.range)
        switch fold.initial.kind {
        case .literal: sizes[expression.id] = knownSize(fold.initial)
        case .list, .map:
            sizes[expression.id] = count
            entries[expression.id] = entrySizes(fold.step)
        default: break
        }
        return sum.addedClamped(count.max.multipliedClamped(by: turn))
    }

    private mutating func push(_ name: String, boundTo value: Expression) {
        let local = Local(path: path(value), size: knownSize(value), entries: entrySizes(value))
        locals[name, default: []].append(local)
    }

    private mutating func pushEntry(_ name: String, of range: Expression, isKey: Bool, _ step: String) {
        let own = entrySizes(range)
        locals[name, default: []].append(Local(path: path(range) + [step], size: isKey ? own?.key : own?.value))
    }

    private mutating func pop(_ name: String) { locals[name]?.removeLast() }

    private mutating func copySizes(of source: Expression, to target: Expression) {
        sizes[target.id] = knownSize(source) ?? sizes[target.id]
        entries[target.id] = entrySizes(source) ?? entries[target.id]
    }
}
