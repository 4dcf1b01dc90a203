/// A part of an expression that has a value. The parser gives what was written; nothing is resolved or rewritten yet.
package struct Term: Sendable, Hashable {
    package indirect enum Kind: Sendable, Hashable {
        /// null, a boolean, a number or a string.
        case scalar(RegoValue)
        /// `x`; also `input` and `data`. Each `_` is a `wildcard` of its own.
        case variable(String)
        case wildcard
        /// `head.b["c"][d]`: the head is a variable, a call, a literal or a comprehension; `.b` is the string "b".
        case reference(Term, [Term])
        /// `name(arguments)`, the name as written with its dots. An operator is a call of its built-in (`plus`,
        /// `minus`, `mul`, `div`, `rem`, `and`, `or`, `equal`, `neq`, `lt`, `lte`, `gt`, `gte`, and for `x in xs`
        /// `internal.member_2`, for `k, v in xs` `internal.member_3`); its name stands where its first operand does.
        case call(Reference, [Term])
        case array([Term])
        case object([Pair])
        case set([Term])
        case arrayComprehension(Term, Body)
        case setComprehension(Term, Body)
        case objectComprehension(Pair, Body)
        /// `$"text {term} text"`.
        case template([TemplatePart])
    }

    package var kind: Kind
    package var position: Position

    package init(_ kind: Kind, at position: Position) {
        self.kind = kind
        self.position = position
    }
}

package struct Pair: Sendable, Hashable {
    package var key: Term
    package var value: Term

    package init(key: Term, value: Term) {
        self.key = key
        self.value = value
    }
}

package enum TemplatePart: Sendable, Hashable {
    case text(String)
    case term(Term)
    /// A term with modifiers: `{x with input as y}`.
    case expression(Expression)
}

/// A name with what follows it: `data.lib.allowed`, `json.patch`, `p[x].y`.
package struct Reference: Sendable, Hashable {
    package var head: Term
    package var path: [Term]

    package init(head: Term, path: [Term]) {
        self.head = head
        self.path = path
    }
}
