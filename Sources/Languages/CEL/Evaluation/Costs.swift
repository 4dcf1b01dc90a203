/// Factors of cel-go: what a letter costs, a letter of a regular expression, a new list or map.
enum Costs {
    static let listCreation: UInt64 = 10
    static let mapCreation: UInt64 = 30

    /// Reading so many letters.
    static func traversal(_ letters: UInt64) -> UInt64 { UInt64((Double(letters) * 0.1).rounded(.up)) }

    /// Reading the text that is the first argument.
    static let first: Function.Cost = { arguments, _ in traversal(arguments.first?.size ?? 0) }

    /// Reading the text that is the second argument.
    static let second: Function.Cost = { arguments, _ in traversal(arguments.last?.size ?? 0) }

    /// Reading it and writing as much.
    static let firstTwice: Function.Cost = { arguments, _ in
        UInt64((Double(arguments.first?.size ?? 0) * 2 * 0.1).rounded(.up))
    }

    /// Reading both.
    static let sum: Function.Cost = { arguments, _ in traversal(arguments.reduce(0) { $0 + $1.size }) }

    /// Reading the shorter one.
    static let shorter: Function.Cost = { arguments, _ in traversal(arguments.map(\.size).min() ?? 0) }

    static let product: Function.Cost = { arguments, _ in
        arguments.reduce(1) { $0.multipliedClamped(by: traversal($1.size)) }
    }

    /// A regular expression over a text.
    static let regex: Function.Cost = { arguments, _ in
        guard arguments.count > 1 else { return 1 }
        let text = UInt64(((1 + Double(arguments[0].size)) * 0.1).rounded(.up))
        return text.multipliedClamped(by: UInt64((Double(arguments[1].size) * 0.25).rounded(.up)))
    }

    static let unit: Function.Cost = { _, _ in 1 }

    /// Kubernetes' cost of visiting everything in a value.
    static func visit(_ value: Value) -> UInt64 {
        switch value {
        case .string(let text): return UInt64(Double(text.utf8.count) * 0.1)
        case .bytes(let bytes): return UInt64(Double(bytes.count) * 0.1)
        case .list(let list): return ((try? list.elements()) ?? []).reduce(0) { $0 + visit($1) }
        case .map(let map):
            return map.keys.reduce(0) { sum, key in
                let member = (try? map.find(key)) ?? nil
                return sum + visit(key) + (member.map(visit) ?? 1)
            }
        default: return 1
        }
    }

    static let visitFirst: Function.Cost = { arguments, _ in arguments.first.map(visit) ?? 0 }

    /// A new list of so many elements.
    static func newList(_ factor: Double, _ count: UInt64) -> UInt64 {
        UInt64(min(Double(count) * factor, 1e18)) + 1 + listCreation
    }
}

extension UInt64 {
    func multipliedClamped(by other: UInt64) -> UInt64 {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? .max : product
    }

    func addedClamped(_ other: UInt64) -> UInt64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
