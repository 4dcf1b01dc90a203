import Diagnostics
import Tree

/// A string that holds JSON or YAML itself, such as an entry of a ConfigMap, with one of its fields changed.
/// Replacements reach into such strings since kustomize 5.8.
struct StructuredText {
    private let text: String
    private let root: Node

    /// Nil when `text` holds no object and no list.
    init?(_ text: String) {
        guard let root = try? YAMLReader.read(text).documents.first, root.isCollection else { return nil }
        self.text = text
        self.root = root
    }

    /// The text after `change` has been called with every node at `path`; nil when there is none.
    /// JSON is written anew, with sorted keys. Of YAML only the scalars change, so that comments and order stay.
    func changed(
        at path: DottedPath, creating: Bool, _ change: (inout Node) throws(Refused) -> Void
    ) throws(Refused) -> String? {
        var new = root
        guard try path.visit(&new, creating: creating, change) > 0 else { return nil }
        let isJSON = text.first { !$0.isWhitespace }.map { $0 == "{" || $0 == "[" } ?? false
        guard !isJSON else {
            let isPretty = text.contains("\n") && text.contains("  ")
            let json = JSONWriter.bytes(new, indent: isPretty ? 2 : 0, sortKeys: true)
            return String(decoding: escapedForHTML(json), as: UTF8.self)
        }
        let edited = try edited(to: new) ?? YAMLWriter.text(new, options: .init(sortKeys: false))
        return String(edited.drop(while: \.isWhitespace)).trimmingEnd()
    }

    /// Nil when more than scalars differ.
    private func edited(to new: Node) throws(Refused) -> String? {
        guard let changes = Self.changes(from: root, to: new, at: FieldPath()) else { return nil }
        var bytes = Array(text.utf8)
        for (path, value) in changes { bytes = try replacingScalar(in: bytes, at: path, with: value) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func changes(from old: Node, to new: Node, at path: FieldPath) -> [(FieldPath, NodeValue)]? {
        if old == new { return [] }
        var list: [(FieldPath, NodeValue)] = []
        switch (old.value, new.value) {
        case (.mapping(let before), .mapping(let after)) where before.keys == after.keys:
            for (first, second) in zip(before.entries, after.entries) {
                guard let inner = changes(from: first.value, to: second.value, at: path.appending(first.key)) else {
                    return nil
                }
                list += inner
            }
        case (.sequence(let before), .sequence(let after)) where before.count == after.count:
            for (index, (first, second)) in zip(before, after).enumerated() {
                guard let inner = changes(from: first, to: second, at: path.appending(index)) else { return nil }
                list += inner
            }
        default:
            guard !old.isCollection, !new.isCollection else { return nil }
            list.append((path, new.value))
        }
        return list
    }
}

extension String {
    fileprivate func trimmingEnd() -> String {
        var text = self[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
