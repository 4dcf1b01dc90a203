package import Diagnostics
package import Tree

extension Node {
    /// Where a field stands that an API server names, `spec.ports[0].name`; of a field that is not there, what should hold
    /// it. Nil for a text that names none.
    package func place(ofField field: String) -> Place? {
        guard !field.isEmpty else { return nil }
        var node = self
        var isFound = false
        for step in field.split(whereSeparator: { ".[]".contains($0) }) {
            let next = Int(step).flatMap { node.sequence?.indices.contains($0) == true ? node.elements[$0] : nil }
            guard let next = next ?? node[String(step)] else { break }
            node = next
            isFound = true
        }
        return isFound && node.place.isKnown ? node.place : nil
    }
}
