/// Follows the types of variables through a body.
struct TypeInference {
    let variables: [VariableInfo]
    let file: String
    let checker: TypeChecker
    var types: [Variable: RegoType] = [:]
    var errors: [RegoError] = []

    init(_ variables: [VariableInfo], _ file: String, _ checker: TypeChecker) {
        self.variables = variables
        self.file = file
        self.checker = checker
    }

    func type(of operand: Operand) -> RegoType {
        switch operand {
        case .constant(let value): return RegoType(of: value)
        case .variable(let variable): return types[variable] ?? .any
        case .array(let elements): return RegoType.array(known: elements.map(type(of:)), rest: nil).blurred
        case .set(let elements): return .set(of: .union(elements.map(type(of:))))
        case .object(let pairs):
            var known: [RegoValue: RegoType] = [:]
            var rest: [(RegoType, RegoType)] = []
            for pair in pairs {
                if let key = pair.key.constant {
                    known[key] = type(of: pair.value)
                } else {
                    rest.append((type(of: pair.key), type(of: pair.value)))
                }
            }
            let others = rest.isEmpty ? nil : RegoType.Member(key: .union(rest.map(\.0)), value: .union(rest.map(\.1)))
            return RegoType.object(known: known, rest: others).blurred
        }
    }

    mutating func visit(_ units: [Unit]) {
        for unit in units { for goal in unit.goals { visit(goal) } }
    }

    private mutating func visit(_ goal: Goal) {
        switch goal.kind {
        case .unify(let left, let right):
            if !agree(left, right) { mismatch(type(of: left), type(of: right), goal.position) }
        case .lookup(let root, let path, let output): lookup(root, path, output, goal.position)
        case .call(let callee, let arguments, let output): call(callee, arguments, output, goal.position)
        case .comprehension(let comprehension, let output):
            visit(comprehension.region.units)
            types[output] = type(of: comprehension)
        case .not(let region): visit(region.units)
        case .known(let goals, _): for goal in goals { visit(goal) }
        case .every(let key, let value, let domain, let region):
            let collection = type(of: domain)
            _ = give(key, collection.keys)
            _ = give(value, collection.member(nil, .any) ?? .any)
            visit(region.units)
        case .with(_, let units): visit(units)
        case .print(let values): for comprehension in values { visit(comprehension.region.units) }
        case .template(let segments, let output):
            for case .values(let comprehension) in segments { visit(comprehension.region.units) }
            types[output] = .string
        case .test: break
        }
    }

    private func type(of comprehension: Comprehension) -> RegoType {
        let head = comprehension.head.map(type(of:))
        return switch comprehension.kind {
        case .array: .array(of: head[0])
        case .set: .set(of: head[0])
        case .object: .object(of: head[1], by: head[0])
        }
    }

    // MARK: - Both sides of `=`

    private mutating func agree(_ left: Operand, _ right: Operand) -> Bool {
        if case .array(let left) = left, case .array(let right) = right {
            guard left.count == right.count else { return false }
            for (left, right) in zip(left, right) where !agree(left, right) { return false }
            return true
        }
        if case .variable(let variable) = left, types[variable] == nil {
            types[variable] = type(of: right)
            return true
        }
        return give(right, type(of: left))
    }

    /// Lets a pattern's variables have the types that the value has.
    private mutating func give(_ operand: Operand, _ type: RegoType) -> Bool {
        switch operand {
        case .variable(let variable):
            guard let known = types[variable] else {
                types[variable] = type
                return true
            }
            return known.meets(type)
        case .array(let elements):
            let doesFit = fits(operand, type)
            for (index, element) in elements.enumerated() {
                _ = give(element, type.member(.number(RegoNumber(index)), .number) ?? .any)
            }
            return doesFit
        case .object(let pairs):
            let doesFit = fits(operand, type)
            for pair in pairs { _ = give(pair.value, type.member(pair.key.constant, self.type(of: pair.key)) ?? .any) }
            return doesFit
        case .constant, .set: return fits(operand, type)
        }
    }

