/// An expression that is ready to be evaluated, as often as one likes and from any thread.
package struct Program: Sendable {
    /// The type of its result.
    package let type: CELType
    /// The variables that it reads.
    package let usedVariables: Set<String>
    let steps: [Step]
    let root: Int
    let slotCount: Int

    /// - Parameters:
    ///   - source: The expression.
    ///   - variables: What it may read, with their types; values are given in this order.
    ///   - container: Names are looked for in here first.
    /// - Throws: what is wrong with it, with places.
    package init(
        _ source: String, variables: [(name: String, type: CELType)] = [], container: String = ""
    ) throws(CompileError) {
        let source = Source(source)
        let expression = try Parser.parse(source)
        var checker = TypeChecker(
            variables: Dictionary(variables.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first }),
            container: container)
        type = checker.check(root: expression)
        guard checker.issues.isEmpty else { throw CompileError(checker.issues, in: source) }
        let literalIssues = LiteralCheck(checker).issues(in: expression)
        guard literalIssues.isEmpty else { throw CompileError(literalIssues, in: source) }
        var used: Set<String> = []
        for case .variable(let name) in checker.references.values { used.insert(name) }
        usedVariables = used
        var planner = Planner(checker: checker, variables: variables.map(\.name))
        root = try planner.plan(expression)
        steps = planner.steps
        slotCount = planner.slotCount
    }

    /// What an evaluation gave, and what it cost as Kubernetes counts.
    package struct Outcome: Sendable {
        package var value: Value?
        package var error: EvaluationError?
        package var cost: UInt64
    }

    /// - Parameters:
    ///   - variables: The values, in the order in which the variables were declared; nil for one that is missing.
    ///   - limit: When it costs more it is stopped.
    package func evaluate(_ variables: [Value?] = [], limit: UInt64 = .max) -> Outcome {
        var evaluation = Evaluation(self, variables, limit: limit)
        do throws(EvaluationError) {
            let value = try evaluation.value(of: root)
            return Outcome(value: value, error: nil, cost: evaluation.cost)
        } catch {
            return Outcome(value: nil, error: error, cost: evaluation.cost)
        }
    }
}
