internal import BigInt

/// Whole numbers stay exact; everything else is computed with 64 bits of mantissa, as OPA does.
extension RegoNumber {
    /// Bits of the largest whole number that an operation may give.
    private static let largestWidth = 1 << 17

    static func + (left: RegoNumber, right: RegoNumber) throws(BuiltinFailure) -> RegoNumber {
        if case .int(let left) = left.storage, case .int(let right) = right.storage {
            let (sum, overflows) = left.addingReportingOverflow(right)
            if !overflows { return RegoNumber(sum) }
        }
        if let left = left.whole, let right = right.whole { return try checked(left + right) }
        return try checked(left.rounded + right.rounded)
    }

    static func - (left: RegoNumber, right: RegoNumber) throws(BuiltinFailure) -> RegoNumber {
        if case .int(let left) = left.storage, case .int(let right) = right.storage {
            let (difference, overflows) = left.subtractingReportingOverflow(right)
            if !overflows { return RegoNumber(difference) }
        }
        if let left = left.whole, let right = right.whole { return try checked(left - right) }
        return try checked(left.rounded + -right.rounded)
    }

    static func * (left: RegoNumber, right: RegoNumber) throws(BuiltinFailure) -> RegoNumber {
        if case .int(let left) = left.storage, case .int(let right) = right.storage {
            let (product, overflows) = left.multipliedReportingOverflow(by: right)
            if !overflows { return RegoNumber(product) }
        }
        if let left = left.whole, let right = right.whole { return try checked(left * right) }
        return try checked(left.rounded * right.rounded)
    }

    static func / (left: RegoNumber, right: RegoNumber) throws(BuiltinFailure) -> RegoNumber {
        if case .int(let left) = left.storage, case .int(let right) = right.storage, left != 0, right != 0 {
            let (quotient, overflows) = left.dividedReportingOverflow(by: right)
            if !overflows, quotient * right == left { return RegoNumber(quotient) }
        }
        let divisor = right.rounded
        guard !divisor.mantissa.isZero else { throw BuiltinFailure("divide by zero") }
        if left.rounded.mantissa.isZero {
            // Nothing divided by less than nothing is written `-0`.
            let isBelow = (left.text.utf8.first == UInt8(ascii: "-")) != right.isNegative
            return isBelow ? RegoNumber(text: "-0") ?? RegoNumber(0) : RegoNumber(0)
        }
        return try checked(left.rounded / divisor)
    }

    static func % (left: RegoNumber, right: RegoNumber) throws(BuiltinFailure) -> RegoNumber {
        if case .int(let left) = left.storage, case .int(let right) = right.storage, right != 0 {
            return RegoNumber(left.remainderReportingOverflow(dividingBy: right).partialValue)
        }
        guard let left = left.whole, let right = right.whole else {
            throw BuiltinFailure("modulo on floating-point number")
        }
        guard !right.isZero else { throw BuiltinFailure("modulo by zero") }
        return RegoNumber(left % right)
    }

    var magnitude: RegoNumber {
        switch storage {
        case .int(let value) where value >= 0: self
        case .int, .big: RegoNumber(BigInt(whole?.magnitude ?? 0))
        case .decimal(_, let value): RegoNumber(value.mantissa.signum() < 0 ? -value : value)
        }
    }

    /// The whole number below or at it. (OPA's `floor` gives 0 for numbers between -1 and 0, and `ceil` 1; we do not.)
    var floor: RegoNumber {
        guard case .decimal(_, let value) = storage else { return self }
        return RegoNumber(value.floor)
    }

    var ceiling: RegoNumber {
        guard case .decimal(_, let value) = storage else { return self }
        return RegoNumber(-(-value).floor)
    }

    /// Halves go away from zero.
    var nearest: RegoNumber {
        guard case .decimal(_, let value) = storage else { return self }
        let half = BinaryFloat(1, -1)
        return RegoNumber(value.mantissa.signum() < 0 ? -(-value + half).floor : (value + half).floor)
    }

    /// Towards zero.
    var truncated: BigInt {
        switch storage {
        case .int(let value): BigInt(value)
        case .big(let value): value
        case .decimal(_, let value): value.mantissa.signum() < 0 ? -(-value).floor : value.floor
        }
    }

    private static func checked(_ value: BigInt) throws(BuiltinFailure) -> RegoNumber {
        guard value.magnitude.bitWidth <= largestWidth else { throw tooLarge }
        return RegoNumber(value)
    }

    private static func checked(_ value: BinaryFloat) throws(BuiltinFailure) -> RegoNumber {
        guard value.isInRange else { throw tooLarge }
        return RegoNumber(value)
    }

    private static let tooLarge = BuiltinFailure("the result has more digits than a number may have", .limit)
}
