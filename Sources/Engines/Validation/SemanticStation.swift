package import Diagnostics
package import KubeTypes
package import Semantics

/// Checks objects by the rules of Istio that no schema can say: those of its admission webhook and of
/// `istioctl validate`. Each object by itself; what objects say about each other is another station's.
package struct SemanticStation: Sendable {
    private let options: SemanticOptions

    package init(_ options: SemanticOptions = SemanticOptions()) { self.options = options }

    /// What is wrong with the objects, in their order.
    ///
    /// - Parameter schemaFindings: What the schema station has said. A value that it refuses already is not told twice.
    package func findings(_ objects: [KubeObject], besides schemaFindings: [Finding] = []) -> [Finding] {
        let refused = Set(schemaFindings.filter { $0.severity == .error }.map(\.place))
        return objects.flatMap { semanticFindings(of: $0, options: options) }.filter {
            $0.code != .valueUnreadable && $0.code != .topLevelFieldUnknown || !refused.contains($0.place)
        }
    }
}
