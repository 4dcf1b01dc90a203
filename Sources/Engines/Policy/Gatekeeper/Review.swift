internal import KubeTypes
internal import Rego
internal import Tree

/// `input.review`: the request by which an object would reach the cluster.
struct Review: Sendable {
    let object: KubeObject
    let value: RegoValue
    /// The request without the object, as expressions see it.
    let request: Node
    /// The object's Namespace where it is known.
    let namespace: Node?

    init(_ object: KubeObject, namespaces: [String: KubeObject]) {
        self.object = object
        let type = object.type
        let isNamespace = type.groupKind == GroupKind(group: "", kind: "Namespace")
        let namespace = isNamespace ? object.name : object.namespace
        self.namespace = isNamespace ? object.root : namespaces[namespace]?.root
        let kind: Node = ["group": Node(type.group), "kind": Node(type.kind), "version": Node(type.version)]
        request = [
            "kind": kind, "requestKind": kind, "name": Node(object.name), "namespace": Node(namespace),
            "operation": "CREATE", "userInfo": .emptyMapping, "dryRun": false,
        ]
        var members: [(RegoValue, RegoValue)] = [
            (
                .string("kind"),
                .object([
                    ("group", .string(type.group)), ("kind", .string(type.kind)), ("version", .string(type.version)),
                ])
            ),
            (.string("name"), .string(object.name)),
            (.string("object"), RegoValue(object.root)),
            (.string("oldObject"), .null),
            (.string("operation"), .string("CREATE")),
            (.string("uid"), .string("")),
            (.string("userInfo"), .object(.empty)),
        ]
        if !namespace.isEmpty { members.append((.string("namespace"), .string(namespace))) }
        if let known = namespaces[namespace], !isNamespace {
            members.append((.string("_unstable"), .object([("namespace", RegoValue(known.root))])))
        }
        value = .object(RegoObject(members))
    }

    func input(_ parameters: RegoValue) -> RegoValue {
        .object([("parameters", parameters), ("review", value)])
    }
}

extension RegoValue {
    static func object(_ members: [(String, RegoValue)]) -> RegoValue {
        .object(RegoObject(members.map { (.string($0.0), $0.1) }))
    }
}
