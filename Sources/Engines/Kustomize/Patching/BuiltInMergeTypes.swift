import KubeTypes

extension MergeSchema {
    /// One type a line: its name, then the fields that matter, as `name[merge keys]:Type`.
    static let builtInTypes = """
        ObjectMeta finalizers[] ownerReferences[uid]
        Pod spec:PodSpec status:PodStatus
        PodTemplate template:PodTemplateSpec
        PodStatus conditions[type] podIPs[ip]
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
        securityContext:PodSecurityContext
        PodSecurityContext seLinuxOptions
        Container env[name]:EnvVar ports[containerPort,protocol] volumeMounts[mountPath] volumeDevices[devicePath]
        EnvVar valueFrom:EnvVarSource
        EnvVarSource configMapKeyRef
        Volume projected:Projected
        Projected defaultMode
        Service spec:ServiceSpec status:Status
        ServiceSpec ports[port,protocol]
        ServiceAccount secrets[name]
        Webhooks webhooks[name]
        Plain status:Status
        Bare spec
        Node spec:NodeSpec status:NodeStatus
        NodeSpec podCIDRs[]
        NodeStatus addresses[type] conditions[type]
        CSINode spec:CSINodeSpec
        CSINodeSpec drivers[name]
        """

    /// The kinds of Kubernetes 1.21, whose schema kustomize carries. Any other version of them does not merge lists.
    static let builtInRoots: [GroupVersionKind: String] = {
        let kinds = """
            v1 Pod=Pod PodTemplate=PodTemplate Service=Service ServiceAccount=ServiceAccount Node=Node \
            ReplicationController=Workload ConfigMap Secret Namespace PersistentVolumeClaim PersistentVolume LimitRange \
            ResourceQuota Endpoints Event Binding
            apps/v1 Deployment=Workload StatefulSet=Workload DaemonSet=Workload ReplicaSet=Workload ControllerRevision
            batch/v1 Job=Workload CronJob=CronJob
            batch/v1beta1 CronJob=CronJob
            extensions/v1beta1 Ingress
            networking.k8s.io/v1 Ingress NetworkPolicy IngressClass
            networking.k8s.io/v1beta1 Ingress IngressClass
            policy/v1 PodDisruptionBudget
            policy/v1beta1 PodDisruptionBudget PodSecurityPolicy
            autoscaling/v1 HorizontalPodAutoscaler=Bare
            autoscaling/v2beta1 HorizontalPodAutoscaler=Bare
            autoscaling/v2beta2 HorizontalPodAutoscaler=Bare
            rbac.authorization.k8s.io/v1 Role ClusterRole RoleBinding ClusterRoleBinding
            rbac.authorization.k8s.io/v1beta1 Role ClusterRole RoleBinding ClusterRoleBinding
            storage.k8s.io/v1 StorageClass CSIDriver VolumeAttachment CSINode=CSINode
            storage.k8s.io/v1beta1 StorageClass CSIDriver VolumeAttachment CSINode=CSINode
            scheduling.k8s.io/v1 PriorityClass
            scheduling.k8s.io/v1beta1 PriorityClass
            apiregistration.k8s.io/v1 APIService
            apiregistration.k8s.io/v1beta1 APIService
            apiextensions.k8s.io/v1 CustomResourceDefinition=Bare
            apiextensions.k8s.io/v1beta1 CustomResourceDefinition=Bare
            discovery.k8s.io/v1 EndpointSlice=Bare
            discovery.k8s.io/v1beta1 EndpointSlice=Bare
            coordination.k8s.io/v1 Lease=Bare
            certificates.k8s.io/v1 CertificateSigningRequest=Bare
            node.k8s.io/v1 RuntimeClass=Bare
            admissionregistration.k8s.io/v1 MutatingWebhookConfiguration=Webhooks ValidatingWebhookConfiguration=Webhooks
            admissionregistration.k8s.io/v1beta1 MutatingWebhookConfiguration=Webhooks \
            ValidatingWebhookConfiguration=Webhooks
            """
        var roots: [GroupVersionKind: String] = [:]
        for line in kinds.split(separator: "\n") {
            let words = line.split(separator: " ")
            for word in words.dropFirst() {
                let parts = word.split(separator: "=").map(String.init)
                let type = GroupVersionKind(apiVersion: String(words[0]), kind: parts[0])
                roots[type] = parts.count > 1 ? parts[1] : "Plain"
            }
        }
        return roots
    }()
}
