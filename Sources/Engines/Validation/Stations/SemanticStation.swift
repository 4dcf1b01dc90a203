package import Diagnostics
package import KubeTypes
internal import Parallel
package import Semantics

/// Checks objects by the rules of Istio that no schema can say: those of its admission webhook and of
/// `istioctl validate`. Each object by itself; what objects say about each other is another station's.
package struct SemanticStation: Sendable {
    private let options: SemanticOptions

    package init(_ options: SemanticOptions = SemanticOptions()) { self.options = options }

    /// What is wrong with the objects, in their order.
    package func findings(_ objects: [KubeObject]) -> [Finding] {
        parallelMap(objects) { semanticFindings(of: $0, options: options).about($0.subject) }.flatMap(\.self)
    }
}

extension SemanticStation {
    /// What keeps Istio from taking the objects: the errors that its admission webhook would answer with. Of other kinds
    /// the webhook is not asked.
    package func refusals(_ objects: [KubeObject]) -> [Finding] {
        findings(objects.filter { $0.type.group.hasSuffix(".istio.io") && $0.type.group != "install.istio.io" })
            .filter { $0.severity == .error }
    }
}
