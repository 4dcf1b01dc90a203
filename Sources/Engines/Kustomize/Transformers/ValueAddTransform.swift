import Diagnostics
import Tree

/// Writes one value into fields of selected objects, or as a part of a path within them.
struct ValueAddTransform: Transform {
    private let value: String
    private let place: Place
    private let targets: [(target: Target, field: FieldSpec?, notEmpty: Bool, position: Int?)]

    /// `targets` is the content of the file that the configuration may name.
    init(_ node: Node, targets listed: Node?) throws(Refused) {
        value = node["value"]?.scalarText ?? ""
        place = node["value"]?.place ?? node.place
        var targets: [(Target, FieldSpec?, Bool, Int?)] = []
        for element in (listed?["targets"] ?? node["targets"])?.elements ?? [] {
            let field = element["fieldPath"]?.scalarText.map { FieldSpec($0, create: true) }
            targets.append(
                (
                    try Target(element["selector"] ?? Node(.null, at: element.place)), field,
                    element["notEmpty"]?.bool ?? false, element["filePathPosition"]?.integer
                ))
        }
        self.targets = targets
    }

    func apply(to set: inout ResourceSet) throws(Refused) {
        for resource in set.resources {
            for (target, field, _, position) in targets where target.selects(resource) {
                try (field ?? FieldSpec("metadata/namespace", create: true)).visit(resource, making: .scalar) {
                    (node) throws(Refused) in
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
