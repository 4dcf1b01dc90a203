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
    package static let istio = built(istioCatalogueText, "istio", isBuiltIn: false)
    /// The kinds of Kubernetes itself that Mainstay serves.
    package static let core = built(coreCatalogueText, "core", isBuiltIn: true)
    /// Argo CD's Application and AppProject.
    package static let argo = built(argoCatalogueText, "argo", isBuiltIn: false)
    /// Shapes that the other catalogues refer to: ObjectMeta, label selectors, conditions.
    static let shared = built(sharedShapesText, "shared", isBuiltIn: true, shapes: [:])

    /// Kinds that manifests hold and that Mainstay does not serve: their fields are checked, and that is all.
    package static let unserved: [Catalogue] = [
        built(kubernetesCatalogueText, "kubernetes", isBuiltIn: true, shapes: core.shapes),
        built(istioPastCatalogueText, "istio-past", isBuiltIn: false),
        built(argoSetsCatalogueText, "argo-sets", isBuiltIn: false, shapes: argo.shapes),
        built(argoRolloutsCatalogueText, "argo-rollouts", isBuiltIn: false, shapes: core.shapes),
        built(fluxCatalogueText, "flux", isBuiltIn: false),
        built(flaggerCatalogueText, "flagger", isBuiltIn: false),
        built(secretsCatalogueText, "secrets", isBuiltIn: false),
        built(veleroCatalogueText, "velero", isBuiltIn: false),
        built(gatewayAPICatalogueText, "gateway-api", isBuiltIn: false),
    ]

    /// The kinds that the built-in API server serves.
    package static let served: [ResourceDefinition] = core.definitions + istio.definitions + argo.definitions

    /// All kinds that are known without a cluster.
    package static let known: [ResourceDefinition] = served + unserved.flatMap(\.definitions)

    package func definition(group: String, kind: String) -> ResourceDefinition? {
        definitions.first { $0.kind == kind && $0.group == group }
    }

    package func definition(group: String, plural: String) -> ResourceDefinition? {
        definitions.first { $0.plural == plural && $0.group == group }
    }

    func shape(_ name: String) -> Schema? { shapes[name] }

    /// The texts are part of the program and tests read each of them, so an unreadable one is an empty catalogue here.
    private static func built(
        _ text: String, _ name: String, isBuiltIn: Bool, shapes: [String: Schema]? = nil
    ) -> Catalogue {
        let shapes = shapes ?? shared.shapes
        let catalogue = try? CompactNotation.read(text, origin: name, isBuiltIn: isBuiltIn, shapes: shapes)
        return catalogue ?? Catalogue(definitions: [])
    }
}
