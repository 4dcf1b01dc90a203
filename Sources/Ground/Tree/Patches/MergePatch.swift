extension Node {
    /// Applies a merge patch by RFC 7386: objects merge, null removes, everything else replaces.
    package mutating func apply(mergePatch patch: Node) {
        guard let changes = patch.mapping else { return self = patch }
        if mapping == nil { self = Node(.mapping(Mapping()), at: patch.place) }
        updateMapping { members in
            for change in changes.entries {
                if change.value.isNull {
                    members[change.key] = nil
                } else if members.update(change.key, { $0.apply(mergePatch: change.value) }) == nil {
                    var member = Node(.null, at: change.value.place)
                    member.apply(mergePatch: change.value)
                    members.append(Mapping.Entry(change.key, at: change.keyPlace, member))
                }
            }
        }
    }
}
