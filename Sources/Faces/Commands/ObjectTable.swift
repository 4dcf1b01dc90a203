internal import KubeTypes
internal import Reports
internal import Tree

/// What to show of the tables that a server gives: which columns, of which objects.
struct ObjectTable {
    private let columns: [Node]
    private let shown: [Int]
    private let showsNamespace: Bool
    /// Objects of other names are left out; none here means all.
    private let wanted: [String]

    /// - Parameter table: A table with the heads of its columns.
    init(_ table: Node, isWide: Bool, showsNamespace: Bool, wanted: [String]) {
        columns = table["columnDefinitions"]?.elements ?? []
        shown = columns.indices.filter { [columns] in isWide || columns[$0]["priority"]?.integer ?? 0 == 0 }
        self.showsNamespace = showsNamespace
        self.wanted = wanted
    }

    var head: [String] {
        (showsNamespace ? ["NAMESPACE"] : []) + shown.map { (columns[$0]["name"]?.string ?? "").uppercased() }
    }

    func rows(of table: Node) -> [(name: String, cells: [String])] {
        (table["rows"]?.elements ?? []).compactMap { row in
            let object = KubeObject(row["object"] ?? .emptyMapping)
            guard wanted.isEmpty || wanted.contains(object.name) else { return nil }
            let cells = row["cells"]?.elements ?? []
            let texts = shown.map { $0 < cells.count ? text(cells[$0]) : "" }
            return (object.name, (showsNamespace ? [object.namespace] : []) + texts)
        }
    }

    private func text(_ node: Node) -> String { node.isNull ? "" : node.string ?? JSONWriter.text(node) }
}
