internal import KubeTypes
internal import Schema
internal import Tree

/// The manifests that run the controllers in a cluster, with no more rights than they need.
struct Installation {
    var namespace: String
    var image: String
    var replicas: Int
    /// Whether Prometheus' operator is to collect the metrics.
    var hasServiceMonitor: Bool
    var hasDefinitions: Bool

    private let name = "mainstay-controller"
    private let port = 8080

    var objects: [KubeObject] {
        var objects = [namespaceObject]
        if hasDefinitions { objects += Catalogue.argo.definitions.map(\.crd) }
        objects += [account, clusterRole, clusterRoleBinding, role, roleBinding, deployment, service, budget, policy]
        if hasServiceMonitor { objects.append(monitor) }
        return objects
    }

    private var labels: Node { ["app.kubernetes.io/name": Node(name), "app.kubernetes.io/part-of": "mainstay"] }
    private var selector: Node { ["app.kubernetes.io/name": Node(name)] }

    private func object(_ apiVersion: String, _ kind: String, _ rest: Node = [:], isNamespaced: Bool = true)
        -> KubeObject
    {
        var metadata: Node = ["name": Node(name)]
        if isNamespaced { metadata["namespace"] = Node(namespace) }
        metadata["labels"] = labels
        var root: Node = ["apiVersion": Node(apiVersion), "kind": Node(kind), "metadata": metadata]
        for entry in rest.entries { root[entry.key] = entry.value }
        return KubeObject(root)
    }

    private var namespaceObject: KubeObject {
        var root: Node = ["apiVersion": "v1", "kind": "Namespace"]
        root["metadata"] = [
            "name": Node(namespace),
            // The strictest of Kubernetes' Pod Security Standards; the pod below keeps it.
            // It speaks to the API and to Git, and to nobody in the mesh.
            "labels": ["pod-security.kubernetes.io/enforce": "restricted", "istio-injection": "disabled"],
        ]
        return KubeObject(root)
    }

    private var account: KubeObject { object("v1", "ServiceAccount") }

    // MARK: Rights

    /// What Applications may deploy: Istio's kinds and what goes with them. Who deploys more adds a ClusterRole of that kind
    /// and binds it to the same account.
    private var clusterRole: KubeObject {
        let write: Node = ["get", "list", "watch", "create", "patch", "delete"]
        let istio: Node = [
            "networking.istio.io", "security.istio.io", "telemetry.istio.io", "extensions.istio.io",
        ]
        return object(
            "rbac.authorization.k8s.io/v1", "ClusterRole",
            [
                "rules": [
                    ["apiGroups": istio, "resources": ["*"], "verbs": write],
                    [
                        "apiGroups": [""],
                        "resources": ["namespaces", "services", "configmaps", "serviceaccounts"], "verbs": write,
                    ],
                    [
                        "apiGroups": ["argoproj.io"], "resources": ["applications"],
                        "verbs": ["get", "list", "watch", "update", "patch"],
                    ],
                    [
                        "apiGroups": ["argoproj.io"],
                        "resources": ["applications/status", "applications/finalizers"],
                        "verbs": ["update", "patch"],
                    ],
                    ["apiGroups": ["argoproj.io"], "resources": ["appprojects"], "verbs": ["get", "list", "watch"]],
                ]
            ], isNamespaced: false)
    }

    private var clusterRoleBinding: KubeObject {
        object(
            "rbac.authorization.k8s.io/v1", "ClusterRoleBinding", binding("ClusterRole"), isNamespaced: false)
    }

    /// Its own Lease, and nothing else.
    private var role: KubeObject {
        object(
            "rbac.authorization.k8s.io/v1", "Role",
            [
                "rules": [
                    ["apiGroups": ["coordination.k8s.io"], "resources": ["leases"], "verbs": ["create"]],
                    [
                        "apiGroups": ["coordination.k8s.io"], "resources": ["leases"],
                        "resourceNames": [Node(name)], "verbs": ["get", "update"],
                    ],
                ]
            ])
    }

    private var roleBinding: KubeObject { object("rbac.authorization.k8s.io/v1", "RoleBinding", binding("Role")) }

