/// Lists taken as sets.
let setFunctions: [Function] = [
    Function("sets.contains", "(list(A), list(A)) -> bool", cost: pairs(1)) { arguments in
        .bool(try isSubset(try elements(arguments[1]), of: try elements(arguments[0])))
    },
    Function("sets.equivalent", "(list(A), list(A)) -> bool", cost: pairs(2)) { arguments in
        let (a, b) = (try elements(arguments[0]), try elements(arguments[1]))
        return .bool(try isSubset(a, of: b) && isSubset(b, of: a))
    },
    Function("sets.intersects", "(list(A), list(A)) -> bool", cost: pairs(1)) { arguments in
        let others = try elements(arguments[1])
        for value in try elements(arguments[0]) where try isSubset([value], of: others) { return .bool(true) }
        return .bool(false)
    },
]

private func isSubset(_ part: [Value], of whole: [Value]) throws(EvaluationError) -> Bool {
    for value in part {
        var isThere = false
        for other in whole where try value.equals(other) {
            isThere = true
            break
        }
        guard isThere else { return false }
    }
    return true
}

private func pairs(_ factor: UInt64) -> Function.Cost {
    { arguments, _ in
        arguments[0].size.multipliedClamped(by: arguments[1].size).multipliedClamped(by: factor).addedClamped(1)
    }
}
