internal import Diagnostics
internal import KubeTypes
internal import Tree

/// The rules for what stands around `spec`, the same for each kind of Istio.
extension Report {
    mutating func checkTopLevel(_ object: KubeObject) {
        let known = ["apiVersion", "kind", "metadata", "spec", "status"]
        for entry in object.root.entries where !known.contains(entry.key) {
            let near = nearestName(to: entry.key, among: known)
            let field = Field(Node(.string(entry.key), at: entry.keyPlace), name: entry.key)
            error(
                .topLevelFieldUnknown, "unknown field \"\(entry.key)\" beside spec", at: field,
                hint: near.map { "did you mean \"\($0)\"?" } ?? "move it into spec, or remove it")
            if let near, object.root[near] == nil { suggestNearest(to: field, among: known) }
        }
    }

    /// False where Istio looks no further.
    mutating func checkAnnotations(_ annotations: Field, of kind: String, action: String) -> Bool {
        for name in reservedAnnotations where annotations[name].isPresent {
            error(
                .annotationInvalid, "the annotation \(name) is for Istio itself", at: annotations[name],
                hint: "remove it")
            return false
        }
        let dryRun = annotations["istio.io/dry-run"]
        guard dryRun.isPresent else { return true }
        guard kind == "AuthorizationPolicy" else {
            error(
                .annotationInvalid, "a \(kind) has no dry run", at: dryRun,
                hint: "remove the annotation istio.io/dry-run",
                effect: "it would count as soon as it is applied")
            return false
        }
        if !["", "ALLOW", "DENY"].contains(action) {
            error(
                .annotationInvalid, "a policy with action \(action) has no dry run", at: dryRun,
                hint: "use action ALLOW or DENY, or remove the annotation")
        }
        if !goBooleans.contains(dryRun.text) {
            error(
                .annotationInvalid, "\(quoted(dryRun.text)) is neither true nor false", at: dryRun,
                hint: "write \"true\" or \"false\"")
        }
        return true
    }
}

private let reservedAnnotations = [
    "internal.istio.io/webhook-always-reject", "internal.istio.io/parents", "internal.istio.io/parent-namespace",
]

private let goBooleans: Set<String> = [
    "1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False",
]
