internal import KubeTypes
internal import Tree

/// Rows for people (`meta.k8s.io/v1 Table`).
struct Table {
    /// What each row carries of its object.
    enum Include: String { case none = "None", metadata = "Metadata", object = "Object" }

    var columns: [TableColumn]
    var include: Include
    var now: Timestamp

    func node(
        _ objects: [KubeObject], resourceVersion: String, next: String? = nil, remaining: Int? = nil,
        showsHead: Bool = true
    )
        -> Node
    {
        var metadata: Node = ["resourceVersion": Node(resourceVersion)]
        if let next { metadata["continue"] = Node(next) }
        if let remaining { metadata["remainingItemCount"] = Node(remaining) }
        var root: Node = ["kind": "Table", "apiVersion": "meta.k8s.io/v1", "metadata": metadata]
        root["columnDefinitions"] = showsHead ? Node(columns.map(head)) : Node(.null)
        root["rows"] = Node(objects.map(row))
        return root
    }

    private func head(_ column: TableColumn) -> Node {
        [
            "name": Node(column.name), "type": Node(column.type), "format": Node(column.format),
            "description": Node(column.description), "priority": Node(column.priority),
        ]
    }

    private func row(_ object: KubeObject) -> Node {
        var row: Node = ["cells": Node(columns.map { $0.cell(object, now) })]
        switch include {
        case .none: row["object"] = Node(.null)
        case .metadata: row["object"] = partialMetadata(object)
        case .object: row["object"] = object.root
        }
        return row
    }
}

/// Metadata alone (`meta.k8s.io/v1 PartialObjectMetadata`).
func partialMetadata(_ object: KubeObject) -> Node {
    [
        "kind": "PartialObjectMetadata", "apiVersion": "meta.k8s.io/v1",
        "metadata": object.root["metadata"] ?? .emptyMapping,
    ]
}
