/// A label or field selector: requirements that must all hold (Kubernetes documentation, "Labels and Selectors").
package struct Selector: Hashable, Sendable {
    package enum Operator: Hashable, Sendable {
        case equals(String), notEquals(String), isIn([String]), notIn([String]), exists, doesNotExist
        case greater(Int), less(Int)
    }

    package struct Requirement: Hashable, Sendable {
        package var key: String
        package var condition: Operator

        package init(key: String, condition: Operator) {
            self.key = key
            self.condition = condition
        }
    }

    package var requirements: [Requirement]

    package init(_ requirements: [Requirement] = []) { self.requirements = requirements }

    package var isEmpty: Bool { requirements.isEmpty }

    package func matches(_ labels: [String: String]) -> Bool {
        requirements.allSatisfy { $0.matches(labels[$0.key]) }
    }

    /// Why the text of a selector was refused.
    package struct ParseError: Error, Equatable, CustomStringConvertible {
        package var description: String

        package init(description: String) { self.description = description }
    }
}

extension Selector.Requirement {
    fileprivate func matches(_ value: String?) -> Bool {
        switch condition {
        case .equals(let wanted): value == wanted
        case .notEquals(let refused): value != refused
        case .isIn(let wanted): value.map(wanted.contains) ?? false
        case .notIn(let refused): !(value.map(refused.contains) ?? false)
        case .exists: value != nil
        case .doesNotExist: value == nil
        case .greater(let bound): (value.flatMap { Int($0) }).map { $0 > bound } ?? false
        case .less(let bound): (value.flatMap { Int($0) }).map { $0 < bound } ?? false
        }
    }
}
