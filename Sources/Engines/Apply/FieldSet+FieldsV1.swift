package import Tree

extension FieldSet {
    /// The set as the value of `fieldsV1`.
    package var fieldsV1: Node {
        var mapping = Mapping()
        for entry in entries {
            var below = entry.children.fieldsV1
            if entry.isMember, !entry.children.isEmpty {
                below.updateMapping { $0.insert(Mapping.Entry(".", .emptyMapping), at: 0) }
            }
            mapping.append(Mapping.Entry(entry.element.fieldsV1, below))
        }
        return Node(mapping)
    }

    /// Reads a value of `fieldsV1`; nil when it is none.
    package init?(fieldsV1 node: Node) {
        guard let mapping = node.mapping else { return nil }
        self.init()
        for entry in mapping.entries where entry.key != "." {
            guard let element = PathElement(fieldsV1: entry.key), let below = FieldSet(fieldsV1: entry.value) else {
                return nil
            }
            let isMember = below.isEmpty || entry.value.mapping?.contains(".") == true
            insert(element, isMember: isMember, children: below)
        }
    }
}
