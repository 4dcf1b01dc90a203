import KubeTypes
import Testing
import Tree

@testable import Health

@Suite("Health")
struct HealthTests {
    private static func object(_ apiVersion: String, _ kind: String, _ fields: Node) -> KubeObject {
        var root: Node = [
            "apiVersion": Node(apiVersion), "kind": Node(kind), "metadata": ["name": "web", "generation": 2],
        ]
        for entry in fields.entries { root[entry.key] = entry.value }
        return KubeObject(root)
    }

    @Test(
        "a deployment is judged as its rollout",
        arguments: [
            (["status": ["observedGeneration": 1]], .progressing), (["spec": ["paused": true]], .suspended),
            (["spec": ["replicas": 2], "status": ["observedGeneration": 2, "updatedReplicas": 1]], .progressing),
            (
                [
                    "spec": ["replicas": 1],
                    "status": ["observedGeneration": 2, "updatedReplicas": 1, "replicas": 2, "availableReplicas": 1],
                ], .progressing
            ),
            (["status": ["observedGeneration": 2, "updatedReplicas": 1, "replicas": 1]], .progressing),
            (
                ["status": ["observedGeneration": 2, "updatedReplicas": 1, "replicas": 1, "availableReplicas": 1]],
                .healthy
            ),
            (
                [
                    "status": [
                        "observedGeneration": 2,
                        "conditions": [["type": "Progressing", "reason": "ProgressDeadlineExceeded"]],
                    ]
                ], .degraded
            ),
            (["spec": ["replicas": 0], "status": ["observedGeneration": 2]], .healthy),
        ] as [(Node, Health.Status)])
    func deployments(fields: Node, expected: Health.Status) {
        #expect(health(of: Self.object("apps/v1", "Deployment", fields))?.status == expected)
    }

    @Test(
        "other kinds have their own rules",
        arguments: [
            ("v1", "Service", [:], .healthy), ("v1", "Service", ["spec": ["type": "LoadBalancer"]], .progressing),
            (
                "v1", "Service",
                [
                    "spec": ["type": "LoadBalancer"],
                    "status": ["loadBalancer": ["ingress": [["ip": "10.0.0.1"]]]],
                ], .healthy
            ),
            ("apiextensions.k8s.io/v1", "CustomResourceDefinition", [:], .progressing),
            (
                "apiextensions.k8s.io/v1", "CustomResourceDefinition",
                ["status": ["conditions": [["type": "NamesAccepted", "status": "False"]]]], .degraded
            ),
            ("v1", "ConfigMap", [:], nil), ("example.com/v1", "Thing", ["status": ["conditions": []]], nil),
            ("networking.istio.io/v1", "Gateway", [:], .healthy),
            (
                "networking.istio.io/v1", "Gateway", ["status": ["validationMessages": [["level": "ERROR"]]]],
                .degraded
            ),
            (
                "networking.istio.io/v1", "Gateway", ["status": ["validationMessages": [["level": "WARNING"]]]],
                .healthy
            ),
            ("networking.istio.io/v1", "Gateway", ["status": ["observedGeneration": "1"]], .progressing),
            ("networking.istio.io/v1", "Gateway", ["status": ["observedGeneration": 2]], .healthy),
            (
                "security.istio.io/v1", "AuthorizationPolicy",
                ["status": ["conditions": [["type": "Reconciled", "status": "False"]]]], .progressing
            ),
        ] as [(String, String, Node, Health.Status?)])
    func kinds(apiVersion: String, kind: String, fields: Node, expected: Health.Status?) {
        #expect(health(of: Self.object(apiVersion, kind, fields))?.status == expected)
    }

    @Test("what is being deleted is on its way, of any kind")
    func deletion() {
        var object = Self.object("v1", "ConfigMap", [:])
        object.root.set("2026-01-02T03:04:05Z", at: ["metadata", "deletionTimestamp"])
        #expect(health(of: object) == Health(.progressing, "Pending deletion"))
    }

    @Test("the whole is as its worst part")
    func worst() {
        let order: [Health.Status] = [.healthy, .suspended, .progressing, .missing, .degraded, .unknown]
        #expect(Health.worst(of: []) == .healthy)
        for (index, status) in order.enumerated() {
            #expect(Health.worst(of: order[...index].reversed()) == status)
        }
    }
}
