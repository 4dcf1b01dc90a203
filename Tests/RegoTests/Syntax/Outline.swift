@testable import Rego

// A short text for each syntax tree, with every operator in parentheses.

extension Term {
    var outline: String {
        switch kind {
        case .scalar(let value): value.outline
        case .variable(let name): name
        case .wildcard: "_"
        case .reference(let head, let path): head.outline + path.map { "[\($0.outline)]" }.joined()
        case .call(let name, let arguments): "(\(name.outline) \(arguments.map(\.outline).joined(separator: " ")))"
        case .array(let elements): "[\(elements.map(\.outline).joined(separator: " "))]"
        case .object(let pairs): "{\(pairs.map(\.outline).joined(separator: " "))}"
        case .set(let elements): "#{\(elements.map(\.outline).joined(separator: " "))}"
        case .arrayComprehension(let term, let body): "[\(term.outline) | \(body.outline)]"
        case .setComprehension(let term, let body): "#{\(term.outline) | \(body.outline)}"
        case .objectComprehension(let pair, let body): "{\(pair.outline) | \(body.outline)}"
        case .template(let parts): "$(" + parts.map(\.outline).joined(separator: " ") + ")"
        }
    }
}

extension RegoValue {
    fileprivate var outline: String {
        switch self {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .number(let value): value.text
        case .string(let value): "'\(value)'"
        default: "?"
        }
    }
}

extension TemplatePart {
    fileprivate var outline: String {
        switch self {
        case .text(let text): "'\(text)'"
        case .term(let term): term.outline
        case .expression(let expression): expression.outline
        }
    }
}

extension Pair {
    fileprivate var outline: String { "\(key.outline): \(value.outline)" }
}

extension Reference {
    var outline: String { dottedName ?? Term(.reference(head, path), at: .none).outline }
}

extension Body {
    var outline: String { expressions.map(\.outline).joined(separator: "; ") }
}

extension Expression {
    var outline: String {
        let text =
            switch kind {
            case .term(let term): term.outline
            case .unify(let left, let right): "\(left.outline) = \(right.outline)"
            case .assign(let left, let right): "\(left.outline) := \(right.outline)"
            case .some(let names): "some \(names.map(\.outline).joined(separator: " "))"
            case .someIn(let key, let value, let collection):
                "some \(key.map { $0.outline + " " } ?? "")\(value.outline) in \(collection.outline)"
            case .every(let key, let value, let domain, let body):
                "every \(key.map { $0.outline + " " } ?? "")\(value.outline) in \(domain.outline) {\(body.outline)}"
            case .not(let body): "not {\(body.outline)}"
            }
        return (isNegated ? "not " : "") + text
            + modifiers.map { " with \($0.target.outline) as \($0.value.outline)" }.joined()
    }
}

extension Rule {
    var outline: String {
        var text = isDefault ? "default " : ""
        text += head.reference.outline
        if let arguments = head.arguments { text += "(\(arguments.map(\.outline).joined(separator: " ")))" }
        switch head.kind {
        case .value(let value): text += value.map { " := \($0.outline)" } ?? ""
        case .contains(let element): text += " contains \(element.outline)"
        }
        if let body { text += " if \(body.outline)" }
        for alternative in alternatives {
            text += " else" + (alternative.value.map { " := \($0.outline)" } ?? "")
            text += alternative.body.map { " if \($0.outline)" } ?? ""
        }
        return text
    }
}
