/// The name of a Gateway in a list `gateways`: `mesh`, a name in the own namespace, or `namespace/name`.
package struct GatewayName: Hashable, Sendable {
    package var namespace: String?
    package var name: String

    package init(_ text: String) {
        let slash = text.firstIndex(of: "/")
        namespace = slash.map { String(text[..<$0]) }
        name = slash.map { String(text[text.index(after: $0)...]) } ?? text
    }

    /// The word for all sidecars.
    package static let mesh = "mesh"

    /// An old way to write a namespace: `name.namespace`.
    package var isLegacy: Bool { namespace == nil && name.contains(".") }

    /// What to write instead of the old form.
    package var modern: String {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count > 1 ? "\(parts[1])/\(parts[0])" : name
    }

    /// What keeps it from being a name; nil when nothing does.
    ///
    /// - Parameter isGenerated: Istio's own gateways, made from Gateway API, have other names.
    package func problem(isGenerated: Bool) -> String? {
        guard let namespace else { return domainNameProblem(name) }
        if namespace.isEmpty || name.isEmpty { return "one side of the \"/\" is empty" }
        if !isDNSLabel(namespace) { return "\"\(namespace)\" is not the name of a namespace" }
        if !isGenerated, !isDNSLabel(name) { return "\"\(name)\" is not the name of a Gateway" }
        return nil
    }
}
