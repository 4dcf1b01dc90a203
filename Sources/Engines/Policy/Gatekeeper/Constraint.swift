internal import Diagnostics
internal import KubeTypes
internal import Rego
internal import Schema
internal import Tree

/// An object that asks a template for one judgement: which objects, with which parameters, and what follows.
struct Constraint: Sendable {
    static let group = "constraints.gatekeeper.sh"

    /// What Gatekeeper does with an object that violates the constraint.
    enum Action: Sendable {
        case deny, warn
        /// Noted by the audit only.
        case note

        var severity: Severity {
            switch self {
            case .deny: .error
            case .warn: .warning
            case .note: .info
            }
        }
    }

    let object: KubeObject
    let match: ConstraintMatch
    let action: Action
    let parameters: RegoValue
    /// The same with places.
    let parameterNode: Node
    let findings: [Finding]
    /// Whether objects can be judged by it.
    let isUsable: Bool

    init(_ object: KubeObject, _ template: ConstraintTemplate?, known: some Sequence<String>) {
        self.object = object
        var findings: [Finding] = []
        if template == nil {
            findings.append(
                Finding(
                    .constraintUnusable, "there is no ConstraintTemplate for the kind \(object.kind)",
                    severity: .warning,
                    at: object.root["kind"]?.place ?? object.place,
                    hint: nearestName(to: object.kind, among: known).map { "did you mean \($0)?" }
                        ?? "give the template with the other manifests"))
        }
        if let version = template?.definition?.version("v1beta1") {
            findings += violations(of: object.root, against: version.schema, options: SchemaCheckOptions())
                .map(\.finding)
        }
        (action, findings) = Self.action(object, findings)
        do throws(Refused) {
            match = try ConstraintMatch(object.root[path: "spec", "match"] ?? Node(.null))
        } catch {
            match = ConstraintMatch.nothing
            findings += error.findings
        }
        parameterNode = object.root[path: "spec", "parameters"] ?? .emptyMapping
        parameters = RegoValue(parameterNode)
        self.findings = findings.about(object.subject)
        isUsable = template != nil && !findings.contains { $0.severity == .error }
    }

    private static func action(_ object: KubeObject, _ findings: [Finding]) -> (Action, [Finding]) {
        let node = object.root[path: "spec", "enforcementAction"]
        switch node?.string ?? "deny" {
        case "deny", "": return (.deny, findings)
        case "warn": return (.warn, findings)
        case "dryrun": return (.note, findings)
        case "scoped": return (scoped(object), findings)
        case let other:
            return (
                .note,
                findings + [
                    Finding(
                        .constraintUnusable, "unknown enforcementAction \"\(other)\": Gatekeeper enforces nothing",
                        at: node?.place ?? object.place, hint: "use deny, warn, dryrun or scoped")
                ]
            )
        }
    }

    /// The worst that the webhook does; what only the audit does is a note.
    private static func scoped(_ object: KubeObject) -> Action {
        var actions: [String] = []
        for entry in object.root[path: "spec", "scopedEnforcementActions"]?.elements ?? [] {
            let points = entry["enforcementPoints"]?.elements.compactMap { $0["name"]?.string } ?? []
            if points.contains(where: { ["*", "validation.gatekeeper.sh", "vap.k8s.io"].contains($0) }) {
                actions.append(entry["action"]?.string ?? "")
            }
        }
        if actions.contains("deny") { return .deny }
        return actions.contains("warn") ? .warn : .note
    }
}
