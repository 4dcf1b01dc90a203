/// Rows under a head, in columns as wide as their widest cell, as kubectl prints them.
package struct TextTable {
    private var rows: [[String]] = []
    private var widths: [Int] = []

    package init(_ head: [String]) { add(head) }

    package mutating func add(_ row: [String]) {
        for (column, cell) in row.enumerated() {
            if column == widths.count { widths.append(0) }
            widths[column] = max(widths[column], cell.count)
        }
        rows.append(row)
    }

    package var text: String { rows.map(line).joined() }

    /// A further row, in the columns of the table as it stands.
    package func line(_ row: [String]) -> String {
        row.enumerated().map { column, cell in
            let width = column < widths.count ? widths[column] : 0
            let room = column == row.count - 1 ? 0 : max(0, width - cell.count) + 3
            return cell + String(repeating: " ", count: room)
        }.joined() + "\n"
    }
}
