import Diagnostics
import KubeTypes
import Tree

/// Sets the number of replicas of the workloads with a name.
struct ReplicasTransform: Transform {
    var name: String
    var count: Node
    var fields: [FieldSpec]
    var place: Place

    func apply(to set: inout ResourceSet) throws(Refused) {
        var found = false
        for resource in set.resources where !resource.isGone {
            let ids = resource.previousIDs + [resource.id]
            for field in fields where ids.contains(where: { $0.name == name && field.selector.selects($0.type) }) {
                found = true
                try field.visit(resource, making: .scalar) { (node) throws(Refused) in node = count.inQuotes(of: node) }
            }
        }
        guard !found else { return }
        let names = set.resources.map(\.name)
        throw refusal(
            .patchUnmatched, "replicas are set for \"\(name)\", and there is no workload of that name", at: place,
            hint: nearestName(to: name, among: names).map { "did you mean \"\($0)\"?" })
    }
}
