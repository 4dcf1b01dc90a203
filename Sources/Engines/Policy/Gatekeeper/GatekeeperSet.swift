internal import Diagnostics
package import KubeTypes
internal import Parallel
internal import Rego
internal import Tree

/// Gatekeeper's templates and constraints among objects, and the objects that they judge.
package struct GatekeeperSet: Sendable {
    private let templates: [String: ConstraintTemplate]
    private let constraints: [Constraint]
    private let others: [KubeObject]
    private let findings: [Finding]

    package static func isPresent(in objects: [KubeObject]) -> Bool { objects.contains(where: isGatekeepers) }

    private static func isGatekeepers(_ object: KubeObject) -> Bool {
        [ConstraintTemplate.group, Constraint.group].contains(object.type.group)
    }

    package init(_ objects: [KubeObject]) {
        let made = objects.filter { $0.type.groupKind == templateKind }.map { ConstraintTemplate($0) }
        templates = Dictionary(made.map { ($0.kind, $0) }) { first, _ in first }
        let kinds = templates.keys.sorted()
        let templates = templates
        constraints = objects.filter { $0.type.group == Constraint.group }
            .map { Constraint($0, templates[$0.kind], known: kinds) }
        others = objects.filter { !Self.isGatekeepers($0) }
        findings = made.flatMap(\.findings) + constraints.flatMap(\.findings)
    }

    /// What is wrong with templates and constraints, and which objects constraints would refuse.
    package func verdict(_ surroundings: Surroundings) -> PolicyVerdict {
        var verdict = PolicyVerdict()
        verdict.findings = findings
        let inventory = inventory(of: others)
        let namespaces = Dictionary(
            others.filter { $0.kind == "Namespace" && $0.apiVersion == "v1" }.map { ($0.name, $0) }
        ) { $1 }
        let reviews = others.map { Review($0, namespaces: namespaces) }
        for (kind, template) in templates.sorted(by: { $0.key < $1.key }) {
            let judging = constraints.filter { $0.object.kind == kind && $0.isUsable }
            guard let engine = template.engine else { continue }
            // A template is compiled even where no constraint uses it: its mistakes are mistakes.
            let inventory = judging.isEmpty ? RegoValue.object(.empty) : inventory
            let judge = onDeepStack { () -> Result<TemplateJudge, Refused> in
                do throws(Refused) {
                    return .success(try TemplateJudge(engine, inventory: inventory))
                } catch {
                    return .failure(error)
                }
            }
            switch judge {
            case .success(let judge):
                for constraint in judging {
                    verdict.add(judge.verdict(constraint, on: reviews, namespaces, surroundings))
                }
            case .failure(let refused): verdict.findings += refused.findings.about(template.object.subject)
            }
        }
        return PolicyVerdict(joining: [verdict])
    }
}

private let templateKind = GroupKind(group: ConstraintTemplate.group, kind: "ConstraintTemplate")

/// What Gatekeeper's templates and constraints among objects say of the others.
package func gatekeeperVerdict(on objects: [KubeObject], _ surroundings: Surroundings) -> PolicyVerdict {
    guard GatekeeperSet.isPresent(in: objects) else { return PolicyVerdict() }
    return GatekeeperSet(objects).verdict(surroundings)
}

/// `data.inventory`: what a cluster with only these objects would hold.
private func inventory(of objects: [KubeObject]) -> RegoValue {
    var cluster: [String: [String: [String: RegoValue]]] = [:]
    var namespaced: [String: [String: [String: [String: RegoValue]]]] = [:]
    for object in objects {
        let value = RegoValue(object.root)
        let (version, kind, name) = (object.apiVersion, object.kind, object.name)
        if object.namespace.isEmpty {
            cluster[version, default: [:]][kind, default: [:]][name] = value
        } else {
            namespaced[object.namespace, default: [:]][version, default: [:]][kind, default: [:]][name] = value
        }
    }
    func object<Inner>(_ members: [String: Inner], _ inner: (Inner) -> RegoValue) -> RegoValue {
        .object(RegoObject(members.map { (.string($0.key), inner($0.value)) }))
    }
    func kinds(_ members: [String: [String: [String: RegoValue]]]) -> RegoValue {
        object(members) { object($0) { object($0) { $0 } } }
    }
    return .object(
        RegoObject([(.string("cluster"), kinds(cluster)), (.string("namespace"), object(namespaced, kinds))]))
}
