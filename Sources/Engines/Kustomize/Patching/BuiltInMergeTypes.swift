import KubeTypes

extension MergeSchema {
    /// One type a line: its name, then the fields that matter, as `name[merge keys]:Type`.
    static let builtInTypes = """
        ObjectMeta finalizers[] ownerReferences[uid]
        Pod spec:PodSpec status:PodStatus
        PodTemplate template:PodTemplateSpec
        PodStatus conditions[type] podIPs[ip] hostIPs[ip]
        PodTemplateSpec metadata:ObjectMeta spec:PodSpec
        Workload spec:WorkloadSpec status:Status
        WorkloadSpec template:PodTemplateSpec selector:LabelSelector
        LabelSelector matchLabels
        Status conditions[type]
        CronJob spec:CronJobSpec
        CronJobSpec jobTemplate:JobTemplate
        JobTemplate metadata:ObjectMeta spec:WorkloadSpec
        PodSpec containers[name]:Container initContainers[name]:Container ephemeralContainers[name]:Container \
        volumes[name]:Volume imagePullSecrets[name] hostAliases[ip] topologySpreadConstraints[topologyKey,whenUnsatisfiable] \
        schedulingGates[name] resourceClaims[name] securityContext:PodSecurityContext
        PodSecurityContext seLinuxOptions
        Container env[name]:EnvVar ports[containerPort,protocol] volumeMounts[mountPath] volumeDevices[devicePath] \
        resources:Resources
        EnvVar valueFrom:EnvVarSource
        EnvVarSource configMapKeyRef
        Resources claims[name]
        Volume projected:Projected
        Projected defaultMode
        Service spec:ServiceSpec status:Status
        ServiceSpec ports[port,protocol]
        ServiceAccount secrets[name]
        Webhooks webhooks[name]
        Plain status:Status
        CSINode spec:CSINodeSpec
        CSINodeSpec drivers[name]
        """

    static let builtInRoots: [GroupKind: String] = {
        let kinds: [String: [String: [String]]] = [
            "": [
                "Pod": ["Pod"], "PodTemplate": ["PodTemplate"], "Service": ["Service"],
                "ServiceAccount": ["ServiceAccount"], "Workload": ["ReplicationController"],
                "Plain": [
                    "ConfigMap", "Secret", "Namespace", "PersistentVolumeClaim", "PersistentVolume", "Node",
                    "LimitRange", "ResourceQuota", "Endpoints", "Event",
                ],
            ],
            "apps": [
                "Workload": ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"], "Plain": ["ControllerRevision"],
            ],
            "extensions": [
                "Workload": ["Deployment", "DaemonSet", "ReplicaSet"], "Plain": ["Ingress", "NetworkPolicy"],
            ],
            "batch": ["Workload": ["Job"], "CronJob": ["CronJob"]],
            "networking.k8s.io": ["Plain": ["Ingress", "NetworkPolicy", "IngressClass"]],
            "policy": ["Plain": ["PodDisruptionBudget", "PodSecurityPolicy"]],
            "autoscaling": ["Plain": ["HorizontalPodAutoscaler"]],
            "rbac.authorization.k8s.io": ["Plain": ["Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding"]],
            "storage.k8s.io": ["Plain": ["StorageClass", "CSIDriver", "VolumeAttachment"], "CSINode": ["CSINode"]],
            "scheduling.k8s.io": ["Plain": ["PriorityClass"]],
            "apiregistration.k8s.io": ["Plain": ["APIService"]],
            "apiextensions.k8s.io": ["Plain": ["CustomResourceDefinition"]],
            "discovery.k8s.io": ["Plain": ["EndpointSlice"]],
            "admissionregistration.k8s.io": [
                "Webhooks": ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"]
            ],
        ]
        var roots: [GroupKind: String] = [:]
        for (group, types) in kinds {
            for (type, names) in types {
                for name in names { roots[GroupKind(group: group, kind: name)] = type }
            }
        }
        return roots
    }()
}
