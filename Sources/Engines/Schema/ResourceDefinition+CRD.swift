package import Diagnostics
package import KubeTypes
import Tree

extension ResourceDefinition {
    /// Reads a CustomResourceDefinition (apiextensions.k8s.io/v1).
    ///
    /// - Throws: `Refused` with what is missing or wrong in it.
    package init(crd: KubeObject) throws(Refused) {
        self.init(group: "", kind: "", plural: "")
    }

    /// This definition as a CustomResourceDefinition (apiextensions.k8s.io/v1).
    package var crd: KubeObject { KubeObject(.emptyMapping) }
}
