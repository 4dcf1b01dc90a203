import Diagnostics
import Tree

/// Which values in an object's metadata are texts as they are spelled, also where they look like numbers: to kustomize
/// the annotation `1.10` is no 1.1.
enum MetadataSpelling {
    case asRead
    /// Objects.
    case annotations
    /// Patches that name their object: null still removes.
    case annotationsButNull
    /// Patches with a target, and those of `patchesStrategicMerge`: null is the text, and an empty map says nothing.
    case labelsAndAnnotations

    func applied(to read: YAMLDocuments) -> YAMLDocuments {
        guard self != .asRead else { return read }
        var read = read
        read.documents = read.documents.map { applied(to: $0, read.spellings) }
        return read
    }

    private func applied(to object: Node, _ spellings: Spellings) -> Node {
        var object = object
        if object["items"]?.sequence != nil, object["kind"]?.string?.hasSuffix("List") == true {
            object["items"]?.updateSequence { items in
                for index in items.indices { items[index] = applied(to: items[index], spellings) }
            }
            return object
        }
        for map in self == .labelsAndAnnotations ? ["labels", "annotations"] : ["annotations"] {
            guard let values = object["metadata"]?[map] else { continue }
            if self == .labelsAndAnnotations, values.isNull || values.mapping?.isEmpty == true {
                object["metadata"]?[map] = nil
            } else if values.entries.contains(where: { isSpelled($0.value) }) {
                object["metadata"]?[map]?.updateMapping { $0.updateEach { spell(&$1, spellings) } }
            }
        }
        return object
    }

    private func isSpelled(_ node: Node) -> Bool {
        node.string == nil && !node.isCollection && !(node.isNull && self == .annotationsButNull)
    }

    private func spell(_ node: inout Node, _ spellings: Spellings) {
        guard isSpelled(node) else { return }
        let text = spellings[node.place] ?? node.scalarText ?? "null"
        node = Node(.string(text), at: node.place)
    }
}
