internal import CEL
internal import Diagnostics
internal import KubeTypes
internal import Tree

/// A template of the engine `K8sNativeValidation`: expressions in CEL that have to be true of an object.
struct ExpressionJudge: Sendable {
    private struct Named: Sendable {
        var name: String
        var program: CEL.Program
    }

    private struct Validation: Sendable {
        var program: CEL.Program
        var place: Place
        var message: String
        var messageProgram: CEL.Program?
    }

    private let variables: [Named]
    private let conditions: [Named]
    private let validations: [Validation]
    private let ignoresFailures: Bool

    /// What expressions may read, in the order in which values are given.
    private static let names = ["object", "oldObject", "request", "params", "namespaceObject", "variables"]
    /// What one expression may cost, as Kubernetes counts.
    private static let costLimit: UInt64 = 10_000_000

    /// - Parameter source: `source` of an element of `code`.
    init(_ source: Node) throws(Refused) {
        var findings: [Finding] = []
        variables = source["variables"]?.elements.compactMap { Self.named($0, &findings) } ?? []
        conditions = source["matchConditions"]?.elements.compactMap { Self.named($0, &findings) } ?? []
        validations =
            source["validations"]?.elements.compactMap { node in
                guard let program = Self.program(node["expression"] ?? node, &findings) else { return nil }
                let expression = node["expression"]?.string ?? ""
                return Validation(
                    program: program, place: node["expression"]?.place ?? node.place,
                    message: node["message"]?.string ?? "failed expression: \(expression)",
                    messageProgram: node["messageExpression"].flatMap { Self.program($0, &findings) })
            } ?? []
        ignoresFailures = source["failurePolicy"]?.string == "Ignore"
        guard findings.isEmpty else { throw Refused(findings) }
    }

    private static func named(_ node: Node, _ findings: inout [Finding]) -> Named? {
        program(node["expression"] ?? node, &findings).map { Named(name: node["name"]?.string ?? "", program: $0) }
    }

    private static func program(_ node: Node, _ findings: inout [Finding]) -> CEL.Program? {
        do throws(CompileError) {
            return try CEL.Program(node.string ?? "", variables: names.map { ($0, .dyn) })
        } catch {
            findings.append(Finding(.templateUnusable, "this is no expression in CEL: \(error)", at: node.place))
            return nil
        }
    }

    /// A validation that does not hold.
    struct Violation {
        var message: String
        var place: Place
    }

    func violations(of review: Review, _ constraint: Constraint) -> [Violation] {
        do throws(EvaluationError) {
            let object = try Value(untyped: review.object.root)
            var known: [(String, Value)] = [
                ("anyObject", object), ("params", try Value(untyped: constraint.parameterNode)),
            ]
            let namespace = try review.namespace.map { node throws(EvaluationError) in try Value(untyped: node) }
            var values: [Value?] = [
                object, .null, try Value(untyped: review.request), try Value(untyped: constraint.object.root),
                namespace ?? .null, try Value(members: known),
            ]
            for variable in variables {
                // What needs a variable without a value fails itself.
                guard let value = variable.program.evaluate(values, limit: Self.costLimit).value else { continue }
                known.append((variable.name, value))
                values[values.count - 1] = try Value(members: known)
            }
            for condition in conditions {
                if case .bool(false)? = condition.program.evaluate(values, limit: Self.costLimit).value { return [] }
            }
            return validations.compactMap { violation(of: $0, values) }
        } catch {
            return [Violation(message: "the object cannot be given to CEL: \(error)", place: .unknown)]
        }
    }

    private func violation(of validation: Validation, _ values: [Value?]) -> Violation? {
        let outcome = validation.program.evaluate(values, limit: Self.costLimit)
        if case .bool(true)? = outcome.value { return nil }
        if let error = outcome.error {
            return ignoresFailures ? nil : Violation(message: "the expression fails: \(error)", place: validation.place)
        }
        if case .string(let text)? = validation.messageProgram?.evaluate(values, limit: Self.costLimit).value,
            !text.isEmpty
        {
            return Violation(message: text, place: validation.place)
        }
        return Violation(message: validation.message, place: validation.place)
    }
}
