/// Which fields hold the name of which kind of object.
extension TransformerConfig {
    static let builtInNameReferences: [NameReference] = [
        scaled("Deployment"), scaled("ReplicationController"), scaled("ReplicaSet"), scaled("StatefulSet"),
        NameReference(target: TypeSelector(version: "v1", kind: "ConfigMap"), referrers: configMapFields),
        NameReference(target: TypeSelector(version: "v1", kind: "Secret"), referrers: secretFields),
        NameReference(target: TypeSelector(version: "v1", kind: "Service"), referrers: serviceFields),
        NameReference(
            target: TypeSelector(group: rbac, kind: "Role"),
            referrers: [FieldSpec("roleRef/name", group: rbac, kind: "RoleBinding")]),
        NameReference(
            target: TypeSelector(group: rbac, kind: "ClusterRole"),
            referrers: ["RoleBinding", "ClusterRoleBinding"].map { FieldSpec("roleRef/name", group: rbac, kind: $0) }),
        NameReference(
            target: TypeSelector(version: "v1", kind: "ServiceAccount"),
            referrers: ["RoleBinding", "ClusterRoleBinding"].map { FieldSpec("subjects", group: rbac, kind: $0) }
                + workloadFields("serviceAccountName")),
        NameReference(
            target: TypeSelector(version: "v1", kind: "PersistentVolumeClaim"),
            referrers: workloadFields("volumes/persistentVolumeClaim/claimName")),
        NameReference(
            target: TypeSelector(version: "v1", kind: "PersistentVolume"),
            referrers: [
                FieldSpec("spec/volumeName", kind: "PersistentVolumeClaim"),
                FieldSpec("rules/resourceNames", kind: "ClusterRole"),
            ]),
        NameReference(
            target: TypeSelector(group: "storage.k8s.io", version: "v1", kind: "StorageClass"),
            referrers: [
                FieldSpec("spec/storageClassName", kind: "PersistentVolume"),
                FieldSpec("spec/storageClassName", kind: "PersistentVolumeClaim"),
                FieldSpec("spec/volumeClaimTemplates/spec/storageClassName", kind: "StatefulSet"),
            ]),
        NameReference(
            target: TypeSelector(group: "scheduling.k8s.io", version: "v1", kind: "PriorityClass"),
            referrers: workloadFields("priorityClassName")),
        NameReference(
            // The version stands in kustomize's group as well, so that nothing ever matches.
            target: TypeSelector(group: "networking.k8s.io/v1", version: "v1", kind: "IngressClass"),
            referrers: [FieldSpec("spec/ingressClassName", kind: "Ingress")]),
    ]

    private static let rbac = "rbac.authorization.k8s.io"

    private static func scaled(_ kind: String) -> NameReference {
        NameReference(
            target: TypeSelector(kind: kind),
            referrers: [FieldSpec("spec/scaleTargetRef/name", kind: "HorizontalPodAutoscaler")])
    }

    /// A field of the pod in the kinds that refer to accounts, claims and priorities.
    private static func workloadFields(_ field: String) -> [FieldSpec] {
        podPaths.filter { $0.kind != "PodTemplate" && $0.kind != "ReplicaSet" }.map {
            FieldSpec("\($0.path)/\(field)", kind: $0.kind)
        }
    }

    /// Fields of the pod in the kinds that refer to config maps and secrets.
    private static func podFields(_ fields: [String]) -> [FieldSpec] {
        podPaths.filter { $0.kind != "ReplicationController" }.flatMap { kind, path in
            fields.map { FieldSpec("\(path)/\($0)", version: kind == "Pod" ? "v1" : "", kind: kind) }
        }
    }

    private static let configMapFields: [FieldSpec] =
        podFields([
            "volumes/configMap/name", "containers/env/valueFrom/configMapKeyRef/name",
            "initContainers/env/valueFrom/configMapKeyRef/name", "containers/envFrom/configMapRef/name",
            "initContainers/envFrom/configMapRef/name", "volumes/projected/sources/configMap/name",
        ]) + [
            FieldSpec("spec/configSource/configMap", kind: "Node"),
            FieldSpec("rules/resourceNames", kind: "Role"),
            FieldSpec("rules/resourceNames", kind: "ClusterRole"),
            FieldSpec("metadata/annotations/nginx.ingress.kubernetes.io\\/fastcgi-params-configmap", kind: "Ingress"),
        ]

    private static let secretFields: [FieldSpec] =
        podFields([
            "volumes/secret/secretName", "containers/env/valueFrom/secretKeyRef/name",
            "initContainers/env/valueFrom/secretKeyRef/name", "containers/envFrom/secretRef/name",
            "initContainers/envFrom/secretRef/name", "imagePullSecrets/name", "volumes/projected/sources/secret/name",
        ]) + [
            FieldSpec("spec/tls/secretName", kind: "Ingress"),
            FieldSpec("metadata/annotations/ingress.kubernetes.io\\/auth-secret", kind: "Ingress"),
            FieldSpec("metadata/annotations/nginx.ingress.kubernetes.io\\/auth-secret", kind: "Ingress"),
            FieldSpec("metadata/annotations/nginx.ingress.kubernetes.io\\/auth-tls-secret", kind: "Ingress"),
            FieldSpec("imagePullSecrets/name", kind: "ServiceAccount"),
            FieldSpec("parameters/secretName", kind: "StorageClass"),
            FieldSpec("parameters/adminSecretName", kind: "StorageClass"),
            FieldSpec("parameters/userSecretName", kind: "StorageClass"),
            FieldSpec("parameters/secretRef", kind: "StorageClass"),
            FieldSpec("rules/resourceNames", kind: "Role"),
            FieldSpec("rules/resourceNames", kind: "ClusterRole"),
            FieldSpec(
                "spec/template/spec/containers/env/valueFrom/secretKeyRef/name", group: "serving.knative.dev",
                version: "v1", kind: "Service"),
            FieldSpec("spec/azureFile/secretName", kind: "PersistentVolume"),
        ]

    private static let serviceFields: [FieldSpec] = [
        FieldSpec("spec/serviceName", group: "apps", kind: "StatefulSet"),
        FieldSpec("spec/rules/http/paths/backend/serviceName", kind: "Ingress"),
        FieldSpec("spec/backend/serviceName", kind: "Ingress"),
        FieldSpec("spec/rules/http/paths/backend/service/name", kind: "Ingress"),
        FieldSpec("spec/defaultBackend/service/name", kind: "Ingress"),
        FieldSpec("spec/service/name", group: "apiregistration.k8s.io", kind: "APIService"),
        FieldSpec(
            "webhooks/clientConfig/service", group: "admissionregistration.k8s.io",
            kind: "ValidatingWebhookConfiguration"),
        FieldSpec(
            "webhooks/clientConfig/service", group: "admissionregistration.k8s.io", kind: "MutatingWebhookConfiguration"
        ),
        FieldSpec("spec/rules/backendRefs/name", kind: "HTTPRoute"),
    ]
}
