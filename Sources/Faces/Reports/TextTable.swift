/// Rows under a head, in columns as wide as their widest cell, as kubectl prints them.
package struct TextTable {
    private var rows: [[String]]

    package init(_ head: [String]) { rows = [head] }

    package mutating func add(_ row: [String]) { rows.append(row) }

    package var text: String {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
        return rows.map { row in
            row.enumerated().map { column, cell in
                column == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[column] - cell.count + 3)
            }.joined()
        }.joined(separator: "\n") + "\n"
    }
}
