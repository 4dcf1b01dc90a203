internal import RE2
internal import Synchronization

/// What keeps a text from being a regular expression of Istio; nil when nothing does. Its syntax is that of RE2.
///
/// Each expression is read once; manifests repeat them.
package func expressionProblem(_ pattern: String) -> String? {
    if pattern.isEmpty { return "it is empty" }
    if pattern.utf8.count > 1024 { return "it has \(pattern.utf8.count) characters, at most 1024 are allowed" }
    return expressionSyntaxProblem(pattern)
}

/// The same without the rules for the length.
package func expressionSyntaxProblem(_ pattern: String) -> String? {
    if let known = knownExpressions.withLock({ $0[pattern] }) { return known.problem }
    let judged = JudgedExpression(pattern)
    knownExpressions.withLock { known in
        if known.count >= 4096 { known.removeAll(keepingCapacity: true) }
        known[pattern] = judged
    }
    return judged.problem
}

private struct JudgedExpression {
    var problem: String?

    init(_ pattern: String) {
        do throws(RegularExpression.Mistake) {
            _ = try RegularExpression(pattern)
        } catch {
            problem = "RE2 cannot read it: \(error.message)"
        }
    }
}

private let knownExpressions = Mutex<[String: JudgedExpression]>([:])
