package import Diagnostics
package import Tree

/// A Kubernetes object: a tree, with names for the fields that every object has. It keeps whatever else the tree holds.
package struct KubeObject: Sendable, Equatable {
    package var root: Node

    package init(_ root: Node) { self.root = root }

    /// An object with no more than its type and its name.
    package init(_ type: GroupVersionKind, namespace: String = "", name: String) {
        root = ["apiVersion": Node(type.apiVersion), "kind": Node(type.kind), "metadata": ["name": Node(name)]]
        if !namespace.isEmpty { self.namespace = namespace }
    }

    package var apiVersion: String {
        get { root["apiVersion"]?.string ?? "" }
        set { root["apiVersion"] = Node(newValue) }
    }

    package var kind: String {
        get { root["kind"]?.string ?? "" }
        set { root["kind"] = Node(newValue) }
    }

    package var type: GroupVersionKind { GroupVersionKind(apiVersion: apiVersion, kind: kind) }

    package var name: String {
        get { metadata("name") ?? "" }
        set { root.set(Node(newValue), at: ["metadata", "name"]) }
    }

    /// Empty for cluster-scoped objects, and for others before a namespace is chosen; setting it to empty removes it.
    package var namespace: String {
        get { metadata("namespace") ?? "" }
        set {
            if newValue.isEmpty {
                root.remove(at: ["metadata", "namespace"])
            } else {
                root.set(Node(newValue), at: ["metadata", "namespace"])
            }
        }
    }

    package var key: ObjectKey { ObjectKey(namespace: namespace, name: name) }
    package var id: ObjectID { ObjectID(type.groupKind, key) }

    /// The object as findings name it.
    package var subject: Subject { Subject(apiVersion: apiVersion, kind: kind, namespace: namespace, name: name) }

    package var uid: String { metadata("uid") ?? "" }

    package var resourceVersion: String {
        get { metadata("resourceVersion") ?? "" }
        set {
            root.remove(at: ["metadata", "resourceVersion"])
            if !newValue.isEmpty { root.set(Node(newValue), at: ["metadata", "resourceVersion"]) }
        }
    }

    package var generation: Int { root[path: "metadata", "generation"]?.integer ?? 0 }
    package var deletionTimestamp: String? { metadata("deletionTimestamp") }
    package var isBeingDeleted: Bool { deletionTimestamp != nil }
    package var labels: [String: String] { strings("labels") }
    package var annotations: [String: String] { strings("annotations") }

    package func annotation(_ key: String) -> String? {
        root[path: "metadata", "annotations", key]?.string
    }

    package mutating func setAnnotation(_ key: String, _ value: String) {
        root.set(Node(value), at: ["metadata", "annotations", key])
    }

    /// Removes the annotation, and the map of annotations with the last one.
    package mutating func removeAnnotation(_ key: String) {
        root.remove(at: ["metadata", "annotations", key])
        if root[path: "metadata", "annotations"]?.mapping?.isEmpty == true {
            root.remove(at: ["metadata", "annotations"])
        }
    }

    package var finalizers: [String] {
        get { root[path: "metadata", "finalizers"]?.elements.compactMap(\.string) ?? [] }
        set {
            root.remove(at: ["metadata", "finalizers"])
            if !newValue.isEmpty { root.set(Node(newValue.map { Node($0) }), at: ["metadata", "finalizers"]) }
        }
    }

    package var spec: Node { root["spec"] ?? Node(.null) }
    package var status: Node { root["status"] ?? Node(.null) }

    /// The best place to point at for the object as a whole: its name, else its kind, else its start; not what a
    /// transformer has put there from another file.
    package var place: Place {
        let places = [root[path: "metadata", "name"]?.place, root["kind"]?.place].compactMap { $0 }
        guard root.place.isKnown else { return places.first ?? root.place }
        return places.first { $0.file == root.place.file } ?? root.place
    }

    private func metadata(_ field: String) -> String? { root[path: "metadata", field]?.string }

    private func strings(_ field: String) -> [String: String] {
        let entries = root[path: "metadata", field]?.entries ?? []
        return Dictionary(entries.compactMap { entry in entry.value.string.map { (entry.key, $0) } }) { $1 }
    }
}
