import CEL
import Diagnostics
import Tree

// The rules in CEL of a schema, as Kubernetes judges them when the definition is created.

extension StructuralProblem {
    /// Whether Kubernetes does not look at expressions because of it.
    var blocksExpressions: Bool { topic == .structure || isOfDeclaration }
}

extension StructuralCheck {
    // MARK: What a rule says of itself

    /// The texts beside the expression, and whether there is one.
    mutating func checkRule(_ rule: Node, of node: Node, _ path: String) {
        checkTexts(rule, path)
        if let text = rule["messageExpression"]?.string, !text.isEmpty, text.trimmed.isEmpty {
            declare(
                "FieldValueRequired", path, "messageExpression",
                "Required value: messageExpression must be non-empty if specified", rule)
        }
        if let reason = rule["reason"], !reason.isNull, !reasons.contains(reason.string ?? "") {
            let known = reasons.map { "\"\($0)\"" }.joined(separator: ", ")
            declare(
                "FieldValueNotSupported", path, "reason",
                "Unsupported value: \(JSONWriter.text(reason)): supported values: \(known)", rule)
        }
        checkFieldPath(rule, of: node, path)
    }

    private mutating func checkTexts(_ rule: Node, _ path: String) {
        let text = rule["rule"]?.string ?? ""
        let message = rule["message"]?.string ?? ""
        if text.trimmed.isEmpty {
            declare("FieldValueRequired", path, "rule", "Required value: rule is not specified", rule)
        } else if !message.isEmpty, message.trimmed.isEmpty {
            declareInvalid(path, "message", "message must be non-empty if specified", rule)
        } else if message.trimmed.hasLineBreaks {
            declareInvalid(path, "message", "message must not contain line breaks", rule)
        } else if text.trimmed.hasLineBreaks, message.trimmed.isEmpty {
            declare(
                "FieldValueRequired", path, "message",
                "Required value: message must be specified if rule contains line breaks", rule)
        }
    }

    private mutating func checkFieldPath(_ rule: Node, of node: Node, _ path: String) {
        guard let field = rule["fieldPath"]?.string, !field.isEmpty else { return }
        if field.trimmed.isEmpty { declareInvalid(path, "fieldPath", "fieldPath must be non-empty if specified", rule) }
        if field.hasLineBreaks { declareInvalid(path, "fieldPath", "fieldPath must not contain line breaks", rule) }
        if let problem = fieldPathProblem(field, in: node) {
            declareInvalid(path, "fieldPath", "fieldPath must be a valid path", rule, advice: problem)
        }
    }

    private mutating func declareInvalid(
        _ path: String, _ field: String, _ text: String, _ rule: Node, advice: String? = nil
    ) {
        let shown = JSONWriter.text(rule[field] ?? "")
        declare("FieldValueInvalid", path, field, "Invalid value: \(shown): \(text)", rule, advice: advice)
    }

    private mutating func declare(
        _ reason: String, _ path: String, _ field: String, _ message: String, _ rule: Node, advice: String? = nil
    ) {
        problems.append(
            StructuralProblem(
                reason: reason, field: joined(path, field), message: message, place: (rule[field] ?? rule).place,
                topic: .rule, advice: advice, isOfDeclaration: true))
    }

    // MARK: What its expressions are

    /// Compiles the rules of a schema that is right otherwise, and counts what they cost.
    mutating func checkExpressions(_ rules: [Node], of node: Node, _ path: String, _ scope: RuleScope, isRoot: Bool) {
        guard let schema = try? Schema(openAPI: node) else { return }
        let isRoot = isRoot || schema.isEmbeddedResource
        let shape = schema.shape(isRoot: isRoot)
        for (index, rule) in schema.cache.rules(schema, isRoot: isRoot).enumerated() where rules.indices.contains(index)
        {
            let place = RulePlace(node: rules[index], path: joined(path, "x-kubernetes-validations[\(index)]"))
            switch rule.program {
            case .failure(let error): refuse("rule", rule.rule.rule, error.description, place)
            case .success: checkExpressions(rule, shape, scope, place)
            case nil: break
            }
        }
    }

