/// Why an expression has no value.
package struct EvaluationError: Error, Hashable, Sendable, CustomStringConvertible {
    package var message: String
    /// The evaluation was stopped because it cost too much; no operator absorbs that.
    package var isCancelled = false

    init(_ message: String) { self.message = message }

    package var description: String { message }

    static let noSuchOverload = EvaluationError("no such overload")

    static func noSuchKey(_ key: Value) -> EvaluationError { EvaluationError("no such key: \(key.display)") }

    static let costExceeded: EvaluationError = {
        var error = EvaluationError("operation cancelled: actual cost limit exceeded")
        error.isCancelled = true
        return error
    }()
}
