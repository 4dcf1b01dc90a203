import RE2
import Synchronization

/// The `pattern` of a schema, compiled at its first use.
final class SchemaPattern: Sendable {
    let text: String
    private let compiled = Mutex<Compiled>(.notYet)

    init(_ text: String) { self.text = text }

    /// Whether `value` has a match anywhere in it, as JSON Schema wants; true for a pattern that is no expression.
    func matches(_ value: String) -> Bool {
        let expression = compiled.withLock { state -> RegularExpression? in
            if case .notYet = state { state = (try? RegularExpression(text)).map { .expression($0) } ?? .unusable }
            if case .expression(let expression) = state { return expression }
            return nil
        }
        return expression?.matches(value) ?? true
    }

    /// Whether `text` is an expression.
    static func isValid(_ text: String) -> Bool { (try? RegularExpression(text)) != nil }

    private enum Compiled {
        case notYet, unusable
        case expression(RegularExpression)
    }
}
