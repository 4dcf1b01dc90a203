/// Why a write cannot be carried out.
package enum ApplyError: Error, Equatable, Sendable {
    /// Other managers own these fields with other values.
    case conflicts([Conflict])
    /// The object does not fit its schema, or the patch makes no sense; in Kubernetes' words.
    case invalid(String)
    /// A patch that wants an object where a list stands.
    case misshapen(String)
}

/// A field that an apply wants to change and another manager owns.
package struct Conflict: Hashable, Sendable {
    package var owner: FieldOwner
    /// As Kubernetes writes it: `.spec.ports[port=80,protocol="TCP"].name`.
    package var path: String

    package init(owner: FieldOwner, path: String) {
        self.owner = owner
        self.path = path
    }

    /// The message of the cause in a Status: `conflict with "kubectl"`.
    package var message: String { "conflict with \(owner)" }

    /// The message of the whole Status for `conflicts`, which are sorted by owner and path.
    package static func message(for conflicts: [Conflict]) -> String {
        guard conflicts.count != 1 else {
            return conflicts.map { "Apply failed with 1 conflict: \($0.message): \($0.path)" }.joined()
        }
        var lines = ["Apply failed with \(conflicts.count) conflicts:"]
        var last: FieldOwner?
        for conflict in conflicts {
            if conflict.owner != last { lines.append("conflicts with \(conflict.owner):") }
            last = conflict.owner
            lines.append("- \(conflict.path)")
        }
        return lines.prefix(2).joined(separator: " ") + lines.dropFirst(2).map { "\n" + $0 }.joined()
    }
}