    private mutating func checkExpressions(
        _ rule: CompiledRule, _ shape: DataShape, _ scope: RuleScope, _ place: RulePlace
    ) {
        let each = rule.estimatedCost(of: rule.rule.rule, shape)
        add(scope.cardinality.cost(each, bytes: shape.bounds.minBytes), of: "rule", place)
        checkMessage(rule, shape, place)
        if rule.isTransition {
            guard let around = scope.uncorrelatable else { return }
            let text = "oldSelf cannot be used on the uncorrelatable portion of the schema within \(around)"
            refuse(
                "rule", rule.rule.rule, text, place, advice: "give the list x-kubernetes-list-type: map with its keys")
        } else if let flag = rule.rule.optionalOldSelf {
            let message = "Invalid value: \(flag): may not be set if oldSelf is not used in rule"
            add("FieldValueInvalid", "optionalOldSelf", message, place)
        }
    }

    private mutating func checkMessage(_ rule: CompiledRule, _ shape: DataShape, _ place: RulePlace) {
        guard let expression = rule.rule.messageExpression, !expression.isEmpty else { return }
        do throws(CompileError) {
            let program = try Program(expression, variables: rule.variables(shape))
            guard program.type == .string else {
                return refuse("messageExpression", expression, "messageExpression must evaluate to a string", place)
            }
            add(rule.estimatedCost(of: expression, shape), of: "messageExpression", place)
        } catch {
            refuse("messageExpression", expression, "messageExpression \(error.description)", place)
        }
    }

    private mutating func refuse(
        _ field: String, _ text: String, _ why: String, _ place: RulePlace, advice: String? = nil
    ) {
        add("FieldValueInvalid", field, "Invalid value: \(JSONWriter.text(Node(text))): \(why)", place, advice: advice)
    }

    private mutating func add(
        _ reason: String, _ field: String, _ message: String, _ place: RulePlace,
        topic: StructuralProblem.Topic = .rule, advice: String? = nil
    ) {
        problems.append(
            StructuralProblem(
                reason: reason, field: joined(place.path, field), message: message,
                place: (place.node[field] ?? place.node).place, topic: topic, advice: advice))
    }

    // MARK: What they cost

    private mutating func add(_ cost: UInt64, of field: String, _ place: RulePlace) {
        costs.add(cost, of: joined(place.path, field), at: (place.node[field] ?? place.node).place)
        guard cost > RuleCostLimits.expression else { return }
        let factor = excess(cost, over: RuleCostLimits.expression)
        add(
            "FieldValueForbidden", field,
            "Forbidden: estimated \(field) cost exceeds budget by factor of \(factor) (\(costAdvice))", place,
            topic: .cost,
            advice: costAdvice)
    }

    /// All rules together, after all have been looked at.
    mutating func checkSum(_ node: Node) {
        guard costs.total > RuleCostLimits.definition else { return }
        for heavy in costs.heaviest {
            let message =
                "Forbidden: contributed to estimated rule cost total exceeding cost limit for entire OpenAPIv3 schema"
            problems.append(
                StructuralProblem(
                    reason: "FieldValueForbidden", field: heavy.field, message: message, place: heavy.place,
                    topic: .cost, advice: costAdvice))
        }
        let factor = excess(costs.total, over: RuleCostLimits.definition)
        let message =
            "Forbidden: x-kubernetes-validations estimated rule cost total for entire OpenAPIv3 schema exceeds budget by "
            + "factor of \(factor) (\(costAdvice))"
        problems.append(
            StructuralProblem(
                reason: "FieldValueForbidden", field: "", message: message, place: node.place, topic: .cost,
                advice: costAdvice))
    }
}

/// Where a rule stands: in its text, and as Kubernetes writes it.
private struct RulePlace {
    var node: Node
    var path: String
}

private let reasons = ["FieldValueDuplicate", "FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired"]

private let costAdvice =
    "set maxItems, maxProperties and maxLength on the lists, maps and strings that it reads, or make it simpler"

extension CompiledRule {
    func variables(_ shape: DataShape) -> [(name: String, type: CELType)] {
        guard let type = shape.type(named: "selfType") else { return [] }
        return [("self", type), ("oldSelf", takesMissingOldSelf ? .optional(type) : type)]
    }

    /// What one evaluation costs at most; nothing for what does not compile.
    fileprivate func estimatedCost(of expression: String, _ shape: DataShape) -> UInt64 {
        (try? Program.estimatedCost(of: expression, variables: variables(shape), root: shape)) ?? 0
    }
}

extension String {
    fileprivate var hasLineBreaks: Bool { unicodeScalars.contains { $0 == "\n" || $0 == "\r" } }
}
