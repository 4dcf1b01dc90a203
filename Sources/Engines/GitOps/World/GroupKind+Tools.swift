internal import KubeTypes

extension GroupKind {
    private static func argo(_ kind: String) -> GroupKind { GroupKind(group: "argoproj.io", kind: kind) }
    private static func flux(_ part: String, _ kind: String) -> GroupKind {
        GroupKind(group: "\(part).toolkit.fluxcd.io", kind: kind)
    }
    private static func flagger(_ kind: String) -> GroupKind { GroupKind(group: "flagger.app", kind: kind) }
    private static func velero(_ kind: String) -> GroupKind { GroupKind(group: "velero.io", kind: kind) }
    static func externalSecrets(_ kind: String) -> GroupKind { GroupKind(group: "external-secrets.io", kind: kind) }
    static func istio(_ kind: String) -> GroupKind { GroupKind(group: "networking.istio.io", kind: kind) }
    static func core(_ kind: String) -> GroupKind { GroupKind(group: "", kind: kind) }

    static let application = argo("Application")
    static let applicationSet = argo("ApplicationSet")
    static let appProject = argo("AppProject")
    static let rollout = argo("Rollout")
    static let experiment = argo("Experiment")
    static let analysisRun = argo("AnalysisRun")
    static let analysisTemplate = argo("AnalysisTemplate")
    static let clusterAnalysisTemplate = argo("ClusterAnalysisTemplate")

    static let fluxKustomization = flux("kustomize", "Kustomization")
    static let helmRelease = flux("helm", "HelmRelease")
    static func fluxSource(_ kind: String) -> GroupKind { flux("source", kind) }
    static let gitRepository = fluxSource("GitRepository")
    static let alert = flux("notification", "Alert")
    static let alertProvider = flux("notification", "Provider")
    static let imageRepository = flux("image", "ImageRepository")
    static let imagePolicy = flux("image", "ImagePolicy")
    static let imageUpdate = flux("image", "ImageUpdateAutomation")

    static let canary = flagger("Canary")
    static let metricTemplate = flagger("MetricTemplate")
    static let canaryAlertProvider = flagger("AlertProvider")

    static let sealedSecret = GroupKind(group: "bitnami.com", kind: "SealedSecret")
    static let externalSecret = externalSecrets("ExternalSecret")
    static let schedule = velero("Schedule")
    static let backup = velero("Backup")
    static let storageLocation = velero("BackupStorageLocation")

    static let namespace = core("Namespace")
    static let secret = core("Secret")
    static let configMap = core("ConfigMap")
}
