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
        return [.name] + builtInColumns(kind)
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
            guard let value = path.find(in: object.root).first else { return Node(.null) }
            return shownValue(value, type: column.type, now: now)
        }
    }
}

/// A value as its column shows it; nothing when it is of another type (Kubernetes, "Additional printer columns").
private func shownValue(_ value: Node, type: String, now: Timestamp) -> Node {
    switch type {
    case "string": value.isNull ? Node(.null) : Node(text(value))
    case "integer": value.value.number.flatMap { Int(exactly: $0.rounded(.towardZero)) }.map { Node($0) } ?? Node(.null)
    case "number": value.value.number == nil ? Node(.null) : value
    case "boolean": value.bool == nil ? Node(.null) : value
    case "date":
        value.string.map { Timestamp($0) == nil ? "<invalid>" : Node(elapsed(since: $0, now: now)) } ?? Node(.null)
    default: Node(.null)
    }
}

private func text(_ node: Node) -> String { node.string ?? JSONWriter.text(node) }

private func builtInColumns(_ kind: String) -> [TableColumn] {
    switch kind {
    case "Namespace": [.field("Status") { $0.status["phase"] ?? "" }, .age]
    case "ConfigMap": [.field("Data") { Node("\($0.root["data"].count + $0.root["binaryData"].count)") }, .age]
    case "Secret": [.field("Type") { $0.root["type"] ?? "" }, .field("Data") { Node($0.root["data"].count) }, .age]
    case "Lease": [.field("Holder") { $0.spec["holderIdentity"] ?? "" }, .age]
    case "Service": serviceColumns
    case "Deployment": deploymentColumns
    case "CustomResourceDefinition":
        [
            TableColumn(name: "Created At", type: "date") { object, _ in
                object.root[path: "metadata", "creationTimestamp"] ?? Node(.null)
            }
        ]
    default: [.age]
    }
}

extension Optional<Node> {
    fileprivate var count: Int { self?.mapping?.count ?? 0 }
}

private let serviceColumns: [TableColumn] = [
    .field("Type") { $0.spec["type"] ?? "ClusterIP" },
    .field("Cluster-IP") { $0.spec["clusterIP"] ?? "<none>" },
    .field("External-IP") { Node(externalAddresses(of: $0)) },
    .field("Port(s)") { object in
        let ports = object.spec["ports"]?.elements ?? []
        let texts = ports.map { port in
            let number = text(port["port"] ?? "") + (port["nodePort"].map { ":" + text($0) } ?? "")
            return "\(number)/\(port["protocol"]?.string ?? "TCP")"
        }
        return Node(texts.isEmpty ? "<none>" : texts.joined(separator: ","))
    },
    .age,
    .field("Selector", priority: 1) { Node(pairs($0.spec["selector"])) },
]

private func externalAddresses(of service: KubeObject) -> String {
    if service.spec["type"] == "ExternalName" { return service.spec["externalName"]?.string ?? "" }
    let ingress = service.status[path: "loadBalancer", "ingress"]?.elements ?? []
    let given = ingress.compactMap { $0["ip"]?.string ?? $0["hostname"]?.string }
    let addresses = given + (service.spec["externalIPs"]?.elements.map(text) ?? [])
    if !addresses.isEmpty { return addresses.joined(separator: ",") }
    return service.spec["type"] == "LoadBalancer" ? "<pending>" : "<none>"
}

private let deploymentColumns: [TableColumn] = [
    .field("Ready") { Node("\($0.status["readyReplicas"]?.integer ?? 0)/\($0.spec["replicas"]?.integer ?? 0)") },
    .field("Up-to-date") { $0.status["updatedReplicas"] ?? 0 },
    .field("Available") { $0.status["availableReplicas"] ?? 0 },
    .age,
    .field("Containers", priority: 1) { Node(containers(of: $0, "name")) },
    .field("Images", priority: 1) { Node(containers(of: $0, "image")) },
    .field("Selector", priority: 1) { Node(pairs($0.spec[path: "selector", "matchLabels"])) },
]

private func containers(of deployment: KubeObject, _ field: String) -> String {
    let containers = deployment.spec[path: "template", "spec", "containers"]?.elements ?? []
    return containers.compactMap { $0[field]?.string }.joined(separator: ",")
}

private func pairs(_ labels: Node?) -> String {
    let pairs = (labels?.entries ?? []).map { "\($0.key)=\(text($0.value))" }.sorted()
    return pairs.isEmpty ? "<none>" : pairs.joined(separator: ",")
}

private let eventColumns: [TableColumn] = [
    TableColumn(name: "Last Seen") { object, now in
        Node(elapsed(since: object.root["lastTimestamp"]?.string ?? object.root["eventTime"]?.string, now: now))
    },
    .field("Type") { $0.root["type"] ?? "" },
    .field("Reason") { $0.root["reason"] ?? "" },
    .field("Object") { object in
        let about = object.root["involvedObject"] ?? object.root["regarding"]
        return Node("\(about?["kind"]?.string?.lowercased() ?? "")/\(about?["name"]?.string ?? "")")
    },
    .field("Subobject", priority: 1) { $0.root[path: "involvedObject", "fieldPath"] ?? "" },
    .field("Source", priority: 1) { object in
        let source = ["component", "host"].compactMap { object.root[path: "source", $0]?.string }
        return Node(source.joined(separator: ", "))
    },
    .field("Message") { Node(($0.root["message"] ?? $0.root["note"])?.string?.trimmingEnds ?? "") },
    TableColumn(name: "First Seen", priority: 1) { object, now in
        Node(elapsed(since: object.root["firstTimestamp"]?.string ?? object.root["eventTime"]?.string, now: now))
    },
    .field("Count", priority: 1) { $0.root["count"] ?? 1 },
    TableColumn(name: "Name", format: "name", priority: 1) { object, _ in Node(object.name) },
]

extension String {
    fileprivate var trimmingEnds: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
