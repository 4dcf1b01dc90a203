internal import KubeTypes
internal import Schema
internal import Store

extension ServedType {
    /// The object of a record as this version shows it.
    func object(_ record: Record) throws(Status) -> KubeObject {
        shown(try StoredObject.object(record, apiVersion: apiVersion))
    }

    /// What is stored has the shape of the storage version; of that, this version shows what it knows (Kubernetes
    /// documentation, "Versions in CustomResourceDefinitions": conversion `None`).
    func shown(_ object: KubeObject) -> KubeObject {
        guard isReread, let storage = definition.storageVersion else { return object }
        var root = defaulted(pruned(object.root, with: storage.schema).node, with: storage.schema)
        if storage.name != version.name { root = pruned(root, with: version.schema).node }
        return KubeObject(root)
    }

    /// What clients of a deprecated version are told; nil for others.
    var deprecationWarning: String? {
        guard version.isDeprecated else { return nil }
        if let warning = version.deprecationWarning { return warning }
        let table = ResourceTable([definition])
        let better = table.versions(of: definition.group).prefix { $0 != version.name }
        let advice = better.first { definition.version($0)?.isDeprecated == false }
        let text = "\(apiVersion) \(definition.kind) is deprecated"
        return advice.map { "\(text); use \(definition.group)/\($0) \(definition.kind)" } ?? text
    }
}
