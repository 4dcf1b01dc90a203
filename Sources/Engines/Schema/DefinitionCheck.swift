package import Diagnostics
package import KubeTypes
import Tree

/// What is wrong with a CustomResourceDefinition itself: what it lacks, what its schemas must not say, and rules that
/// cannot be used or cost too much.
package func definitionFindings(_ crd: KubeObject) -> [Finding] {
    let versions = crd.spec["versions"]?.elements ?? []
    let problems = versions.compactMap { $0[path: "schema", "openAPIV3Schema"] }.flatMap { schema in
        structuralProblems(ofSchema: schema).map(\.finding)
    }
    guard problems.isEmpty else { return problems }
    do throws(Refused) {
        _ = try ResourceDefinition(crd: crd)
        return []
    } catch {
        return error.findings
    }
}
