/// Expressions that must all hold.
package struct Body: Sendable, Hashable {
    package var expressions: [Expression]
    package var position: Position

    package init(_ expressions: [Expression], at position: Position) {
        self.expressions = expressions
        self.position = position
    }
}

/// One line of a body.
package struct Expression: Sendable, Hashable {
    package indirect enum Kind: Sendable, Hashable {
        case term(Term)
        /// `a = b`
        case unify(Term, Term)
        /// `a := b`
        case assign(Term, Term)
        /// `some x, y`
        case some([Term])
        /// `some x in xs`, `some k, v in xs`
        case someIn(key: Term?, value: Term, collection: Term)
        /// `every k, v in xs { … }`
        case every(key: Term?, value: Term, domain: Term, Body)
        /// `not { … }`, and with `import future.keywords.not` every `not x`: the body cannot be satisfied, be it because
        /// a part of it is undefined. Without that import `not x` is a negated expression, whose calls and references
        /// inside must have values.
        case not(Body)
    }

    package var kind: Kind
    package var isNegated: Bool
    package var modifiers: [With]
    package var position: Position

    package init(_ kind: Kind, isNegated: Bool = false, modifiers: [With] = [], at position: Position) {
        self.kind = kind
        self.isNegated = isNegated
        self.modifiers = modifiers
        self.position = position
    }
}

/// `with target as value`
package struct With: Sendable, Hashable {
    package var target: Term
    package var value: Term
    package var position: Position

    package init(target: Term, value: Term, at position: Position) {
        self.target = target
        self.value = value
        self.position = position
    }
}
