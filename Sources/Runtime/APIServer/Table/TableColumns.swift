internal import KubeTypes
internal import Schema
internal import Tree

/// One column of a table: its head and how a cell is read from an object.
struct TableColumn: Sendable {
    var name: String
    var type = "string"
    var format = ""
    var description = ""
    var priority = 0
    var cell: @Sendable (KubeObject, Timestamp) -> Node

    static let name = TableColumn(
        name: "Name", format: "name", description: "The name of the object, unique in its namespace.",
        cell: { object, _ in Node(object.name) })

    static let age = TableColumn(name: "Age", description: "The time since the object was created.") { object, now in
        Node(elapsed(since: object.root[path: "metadata", "creationTimestamp"]?.string, now: now))
    }

    static func field(
        _ name: String, type: String = "string", priority: Int = 0, _ read: @escaping @Sendable (KubeObject) -> Node
    )
        -> TableColumn
    {
        TableColumn(name: name, type: type, priority: priority, cell: { object, _ in read(object) })
    }
}

/// The columns of a kind: kubectl's own for built-in kinds, the CRD's for others.
func tableColumns(_ served: ServedType) -> [TableColumn] {
    if served.definition.isBuiltIn {
        let kind = served.definition.kind
        if kind == "Event" { return eventColumns }
        return [.name] + builtInColumns(kind) + (kind == "CustomResourceDefinition" ? [] : [.age])
    }
    let columns = served.version.printerColumns
    return columns.isEmpty ? [.name, .age] : [.name] + columns.map(TableColumn.init)
}

extension TableColumn {
    fileprivate init(_ column: ResourceDefinition.PrinterColumn) {
        let path = JSONPath(column.jsonPath)
        self.init(
            name: column.name, type: column.type, format: column.format ?? "", description: column.description ?? "",
            priority: column.priority
        ) { object, now in
            let found = path.find(in: object.root)
            guard let first = found.first else { return Node(.null) }
            if column.type == "date" { return Node(elapsed(since: first.string, now: now)) }
            if column.type == "string" {
                return Node(found.map(text).joined(separator: ","))
            }
            return first
        }
    }
}

private func text(_ node: Node) -> String { node.string ?? JSONWriter.text(node) }

private func builtInColumns(_ kind: String) -> [TableColumn] {
    switch kind {
    case "Namespace": [.field("Status") { $0.status["phase"] ?? "" }]
    case "ConfigMap":
        [.field("Data") { Node("\($0.root["data"].count + $0.root["binaryData"].count)") }]
    case "Secret":
        [.field("Type") { $0.root["type"] ?? "" }, .field("Data", type: "integer") { Node($0.root["data"].count) }]
    case "ServiceAccount": [.field("Secrets", type: "integer") { Node($0.root["secrets"]?.elements.count ?? 0) }]
    case "Lease": [.field("Holder") { $0.spec["holderIdentity"] ?? "" }]
    case "Service": serviceColumns
    case "Deployment": deploymentColumns
    case "CustomResourceDefinition":
        [
            TableColumn(
                name: "Created At", type: "date",
                cell: { object, _ in
                    object.root[path: "metadata", "creationTimestamp"] ?? Node(.null)
                })
        ]
    default: []
    }
}

extension Optional<Node> {
    fileprivate var count: Int { self?.mapping?.count ?? 0 }
}

private let serviceColumns: [TableColumn] = [
    .field("Type") { $0.spec["type"] ?? "ClusterIP" },
    .field("Cluster-IP") { $0.spec["clusterIP"] ?? "<none>" },
    .field("External-IP") { object in
        let addresses = object.spec["externalIPs"]?.elements.map(text) ?? []
        return Node(
            addresses.isEmpty ? object.spec["externalName"]?.string ?? "<none>" : addresses.joined(separator: ","))
    },
    .field("Port(s)") { object in
        let ports = object.spec["ports"]?.elements ?? []
        let texts = ports.map { "\(text($0["port"] ?? ""))/\($0["protocol"]?.string ?? "TCP")" }
        return Node(texts.isEmpty ? "<none>" : texts.joined(separator: ","))
    },
]

private let deploymentColumns: [TableColumn] = [
    .field("Ready") { Node("\($0.status["readyReplicas"]?.integer ?? 0)/\($0.spec["replicas"]?.integer ?? 0)") },
    .field("Up-to-date", type: "integer") { $0.status["updatedReplicas"] ?? 0 },
    .field("Available", type: "integer") { $0.status["availableReplicas"] ?? 0 },
]

private let eventColumns: [TableColumn] = [
    TableColumn(
        name: "Last Seen",
        cell: { object, now in
            let moment = object.root["lastTimestamp"]?.string ?? object.root["eventTime"]?.string
            return Node(elapsed(since: moment, now: now))
        }),
    .field("Type") { $0.root["type"] ?? "" },
    .field("Reason") { $0.root["reason"] ?? "" },
    .field("Object") { object in
        let about = object.root["involvedObject"] ?? object.root["regarding"]
        return Node("\(about?["kind"]?.string?.lowercased() ?? "")/\(about?["name"]?.string ?? "")")
    },
    .field("Message") { $0.root["message"] ?? $0.root["note"] ?? "" },
]
