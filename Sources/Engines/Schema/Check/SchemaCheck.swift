import Diagnostics
package import Tree

/// What a check looks at besides the rules of the schema.
package struct SchemaCheckOptions: Sendable {
    /// Report fields that the schema does not have.
    package var reportsUnknownFields: Bool
    /// Null is a missing field, as for built-in kinds.
    package var takesNullAsMissing: Bool
    /// Evaluate the rules in CEL when nothing else is in their way.
    package var evaluatesRules: Bool
    /// Say that rules were not evaluated, as an API server does.
    package var tellsUncheckedRules: Bool
    /// Levels of nesting.
    package var depth: Int

    package init(
        reportsUnknownFields: Bool = true, takesNullAsMissing: Bool = false, evaluatesRules: Bool = true,
        tellsUncheckedRules: Bool = false, depth: Int = 200
    ) {
        self.evaluatesRules = evaluatesRules
        self.tellsUncheckedRules = tellsUncheckedRules
        self.reportsUnknownFields = reportsUnknownFields
        self.takesNullAsMissing = takesNullAsMissing
        self.depth = depth
    }
}

/// Where the object `root` breaks `schema`, in the order of the object, and then the rules that it does not keep.
///
/// - Parameter old: The object before the change. Rules may compare with it, and what was wrong before and did not change
///   is no violation of them.
package func violations(
    of root: Node, against schema: Schema, old: Node? = nil, options: SchemaCheckOptions = SchemaCheckOptions()
) -> [SchemaViolation] {
    var checker = SchemaChecker(options: options)
    checker.check(root, schema.asObject)
    let found = checker.violations
    guard options.evaluatesRules, schema.hasRules else { return found }
    // As Kubernetes does: rules may rely on the schema, and are not asked when these are broken.
    if found.contains(where: \.blocksRules) { return options.tellsUncheckedRules ? found + [.rulesNotChecked] : found }
    return found + ruleViolations(of: root, against: schema, old: old, ratchets: old != nil).violations
}

/// Walks through a value and its schema.
struct SchemaChecker {
    let options: SchemaCheckOptions
    private(set) var violations: [SchemaViolation] = []
    /// Of an alternative only counts whether it fits, so nothing is worded.
    private var isTrying = false
    private var hasFailed = false
    private var steps: [FieldPath.Step] = []

    init(options: SchemaCheckOptions) { self.options = options }

    var path: FieldPath { FieldPath(steps) }

    /// The path in Kubernetes' sentences.
    var pathText: String { path.description }

    mutating func report(_ violation: SchemaViolation) {
        hasFailed = true
        violations.append(violation)
    }

    /// Whether a violation is counted and need not be worded.
    mutating func countsOnly() -> Bool {
        if isTrying { hasFailed = true }
        return isTrying
    }

    mutating func check(_ value: Node, _ schema: Schema) {
        if isTrying, hasFailed { return }
        guard steps.count < options.depth else {
            let text = "\"\(pathText)\" is more than \(options.depth) levels deep"
            return report(SchemaViolation(.tooDeep, path: path, at: value.place, message: text, explanation: text))
        }
        if value.isNull, schema.isNullable || (options.takesNullAsMissing && !steps.isEmpty) { return }
        checkType(of: value, schema)
        checkAllowedValues(value, schema)
        switch value.value {
        case .string(let text): checkText(text, value, schema)
        case .integer, .unsigned, .float: checkNumber(value, schema)
        case .sequence(let items): checkItems(items, value, schema)
        case .mapping(let mapping): checkFields(mapping, value, schema)
        case .null, .bool: break
        }
        checkCombinations(value, schema)
    }

    // MARK: Objects

