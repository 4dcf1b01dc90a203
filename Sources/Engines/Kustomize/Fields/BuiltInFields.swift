/// The fields that kustomize knows without being told.
extension TransformerConfig {
    static let builtIn: TransformerConfig = {
        var config = TransformerConfig()
        config.namePrefix = [FieldSpec("metadata/name")]
        config.nameSuffix = config.namePrefix
        config.namespace = [
            FieldSpec("metadata/namespace", create: true),
            FieldSpec("metadata/name", version: "v1", kind: "Namespace", create: true),
            FieldSpec("subjects", kind: "RoleBinding"),
            FieldSpec("subjects", kind: "ClusterRoleBinding"),
            FieldSpec("spec/service/namespace", group: "apiregistration.k8s.io", kind: "APIService", create: true),
            FieldSpec(
                "spec/conversion/webhook/clientConfig/service/namespace", group: "apiextensions.k8s.io",
                kind: "CustomResourceDefinition"),
        ]
        config.templateLabels = templateFields("labels")
        config.metadataLabels = [FieldSpec("metadata/labels", create: true)]
        config.labels = [FieldSpec("metadata/labels", create: true)] + config.templateLabels + selectorFields
        config.annotations = [FieldSpec("metadata/annotations", create: true)] + templateFields("annotations")
        config.nameReferences = builtInNameReferences
        config.varReferences = builtInVarReferences
        config.images = ["spec", "spec/template/spec"].flatMap { pod in
            ["containers[]/image", "initContainers[]/image", "volumes[]/image/reference"].map {
                FieldSpec("\(pod)/\($0)", create: true)
            }
        }
        config.replicas = ["Deployment", "ReplicationController", "ReplicaSet", "StatefulSet"].map {
            FieldSpec("spec/replicas", kind: $0, create: true)
        }
        return config
    }()

    /// `labels` or `annotations` of the pods that an object makes.
    private static func templateFields(_ field: String) -> [FieldSpec] {
        [
            FieldSpec("spec/template/metadata/\(field)", version: "v1", kind: "ReplicationController", create: true),
            FieldSpec("spec/template/metadata/\(field)", kind: "Deployment", create: true),
            FieldSpec("spec/template/metadata/\(field)", kind: "ReplicaSet", create: true),
            FieldSpec("spec/template/metadata/\(field)", kind: "DaemonSet", create: true),
            FieldSpec("spec/template/metadata/\(field)", group: "apps", kind: "StatefulSet", create: true),
            FieldSpec("spec/template/metadata/\(field)", group: "batch", kind: "Job", create: true),
            FieldSpec("spec/jobTemplate/metadata/\(field)", group: "batch", kind: "CronJob", create: true),
            FieldSpec(
                "spec/jobTemplate/spec/template/metadata/\(field)", group: "batch", kind: "CronJob", create: true),
        ]
    }

    /// Immutable in a cluster, so labels that change with a version stay away from it unless they are asked in.
    static let volumeClaimLabels = FieldSpec(
        "spec/volumeClaimTemplates[]/metadata/labels", group: "apps", kind: "StatefulSet", create: true)

    private static let selectorFields: [FieldSpec] = {
        var fields = [
            FieldSpec("spec/selector", version: "v1", kind: "Service", create: true),
            FieldSpec("spec/selector", version: "v1", kind: "ReplicationController", create: true),
            FieldSpec("spec/selector/matchLabels", kind: "Deployment", create: true),
            FieldSpec("spec/selector/matchLabels", kind: "ReplicaSet", create: true),
            FieldSpec("spec/selector/matchLabels", kind: "DaemonSet", create: true),
            FieldSpec("spec/selector/matchLabels", group: "apps", kind: "StatefulSet", create: true),
            volumeClaimLabels,
            FieldSpec("spec/selector/matchLabels", group: "batch", kind: "Job"),
            FieldSpec("spec/jobTemplate/spec/selector/matchLabels", group: "batch", kind: "CronJob"),
            FieldSpec("spec/selector/matchLabels", group: "policy", kind: "PodDisruptionBudget"),
            FieldSpec("spec/podSelector/matchLabels", group: "networking.k8s.io", kind: "NetworkPolicy"),
            FieldSpec("spec/ingress/from/podSelector/matchLabels", group: "networking.k8s.io", kind: "NetworkPolicy"),
            FieldSpec("spec/egress/to/podSelector/matchLabels", group: "networking.k8s.io", kind: "NetworkPolicy"),
        ]
        let pod = "spec/template/spec"
        for kind in ["Deployment", "StatefulSet"] {
            for affinity in ["podAffinity", "podAntiAffinity"] {
                let base = "\(pod)/affinity/\(affinity)"
                fields.append(
                    FieldSpec(
                        "\(base)/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm/labelSelector/matchLabels",
                        group: "apps", kind: kind))
                fields.append(
                    FieldSpec(
                        "\(base)/requiredDuringSchedulingIgnoredDuringExecution/labelSelector/matchLabels",
                        group: "apps", kind: kind))
            }
            fields.append(
                FieldSpec("\(pod)/topologySpreadConstraints/labelSelector/matchLabels", group: "apps", kind: kind))
        }
        return fields
    }()

    /// Where a pod stands in the kinds that hold one.
    static let podPaths: [(kind: String, path: String)] = [
        ("Pod", "spec"), ("PodTemplate", "template/spec"), ("Deployment", "spec/template/spec"),
        ("ReplicaSet", "spec/template/spec"), ("DaemonSet", "spec/template/spec"),
        ("StatefulSet", "spec/template/spec"), ("Job", "spec/template/spec"),
        ("CronJob", "spec/jobTemplate/spec/template/spec"), ("ReplicationController", "spec/template/spec"),
    ]

    private static let builtInVarReferences: [FieldSpec] = {
        var fields: [FieldSpec] = []
        for (kind, pod) in podPaths where kind != "PodTemplate" && kind != "ReplicationController" {
            for list in ["containers", "initContainers"] {
                for field in ["args", "command", "env/value", "volumeMounts/mountPath"] {
                    fields.append(FieldSpec("\(pod)/\(list)/\(field)", kind: kind))
                }
            }
            fields.append(FieldSpec("\(pod)/volumes/nfs/server", kind: kind))
            if pod.hasSuffix("template/spec") {
                fields.append(FieldSpec("\(pod.dropLast(4))metadata/annotations", kind: kind))
            }
        }
        return fields + [
            FieldSpec("spec/rules/host", kind: "Ingress"),
            FieldSpec("spec/tls/hosts", kind: "Ingress"),
            FieldSpec("spec/tls/secretName", kind: "Ingress"),
            FieldSpec("spec/ports/port", kind: "Service"),
            FieldSpec("spec/ports/targetPort", kind: "Service"),
            FieldSpec("spec/nfs/server", kind: "PersistentVolume"),
            FieldSpec("spec/volumeClaimTemplates/spec/nfs/server", kind: "StatefulSet"),
            // Not where volumes of a CronJob stand, but where kustomize looks for them.
            FieldSpec("spec/jobTemplate/spec/template/volumes/nfs/server", kind: "CronJob"),
            FieldSpec("metadata/labels"),
            FieldSpec("metadata/annotations"),
        ]
    }()
}
