/// A position in a text: how many characters, lines and columns lie before it. Characters are Unicode scalars.
struct Mark: Hashable {
    /// Zero-based offset in the characters of the text.
    var index: Int
    /// Zero-based; a line ends where YAML sees a line break, which is more often than at each "\n".
    var line: Int
    /// Zero-based; a byte order mark takes no column.
    var column: Int
}
