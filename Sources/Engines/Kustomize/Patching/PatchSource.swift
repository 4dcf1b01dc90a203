import Diagnostics
import FileTree
import Tree

/// What a patch's text holds: objects to merge, or operations.
enum PatchSource {
    case merge([Node], Spellings)
    case operations(JSONPatch)

    init(_ read: YAMLDocuments, at place: Place) throws(Refused) {
        let documents = read.documents.filter { !$0.isNull }
        if let first = documents.first, let operations = first.sequence {
            guard !operations.isEmpty else {
                throw refusal(
                    .patchInvalid, "the patch is an empty list", at: first.place,
                    hint: "list operations, or remove the patch")
            }
            do { self = .operations(try JSONPatch(first.withOlderBooleans)) } catch {
                throw refusal(.patchInvalid, "the JSON patch is malformed: \(error)", at: error.place)
            }
            return
        }
        for document in documents where document.mapping == nil {
            throw refusal(
                .patchInvalid, "a patch is an object or a list of operations, found \(document.typeName)",
                at: document.place.isKnown ? document.place : place)
        }
        self = .merge(documents.map { $0.rewritten(.dates) }, read.spellings)
    }
}

/// Reads YAML that stands as a string in another file, with places in that file.
/// `indentation` is that of the lines of a block; other strings are taken to be one line.
func embeddedYAML(
    _ text: String, at place: Place, style: ScalarStyle, indentation: Int, spelling: MetadataSpelling = .asRead
) throws(Refused) -> YAMLDocuments {
    let isBlock = style == .literal || style == .folded
    let start = Int(place.column) - (style == .plain ? 1 : 0)
    let shift = PlaceShift(
        lines: Int(place.line) - (isBlock ? 0 : 1), columns: isBlock ? indentation : 0,
        firstColumns: isBlock ? indentation : start)
    do {
        var read = spelling.applied(to: try YAMLReader.read(text, file: place.file))
        read.documents = read.documents.map { shift.applied(to: $0) }
        read.spellings = Spellings(uniqueKeysWithValues: read.spellings.map { (shift.applied(to: $0), $1) })
        return read
    } catch {
        throw Refused(
            error.findings.map { finding in
                var finding = finding
                finding.related.append(RelatedPlace("in the text that starts here", at: place))
                finding.place = shift.applied(to: finding.place)
                return finding
            })
    }
}

private struct PlaceShift {
    var lines: Int
    var columns: Int
    /// For the first line, which may start in the middle of one.
    var firstColumns: Int

    func applied(to place: Place) -> Place {
        Place(
            file: place.file, line: Int(place.line) + lines,
            column: Int(place.column) + (place.line == 1 ? firstColumns : columns))
    }

    func applied(to node: Node) -> Node {
        var node = node
        node.place = applied(to: node.place)
        node.updateSequence { elements in
            for index in elements.indices { elements[index] = applied(to: elements[index]) }
        }
        if let mapping = node.mapping {
            node.value = .mapping(
                Mapping(
                    mapping.entries.map {
                        Mapping.Entry($0.key, at: applied(to: $0.keyPlace), applied(to: $0.value))
                    }))
        }
        return node
    }
}