    /// Whether the value of an operand can be of a type. Of a literal object only the members that it has count.
    private func fits(_ operand: Operand, _ type: RegoType) -> Bool {
        switch (operand, type) {
        case (_, .any): return true
        case (_, .oneOf(let types)): return types.contains { fits(operand, $0) }
        case (.constant(.array(let elements)), .array): return fits(.array(elements.map(Operand.constant)), type)
        case (.constant(.set(let set)), .set): return fits(.set(set.elements.map(Operand.constant)), type)
        case (.constant(.object(let object)), .object):
            let pairs = zip(object.keys, object.values).map { OperandPair(key: .constant($0), value: .constant($1)) }
            return fits(.object(pairs), type)
        case (.array(let elements), .array(let known, let rest)):
            guard elements.count == known.count || rest != nil && elements.count > known.count else { return false }
            return elements.enumerated().allSatisfy { index, element in
                fits(element, index < known.count ? known[index] : rest ?? .any)
            }
        case (.set(let elements), .set(let of)): return elements.allSatisfy { fits($0, of) }
        case (.object(let pairs), .object(let known, let rest)):
            guard rest != nil || pairs.count == known.count else { return false }
            return pairs.allSatisfy { pair in
                guard let key = pair.key.constant else { return true }
                return type.member(key, RegoType(of: key)).map { fits(pair.value, $0) } ?? false
            }
        default: return self.type(of: operand).meets(type)
        }
    }

    private mutating func mismatch(_ left: RegoType, _ right: RegoType, _ position: Position) {
        refuse(
            "match error", hint: "the left side is \(left.text), the right side \(right.text); they are never equal",
            position)
    }

    mutating func refuse(_ message: String, hint: String?, _ position: Position) {
        errors.append(RegoError(.type, message, hint: hint, file: file, at: position))
    }

    // MARK: - References and calls

    private mutating func lookup(_ root: Root, _ path: [Operand], _ output: Operand?, _ position: Position) {
        var type = RegoType.any
        var rest = path[...]
        var text = "input"
        switch root {
        case .input: break
        case .value(let operand):
            type = self.type(of: operand)
            if case .variable(let variable) = operand { text = variables[variable].name ?? "" } else { text = "" }
        case .data:
            text = "data"
            if let (found, steps) = checker.document(path) {
                type = found
                rest = path.dropFirst(steps)
                text = referenceText(path.prefix(steps).compactMap(\.constant))
            }
        }
        for operand in rest {
            _ = give(operand, operand.constant == nil && self.isNew(operand) ? type.keys : .any)
            guard let member = type.member(operand.constant, self.type(of: operand)) else {
                refuse(
                    "undefined ref: \(text)[\(describe(operand))]",
                    hint: "\(text) is \(type.text), which has no such member", position)
                return
            }
            text += operand.constant.map { referenceText([$0], head: "") } ?? "[\(describe(operand))]"
            type = member
        }
        if let output, !give(output, type) { mismatch(type, self.type(of: output), position) }
    }

    private func isNew(_ operand: Operand) -> Bool {
        if case .variable(let variable) = operand { return types[variable] == nil }
        return true
    }

    private func describe(_ operand: Operand) -> String {
        switch operand {
        case .constant(let value): value.display
        case .variable(let variable): variables[variable].name ?? "…"
        default: "…"
        }
    }

    private mutating func call(_ callee: Callee, _ arguments: [Operand], _ output: Operand?, _ position: Position) {
        let wanted: [RegoType]
        let result: RegoType
        switch callee {
        case .builtin(let name):
            guard let builtin = checker.builtin(name) else { return }
            (wanted, result) = (builtin.arguments, builtin.result)
        case .function(let path):
            guard let group = checker.function(path) else { return }
            (wanted, result) = (checker.arguments[group], checker.types[group])
        }
        let have = arguments.map(type(of:))
        if callee == .builtin("equal"), have.count == 2, !have[0].meets(have[1]) {
            return mismatch(have[0], have[1], position)
        }
        for (argument, type) in zip(arguments, wanted) {
            if case .variable(let variable) = argument, types[variable] == nil { types[variable] = type }
        }
        if !zip(arguments, wanted).allSatisfy({ fits($0, $1) }) {
            refuse(
                "\(callee.text): invalid argument(s)",
                hint:
                    "have (\(have.map(\.text).joined(separator: ", "))), "
                    + "want (\(wanted.map(\.text).joined(separator: ", ")))",
                position)
        }
        if let output, !give(output, result) { mismatch(result, type(of: output), position) }
    }
}
