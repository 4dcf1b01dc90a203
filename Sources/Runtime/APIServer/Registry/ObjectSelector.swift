internal import Foundation
internal import KubeTypes
internal import Store
internal import Tree

/// Which objects of a collection a request asks for, by labels and fields.
struct ObjectSelector: Sendable {
    private let labels: Selector
    private let fields: Selector
    private let paths: [String: [String]]

    /// - Throws: `Status` 400 for a field that objects of the kind cannot be selected by.
    init(_ options: RequestOptions, _ served: ServedType) throws(Status) {
        labels = options.labelSelector
        fields = options.fieldSelector
        let known = SelectableFields(served)
        for requirement in fields.requirements where !known.contains(requirement.key) {
            throw Status(badRequest: known.refusal(of: requirement.key))
        }
        paths = known.paths
    }

    var isEmpty: Bool { labels.isEmpty && fields.isEmpty }

    func matches(_ record: Record) throws(Status) -> Bool {
        if isEmpty { return true }
        if labels.isEmpty, let byKey = matchesByKey(record.key) { return byKey }
        return matches(try StoredObject.object(record))
    }

    func matches(_ object: KubeObject) -> Bool {
        labels.matches(object.labels)
            && fields.requirements.allSatisfy { requirement in
                let node = object.root.at(paths[requirement.key] ?? [])
                let value = node.map { $0.string ?? ($0.isNull ? "" : JSONWriter.text($0)) } ?? ""
                return Selector([requirement]).matches([requirement.key: value])
            }
    }

    /// A selector of name and namespace alone needs no look into the object.
    private func matchesByKey(_ key: ObjectKey) -> Bool? {
        let values = ["metadata.name": key.name, "metadata.namespace": key.namespace]
        guard fields.requirements.allSatisfy({ values[$0.key] != nil }) else { return nil }
        return fields.matches(values)
    }
}

/// Where the next page of a list begins. Opaque to clients.
struct ContinueToken {
    var revision: Int64
    var key: ObjectKey

    init(revision: Int64, key: ObjectKey) {
        self.revision = revision
        self.key = key
    }

    init?(_ text: String) throws(Status) {
        if text.isEmpty { return nil }
        guard let data = Data(base64Encoded: text), let node = try? JSONReader.read(Array(data)),
            let revision = node["rv"]?.integer, let namespace = node["ns"]?.string, let name = node["name"]?.string
        else { throw Status(badRequest: "invalid continue token: continue key is not valid: \(text)") }
        self.init(revision: Int64(revision), key: ObjectKey(namespace: namespace, name: name))
    }

    var text: String {
        let node: Node = ["rv": Node(.integer(revision)), "ns": Node(key.namespace), "name": Node(key.name)]
        return Data(JSONWriter.bytes(node)).base64EncodedString()
    }
}
