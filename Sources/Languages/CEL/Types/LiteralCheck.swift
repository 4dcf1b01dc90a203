/// What Kubernetes refuses of literals though their types are right: times and patterns that cannot be read, and lists and
/// maps of mixed types.
struct LiteralCheck {
    private let checker: TypeChecker
    private var found: [CompileIssue] = []

    init(_ checker: TypeChecker) { self.checker = checker }

    func issues(in root: Expression) -> [CompileIssue] {
        var check = self
        check.visit(root, isInFormat: false)
        return check.found
    }

    private mutating func report(_ message: String, at expression: Expression) {
        found.append(CompileIssue(offset: expression.offset, message: message))
    }

    private mutating func visit(_ expression: Expression, isInFormat: Bool) {
        var isInFormat = isInFormat
        switch expression.kind {
        case .call(let name, let target, let arguments):
            checkArgument(of: name, target, arguments)
            if name == "format", target != nil { isInFormat = true }
            if let target { visit(target, isInFormat: isInFormat) }
            for argument in arguments { visit(argument, isInFormat: isInFormat) }
        case .list(let elements, let optional):
            if !isInFormat { checkList(elements, optional) }
            for element in elements { visit(element, isInFormat: isInFormat) }
        case .map(let entries):
            if !isInFormat { checkMap(entries) }
            for entry in entries {
                visit(entry.key, isInFormat: isInFormat)
                visit(entry.value, isInFormat: isInFormat)
            }
        case .select(let operand, _, _): visit(operand, isInFormat: isInFormat)
        case .message(_, let fields): for field in fields { visit(field.value, isInFormat: isInFormat) }
        case .fold(let fold):
            for part in [fold.range, fold.initial, fold.condition, fold.step, fold.result] {
                visit(part, isInFormat: isInFormat)
            }
        case .literal, .name: break
        }
    }

    private mutating func checkArgument(of name: String, _ target: Expression?, _ arguments: [Expression]) {
        switch (name, arguments.count) {
        case ("duration", 1), ("timestamp", 1):
            guard case .literal(let constant) = arguments[0].kind, let function = Function.named(name),
                (try? function.run([Value(constant)])) == nil
            else { return }
            report("invalid \(name) argument", at: arguments[0])
        case ("matches", 1), ("matches", 2):
            guard let pattern = arguments.last, case .literal(.string(let text)) = pattern.kind,
                (try? CompiledExpression(text)) == nil
            else { return }
            report("invalid matches argument", at: pattern)
        case ("format", 1):
            guard case .literal(.string(let text))? = target?.kind, case .list(let elements, _) = arguments[0].kind
            else { return }
            checkFormat(text, elements, list: arguments[0])
        default: break
        }
    }

    private mutating func checkFormat(_ text: String, _ elements: [Expression], list: Expression) {
        if let problem = formatProblem(text, elements.map { checker.types[$0.id] ?? .dyn }) {
            let place = problem.argument.map { elements[$0] } ?? list
            report("error during formatting: \(problem.message)", at: place)
        }
    }

    // MARK: One type

    private func type(_ expression: Expression, isOptional: Bool) -> CELType {
        let type = checker.types[expression.id] ?? .dyn
        return isOptional ? type.unwrapped ?? type : type
    }

    private mutating func checkList(_ elements: [Expression], _ optional: Set<Int>) {
        var first: CELType?
        for (index, element) in elements.enumerated() {
            let type = type(element, isOptional: optional.contains(index))
            let wanted = first ?? type
            first = wanted
            guard wanted != type else { continue }
            return report("expected type '\(wanted)' but found '\(type)'", at: element)
        }
    }

    private mutating func checkMap(_ entries: [Expression.Entry]) {
        guard let first = entries.first else { return }
        let key = type(first.key, isOptional: false)
        let value = type(first.value, isOptional: first.isOptional)
        for entry in entries.dropFirst() {
            let ownKey = type(entry.key, isOptional: false)
            if ownKey != key { report("expected type '\(key)' but found '\(ownKey)'", at: entry.key) }
            let ownValue = type(entry.value, isOptional: entry.isOptional)
            if ownValue != value { report("expected type '\(value)' but found '\(ownValue)'", at: entry.value) }
        }
    }
}
