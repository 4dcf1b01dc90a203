internal import KubeTypes
internal import Schema
internal import Tree

/// What the paths of the subresource `scale` must lead to (Kubernetes documentation, "Scale subresource").
enum ScaleRules {
    static func causes(_ object: KubeObject, _ scale: ResourceDefinition.Scale?) -> [Status.Cause] {
        guard let scale else { return [] }
        return count(object, scale.specReplicasPath) + count(object, scale.statusReplicasPath)
            + (scale.labelSelectorPath.map { text(object, $0) } ?? [])
    }

    private static func count(_ object: KubeObject, _ path: String) -> [Status.Cause] {
        guard let found = value(of: object, path) else { return [] }
        guard let number = found.integer else { return [wrongType(found, path, "int64")] }
        if number < 0 { return [invalid(found, path, "should be a non-negative integer")] }
        if number > Int(Int32.max) { return [invalid(found, path, "should be less than or equal to \(Int32.max)")] }
        return []
    }

    private static func text(_ object: KubeObject, _ path: String) -> [Status.Cause] {
        guard let found = value(of: object, path), found.string == nil else { return [] }
        return [wrongType(found, path, "string")]
    }

    /// What stands at the path, or on the way there where no object does.
    private static func value(of object: KubeObject, _ path: String) -> Node? {
        var node: Node = object.root
        for name in path.split(separator: ".") {
            guard node.mapping != nil else { return node }
            guard let next = node[String(name)] else { return nil }
            node = next
        }
        return node
    }

    private static func wrongType(_ found: Node, _ path: String, _ wanted: String) -> Status.Cause {
        invalid(found, path, "\(path) accessor error: \(JSONWriter.text(found)) is not of the type \(wanted)")
    }

    private static func invalid(_ found: Node, _ path: String, _ rule: String) -> Status.Cause {
        .init(reason: "FieldValueInvalid", message: "Invalid value: \(JSONWriter.text(found)): \(rule)", field: path)
    }
}
