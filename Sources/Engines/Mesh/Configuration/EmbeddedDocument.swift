package import Diagnostics
package import Tree

/// A document that stands as a text in a field.
///
/// - Returns: nil when there is no text. Places are those of the lines of the text where it is a block (`|`), else that of
///   the field.
/// - Throws: `Refused` with what keeps it from being read, at the field.
package func embeddedDocument(_ field: String, of parent: Node?) throws(Refused) -> Node? {
    guard let entry = parent?.entries.first(where: { $0.key == field }), let text = entry.value.string else {
        return nil
    }
    let document: Node?
    do throws(Refused) {
        document = try YAMLReader.read(Array(text.utf8), file: .none).documents.first { !$0.isNull }
    } catch {
        throw Refused(
            error.findings.map { finding in
                var finding = finding
                finding.place = entry.value.place
                finding.length = 0
                return finding
            })
    }
    let key = entry.keyPlace
    // A block begins on the line after its sign, two columns behind its key as everybody writes it.
    let isBlock = entry.value.style == .literal && key.isKnown && key.line == entry.value.place.line
    return document?.placed { place in
        guard isBlock, place.isKnown else { return entry.value.place }
        return Place(file: key.file, line: Int(key.line + place.line), column: Int(key.column) + 1 + Int(place.column))
    }
}

extension Node {
    fileprivate func placed(_ move: (Place) -> Place) -> Node {
        var node = self
        node.place = move(place)
        node.updateSequence { items in
            for index in items.indices { items[index] = items[index].placed(move) }
        }
        node.updateMapping { $0.updateEach { _, value in value = value.placed(move) } }
        return node
    }
}
