import Diagnostics
import Tree

/// Sets labels or annotations.
struct PairsTransform: Transform {
    var pairs: [Mapping.Entry]
    var fields: [FieldSpec]

    func apply(to set: inout ResourceSet) throws(Refused) {
        guard !pairs.isEmpty else { return }
        for resource in set.resources {
            let type = resource.type
            for field in fields where field.selector.selects(type) {
                try field.visitAnyType(resource, making: .mapping) { (node) throws(Refused) in
                    if node.isNull { node.value = .mapping(Mapping()) }
                    guard node.mapping != nil else {
                        throw refusal(
                            .transformerFieldInvalid, "\"\(field.path)\" is \(node.typeName), expected an object",
                            at: node.place)
                    }
                    for pair in pairs where node[pair.key] != pair.value { node[pair.key] = pair.value }
                }
            }
        }
    }
}
