import Tree

/// Kustomize reads its own file and JSON patches by YAML 1.1, objects by YAML 1.2.
extension Node {
    /// What YAML 1.1 takes an unquoted word for.
    var olderBool: Bool? {
        guard style == .plain, let text = string else { return nil }
        switch text {
        case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON": return true
        case "n", "N", "no", "No", "NO", "off", "Off", "OFF": return false
        default: return nil
        }
    }

    /// The same value as YAML 1.1 reads it.
    var withOlderBooleans: Node {
        var node = self
        if let flag = olderBool { node.value = .bool(flag) }
        node.updateSequence { elements in
            for index in elements.indices { elements[index] = elements[index].withOlderBooleans }
        }
        node.updateMapping { members in members.updateEach { _, member in member = member.withOlderBooleans } }
        return node
    }

    /// A scalar in the quotes of the one whose place it takes: what stands in quotes is a string.
    func inQuotes(of old: Node) -> Node {
        guard old.style != .plain, style == .plain, let text = scalarText else { return self }
        return Node(.string(text), at: place, style: old.style)
    }
}
