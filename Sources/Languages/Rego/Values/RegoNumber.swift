package import BigInt

/// A number of any size. A number read from a document prints as it was written (`1.50`, `1e3`); equality, order and
/// hash go by value.
///
/// Whole numbers are exact. Fractions count with 64 bits of mantissa, as in OPA.
package struct RegoNumber: Sendable {
    // The rare cases are boxed, so that a value stays small.
    enum Storage: Sendable {
        case int(Int)
        indirect case big(BigInt)
        /// A text that is not just a whole number: `1.50`, `1e3`, `-0`.
        indirect case decimal(String, BinaryFloat)
    }

    var storage: Storage

    package init(_ value: Int) { storage = .int(value) }

    package init(_ value: BigInt) { storage = Int(exactly: value).map(Storage.int) ?? .big(value) }

    init(_ value: BinaryFloat) {
        guard let whole = value.whole else {
            storage = .decimal(value.text, value)
            return
        }
        // A larger one has digits that were never computed: they are zeros.
        storage = Int(exactly: whole).map(Storage.int) ?? .big(BigInt(value.text) ?? whole)
    }

    /// A number of a YAML document, as Go's JSON prints it. Infinities and not-a-number become zero; JSON has none.
    package init(_ value: Double) {
        guard let whole = Int(exactly: value) else {
            self = RegoNumber(text: goJSONText(value)) ?? RegoNumber(0)
            return
        }
        storage = .int(whole)
    }

    /// - Returns: nil for a text that is no JSON number, or a number too large or too small to count with (beyond
    ///   1e20000, or of more than 50,000 letters).
    package init?(text: String) {
        if let small = Int(text), text.utf8.first != UInt8(ascii: "+"), text != "-0" {
            guard !Self.hasLeadingZero(text) else { return nil }
            storage = .int(small)
            return
        }
        // To read a number takes longer than its length.
        guard text.utf8.count <= 50_000, let parts = DecimalText(text) else { return nil }
        if parts.isPlain {
            guard let whole = BigInt(text) else { return nil }
            storage = whole.isZero ? .decimal(text, .zero) : .big(whole)
            return
        }
        guard let value = parts.value else { return nil }
        storage = .decimal(text, value)
    }

    private static func hasLeadingZero(_ text: String) -> Bool {
        let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
        return digits.count > 1 && digits.first == UInt8(ascii: "0")
    }

    /// As written, or as computed.
    package var text: String {
        switch storage {
        case .int(let value): String(value)
        case .big(let value): String(value)
        case .decimal(let text, _): text
        }
    }

    /// Nil for a fraction and for what does not fit. `2.0` is an integer too.
    package var int: Int? {
        switch storage {
        case .int(let value): value
        case .big: nil
        case .decimal: whole.flatMap { Int(exactly: $0) }
        }
    }

    /// Nil for a fraction.
    package var whole: BigInt? {
        switch storage {
        case .int(let value): BigInt(value)
        case .big(let value): value
        case .decimal(let text, let value): value.isWhole ? DecimalText(text)?.wholeValue : nil
        }
    }

    /// Whether it is written without a fraction and without an exponent.
    var isPlainInteger: Bool {
        switch storage {
        case .int, .big: true
        case .decimal(let text, _): text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || isDigit($0) }
        }
    }

    var isNegative: Bool { rounded.mantissa.signum() < 0 }

    package var double: Double {
        switch storage {
        case .int(let value): Double(value)
        case .big(let value): Double(String(value)) ?? 0
        case .decimal(let text, _): Double(text) ?? 0
        }
    }

    /// The value with 64 bits of mantissa.
    var rounded: BinaryFloat {
        switch storage {
        case .int(let value): BinaryFloat(BigInt(value), 0)
        case .big(let value): BinaryFloat(value, 0)
        case .decimal(_, let value): value
        }
    }
}

extension RegoNumber: Hashable {
    package static func == (left: RegoNumber, right: RegoNumber) -> Bool {
        if case .int(let left) = left.storage, case .int(let right) = right.storage { return left == right }
        return left.compare(right) == 0
    }

    package func hash(into hasher: inout Hasher) {
        if let int { hasher.combine(int) } else { hasher.combine(rounded.double) }
    }

    /// Below, equal to or above zero.
    func compare(_ other: RegoNumber) -> Int {
        if case .int(let left) = storage, case .int(let right) = other.storage {
            return left < right ? -1 : (left == right ? 0 : 1)
        }
        let order = rounded.compare(other.rounded)
        return order == 0 ? compareText(other) : order
    }

    /// Of two numbers that are rounded to the same.
    private func compareText(_ other: RegoNumber) -> Int {
        if case .decimal(let left, _) = storage, case .decimal(let right, _) = other.storage, left == right { return 0 }
        guard let left = DecimalText(text), let right = DecimalText(other.text) else { return 0 }
        return left.compare(right)
    }
}
