import Diagnostics
import FileTree
import Tree

/// What a patch's text holds: objects to merge, or operations.
enum PatchSource {
    case merge([Node])
    case operations(JSONPatch)

    init(_ documents: [Node], at place: Place) throws(Refused) {
        let documents = documents.filter { !$0.isNull }
        if let first = documents.first, first.sequence != nil {
            do { self = .operations(try JSONPatch(first)) } catch {
                throw refusal(.patchInvalid, "the JSON patch is malformed: \(error)", at: error.place)
            }
            return
        }
        for document in documents where document.mapping == nil {
            throw refusal(
                .patchInvalid, "a patch is an object or a list of operations, found \(document.typeName)",
                at: document.place.isKnown ? document.place : place)
        }
        self = .merge(documents)
    }
}

/// Reads YAML that stands as a string in another file, with places in that file.
func embeddedYAML(_ text: String, at place: Place, style: ScalarStyle) throws(Refused) -> [Node] {
    let isBlock = style == .literal || style == .folded
    do {
        return try YAMLReader.read(text, file: place.file).documents.map { document in
            relocated(document, by: Int(place.line) - (isBlock ? 0 : 1))
        }
    } catch {
        throw Refused(
            error.findings.map { finding in
                var finding = finding
                finding.related.append(RelatedPlace("in the text that starts here", at: place))
                finding.place = shifted(finding.place, by: Int(place.line) - (isBlock ? 0 : 1))
                return finding
            })
    }
}

private func shifted(_ place: Place, by lines: Int) -> Place {
    Place(file: place.file, line: Int(place.line) + lines, column: Int(place.column))
}

private func relocated(_ node: Node, by lines: Int) -> Node {
    var node = node
    node.place = shifted(node.place, by: lines)
    node.updateSequence { elements in
        for index in elements.indices { elements[index] = relocated(elements[index], by: lines) }
    }
    if let mapping = node.mapping {
        node.value = .mapping(
            Mapping(
                mapping.entries.map {
                    Mapping.Entry($0.key, at: shifted($0.keyPlace, by: lines), relocated($0.value, by: lines))
                }))
    }
    return node
}
