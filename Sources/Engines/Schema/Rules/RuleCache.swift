import CEL
import Synchronization

/// What the rules of a schema need, made at their first use and kept with the schema.
final class RuleCache: Sendable {
    private struct Made {
        var shape: DataShape?
        var rootShape: DataShape?
        var rules: [CompiledRule]?
        var rootRules: [CompiledRule]?
        var hasRules: Bool?
    }

    private let made = Mutex(Made())

    // What is made is made without the lock, for it needs that of other schemas; two threads may make the same.

    func shape(_ schema: Schema) -> DataShape {
        if let shape = made.withLock({ $0.shape }) { return shape }
        let shape = schema.makeShape(isRoot: false)
        made.withLock { $0.shape = shape }
        return shape
    }

    func rootShape(_ schema: Schema) -> DataShape {
        if let shape = made.withLock({ $0.rootShape }) { return shape }
        let shape = schema.makeShape(isRoot: true)
        made.withLock { $0.rootShape = shape }
        return shape
    }

    /// The rules of the schema itself.
    ///
    /// - Parameter place: The schema of what stands there; another one when these are the rules of a part of its `allOf`.
    func rules(_ schema: Schema, at place: Schema? = nil, isRoot: Bool) -> [CompiledRule] {
        if let rules = made.withLock({ isRoot ? $0.rootRules : $0.rules }) { return rules }
        let rules = compiled(schema.validations, shape: (place ?? schema).shape(isRoot: isRoot))
        made.withLock { made in
            if isRoot { made.rootRules = rules } else { made.rules = rules }
        }
        return rules
    }

    /// Whether there are rules in the schema or below it.
    func hasRules(_ schema: Schema) -> Bool {
        if let known = made.withLock({ $0.hasRules }) { return known }
        var hasRules = !schema.validations.isEmpty || schema.items?.hasRules ?? false
        if case .schema(let element) = schema.additionalProperties { hasRules = hasRules || element.hasRules }
        hasRules =
            hasRules || schema.properties.contains { $0.schema.hasRules } || schema.allOf.contains(where: \.hasRules)
        let found = hasRules
        made.withLock { $0.hasRules = found }
        return found
    }
}

extension Schema {
    /// Whether there are rules in this schema or below it.
    package var hasRules: Bool { cache.hasRules(self) }
}
