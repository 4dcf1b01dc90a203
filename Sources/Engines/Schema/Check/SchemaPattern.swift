import Synchronization
import _StringProcessing

/// The `pattern` of a schema, compiled at its first use. The one place that knows the engine of regular expressions.
final class SchemaPattern: Sendable {
    let text: String
    private let compiled = Mutex<Compiled>(.notYet)

    init(_ text: String) { self.text = text }

    /// Whether `value` has a match anywhere in it, as JSON Schema wants; true for a pattern that the engine does not
    /// know.
    func matches(_ value: String) -> Bool {
        compiled.withLock { state in
            if case .notYet = state { state = Compiled(text) }
            guard case .expression(let expression) = state else { return true }
            return (try? expression.firstMatch(in: value)) != nil
        }
    }

    /// Whether the engine can compile `text`.
    static func isValid(_ text: String) -> Bool { (try? Regex(text)) != nil }

    private enum Compiled {
        case notYet, unusable
        case expression(Regex<AnyRegexOutput>)

        init(_ text: String) {
            guard let regex = try? Regex(text) else {
                self = .unusable
                return
            }
            self = .expression(regex.matchingSemantics(.unicodeScalar))
        }
    }
}
