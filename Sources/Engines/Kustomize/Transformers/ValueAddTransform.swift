import Diagnostics
import FileTree
import Tree

/// Writes one value into fields of selected objects, or as a part of a path within them.
struct ValueAddTransform: Transform {
    private let value: String
    private let place: Place
    private let targets: [(target: Target, field: FieldSpec, position: Int?)]

    /// `targets` is the content of the file that the configuration may name. Without a value that is the name of the
    /// kustomization's `directory`.
    init(_ node: Node, targets listed: Node?, directory: TreePath) throws(Refused) {
        let text = node["value"]?.scalarText ?? ""
        value = text.isEmpty ? directory.lastComponent : text
        guard !value.isEmpty else {
            throw refusal(
                .kustomizationFieldInvalid, "the transformer has no value, and its folder has no name here",
                at: node.place, hint: "give it a \"value\"")
        }
        place = node["value"]?.place ?? node.place
        var targets: [(Target, FieldSpec, Int?)] = []
        for element in (listed?["targets"] ?? node["targets"])?.elements ?? [] {
            guard let path = element["fieldPath"]?.scalarText, !path.isEmpty else {
                throw refusal(
                    .kustomizationFieldInvalid, "the target has no field", at: element.place,
                    hint: "name one as \"fieldPath\": \"metadata/namespace\"")
            }
            targets.append(
                (
                    try Target(element["selector"] ?? Node(.null, at: element.place)),
                    FieldSpec(path, create: true), element["filePathPosition"]?.integer
                ))
        }
        self.targets = targets
    }

    func apply(to set: inout ResourceSet) throws(Refused) {
        for resource in set.resources {
            for (target, field, position) in targets where target.selects(resource) {
                if field.path == "metadata/namespace", resource.id.isClusterScoped { continue }
                try field.visit(resource, making: .scalar) { (node) throws(Refused) in
                    node = Node(.string(written(into: node.scalarText ?? "", at: position)), at: place)
                }
            }
        }
        set.forgetIndices()
    }

    private func written(into old: String, at position: Int?) -> String {
        guard let position, position > 0 else { return value }
        var parts = old.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let isAbsolute = parts.first == ""
        if isAbsolute { parts.removeFirst() }
        parts.insert(value, at: min(position - 1, parts.count))
        return (isAbsolute ? "/" : "") + parts.joined(separator: "/")
    }
}