    private func binding(_ kind: String) -> Node {
        [
            "roleRef": ["apiGroup": "rbac.authorization.k8s.io", "kind": Node(kind), "name": Node(name)],
            "subjects": [["kind": "ServiceAccount", "name": Node(name), "namespace": Node(namespace)]],
        ]
    }

    // MARK: Pods

    private var deployment: KubeObject {
        object(
            "apps/v1", "Deployment",
            [
                "spec": [
                    "replicas": Node(replicas), "selector": ["matchLabels": selector],
                    "template": ["metadata": ["labels": labels], "spec": pod],
                ]
            ])
    }

    private var pod: Node {
        [
            "serviceAccountName": Node(name), "terminationGracePeriodSeconds": 60,
            "securityContext": [
                "runAsNonRoot": true, "runAsUser": 65532, "fsGroup": 65532,
                "seccompProfile": ["type": "RuntimeDefault"],
            ],
            "containers": [container],
            "volumes": [["name": "state", "emptyDir": [:]], ["name": "tmp", "emptyDir": [:]]],
            // Two replicas on one node would end together.
            "topologySpreadConstraints": [
                [
                    "maxSkew": 1, "topologyKey": "kubernetes.io/hostname", "whenUnsatisfiable": "ScheduleAnyway",
                    "labelSelector": ["matchLabels": selector],
                ]
            ],
        ]
    }

    private var container: Node {
        [
            "name": "controller", "image": Node(image),
            "args": [
                "controller", "--state", "/var/lib/mainstay", "--listen", Node("0.0.0.0:\(port)"),
                "--identity", "$(POD_NAME)",
            ],
            "env": [["name": "POD_NAME", "valueFrom": ["fieldRef": ["fieldPath": "metadata.name"]]]],
            "ports": [["name": "http", "containerPort": Node(port)]],
            "livenessProbe": ["httpGet": ["path": "/healthz", "port": "http"], "periodSeconds": 10],
            "readinessProbe": ["httpGet": ["path": "/readyz", "port": "http"], "periodSeconds": 5],
            "resources": [
                "requests": ["cpu": "50m", "memory": "128Mi"], "limits": ["memory": "512Mi"],
            ],
            "securityContext": [
                "allowPrivilegeEscalation": false, "readOnlyRootFilesystem": true, "capabilities": ["drop": ["ALL"]],
            ],
            "volumeMounts": [
                ["name": "state", "mountPath": "/var/lib/mainstay"], ["name": "tmp", "mountPath": "/tmp"],
            ],
        ]
    }

    private var service: KubeObject {
        object(
            "v1", "Service",
            ["spec": ["selector": selector, "ports": [["name": "http", "port": Node(port), "targetPort": "http"]]]])
    }

    private var budget: KubeObject {
        object(
            "policy/v1", "PodDisruptionBudget",
            ["spec": ["maxUnavailable": 1, "selector": ["matchLabels": selector]]])
    }

    /// Anybody may ask for probes and metrics, and for nothing else. What the controllers ask themselves are Git and the API.
    private var policy: KubeObject {
        object(
            "networking.k8s.io/v1", "NetworkPolicy",
            [
                "spec": [
                    "podSelector": ["matchLabels": selector], "policyTypes": ["Ingress"],
                    "ingress": [["ports": [["port": "http", "protocol": "TCP"]]]],
                ]
            ])
    }

    private var monitor: KubeObject {
        object(
            "monitoring.coreos.com/v1", "ServiceMonitor",
            ["spec": ["selector": ["matchLabels": selector], "endpoints": [["port": "http"]]]])
    }

    // MARK: The same as questions

    /// The rights of the roles, one by one, and whether each is for the own namespace only.
    static var rights: [(right: Doctor.Right, isOwn: Bool)] {
        let installation = Installation(
            namespace: "mainstay", image: "mainstay", replicas: 1, hasServiceMonitor: false, hasDefinitions: false)
        return [(installation.clusterRole, false), (installation.role, true)].flatMap { role, isOwn in
            (role.root["rules"]?.elements ?? []).flatMap { rule in
                func texts(_ field: String) -> [String] { rule[field]?.elements.compactMap(\.string) ?? [] }
                return texts("apiGroups").flatMap { group in
                    texts("resources").flatMap { resource in
                        texts("verbs").map { (Doctor.Right(verb: $0, group: group, resource: resource), isOwn) }
                    }
                }
            }
        }
    }
}
