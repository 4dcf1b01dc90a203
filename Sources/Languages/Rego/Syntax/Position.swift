/// Where in a text something stands; both numbers count from one, columns in Unicode scalars as OPA counts them.
package struct Position: Hashable, Sendable, Comparable {
    package var line: Int
    package var column: Int
    /// Bytes before it.
    package var offset: Int

    package init(line: Int, column: Int, offset: Int) {
        self.line = line
        self.column = column
        self.offset = offset
    }

    static let start = Position(line: 1, column: 1, offset: 0)

    package static func < (left: Position, right: Position) -> Bool { left.offset < right.offset }
}