    private mutating func checkFields(_ mapping: Mapping, _ value: Node, _ schema: Schema) {
        guard schema.type == .object || schema.type == .any else { return }
        checkCount(mapping.count, "properties", max: schema.maxProperties, min: schema.minProperties, value)
        for name in schema.required where isMissing(mapping[name]) { reportMissing(name, in: value) }
        if schema.isEmbeddedResource, !steps.isEmpty {
            for name in ["apiVersion", "kind"] where isMissing(mapping[name]) { reportMissing(name, in: value) }
        }
        for entry in mapping.entries {
            steps.append(.key(entry.key))
            defer { steps.removeLast() }
            if let member = schema.member(entry.key) {
                if let advice = member.droppedAdvice { reportDropped(entry, advice) }
                check(entry.value, member)
            } else if options.reportsUnknownFields, !schema.keepsUnknownFields {
                reportUnknown(entry, schema, among: mapping)
            }
        }
    }

    private func isMissing(_ node: Node?) -> Bool {
        node == nil || (options.takesNullAsMissing && node?.isNull == true)
    }

    private mutating func reportMissing(_ name: String, in value: Node) {
        if countsOnly() { return }
        let path = self.path.appending(name)
        report(
            SchemaViolation(
                .required, path: path, at: value.place, message: "Required value",
                explanation: "the field \"\(path)\" is missing"))
    }

    private mutating func reportUnknown(_ entry: Mapping.Entry, _ schema: Schema, among siblings: Mapping) {
        if countsOnly() { return }
        let text = "unknown field \"\(pathText)\""
        var names = schema.properties.map(\.name)
        if schema.isEmbeddedResource { names += ["apiVersion", "kind", "metadata"] }
        let near = nearestKnownName(to: entry.key, among: names)
        var violation = SchemaViolation(
            .unknownField, path: path, at: entry.keyPlace, value: entry.value, message: text, explanation: text,
            suggestion: near)
        // A name that is there already cannot be meant twice.
        if let near, siblings[near] == nil {
            let isSafe = isOnlyNear(near, to: entry.key, among: names)
            violation.fix = Fix("write \"\(near)\"", at: entry.keyPlace, replacement: near, isSafe: isSafe)
        }
        report(violation)
    }

    /// For current releases it is an unknown field.
    private mutating func reportDropped(_ entry: Mapping.Entry, _ advice: String) {
        guard options.reportsUnknownFields, !isTrying else { return }
        var violation = SchemaViolation(
            .droppedField, path: path, at: entry.keyPlace, value: entry.value,
            message: "unknown field \"\(pathText)\"",
            explanation: "current releases have no field \"\(pathText)\" any more")
        violation.advice = advice
        report(violation)
    }

    // MARK: Lists

    private mutating func checkItems(_ items: [Node], _ value: Node, _ schema: Schema) {
        guard schema.type == .array || schema.type == .any else { return }
        checkCount(items.count, "items", max: schema.maxItems, min: schema.minItems, value)
        if schema.requiresUniqueItems { checkUnique(items, value) }
        if schema.listType == .set || schema.listType == .map { checkKeys(items, schema) }
        guard let item = schema.items else { return }
        for (index, element) in items.enumerated() {
            steps.append(.index(index))
            check(element, item)
            steps.removeLast()
        }
    }

    private mutating func checkCount(_ count: Int, _ what: String, max: Int?, min: Int?, _ value: Node) {
        if let max, count > max {
            report(
                SchemaViolation(
                    .tooMany, path: path, at: value.place, value: value,
                    message: "Too many: \(count): must have at most \(max) items",
                    explanation: "\"\(pathText)\" has \(count) \(what), at most \(max) are allowed"))
        }
        if let min, count < min {
            report(
                SchemaViolation(
                    .invalid, path: path, at: value.place, value: value,
                    message: "Invalid value: \(count): \(pathText) in body should have at least \(min) \(what)",
                    explanation: "\"\(pathText)\" has \(count) \(what), at least \(min) are needed"))
        }
    }

