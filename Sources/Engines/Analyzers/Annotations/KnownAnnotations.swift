/// The annotations that Istio knows: where each may stand, how settled it is, and what its value is.
struct KnownAnnotation: Sendable {
    enum Status: String, Sendable { case alpha, beta, stable, unsaid }

    let name: String
    let status: Status
    let isDeprecated: Bool
    /// `Any` stands for all kinds.
    let kinds: [String]
    let value: AnnotationValue

    /// Istio takes an annotation without a status for one of an alpha feature.
    var isUnsettled: Bool { status == .alpha || status == .unsaid }

    /// A line of the table: name, status (`!` after it for deprecated), kinds, value.
    private init?(_ line: Substring) {
        let words = line.split(separator: " ")
        guard words.count >= 3 else { return nil }
        name = String(words[0])
        isDeprecated = words[1].hasSuffix("!")
        status = Status(rawValue: String(words[1].prefix { $0 != "!" })) ?? .unsaid
        kinds = words[2].split(separator: ",").map(String.init)
        value = words.count > 3 ? AnnotationValue(rawValue: String(words[3])) ?? .any : .any
    }

    static let all: [String: KnownAnnotation] = {
        let known = table.split(separator: "\n").compactMap { KnownAnnotation($0) }
        return Dictionary(known.map { ($0.name, $0) }) { $1 }
    }()
}

private let table = """
    prometheus.istio.io/merge-metrics alpha Pod flag
    alpha.istio.io/kubernetes-serviceaccounts alpha! Service
    alpha.istio.io/canonical-serviceaccounts alpha! Service
    networking.istio.io/exportTo alpha Service
    sidecar.istio.io/inject beta! Pod
    sidecar.istio.io/status alpha Pod
    sidecar.istio.io/rewriteAppHTTPProbers alpha Pod
    sidecar.istio.io/discoveryAddress alpha! Pod
    sidecar.istio.io/proxyImage alpha Pod
    sidecar.istio.io/proxyImageType alpha Pod
    sidecar.istio.io/proxyCPU alpha Pod quantity
    sidecar.istio.io/proxyCPULimit alpha Pod quantity
    sidecar.istio.io/proxyMemory alpha Pod quantity
    sidecar.istio.io/proxyMemoryLimit unsaid Pod quantity
    sidecar.istio.io/interceptionMode alpha Pod interception
    sidecar.istio.io/bootstrapOverride alpha Pod
    sidecar.istio.io/statsInclusionPrefixes alpha! Pod
    sidecar.istio.io/statsInclusionSuffixes alpha! Pod
    sidecar.istio.io/statsInclusionRegexps alpha! Pod
    sidecar.istio.io/statsHistogramBuckets alpha Pod
    sidecar.istio.io/statsFlushInterval alpha Pod
    sidecar.istio.io/statsEvictionInterval alpha Pod
    sidecar.istio.io/statsHistogramBins alpha Pod
    sidecar.istio.io/userVolume alpha Pod
    sidecar.istio.io/userVolumeMount unsaid Pod
    status.sidecar.istio.io/port alpha Pod number16
    sidecar.istio.io/logLevel alpha Pod
    sidecar.istio.io/componentLogLevel alpha Pod
    sidecar.istio.io/agentLogLevel alpha Pod
    sidecar.istio.io/nativeSidecar alpha Pod
    readiness.status.sidecar.istio.io/initialDelaySeconds alpha Pod number32
    readiness.status.sidecar.istio.io/periodSeconds alpha Pod number32
    readiness.status.sidecar.istio.io/failureThreshold alpha Pod number32
    readiness.status.sidecar.istio.io/applicationPorts alpha Pod
    traffic.istio.io/nodeSelector stable Service
    traffic.sidecar.istio.io/includeOutboundIPRanges alpha Pod allOrNetworks
    traffic.sidecar.istio.io/excludeOutboundIPRanges alpha Pod networks
    traffic.sidecar.istio.io/includeInboundPorts unsaid Pod allOrPorts
    traffic.sidecar.istio.io/excludeInboundPorts alpha Pod ports
    traffic.sidecar.istio.io/excludeInterfaces alpha Pod interfaces
    traffic.sidecar.istio.io/includeOutboundPorts alpha Pod
    traffic.sidecar.istio.io/excludeOutboundPorts alpha Pod ports
    traffic.sidecar.istio.io/kubevirtInterfaces alpha! Pod interfaces
    kubernetes.io/ingress.class stable Ingress
    galley.istio.io/analyze-suppress alpha Any
    proxy.istio.io/config beta Pod proxyConfig
    istio.io/dry-run alpha AuthorizationPolicy
    istio.io/rev alpha Pod
    proxy.istio.io/overrides alpha Pod
    inject.istio.io/templates alpha Pod
    sidecar.istio.io/extraStatTags alpha! Pod
    istio.io/autoRegistrationGroup alpha WorkloadEntry
    istio.io/workloadController alpha WorkloadEntry
    istio.io/connectedAt alpha WorkloadEntry
    istio.io/disconnectedAt alpha WorkloadEntry
    topology.istio.io/controlPlaneClusters alpha Namespace
    gateway.istio.io/controller-version alpha Any
    ambient.istio.io/redirection beta Pod
    ambient.istio.io/waypoint-inbound-binding alpha GatewayClass,Gateway
    gateway.istio.io/service-account alpha Gateway
    gateway.istio.io/name-override alpha Gateway
    networking.istio.io/service-type alpha Gateway
    networking.istio.io/traffic-distribution alpha Namespace,Service,ServiceEntry
    istio.io/use-waypoint-canary-weight alpha Service,ServiceEntry,Namespace
    ambient.istio.io/bypass-inbound-capture alpha Pod
    istio.io/reroute-virtual-interfaces alpha Pod interfaces
    ambient.istio.io/dns-capture alpha Pod
    sidecar.istio.io/statsCompression alpha! Pod
    """
