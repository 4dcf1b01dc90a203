import Diagnostics
import Tree

/// Which fields the transformers change: the built-in ones and those of `configurations` and `crds`.
struct TransformerConfig {
    struct NameReference {
        /// The type that is referred to.
        var target: TypeSelector
        var referrers: [FieldSpec]
    }

    var namePrefix: [FieldSpec] = []
    var nameSuffix: [FieldSpec] = []
    var namespace: [FieldSpec] = []
    var labels: [FieldSpec] = []
    var templateLabels: [FieldSpec] = []
    /// Where `labels` go that are for the metadata only.
    var metadataLabels: [FieldSpec] = []
    var annotations: [FieldSpec] = []
    var nameReferences: [NameReference] = []
    var varReferences: [FieldSpec] = []
    var images: [FieldSpec] = []
    var replicas: [FieldSpec] = []

    mutating func merge(_ other: TransformerConfig) throws(Refused) {
        try namePrefix.merge(other.namePrefix)
        try nameSuffix.merge(other.nameSuffix)
        try namespace.merge(other.namespace)
        try labels.merge(other.labels)
        try templateLabels.merge(other.templateLabels)
        try metadataLabels.merge(other.metadataLabels)
        try annotations.merge(other.annotations)
        try varReferences.merge(other.varReferences)
        try images.merge(other.images)
        try replicas.merge(other.replicas)
        for reference in other.nameReferences {
            if let index = nameReferences.firstIndex(where: { $0.target == reference.target }) {
                try nameReferences[index].referrers.merge(reference.referrers)
            } else {
                nameReferences.append(reference)
            }
        }
    }

    /// These fields and the built-in ones. Most kustomizations add none.
    func withBuiltIn() throws(Refused) -> TransformerConfig {
        if isEmpty { return .builtIn }
        var config = self
        try config.merge(.builtIn)
        return config
    }

    private var isEmpty: Bool {
        nameReferences.isEmpty
            && [
                namePrefix, nameSuffix, namespace, labels, templateLabels, metadataLabels, annotations, varReferences,
                images, replicas,
            ].allSatisfy(\.isEmpty)
    }

    /// Reads a file of `configurations`.
    init(_ node: Node) throws(Refused) {
        let mistakes = Self.shape.findings(in: node)
        if !mistakes.isEmpty { throw Refused(mistakes) }
        func specs(_ field: String) -> [FieldSpec] { (node[field]?.elements ?? []).map { FieldSpec($0) } }
        namePrefix = specs("namePrefix")
        nameSuffix = specs("nameSuffix")
        namespace = specs("namespace")
        labels = specs("commonLabels")
        templateLabels = specs("templateLabels")
        metadataLabels = specs("labels")
        annotations = specs("commonAnnotations")
        varReferences = specs("varReference")
        images = specs("images")
        replicas = specs("replicas")
        nameReferences = (node["nameReference"]?.elements ?? []).map { reference in
            NameReference(
                target: TypeSelector(reference),
                referrers: (reference["fieldSpecs"]?.elements ?? []).map { FieldSpec($0) })
        }
    }

    init() {}

    private static let shape: Shape = {
        let specs = Shape.list(
            .object([
                "path": .text, "group": .text, "version": .text, "kind": .text, "create": .flag, "skip": .flag,
            ]))
        let reference = Shape.object([
            "group": .text, "version": .text, "kind": .text, "fieldSpecs": specs,
        ])
        return .object([
            "namePrefix": specs, "nameSuffix": specs, "namespace": specs, "commonLabels": specs, "labels": specs,
            "templateLabels": specs, "commonAnnotations": specs, "nameReference": .list(reference),
            "varReference": specs, "images": specs, "replicas": specs, "apiVersion": .any, "kind": .any,
            "metadata": .any,
        ])
    }()
}

extension TypeSelector {
    init(_ node: Node?) {
        self.init(
            group: node?["group"]?.scalarText ?? "", version: node?["version"]?.scalarText ?? "",
            kind: node?["kind"]?.scalarText ?? "")
    }
}
