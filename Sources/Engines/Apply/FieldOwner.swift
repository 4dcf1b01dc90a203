/// Who wrote fields: an entry of `metadata.managedFields` without what it owns.
package struct FieldOwner: Hashable, Sendable {
    package enum Operation: String, Sendable, Comparable {
        case apply = "Apply"
        case update = "Update"

        package static func < (a: Operation, b: Operation) -> Bool { a.rawValue < b.rawValue }
    }

    package var manager: String
    package var operation: Operation
    package var apiVersion: String
    /// Empty for the object itself, or `status`, `scale`.
    package var subresource: String

    package init(_ manager: String, _ operation: Operation, apiVersion: String, subresource: String = "") {
        self.manager = manager
        self.operation = operation
        self.apiVersion = apiVersion
        self.subresource = subresource
    }

    /// Whether both are one manager: for those that apply, the version does not count.
    package func isSameManager(as other: FieldOwner) -> Bool {
        manager == other.manager && operation == other.operation && subresource == other.subresource
            && (operation == .apply || apiVersion == other.apiVersion)
    }
}

extension FieldOwner: CustomStringConvertible {
    /// As Kubernetes writes it in a conflict: `"kubectl" with subresource "status" using v1`.
    package var description: String {
        var text = "\"\(manager)\""
        if !subresource.isEmpty { text += " with subresource \"\(subresource)\"" }
        if operation == .update { text += " using \(apiVersion)" }
        return text
    }
}
