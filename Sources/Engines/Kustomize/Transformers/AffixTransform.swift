import Diagnostics
import KubeTypes
import Tree

/// Puts a prefix before names, or a suffix after them. Namespaces, CRDs and API services keep theirs.
struct AffixTransform: Transform {
    enum Side { case prefix, suffix }

    var side: Side
    var text: String
    var fields: [FieldSpec]
    /// Where the text is written.
    var place: Place

    func apply(to set: inout ResourceSet) throws(Refused) {
        for resource in set.resources where !keepsName(resource.originalID) {
            let id = resource.originalID
            for field in fields where field.selector.selects(id.type) {
                if field.path == "metadata/name", !text.isEmpty {
                    switch side {
                    case .prefix: resource.prefixes.append(text)
                    case .suffix: resource.suffixes.append(text)
                    }
                    resource.rememberID()
                }
                try field.visit(resource, making: .scalar) { (node) throws(Refused) in
                    guard let old = node.scalarText else { return }
                    node = Node(.string(side == .prefix ? text + old : old + text), at: place)
                }
            }
        }
        set.forgetIndices()
    }

    private func keepsName(_ id: ResourceID) -> Bool {
        switch id.type.kind {
        case "CustomResourceDefinition", "Namespace": true
        case "APIService": id.type.group == "apiregistration.k8s.io"
        default: false
        }
    }
}
