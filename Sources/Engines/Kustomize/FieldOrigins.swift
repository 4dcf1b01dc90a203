package import Diagnostics
package import KubeTypes
package import Tree

/// Where the fields of one rendered object were set last.
package struct ObjectOrigins: Sendable {
    package struct Field: Sendable, Equatable {
        package var path: FieldPath
        package var place: Place
    }

    /// `Kind/namespace/name`, or `Kind/name` without a namespace.
    package var name: String
    /// Where the object itself is written.
    package var place: Place
    /// All fields with a value, in the order of the object.
    package var fields: [Field]

    /// The fields that another file than the object's own has set.
    package var fromElsewhere: [Field] { fields.filter { $0.place.file != place.file } }

    /// The field at `path`, written as findings write it, and what is below it; all fields for `.`.
    package func fields(below path: String) -> [Field] {
        let path = path.hasPrefix(".") ? String(path.dropFirst()) : path
        return fields.filter {
            let text = $0.path.description
            guard text.hasPrefix(path), !path.isEmpty, text.count > path.count else {
                return path.isEmpty || text == path
            }
            return [".", "["].contains(text.dropFirst(path.count).prefix(1))
        }
    }
}

/// Where the fields of every object come from: the file of the base, a patch, an entry of a generator, or the field of
/// the kustomization that a transformer got its value from. Every node has carried its place through the build.
package func origins(of objects: [KubeObject]) -> [ObjectOrigins] {
    objects.map { object in
        let name = [object.kind, object.namespace, object.name].filter { !$0.isEmpty }.joined(separator: "/")
        var fields: [ObjectOrigins.Field] = []
        collect(object.root, at: FieldPath(), into: &fields)
        return ObjectOrigins(name: name, place: object.root.place, fields: fields)
    }
}

private func collect(_ node: Node, at path: FieldPath, into fields: inout [ObjectOrigins.Field]) {
    switch node.value {
    case .mapping(let mapping) where !mapping.isEmpty:
        for entry in mapping.entries { collect(entry.value, at: path.appending(entry.key), into: &fields) }
    case .sequence(let elements) where !elements.isEmpty:
        for (index, element) in elements.enumerated() { collect(element, at: path.appending(index), into: &fields) }
    default:
        if node.place.isKnown { fields.append(ObjectOrigins.Field(path: path, place: node.place)) }
    }
}
