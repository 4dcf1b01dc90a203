import Tree

extension Node {
    /// The object as kustomize's reader and writer change it between them. Unquoted dates are moments to them, and are spelled in
    /// full: `2001-12-14` becomes `2001-12-14T00:00:00Z`. Folded blocks change too. Annotations of the object are not concerned.
    var rewritten: Node {
        guard isRewritten else { return self }
        let annotations = self["metadata"]?["annotations"]
        var object = rewriting()
        if let annotations { object.set(annotations, at: ["metadata", "annotations"]) }
        return object
    }

    private var isRewritten: Bool {
        switch value {
        case .mapping(let mapping): mapping.entries.contains { $0.value.isRewritten }
        case .sequence(let elements): elements.contains { $0.isRewritten }
        case .string(let text):
            style == .plain
                ? startsLikeDate(text) && dateInFull(text) != nil : style == .folded && text.utf8.contains(0x0A)
        default: false
        }
    }

    private func rewriting() -> Node {
        var node = self
        switch value {
        case .mapping: node.updateMapping { $0.updateEach { $1 = $1.rewriting() } }
        case .sequence(let elements): node.value = .sequence(elements.map { $0.rewriting() })
        case .string(let text) where style == .plain && startsLikeDate(text):
            if let full = dateInFull(text) { node = Node(.string(full), at: place, style: .doubleQuoted) }
        case .string(let text) where style == .folded: node.value = .string(refolded(text))
        default: break
        }
        return node
    }
}
