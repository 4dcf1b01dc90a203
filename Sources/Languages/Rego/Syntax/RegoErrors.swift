/// Everything that is wrong with a text; at least one error.
package struct RegoErrors: Error, Hashable, Sendable, CustomStringConvertible {
    package var first: RegoError
    package var others: [RegoError]

    package init(_ first: RegoError, _ others: [RegoError] = []) {
        self.first = first
        self.others = others
    }

    /// - Returns: nil for an empty list.
    package init?(_ errors: [RegoError]) {
        guard let first = errors.first else { return nil }
        self.init(first, Array(errors.dropFirst()))
    }

    package var all: [RegoError] { [first] + others }

    package var description: String { all.map(\.description).joined(separator: "\n") }
}
