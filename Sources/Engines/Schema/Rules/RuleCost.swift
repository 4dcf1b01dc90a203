import Diagnostics

/// How much the rules of a definition may cost, as Kubernetes estimates it before there is any object.
enum RuleCostLimits {
    /// One expression, as often as it is evaluated over one object.
    static let expression: UInt64 = 10_000_000
    /// All expressions of a version.
    static let definition: UInt64 = 100_000_000
}

/// How often a part of an object can be there.
struct Cardinality {
    /// Nil where a list or a map above has no limit of its own.
    private(set) var limit: UInt64? = 1

    /// How often `count` of its elements can; nil for no limit.
    func times(_ count: UInt64?) -> Cardinality {
        guard let limit, let count else { return Cardinality(limit: nil) }
        return Cardinality(limit: product(limit, count))
    }

    /// The cost of an expression that is evaluated once for each.
    ///
    /// - Parameter bytes: The shortest text of one in JSON: without a limit there are as many as a request holds.
    func cost(_ each: UInt64, bytes: UInt64) -> UInt64 { product(each, limit ?? 3 * 1024 * 1024 / (bytes + 1)) }

    private func product(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let (product, overflow) = a.multipliedReportingOverflow(by: b)
        return overflow ? .max : product
    }
}

/// What the expressions of a definition cost together, and which cost the most.
struct RuleCostSum {
    private(set) var total: UInt64 = 0
    private var expressions: [Expression] = []

    struct Expression {
        var field: String
        var place: Place
        var cost: UInt64
    }

    mutating func add(_ cost: UInt64, of field: String, at place: Place) {
        let (sum, overflow) = total.addingReportingOverflow(cost)
        total = overflow ? .max : sum
        // What is less than a hundredth is not the problem.
        if cost >= RuleCostLimits.definition / 100 {
            expressions.append(Expression(field: field, place: place, cost: cost))
        }
    }

    /// The four that cost the most.
    var heaviest: [Expression] { Array(expressions.sorted { $0.cost > $1.cost }.prefix(4)) }
}

/// `more than 100x`, `1.234567x` or `12.3x`, in Kubernetes' way of writing.
func excess(_ cost: UInt64, over limit: UInt64) -> String {
    let factor = Double(cost) / Double(limit)
    if factor > 100 { return "more than 100x" }
    let digits = factor < 1.5 ? 6 : 1
    let scale = digits == 6 ? 1_000_000.0 : 10.0
    let scaled = (factor * scale).rounded(.toNearestOrEven)
    let whole = UInt64(scaled) / UInt64(scale)
    let rest = String(UInt64(scaled) % UInt64(scale))
    return "\(whole).\(String(repeating: "0", count: digits - rest.utf8.count))\(rest)x"
}
