/// A duration in Go's words: `1.5s`, `100ms`, `1h30m`. A number alone is none, but for `0`.
package struct GoDuration: Hashable, Comparable, Sendable, CustomStringConvertible {
    package var nanoseconds: Int64

    package init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    package static let zero = GoDuration(nanoseconds: 0)
    package static let millisecond = GoDuration(nanoseconds: 1_000_000)
    package static let second = GoDuration(nanoseconds: 1_000_000_000)
    package static let hour = GoDuration(nanoseconds: 3_600_000_000_000)

    package static func < (a: GoDuration, b: GoDuration) -> Bool { a.nanoseconds < b.nanoseconds }

    /// Whether it is so many whole units.
    package func isMultiple(of unit: GoDuration) -> Bool { nanoseconds % unit.nanoseconds == 0 }

    /// Nil for a text of another form, and for what does not fit into 64 bits of nanoseconds.
    package init?(_ text: String) {
        var bytes = Array(text.utf8)[...]
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
        if bytes.elementsEqual("0".utf8) {
            nanoseconds = 0
            return
        }
        guard !bytes.isEmpty else { return nil }
        // Counted below zero, where there is room for one more.
        var total: Int64 = 0
        while !bytes.isEmpty {
            guard let part = Self.takePart(&bytes) else { return nil }
            let (sum, overflows) = total.subtractingReportingOverflow(part)
            if overflows { return nil }
            total = sum
        }
        guard isNegative || total != .min else { return nil }
        nanoseconds = isNegative ? total : -total
    }

    /// A number with its unit, in nanoseconds.
    private static func takePart(_ bytes: inout ArraySlice<UInt8>) -> Int64? {
        let whole = bytes.prefix(while: isDigit)
        bytes = bytes.dropFirst(whole.count)
        var fraction: ArraySlice<UInt8> = []
        if bytes.first == UInt8(ascii: ".") {
            bytes.removeFirst()
            fraction = bytes.prefix(while: isDigit)
            bytes = bytes.dropFirst(fraction.count)
        }
        guard !whole.isEmpty || !fraction.isEmpty else { return nil }
        let name = bytes.prefix { !isDigit($0) && $0 != UInt8(ascii: ".") }
        bytes = bytes.dropFirst(name.count)
        guard let unit = unit(name), let count = number(whole) else { return nil }
        let (product, overflows) = count.multipliedReportingOverflow(by: unit)
        var scale = Double(unit)
        var rest = 0.0
        for digit in fraction {
            scale /= 10
            rest += Double(digit - UInt8(ascii: "0")) * scale
        }
        let (sum, overflowsToo) = product.addingReportingOverflow(Int64(rest.rounded(.toNearestOrEven)))
        return overflows || overflowsToo ? nil : sum
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
        digits.isEmpty ? 0 : Int64(String(decoding: digits, as: UTF8.self))
    }

    private static func unit(_ name: ArraySlice<UInt8>) -> Int64? {
        switch String(decoding: name, as: UTF8.self) {
        case "ns": 1
        case "us", "µs", "μs": 1000
        case "ms": 1_000_000
        case "s": 1_000_000_000
        case "m": 60_000_000_000
        case "h": 3_600_000_000_000
        default: nil
        }
    }

    package var description: String {
        if isMultiple(of: .second) { return "\(nanoseconds / 1_000_000_000)s" }
        if isMultiple(of: .millisecond) { return "\(nanoseconds / 1_000_000)ms" }
        return "\(nanoseconds)ns"
    }
}
