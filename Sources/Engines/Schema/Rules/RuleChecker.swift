import CEL
import Tree

/// How much rules may cost, in the units of Kubernetes.
package struct RuleLimits: Sendable {
    /// One evaluation of one expression.
    package var call: UInt64
    /// All rules over one object.
    package var budget: Int64

    package init(call: UInt64 = 1_000_000, budget: Int64 = 10_000_000) {
        self.call = call
        self.budget = budget
    }
}

/// Where an object breaks the rules of its schema, and what the evaluation cost.
///
/// The rules are those of Kubernetes ("Extend the Kubernetes API with CustomResourceDefinitions", section "Validation
/// rules").
///
/// - Parameters:
///   - old: The object before the change; rules that read `oldSelf` need it.
///   - isRoot: A whole object, not a part of one.
///   - ratchets: What was wrong before and did not change is no violation.
func ruleViolations(
    of value: Node, against schema: Schema, old: Node? = nil, isRoot: Bool = true, ratchets: Bool = false,
    limits: RuleLimits = RuleLimits()
) -> (violations: [SchemaViolation], cost: Int64) {
    guard schema.hasRules else { return ([], 0) }
    var checker = RuleChecker(limits: limits)
    let correlation = old.flatMap { ratchets ? Correlation(new: value, old: $0, schema: schema) : nil }
    checker.check(value, old, schema, schema, isRoot: isRoot, correlation ?? .none)
    return (checker.violations, limits.budget - checker.remaining)
}

/// Walks through an object with its schema and evaluates the rules on the way.
private struct RuleChecker {
    private let limits: RuleLimits
    private(set) var violations: [SchemaViolation] = []
    /// Below zero nothing more is evaluated.
    private(set) var remaining: Int64
    private var steps: [FieldPath.Step] = []
    /// As Kubernetes writes the path.
    private var texts: [String] = []

    init(limits: RuleLimits) {
        self.limits = limits
        remaining = limits.budget
    }

    /// - Parameters:
    ///   - rules: The schema whose rules count; a part of an `allOf`, or the schema itself.
    ///   - schema: What describes the value.
    mutating func check(
        _ value: Node, _ old: Node?, _ rules: Schema, _ schema: Schema, isRoot: Bool, _ correlation: Correlation
    ) {
        guard remaining >= 0, !value.isNull, rules.hasRules else { return }
        let old = old?.isNull == true ? Node?.none : old
        evaluate(value, old, rules, schema, isRoot: isRoot, correlation)
        for part in rules.allOf where remaining >= 0 {
            check(value, old, part, schema, isRoot: isRoot, correlation.ofParent)
        }
        guard remaining >= 0 else { return }
        switch value.value {
        case .sequence(let items): checkItems(items, old, rules, schema, correlation)
        case .mapping(let mapping): checkFields(mapping, old, rules, schema, correlation)
        default: break
        }
    }

    private mutating func checkItems(
        _ items: [Node], _ old: Node?, _ rules: Schema, _ schema: Schema, _ correlation: Correlation
    ) {
        guard let itemRules = rules.items, let item = schema.items, itemRules.hasRules else { return }
        for (index, element) in items.enumerated() where remaining >= 0 {
            let before = old.flatMap { schema.counterpart(of: element, in: $0.elements) }
            enter(.index(index), "[\(index)]")
            check(element, before, itemRules, item, isRoot: item.isEmbeddedResource, correlation.index(index))
            leave()
        }
    }

    private mutating func checkFields(
        _ mapping: Mapping, _ old: Node?, _ rules: Schema, _ schema: Schema, _ correlation: Correlation
    ) {
        let isCorrelatable = schema.mapType != .atomic
        for entry in mapping.entries where remaining >= 0 {
            let before = isCorrelatable ? old?[entry.key] : Node?.none
            let declaredRules = rules.declaredProperty(entry.key)
            if let own = declaredRules, own.hasRules, let member = schema.declaredProperty(entry.key) {
                enter(.key(entry.key), texts.isEmpty ? entry.key : ".\(entry.key)")
                check(
                    entry.value, before, own, member, isRoot: member.isEmbeddedResource, correlation.key(entry.key))
                leave()
            }
            guard declaredRules == nil, case .schema(let own) = rules.additionalProperties, own.hasRules,
                case .schema(let member) = schema.additionalProperties
            else { continue }
            enter(.key(entry.key), "[\(entry.key)]")
            check(entry.value, before, own, member, isRoot: member.isEmbeddedResource, correlation.key(entry.key))
            leave()
        }
    }

    private mutating func enter(_ step: FieldPath.Step, _ text: String) {
        steps.append(step)
        texts.append(text)
    }

    private mutating func leave() {
        steps.removeLast()
        texts.removeLast()
    }

    // MARK: Rules of one value

    private mutating func evaluate(
        _ value: Node, _ old: Node?, _ rules: Schema, _ schema: Schema, isRoot: Bool, _ correlation: Correlation
    ) {
        guard !rules.validations.isEmpty else { return }
        let shape = schema.shape(isRoot: isRoot)
        let compiledRules = rules.cache.rules(rules, at: schema, isRoot: isRoot)
        guard !compiledRules.isEmpty else { return }
        if remaining <= 0 { return stop(value, schema, outOfBudget) }
        let own = RuleValue(value, shape)
        let before = old.map { RuleValue($0, shape) }
        for rule in compiledRules where remaining >= 0 {
            evaluate(rule, own, before, value, schema, correlation)
        }
    }

