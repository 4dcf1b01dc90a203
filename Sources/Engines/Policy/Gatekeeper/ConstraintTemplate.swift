internal import Diagnostics
internal import KubeTypes
internal import Rego
internal import Schema
internal import Tree

/// A kind of constraint: its parameters, and what judges objects.
struct ConstraintTemplate: Sendable {
    static let group = "templates.gatekeeper.sh"

    let kind: String
    let object: KubeObject
    /// Of the constraints; nil where the template says nothing that can be checked.
    let definition: ResourceDefinition?
    /// nil where nothing can be evaluated.
    let engine: TemplateEngine?
    let findings: [Finding]

    init(_ object: KubeObject) {
        self.object = object
        var findings: [Finding] = []
        let kindNode = object.root[path: "spec", "crd", "spec", "names", "kind"]
        kind = kindNode?.string ?? ""
        if kind.isEmpty {
            findings.append(
                Finding(
                    .templateUnusable, "the template \"\(object.name)\" names no kind in spec.crd.spec.names.kind",
                    at: kindNode?.place ?? object.place))
        } else if object.name != kind.lowercased() {
            findings.append(
                Finding(
                    .templateUnusable,
                    "the template is called \"\(object.name)\"; Gatekeeper wants the kind in small letters",
                    at: object.place, hint: "call it \"\(kind.lowercased())\""))
        }
        (definition, findings) = Self.definition(object, kind, findings)
        let targets = object.root[path: "spec", "targets"]?.elements ?? []
        guard targets.count == 1, let target = targets.first else {
            findings.append(
                Finding(
                    .templateUnusable, "expected one target in spec.targets, found \(targets.count)",
                    at: object.root[path: "spec", "targets"]?.place ?? object.place))
            (engine, self.findings) = (nil, findings.about(object.subject))
            return
        }
        do throws(Refused) {
            engine = try TemplateEngine(target, file: "\(object.name).rego")
        } catch {
            engine = nil
            findings += error.findings
        }
        self.findings = findings.about(object.subject)
    }

    /// The definition that Gatekeeper makes of the template. Schemas of v1beta1 need not be structural.
    private static func definition(
        _ object: KubeObject, _ kind: String, _ findings: [Finding]
    ) -> (ResourceDefinition?, [Finding]) {
        let validation = object.root[path: "spec", "crd", "spec", "validation"]
        guard let schema = validation?["openAPIV3Schema"], !kind.isEmpty else { return (nil, findings) }
        let anything: Node = ["type": "object", "x-kubernetes-preserve-unknown-fields": true]
        var definition = KubeObject(
            GroupVersionKind(group: "apiextensions.k8s.io", version: "v1", kind: "CustomResourceDefinition"),
            name: "\(kind.lowercased()).\(Constraint.group)")
        definition.root["spec"] = [
            "group": Node(Constraint.group), "scope": "Cluster",
            "names": ["kind": Node(kind), "plural": Node(kind.lowercased())],
            "versions": [
                [
                    "name": "v1beta1", "served": true, "storage": true,
                    "schema": [
                        "openAPIV3Schema": [
                            "type": "object",
                            "properties": [
                                "spec": [
                                    "type": "object", "x-kubernetes-preserve-unknown-fields": true,
                                    "properties": ["match": anything, "parameters": schema],
                                ]
                            ],
                        ]
                    ],
                ]
            ],
        ]
        do throws(Refused) {
            return (try ResourceDefinition(crd: definition), findings)
        } catch {
            let isLegacy = validation?["legacySchema"]?.bool ?? object.apiVersion.hasSuffix("beta1")
            if isLegacy { return (nil, findings) }
            return (nil, findings + error.findings)
        }
    }
}
