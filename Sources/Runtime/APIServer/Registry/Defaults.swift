internal import KubeTypes
internal import Tree

/// What the built-in kinds get beyond the defaults of their schemas, because one field depends on another.
enum Defaults {
    static func complete(_ object: inout KubeObject) {
        switch (object.apiVersion, object.kind) {
        case ("v1", "Namespace"): labelNamespace(&object)
        case ("v1", "Secret"): object = object.asStoredSecret
        case ("apiextensions.k8s.io/v1", "CustomResourceDefinition"): DefinitionStatus.complete(&object)
        default: break
        }
    }

    private static func labelNamespace(_ object: inout KubeObject) {
        guard object.labels["kubernetes.io/metadata.name"] == nil else { return }
        object.root.set(Node(object.name), at: ["metadata", "labels", "kubernetes.io/metadata.name"])
    }
}