    private mutating func evaluate(
        _ rule: CompiledRule, _ own: RuleValue, _ old: RuleValue?, _ value: Node, _ schema: Schema,
        _ correlation: Correlation
    ) {
        guard let made = rule.program else { return }
        let program: Program
        switch made {
        case .success(let ready): program = ready
        case .failure(let error):
            return report(.brokenRule, rule, value, schema, "rule compile error: \(error.description)")
        }
        if rule.isTransition, old == nil, !rule.takesMissingOldSelf { return }
        let variables = own.variables(old: old, isOptional: rule.takesMissingOldSelf)
        let outcome = program.evaluate(variables, limit: limits.call)
        guard outcome.cost <= UInt64(remaining) else { return stop(value, schema, outOfBudget, rule) }
        remaining -= Int64(outcome.cost)
        if let error = outcome.error {
            if error.isCancelled {
                let text =
                    "'\(error)': no further validation rules will be run due to call cost exceeds limit for rule: "
                return stop(value, schema, text + rule.title, rule)
            }
            let text =
                error.message.hasPrefix("no such overload")
                ? "'\(error)': call arguments did not match a supported operator, function or macro signature for rule: "
                    + rule.title
                : "\(error) evaluating rule: \(rule.title)"
            return report(.brokenRule, rule, value, schema, text)
        }
        if case .bool(true) = outcome.value { return }
        fail(rule, variables, value, schema, isForgiven: !rule.isTransition && correlation.isUnchanged)
    }

    private mutating func fail(
        _ rule: CompiledRule, _ variables: [Value?], _ value: Node, _ schema: Schema, isForgiven: Bool
    ) {
        var text = rule.text
        if let program = rule.messageProgram {
            let outcome = program.evaluate(variables, limit: limits.call)
            guard outcome.cost <= UInt64(remaining) else {
                let text =
                    "messageExpression evaluation failed due to running out of cost budget, "
                    + "no further validation rules will be run"
                return stop(value, schema, text, rule)
            }
            if outcome.error?.isCancelled == true {
                let source = JSONWriter.text(Node(rule.rule.messageExpression ?? ""))
                let text =
                    "no further validation rules will be run due to call cost exceeds limit for messageExpression: "
                return stop(value, schema, text + source, rule)
            }
            remaining -= Int64(outcome.cost)
            if case .string(let message) = outcome.value, let usable = usable(message) { text = usable }
        }
        if !isForgiven { report(.rule, rule, value, schema, text, atField: true) }
    }

    /// A message has one line, and not too long a one.
    private func usable(_ message: String) -> String? {
        let text = message.trimmed
        return text.isEmpty || text.utf8.count > 5 * 1024 || text.contains("\n") ? nil : text
    }

    // MARK: Reporting

    private let outOfBudget =
        "validation failed due to running out of cost budget, no further validation rules will be run"

    private mutating func stop(_ value: Node, _ schema: Schema, _ text: String, _ rule: CompiledRule? = nil) {
        remaining = -1
        report(.costlyRule, rule, value, schema, text)
    }

    private mutating func report(
        _ kind: SchemaViolation.Kind, _ rule: CompiledRule?, _ value: Node, _ schema: Schema, _ text: String,
        atField: Bool = false
    ) {
        let below = atField ? rule?.fieldSteps ?? [] : []
        let reason = atField ? rule?.rule.reason ?? "FieldValueInvalid" : "FieldValueInvalid"
        let path = FieldPath(steps + below.map(FieldPath.Step.key))
        // The field may be what is missing; then the value around it is the place.
        var target = value
        for name in below {
            guard let next = target[name] else { break }
            target = next
        }
        var violation = SchemaViolation(
            kind, path: path, at: target.place, value: value,
            message: message(reason, atField ? shown(value) : "\"\(schema.type.rawValue)\"", text), explanation: text)
        violation.rule = rule?.rule.rule.trimmed
        violation.ruleReason = reason
        violation.fieldText =
            texts.joined() + below.enumerated().map { texts.isEmpty && $0 == 0 ? $1 : ".\($1)" }.joined()
        violations.append(violation)
    }

    /// A scalar is shown, an object or a list is not.
    private func shown(_ value: Node) -> String? {
        value.mapping == nil && value.sequence == nil ? JSONWriter.text(value) : nil
    }

    private func message(_ reason: String, _ shown: String?, _ text: String) -> String {
        switch reason {
        case "FieldValueForbidden": "Forbidden: \(text)"
        case "FieldValueRequired": "Required value: \(text)"
        case "FieldValueDuplicate": "Duplicate value" + (shown.map { ": \($0)" } ?? "")
        default: "Invalid value: " + (shown.map { "\($0): " } ?? "") + text
        }
    }
}

/// A value that rules read, made once for all of them.
private struct RuleValue {
    private let value: Value?

    init(_ node: Node, _ shape: DataShape) { value = try? Value(node, as: shape) }

    func variables(old: RuleValue?, isOptional: Bool) -> [Value?] {
        [value, isOptional ? .optional(old?.value) : old?.value]
    }
}

extension Schema {
    /// A field that the schema itself declares.
    func declaredProperty(_ name: String) -> Schema? { properties.first { $0.name == name }?.schema }
}
