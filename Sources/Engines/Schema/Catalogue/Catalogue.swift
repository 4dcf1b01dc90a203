import KubeTypes

/// The kinds that Mainstay knows by itself, read from compact texts at their first use.
package struct Catalogue: Sendable {
    package let definitions: [ResourceDefinition]
    private let shapes: [String: Schema]

    init(definitions: [ResourceDefinition], shapes: [String: Schema] = [:]) {
        self.definitions = definitions
        self.shapes = shapes
    }

    /// Istio's fifteen kinds, in all served versions.
    package static let istio = Catalogue(definitions: [])
    /// The kinds of Kubernetes itself that Mainstay serves.
    package static let core = Catalogue(definitions: [])
    /// Argo CD's Application and AppProject.
    package static let argo = Catalogue(definitions: [])
    /// Shapes that the other catalogues refer to: ObjectMeta, label selectors, conditions.
    static let shared = Catalogue(definitions: [])

    package func definition(group: String, kind: String) -> ResourceDefinition? {
        definitions.first { $0.kind == kind && $0.group == group }
    }

    package func definition(group: String, plural: String) -> ResourceDefinition? {
        definitions.first { $0.plural == plural && $0.group == group }
    }

    func shape(_ name: String) -> Schema? { shapes[name] }
}
