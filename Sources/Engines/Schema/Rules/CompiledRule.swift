import CEL

/// A rule of `x-kubernetes-validations`, ready to be evaluated.
struct CompiledRule: Sendable {
    let rule: ValidationRule
    /// Nil for an empty rule, which says nothing.
    let program: Result<Program, CompileError>?
    /// Nil when there is none, or when it is no text.
    let messageProgram: Program?

    /// A rule that reads `oldSelf` is about a change.
    var isTransition: Bool {
        guard case .success(let program) = program else { return false }
        return program.usedVariables.contains("oldSelf")
    }

    var takesMissingOldSelf: Bool { rule.optionalOldSelf ?? false }

    /// As errors name it.
    var title: String { (rule.message.flatMap { $0.isEmpty ? nil : $0 } ?? rule.rule).trimmed }

    /// What to say when it fails.
    var text: String { rule.message.map { $0.isEmpty ? "failed rule: \(title)" : title } ?? "failed rule: \(title)" }

    init(_ rule: ValidationRule, type: CELType) {
        self.rule = rule
        let isOptional = rule.optionalOldSelf ?? false
        let variables = [("self", type), ("oldSelf", isOptional ? .optional(type) : type)]
        guard !rule.rule.trimmed.isEmpty else {
            program = nil
            messageProgram = nil
            return
        }
        program = Result { () throws(CompileError) in
            let program = try Program(rule.rule, variables: variables)
            guard program.type == .bool else { throw CompileError("cel expression must evaluate to a bool") }
            return program
        }
        messageProgram = rule.messageExpression.flatMap { expression in
            let program = try? Program(expression, variables: variables)
            return program?.type == .string ? program : nil
        }
    }

    /// The steps of `fieldPath`: `.spec.hosts` and `.labels['a.b']`.
    var fieldSteps: [String] {
        guard let path = rule.fieldPath else { return [] }
        var steps: [String] = []
        var rest = path[...]
        while let sign = rest.first {
            rest = rest.dropFirst()
            if sign == "[", rest.first == "'" {
                rest = rest.dropFirst()
                var name = ""
                while let letter = rest.popFirst(), letter != "'" {
                    if letter == "\\", let escaped = rest.popFirst() {
                        name.append(escaped)
                    } else {
                        name.append(letter)
                    }
                }
                if rest.first == "]" { rest = rest.dropFirst() }
                steps.append(name)
            } else {
                let name = rest.prefix { $0 != "." && $0 != "[" }
                rest = rest.dropFirst(name.count)
                if !name.isEmpty { steps.append(String(name)) }
            }
        }
        return steps
    }
}

/// The rules of one schema; none when expressions cannot see what it describes.
func compiled(_ rules: [ValidationRule], shape: DataShape) -> [CompiledRule] {
    guard !rules.isEmpty, let type = shape.type(named: "selfType") else { return [] }
    return rules.map { CompiledRule($0, type: type) }
}

extension String {
    /// Without blanks at its ends.
    var trimmed: String {
        let isBlank: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
        let start = unicodeScalars.drop(while: isBlank)
        guard let last = start.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(start[...last])
    }
}