    private mutating func checkUnique(_ items: [Node], _ value: Node) {
        for index in items.indices where items[..<index].contains(items[index]) {
            let text = "\(pathText) in body shouldn't contain duplicates"
            return report(
                SchemaViolation(
                    .invalid, path: path, at: items[index].place, value: value, message: "Invalid value: \(text)",
                    explanation: "\"\(pathText)\" holds the same item twice"))
        }
    }

    /// Items of sets differ, items of maps differ in their keys.
    private mutating func checkKeys(_ items: [Node], _ schema: Schema) {
        var seen: Set<String> = []
        for (index, item) in items.enumerated() {
            var key = item
            if schema.listType == .map {
                key = .emptyMapping
                for name in schema.listMapKeys {
                    key[name] = item[name] ?? schema.items?.property(name)?.defaultValue
                }
            }
            let text = JSONWriter.text(key, sortKeys: true)
            guard !seen.insert(text).inserted else { continue }
            let path = self.path.appending(index)
            var violation = SchemaViolation(
                .duplicate, path: path, at: item.place, value: item, message: "Duplicate value: \(text)",
                explanation: "\"\(path)\" repeats \(text)")
            if item.mapping == nil, item.sequence == nil {
                violation.fix = Fix("remove it", at: item.place, replacement: "", isSafe: true, writing: .removal)
            }
            report(violation)
        }
    }

    // MARK: Combinations

    private mutating func checkCombinations(_ value: Node, _ schema: Schema) {
        if !schema.oneOf.isEmpty {
            let count = schema.oneOf.filter { accepts(value, $0) }.count
            if count != 1 { reportOneOf(count, value, schema) }
        }
        if !schema.anyOf.isEmpty, !schema.isIntOrString, !schema.anyOf.contains(where: { accepts(value, $0) }) {
            reportCombination("must validate at least one schema (anyOf)", "fits none of its alternatives", value)
        }
        if !schema.allOf.isEmpty, !schema.allOf.allSatisfy({ accepts(value, $0) }) {
            reportCombination("must validate all the schemas (allOf)", "does not fit all its rules", value)
        }
        if let not = schema.not, accepts(value, not) {
            reportCombination("must not validate the schema (not)", "has a form that is not allowed", value)
        }
    }

    private mutating func reportOneOf(_ count: Int, _ value: Node, _ schema: Schema) {
        if countsOnly() { return }
        let rivals = Set(schema.oneOf.flatMap(\.required)).sorted()
        let present = rivals.filter { value[$0] != nil }
        let names = (count > 1 && !present.isEmpty ? present : rivals).map { "\"\($0)\"" }.joined(separator: ", ")
        let ours = count > 1 ? "may have only one of \(names)" : "needs one of \(names)"
        let found = count == 0 ? "none valid" : "\(count) valid alternatives"
        reportCombination("must validate one and only one schema (oneOf). Found \(found)", ours, value)
    }

    private mutating func reportCombination(_ theirs: String, _ ours: String, _ value: Node) {
        if countsOnly() { return }
        var violation = SchemaViolation(
            .combination, path: path, at: value.place, value: value,
            message: "Invalid value: \"\": \"\(pathText)\" \(theirs)", explanation: "\"\(pathText)\" \(ours)")
        violation.namesField = false
        report(violation)
    }

    /// Whether `value` fits an alternative, which says nothing about other fields.
    private func accepts(_ value: Node, _ schema: Schema) -> Bool {
        var checker = SchemaChecker(
            options: SchemaCheckOptions(
                reportsUnknownFields: false, takesNullAsMissing: options.takesNullAsMissing, depth: options.depth))
        checker.steps = steps
        checker.isTrying = true
        checker.check(value, schema)
        return !checker.hasFailed
    }
}

extension Schema {
    /// Whether fields that are described nowhere stay in an object.
    var keepsUnknownFields: Bool {
        if preservesUnknownFields { return true }
        if case .allowed(true)? = additionalProperties { return true }
        return false
    }
}
