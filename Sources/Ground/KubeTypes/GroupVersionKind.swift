/// The type of an object: `networking.istio.io/v1, Kind=VirtualService`. The core group is empty.
package struct GroupVersionKind: Hashable, Sendable, CustomStringConvertible {
    package var group: String
    package var version: String
    package var kind: String

    package init(group: String, version: String, kind: String) {
        self.group = group
        self.version = version
        self.kind = kind
    }

    package init(apiVersion: String, kind: String) {
        let (group, version) = splitAPIVersion(apiVersion)
        self.init(group: group, version: version, kind: kind)
    }

    /// `v1` for the core group, `group/version` for others.
    package var apiVersion: String { group.isEmpty ? version : "\(group)/\(version)" }
    package var groupKind: GroupKind { GroupKind(group: group, kind: kind) }
    package var description: String { "\(apiVersion), Kind=\(kind)" }
}

/// A kind without its version; what health rules, ordering and permissions speak of.
package struct GroupKind: Hashable, Sendable, CustomStringConvertible {
    package var group: String
    package var kind: String

    package init(group: String, kind: String) {
        self.group = group
        self.kind = kind
    }

    /// `VirtualService.networking.istio.io`, or just `Service`.
    package var description: String { group.isEmpty ? kind : "\(kind).\(group)" }
}

/// The collection in which objects of a kind are served: `networking.istio.io/v1/virtualservices`.
package struct GroupVersionResource: Hashable, Sendable, CustomStringConvertible {
    package var group: String
    package var version: String
    package var resource: String

    package init(group: String, version: String, resource: String) {
        self.group = group
        self.version = version
        self.resource = resource
    }

    package var apiVersion: String { group.isEmpty ? version : "\(group)/\(version)" }
    package var groupResource: GroupResource { GroupResource(group: group, resource: resource) }
    package var description: String { "\(apiVersion)/\(resource)" }
}

package struct GroupResource: Hashable, Sendable, CustomStringConvertible {
    package var group: String
    package var resource: String

    package init(group: String, resource: String) {
        self.group = group
        self.resource = resource
    }

    /// `virtualservices.networking.istio.io`, or just `services`.
    package var description: String { group.isEmpty ? resource : "\(resource).\(group)" }
}

/// `apps/v1` gives `apps` and `v1`; `v1` gives the empty group.
package func splitAPIVersion(_ text: String) -> (group: String, version: String) {
    guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else { return ("", text) }
    return (String(text[..<slash]), String(text[text.utf8.index(after: slash)...]))
}
