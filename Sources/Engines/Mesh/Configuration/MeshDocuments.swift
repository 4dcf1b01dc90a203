package import Diagnostics
package import KubeTypes
package import Tree

/// The settings of the mesh and of proxies that objects of other kinds carry: the ConfigMap of istiod, an installation, an
/// annotation of pods.
package struct MeshDocuments: Sendable {
    /// `MeshConfig`, from the ConfigMap or the installation.
    package var config: Node?
    /// `MeshNetworks`, from the same.
    package var networks: Node?
    /// `ProxyConfig`, from the annotation `proxy.istio.io/config`.
    package var proxy: Node?
    /// What keeps a document from being read, and the field with it.
    package var unreadable: [(field: String, problem: Finding)] = []

    package init(of object: KubeObject, istioNamespace: String, defaultNamespace: String = "default") {
        switch (object.type.group, object.kind) {
        case ("", "ConfigMap"):
            let namespace = object.namespace.isEmpty ? defaultNamespace : object.namespace
            // A revision has its own: `istio-canary`.
            guard namespace == istioNamespace, object.name == "istio" || object.name.hasPrefix("istio-") else { return }
            config = read("mesh", of: object.root["data"])
            networks = read("meshNetworks", of: object.root["data"])
        case ("install.istio.io", "IstioOperator"):
            config = object.spec["meshConfig"] ?? object.spec[path: "values", "meshConfig"]
            networks = object.spec[path: "values", "global", "meshNetworks"].map { ["networks": $0] }
        default:
            guard let metadata = object.podMetadata else { return }
            proxy = read("proxy.istio.io/config", of: metadata["annotations"])
        }
    }

    private mutating func read(_ field: String, of parent: Node?) -> Node? {
        do throws(Refused) {
            return try embeddedDocument(field, of: parent)
        } catch {
            unreadable += error.findings.map { (field, $0) }
            return nil
        }
    }
}

extension KubeObject {
    /// The metadata of the pods that the object is or makes; nil for other kinds.
    fileprivate var podMetadata: Node? {
        switch kind {
        case "Pod": root["metadata"]
        case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "Rollout":
            root[path: "spec", "template", "metadata"]
        case "CronJob": root[path: "spec", "jobTemplate", "spec", "template", "metadata"]
        default: nil
        }
    }
}
