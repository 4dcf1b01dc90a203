/// Which object of a kind: namespace and name. Cluster-scoped objects have an empty namespace.
package struct ObjectKey: Hashable, Sendable, Comparable, CustomStringConvertible {
    package var namespace: String
    package var name: String

    package init(namespace: String = "", name: String) {
        self.namespace = namespace
        self.name = name
    }

    package var description: String { namespace.isEmpty ? name : "\(namespace)/\(name)" }

    package static func < (a: ObjectKey, b: ObjectKey) -> Bool {
        (a.namespace, a.name) < (b.namespace, b.name)
    }
}

/// Which object of all: kind, namespace and name. The version does not count: it is one object in every version.
package struct ObjectID: Hashable, Sendable, Comparable, CustomStringConvertible {
    package var groupKind: GroupKind
    package var key: ObjectKey

    package init(_ groupKind: GroupKind, _ key: ObjectKey) {
        self.groupKind = groupKind
        self.key = key
    }

    /// `VirtualService.networking.istio.io prod/shop`.
    package var description: String { "\(groupKind) \(key)" }

    package static func < (a: ObjectID, b: ObjectID) -> Bool {
        (a.groupKind.group, a.groupKind.kind, a.key) < (b.groupKind.group, b.groupKind.kind, b.key)
    }
}
