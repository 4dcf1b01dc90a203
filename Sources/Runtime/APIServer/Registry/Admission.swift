internal import KubeTypes
internal import Schema
internal import Store
internal import Tree

/// What must hold before an object is created: it has a name, and its namespace is there and stays.
enum Admission {
    /// Settles name and namespace of a new object.
    static func settle(
        _ object: inout KubeObject, namespace: String?, _ served: ServedType, store: Store
    ) throws(Status) {
        nameFromPrefix(&object)
        guard served.definition.isNamespaced else {
            object.namespace = ""
            return
        }
        let wanted = namespace ?? ""
        if !object.namespace.isEmpty, object.namespace != wanted {
            throw Status(
                badRequest:
                    "the namespace of the provided object does not match the namespace sent on the request")
        }
        guard !wanted.isEmpty else { throw Status(methodNotAllowed: "POST") }
        object.namespace = wanted
        try checkNamespace(wanted, object, served, store: store)
    }

    private static func checkNamespace(
        _ name: String, _ object: KubeObject, _ served: ServedType, store: Store
    ) throws(Status) {
        let namespaces = GroupResource(group: "", resource: "namespaces")
        guard let record = store.record(RecordID(namespaces, ObjectKey(name: name))) else {
            throw Status(notFound: namespaces, name: name)
        }
        guard try StoredObject.object(record).isBeingDeleted else { return }
        var status = Status(
            forbidden: served.resource, name: object.name,
            "unable to create new content in namespace \(name) because it is being terminated")
        status.causes = [
            .init(
                reason: "NamespaceTerminating", message: "namespace \(name) is being terminated",
                field: "metadata.namespace")
        ]
        throw status
    }

    /// `generateName` plus five letters that cannot form words.
    private static func nameFromPrefix(_ object: inout KubeObject) {
        guard object.name.isEmpty, let prefix = object.root[path: "metadata", "generateName"]?.string, !prefix.isEmpty
        else {
            return
        }
        let letters = Array("bcdfghjklmnpqrstvwxz2456789")
        // So that the name is a label, too.
        object.name = prefix.prefix(58) + String((0..<5).compactMap { _ in letters.randomElement() })
    }
}
