package import Analyzers
package import Diagnostics
package import KubeTypes

/// Checks objects together, as `istioctl analyze` and Kiali do: what names what, and what contradicts what.
package struct AnalyzerStation: Sendable {
    private let options: AnalyzerOptions

    /// Manifests of a repository are a part of a mesh, where what is missing may be in the cluster.
    package init(_ options: AnalyzerOptions = AnalyzerOptions(isWholeMesh: false)) { self.options = options }

    /// What is wrong with the objects, in the order of places.
    ///
    /// - Parameter others: What the stations before have said. What one of them says of the same value by the same code
    ///   of Istio is not told twice.
    package func findings(_ objects: [KubeObject], besides others: [Finding] = []) -> [Finding] {
        let told = Set(others.flatMap { finding in finding.code.aliases.map { Said(code: $0, place: finding.place) } })
        return analyze(objects, options: options).filter { finding in
            !finding.code.aliases.contains { told.contains(Said(code: $0, place: finding.place)) }
        }
    }
}

private struct Said: Hashable {
    var code: String
    var place: Place
}
