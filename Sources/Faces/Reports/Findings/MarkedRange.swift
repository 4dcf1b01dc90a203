internal import Diagnostics

/// The part of a line that a finding marks, in Unicode scalars from 1.
struct MarkedRange {
    var line: Int
    /// Nil where only the line is known.
    var column: Int?
    /// Behind the last scalar; nil where the end is not known.
    var endColumn: Int?

    /// Nil when no place is known.
    init?(_ place: Place, length: Int = 0, source: TextReport.Source) {
        guard place.isKnown else { return nil }
        line = Int(place.line)
        // A column at the limit only says that the line is long.
        guard place.column > 0, place.column < .max else { return }
        let column = Int(place.column)
        self.column = column
        if let text = source(place.file)?[safe: line - 1] {
            endColumn = column + markedLength(in: text, from: column - 1, length: length)
        } else if length > 0 {
            endColumn = column + length
        }
    }
}

/// How many Unicode scalars of a line are marked: as many as the finding says, or else a word; never more than there are,
/// and at least one.
func markedLength(in line: String, from start: Int, length: Int) -> Int {
    let rest = line.unicodeScalars.dropFirst(start)
    let wanted = length == 0 ? rest.prefix { !" :,[]{}\r".unicodeScalars.contains($0) }.count : length
    return max(1, min(wanted, rest.count))
}
