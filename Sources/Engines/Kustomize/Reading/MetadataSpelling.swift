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

    func applied(to documents: [Node], of bytes: [UInt8]) -> [Node] {
        self == .asRead ? documents : documents.map { applied(to: $0, of: bytes) }
    }

    private func applied(to object: Node, of bytes: [UInt8]) -> Node {
        var object = object
        if object["items"]?.sequence != nil, object["kind"]?.string?.hasSuffix("List") == true {
            object["items"]?.updateSequence { items in
                for index in items.indices { items[index] = applied(to: items[index], of: bytes) }
            }
            return object
        }
        for map in self == .labelsAndAnnotations ? ["labels", "annotations"] : ["annotations"] {
            guard let values = object["metadata"]?[map] else { continue }
            if self == .labelsAndAnnotations, values.isNull || values.mapping?.isEmpty == true {
                object["metadata"]?[map] = nil
            } else if values.entries.contains(where: { isSpelled($0.value) }) {
                object["metadata"]?[map]?.updateMapping { $0.updateEach { spell(&$1, of: bytes) } }
            }
        }
        return object
    }

    private func isSpelled(_ node: Node) -> Bool {
        node.string == nil && !node.isCollection && !(node.isNull && self == .annotationsButNull)
    }

    private func spell(_ node: inout Node, of bytes: [UInt8]) {
        if isSpelled(node) { node = Node(.string(plainScalar(at: node.place, in: bytes)), at: node.place) }
    }
}

/// The word that stands at `place`: a number, a boolean or a null, none of which has blanks. Empty where there is none.
private func plainScalar(at place: Place, in bytes: [UInt8]) -> String {
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.drop { $0 == "\u{FEFF}" }
    var index = scalars.startIndex
    var line = 1
    while line < place.line, index < scalars.endIndex {
        let scalar = scalars[index]
        index = scalars.index(after: index)
        if scalar == "\r", index < scalars.endIndex, scalars[index] == "\n" { continue }
        if isBreak(scalar) { line += 1 }
    }
    let start = scalars[index...].dropFirst(Int(place.column) - 1)
    // A tag or an anchor is no part of the value.
    var words = start.prefix { !isBreak($0) && !"#,]}".unicodeScalars.contains($0) }
        .split { $0 == " " || $0 == "\t" }[...]
    while let word = words.first, "!&".unicodeScalars.contains(word[word.startIndex]) { words = words.dropFirst() }
    return words.first.map { String(String.UnicodeScalarView($0)) } ?? ""
}

private func isBreak(_ scalar: Unicode.Scalar) -> Bool { "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains(scalar) }
