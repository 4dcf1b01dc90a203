internal import Rego

/// How answers are printed; the names and shapes are those of `opa eval --format`.
package enum QueryFormat: String, CaseIterable, Sendable { case json, pretty, values, raw, bindings }

/// What `opa eval` prints.
package enum QueryReport {
    /// - Returns: the text for standard output, with a newline at its end unless it is empty.
    package static func text(_ results: [QueryResult], as format: QueryFormat) -> String {
        switch format {
        case .json: json(results)
        case .pretty: pretty(results)
        case .values: results.map { OrderedJSON.list($0.expressions.map { .value($0.value) }).text + "\n" }.joined()
        case .bindings: results.map { OrderedJSON.value(.object($0.bindings)).text + "\n" }.joined()
        case .raw: results.map { $0.expressions.map(\.value.raw).joined(separator: " ") + "\n" }.joined()
        }
    }

    /// The errors as a JSON document.
    package static func json(_ errors: [QueryError]) -> String {
        OrderedJSON.members([("errors", .list(errors.map(\.json)))]).text + "\n"
    }

    /// The errors for a person.
    package static func text(_ errors: [QueryError]) -> String {
        let start = errors.count == 1 ? "1 error occurred: " : "\(errors.count) errors occurred:\n"
        return start + errors.map { $0.description + "\n" + ($0.hint.map { "  help: \($0)\n" } ?? "") }.joined()
    }

    private static func json(_ results: [QueryResult]) -> String {
        guard !results.isEmpty else { return "{}\n" }
        let rows = results.map { result in
            var members: [(String, OrderedJSON)] = [("expressions", .list(result.expressions.map(\.json)))]
            if !result.bindings.isEmpty { members.append(("bindings", .value(.object(result.bindings)))) }
            return OrderedJSON.members(members)
        }
        return OrderedJSON.members([("result", .list(rows))]).text + "\n"
    }

    // MARK: - Pretty

    private static func pretty(_ results: [QueryResult]) -> String {
        guard let first = results.first else { return "undefined\n" }
        if results.count == 1, first.bindings.isEmpty, let value = first.expressions.first?.value,
            first.expressions.count == 1 || first.expressions.allSatisfy(\.isBoolean)
        {
            return OrderedJSON.value(value).text + "\n"
        }
        // Variables first, then the expressions that say more than that they hold.
        let names = Set(results.flatMap(\.bindings.keys)).sorted()
        let shown = first.expressions.indices.filter { index in
            results.contains { $0.expressions.indices.contains(index) && !$0.expressions[index].isBoolean }
        }
        let head = names.map(\.raw) + shown.map { first.expressions[$0].text }
        let rows = results.map { result in
            names.map { result.bindings[$0].map { shortened($0.json) } ?? "" }
                + shown.map { shortened(result.expressions[$0].value.json) }
        }
        return table([head] + rows)
    }

    private static func shortened(_ text: String) -> String { text.count > 80 ? text.prefix(80) + "..." : text }

    private static func table(_ rows: [[String]]) -> String {
        guard let columns = rows.first?.count, columns > 0 else { return "" }
        let widths = (0..<columns).map { column in rows.map { $0[column].count }.max() ?? 0 }
        let rule = "+" + widths.map { String(repeating: "-", count: $0 + 2) + "+" }.joined() + "\n"
        var text = rule
        for (index, row) in rows.enumerated() {
            for (cell, width) in zip(row, widths) {
                text += "| " + cell + String(repeating: " ", count: width - cell.count) + " "
            }
            text += "|\n"
            if index == 0 { text += rule }
        }
        return text + rule
    }
}

extension QueryResult.Expression {
    fileprivate var isBoolean: Bool { if case .bool = value { true } else { false } }

    fileprivate var json: OrderedJSON {
        .members([
            ("value", .value(value)), ("text", .value(.string(text))),
            ("location", position.json(file: nil)),
        ])
    }
}

extension RegoValue {
    /// A string as it is, anything else as JSON.
    fileprivate var raw: String { if case .string(let text) = self { text } else { json } }
}

extension Position {
    func json(file: String?) -> OrderedJSON {
        var members: [(String, OrderedJSON)] = []
        if let file { members.append(("file", .value(.string(file)))) }
        members.append(("row", .value(.number(RegoNumber(line)))))
        members.append(("col", .value(.number(RegoNumber(column)))))
        return .members(members)
    }
}
