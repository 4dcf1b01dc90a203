// Questions about what a term is made of.
extension Term {
    /// It has no variables: its value does not depend on what else holds.
    var isGround: Bool {
        switch kind {
        case .scalar: true
        case .variable(let name): name == "input" || name == "data"
        case .wildcard: false
        case .reference(let head, let path): head.isGround && path.allSatisfy(\.isGround)
        case .call(_, let arguments): arguments.allSatisfy(\.isGround)
        case .array(let elements), .set(let elements): elements.allSatisfy(\.isGround)
        case .object(let pairs): pairs.allSatisfy { $0.key.isGround && $0.value.isGround }
        case .template(let parts): parts.allSatisfy(\.isGround)
        case .arrayComprehension, .setComprehension, .objectComprehension: true
        }
    }

    /// The first part that is no constant, and where it stands. What stands in a comprehension does not count.
    var firstUnfixed: (what: String, Position)? {
        switch kind {
        case .scalar, .arrayComprehension, .setComprehension, .objectComprehension: return nil
        case .variable, .wildcard: return ("variable", position)
        case .reference: return ("reference", position)
        case .call: return ("call", position)
        case .array(let elements), .set(let elements): return elements.lazy.compactMap(\.firstUnfixed).first
        case .object(let pairs): return pairs.lazy.compactMap { $0.key.firstUnfixed ?? $0.value.firstUnfixed }.first
        case .template(let parts):
            return parts.lazy.compactMap { part -> (what: String, Position)? in
                switch part {
                case .text: nil
                case .term(let term): term.firstUnfixed
                case .expression(let expression): ("`with`", expression.position)
                }
            }.first
        }
    }
}

extension TemplatePart {
    fileprivate var isGround: Bool {
        switch self {
        case .text: true
        case .term(let term): term.isGround
        case .expression: false
        }
    }
}
