// `if { a | b }` reads as a comprehension. Before OPA 1.0 the same without `if` was a block, which needs parentheses now.
extension Expression {
    /// The union that would start a comprehension if the expression were the first after a brace.
    var leadingUnion: Term? {
        guard !isNegated, let left, left.position == position else { return nil }
        return left.leadingUnion
    }

    private var left: Term? {
        switch kind {
        case .term(let term), .unify(let term, _), .assign(let term, _): term
        case .some, .someIn, .every, .not: nil
        }
    }
}

extension Term {
    fileprivate var leadingUnion: Term? {
        guard let first = firstOperand else { return nil }
        guard isUnion else { return first.leadingUnion }
        var start = first
        while start.isUnion, let next = start.firstOperand { start = next }
        return start.firstOperand == nil ? self : nil
    }

    private var firstOperand: Term? {
        guard case .call(let name, let operands) = kind, name.isInfix(operands) else { return nil }
        return operands.first
    }

    var isUnion: Bool {
        guard case .call(let name, let operands) = kind, name.isInfix(operands) else { return false }
        return name.dottedName == "or"
    }
}

extension Reference {
    /// Its call was written as an operator, which stands where its first operand does.
    func isInfix(_ operands: [Term]) -> Bool { head.position == operands.first?.position }
}
