/// Where a value stands in a source text: file, line and column, both counted from 1 in Unicode scalars.
/// Line 0 means that no place is known.
package struct Place: Hashable, Sendable {
    package var file: SourceFile
    package var line: UInt32
    /// Saturates at 65,535: a longer line is shown from its start.
    package var column: UInt16

    package static let unknown = Place(file: .none, line: 0, column: 0)

    package init(file: SourceFile, line: Int, column: Int) {
        self.file = file
        self.line = UInt32(clamping: line)
        self.column = UInt16(clamping: column)
    }

    package var isKnown: Bool { line > 0 }
}

extension Place: CustomStringConvertible {
    /// `file:line:column`, as editors and terminals make it a link.
    package var description: String {
        guard isKnown else { return file.path }
        return "\(file.path):\(line):\(column)"
    }
}

extension Place: Comparable {
    package static func < (a: Place, b: Place) -> Bool {
        if a.file != b.file { return a.file.path < b.file.path }
        return (a.line, a.column) < (b.line, b.column)
    }
}
