/// A position in a text: how many characters, lines and columns lie before it. Characters are Unicode scalars.
///
/// Texts are smaller than 4 GB, and there is a mark at both ends of each token: 12 bytes are enough for one.
package struct Mark: Hashable {
    private var storedIndex: UInt32
    private var storedLine: UInt32
    private var storedColumn: UInt32

    init(index: Int, line: Int, column: Int) {
        storedIndex = UInt32(truncatingIfNeeded: index)
        storedLine = UInt32(truncatingIfNeeded: line)
        storedColumn = UInt32(truncatingIfNeeded: column)
    }

    /// Zero-based offset in the characters of the text.
    package var index: Int {
        get { Int(storedIndex) }
        set { storedIndex = UInt32(truncatingIfNeeded: newValue) }
    }

    /// Zero-based; a line ends where YAML sees a line break, which is more often than at each "\n".
    package var line: Int {
        get { Int(storedLine) }
        set { storedLine = UInt32(truncatingIfNeeded: newValue) }
    }

    /// Zero-based; a byte order mark takes no column.
    package var column: Int {
        get { Int(storedColumn) }
        set { storedColumn = UInt32(truncatingIfNeeded: newValue) }
    }
}
