package import Diagnostics
package import Tree

extension Schema {
    /// Reads an `openAPIV3Schema` of a CustomResourceDefinition.
    ///
    /// - Throws: `Refused` with a finding for each field that no structural schema has or that has a wrong type.
    package convenience init(openAPI node: Node) throws(Refused) {
        self.init(SchemaDraft())
    }
}
