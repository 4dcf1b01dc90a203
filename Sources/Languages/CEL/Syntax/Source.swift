/// The text of an expression, as Unicode scalars: CEL counts places in them.
struct Source: Sendable {
    let text: String
    let scalars: [Unicode.Scalar]
    private let lineStarts: [Int]

    init(_ text: String) {
        self.text = text
        let scalars = Array(text.unicodeScalars)
        self.scalars = scalars
        lineStarts = [0] + scalars.indices.filter { scalars[$0] == "\n" }.map { $0 + 1 }
    }

    /// Line and column of an offset, both counted from 1.
    func place(_ offset: Int) -> (line: Int, column: Int) {
        let line = (lineStarts.lastIndex { $0 <= offset } ?? 0) + 1
        return (line, offset - lineStarts[line - 1] + 1)
    }

    /// A line of the text, counted from 1.
    func line(_ number: Int) -> ArraySlice<Unicode.Scalar> {
        let rest = scalars[lineStarts[number - 1]...]
        return rest.prefix { $0 != "\n" }
    }
}
