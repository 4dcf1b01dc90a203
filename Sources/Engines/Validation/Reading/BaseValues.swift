internal import Diagnostics
internal import FileTree
internal import KubeTypes
internal import Tree

/// What objects were in the files that they come from, before patches and transformers changed them.
///
/// Only findings ask for it: a build keeps the last place of each value, and the one before is read again here.
struct BaseValues {
    private let files: any FileTree
    private let objects: [Subject: [KubeObject]]
    private var documents: [SourceFile: [Node]] = [:]

    init(_ objects: [KubeObject], in files: any FileTree) {
        self.files = files
        self.objects = Dictionary(grouping: objects, by: \.subject)
    }

    /// The finding, with the place of the base beside that of the patch.
    mutating func relating(_ finding: Finding) -> Finding {
        guard let subject = finding.subject, finding.place.isKnown else { return finding }
        for object in objects[subject] ?? [] where object.root.place.file != finding.place.file {
            guard let base = base(of: object),
                let found = Counterpart(of: finding.place, in: object.root, base: base),
                found.base?.value != found.node.value
            else { continue }
            var finding = finding
            finding.related.append(found.related(besides: object))
            return finding
        }
        return finding
    }

    /// The object as its file has it; nil where the file cannot be read any more, or another program made it.
    private mutating func base(of object: KubeObject) -> Node? {
        let file = object.root.place.file
        guard object.root.place.isKnown else { return nil }
        if documents[file] == nil {
            let bytes = try? files.read(TreePath(file.path))
            documents[file] = bytes.flatMap { try? YAMLReader.read($0, file: file).documents } ?? []
        }
        return (documents[file] ?? []).lazy.compactMap { Self.item($0, at: object.root.place) }.first
    }

    /// The document that begins there, or the item of a `List`.
    private static func item(_ document: Node, at place: Place) -> Node? {
        if document.place == place { return document }
        return document["items"]?.elements.lazy.compactMap { item($0, at: place) }.first
    }
}

/// A value of an object, and what stood there before.
private struct Counterpart {
    var node: Node
    var base: Node?

    /// - Returns: nil when no value of the object comes from the place.
    init?(of place: Place, in node: Node, base: Node?) {
        if node.place == place {
            self.node = node
            self.base = base
            return
        }
        switch node.value {
        case .mapping(let mapping):
            for entry in mapping.entries {
                guard let found = Counterpart(of: place, in: entry.value, base: base?[entry.key]) else { continue }
                self = found
                return
            }
        case .sequence(let elements):
            for (index, element) in elements.enumerated() {
                let before = base.flatMap { Self.element(element, index, of: elements, in: $0.elements) }
                guard let found = Counterpart(of: place, in: element, base: before) else { continue }
                self = found
                return
            }
        default: break
        }
        return nil
    }

    /// The element of the base that became this one: what kept its place, what has the same name, or, in a list that is as
    /// long as before, what stands at the same position.
    private static func element(_ element: Node, _ index: Int, of elements: [Node], in base: [Node]) -> Node? {
        if let same = base.first(where: { $0.place == element.place }) { return same }
        if let name = element["name"], let same = base.first(where: { $0["name"] == name }) { return same }
        guard base.count == elements.count, element["name"] == nil else { return nil }
        return base[index]
    }

    func related(besides object: KubeObject) -> RelatedPlace {
        guard let base, base.place.isKnown else {
            return RelatedPlace("the object that is changed here", at: object.root.place)
        }
        let says = base.mapping == nil && base.sequence == nil ? "says \(quoted(base))" : "has something else"
        return RelatedPlace("the base \(says) here", at: base.place)
    }

    private func quoted(_ node: Node) -> String {
        let text = node.string ?? JSONWriter.text(node)
        return text.utf8.count <= 80 ? "\"\(text)\"" : "\"\(text.prefix(80))…\""
    }
}
