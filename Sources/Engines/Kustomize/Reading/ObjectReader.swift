import Diagnostics
import FileTree
import Tree

/// Reads files of objects: documents, and lists of objects, which are taken apart.
enum ObjectReader {
    static func objects(in documents: [Node]) throws(Refused) -> [Node] {
        var objects: [Node] = []
        for document in documents where !document.isNull { try collect(document, into: &objects, depth: 0) }
        return objects
    }

    private static func collect(_ node: Node, into objects: inout [Node], depth: Int) throws(Refused) {
        guard let mapping = node.mapping else {
            throw refusal(
                .objectIncomplete, "expected a Kubernetes object, found \(node.typeName)", at: node.place)
        }
        if mapping.isEmpty { return }
        let kind = node["kind"]?.string ?? ""
        if kind.hasSuffix("List"), let items = node["items"], items.sequence != nil || items.isNull, depth < 5 {
            for item in items.elements { try collect(item, into: &objects, depth: depth + 1) }
            return
        }
        if kind == "List" { return }
        try check(node, kind: kind)
        // What stands in a list takes another way through kustomize, which leaves dates alone.
        objects.append(depth == 0 ? node.rewritten([.dates, .foldedText]) : node)
    }

    private static func check(_ node: Node, kind: String) throws(Refused) {
        let isNamed = node["metadata"]?["name"]?.scalarText?.isEmpty == false
        let missing =
            node["kind"]?.string?.isEmpty != false
            ? "kind"
            : isNamed || kind.hasSuffix("List") ? nil : "metadata.name"
        if let missing {
            throw refusal(
                .objectIncomplete, "a Kubernetes object needs \"\(missing)\", and this one has none", at: node.place,
                hint: "add it, or remove the file from \"resources\" if it is no object")
        }
        for field in ["labels", "annotations"] {
            guard let map = node["metadata"]?[field], !map.isNull else { continue }
            guard map.mapping != nil else {
                throw refusal(
                    .kustomizationFieldInvalid, "metadata.\(field) is \(map.typeName), expected an object",
                    at: map.place)
            }
        }
    }
}
