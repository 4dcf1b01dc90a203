package import KubeTypes

/// Which application an object belongs to, written on the object (Argo CD's annotation tracking):
/// `<instance>:<group>/<kind>:<namespace>/<name>`.
package struct TrackingID: Hashable, Sendable, CustomStringConvertible {
    package static let annotation = "argocd.argoproj.io/tracking-id"

    package var instance: String
    package var id: ObjectID

    package init(instance: String, id: ObjectID) {
        self.instance = instance
        self.id = id
    }

    /// nil for anything that is not exactly of that form.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        let kind = parts[1].split(separator: "/", omittingEmptySubsequences: false)
        let key = parts[2].split(separator: "/", omittingEmptySubsequences: false)
        guard kind.count == 2, key.count == 2 else { return nil }
        instance = String(parts[0])
        id = ObjectID(
            GroupKind(group: String(kind[0]), kind: String(kind[1])),
            ObjectKey(namespace: String(key[0]), name: String(key[1])))
    }

    package var description: String {
        "\(instance):\(id.groupKind.group)/\(id.groupKind.kind):\(id.key.namespace)/\(id.key.name)"
    }

    /// The application whose mark `object` carries for itself; a mark copied from another object does not count.
    package static func owner(of object: KubeObject) -> String? {
        guard let tracking = object.annotation(annotation).flatMap({ TrackingID($0) }) else { return nil }
        let names = tracking.id.groupKind == object.type.groupKind && tracking.id.key.name == object.name
        // Cluster-scoped objects carry the namespace of the destination.
        let place = object.namespace.isEmpty || tracking.id.key.namespace == object.namespace
        return names && place ? tracking.instance : nil
    }
}
