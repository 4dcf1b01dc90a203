/// A function of the language with all ways to call it.
final class Function: Sendable {
    /// Throws nothing but `EvaluationError`.
    typealias Implementation = @Sendable ([Value]) throws -> Value
    /// What a call costs: its arguments, and the result when there is one.
    typealias Cost = @Sendable ([Value], Value?) -> UInt64

    struct Overload: Sendable {
        var signature: Signature
        var cost: Cost?
        /// Where the types alone decide, such as the sum of nothing.
        var run: Implementation?

        init(_ signature: StaticString, cost: Cost? = nil, run: Implementation? = nil) {
            self.signature = Signature(signature)
            self.cost = cost
            self.run = run
        }
    }

    let name: String
    let overloads: [Overload]
    /// Kubernetes' cost for all overloads.
    let cost: Cost?
    /// Finds out itself what the arguments are.
    let run: Implementation

    init(
        _ name: String, _ overloads: [Overload], cost: Cost? = nil, _ run: @escaping Implementation
    ) {
        self.name = name
        self.overloads = overloads
        self.cost = cost
        self.run = run
    }

    convenience init(
        _ name: String, _ signatures: StaticString..., cost: Cost? = nil, _ run: @escaping Implementation
    ) {
        self.init(name, signatures.map { Overload($0) }, cost: cost, run)
    }

    func call(_ arguments: [Value]) throws(EvaluationError) -> Value { try evaluate(run, arguments) }

    /// Converts its argument, so that a constant one is computed once, before the evaluation.
    var isConversion: Bool { conversions.contains(name) }

    /// What the environment of Kubernetes 1.36 has.
    static func named(_ name: String) -> Function? { all[name] }

    private static let all: [String: Function] = {
        let libraries = [
            operators, conversionFunctions, timeFunctions, stringFunctions, listFunctions, setFunctions,
            regexFunctions, optionalFunctions, urlFunctions, quantityFunctions, networkFunctions, formatFunctions,
            semverFunctions, authorizationFunctions,
        ]
        return Dictionary(libraries.joined().map { ($0.name, $0) }, uniquingKeysWith: merged)
    }()

    /// Two libraries may add to one name, such as `indexOf` of texts and of lists.
    private static func merged(_ a: Function, _ b: Function) -> Function {
        Function(a.name, a.overloads + b.overloads, cost: a.cost ?? b.cost) { arguments in
            do {
                return try a.run(arguments)
            } catch let error as EvaluationError where error == .noSuchOverload {
                return try b.run(arguments)
            }
        }
    }
}

private let conversions: Set = [
    "bool", "bytes", "double", "duration", "dyn", "int", "string", "timestamp", "uint",
]

/// Runs an implementation, which throws nothing but errors of evaluation.
func evaluate(_ run: Function.Implementation, _ arguments: [Value]) throws(EvaluationError) -> Value {
    do {
        return try run(arguments)
    } catch let error as EvaluationError {
        throw error
    } catch {
        throw EvaluationError("\(error)")
    }
}
