import Tree

/// What changes in an object when kustomize's writer and reader stand between two of its steps.
struct Rewriting: OptionSet {
    let rawValue: UInt8

    /// Unquoted dates are moments to them, and are spelled in full: `2001-12-14` becomes `2001-12-14T00:00:00Z`.
    static let dates = Rewriting(rawValue: 1)
    static let foldedText = Rewriting(rawValue: 2)
}

extension Node {
    /// The object after `changes`. Its annotations are not concerned.
    func rewritten(_ changes: Rewriting) -> Node {
        guard isRewritten(changes) else { return self }
        let annotations = self["metadata"]?["annotations"]
        var object = rewriting(changes)
        if let annotations { object.set(annotations, at: ["metadata", "annotations"]) }
        return object
    }

    /// A value that a patch brings along: its folded texts are written and read once.
    var refolded: Node { isRewritten(.foldedText) ? rewriting(.foldedText) : self }

    private func isRewritten(_ changes: Rewriting) -> Bool {
        switch value {
        case .mapping(let mapping): mapping.entries.contains { $0.value.isRewritten(changes) }
        case .sequence(let elements): elements.contains { $0.isRewritten(changes) }
        case .string(let text):
            switch style {
            case .plain: changes.contains(.dates) && startsLikeDate(text) && dateInFull(text) != nil
            case .folded: changes.contains(.foldedText) && text.utf8.contains(0x0A)
            default: false
            }
        default: false
        }
    }

    private func rewriting(_ changes: Rewriting) -> Node {
        var node = self
        switch value {
        case .mapping: node.updateMapping { $0.updateEach { $1 = $1.rewriting(changes) } }
        case .sequence(let elements): node.value = .sequence(elements.map { $0.rewriting(changes) })
        case .string(let text) where style == .plain && changes.contains(.dates) && startsLikeDate(text):
            if let full = dateInFull(text) { node = Node(.string(full), at: place, style: .doubleQuoted) }
        case .string(let text) where style == .folded && changes.contains(.foldedText):
            node.value = .string(Kustomize.refolded(text))
        default: break
        }
        return node
    }
}
