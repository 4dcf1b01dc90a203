package import Diagnostics

// Aliases stand beside each code in full: the pages for people are made from them.

// MARK: - Hosts, gateways, workloads that are named

extension Code {
    /// A route leads to a host that nobody offers.
    package static let destinationHostUnknown = Code("MST1001", aliases: ["IST0101", "KIA1101"])
    /// A route leads to a port that its host does not have.
    package static let destinationPortUnknown = Code("MST1002", aliases: ["IST0101"])
    /// A route names no port, and its host has several.
    package static let destinationPortNeeded = Code("MST1003", aliases: ["IST0112"])
    /// A route leads to a subset that no DestinationRule defines.
    package static let subsetUndefined = Code("MST1004", aliases: ["IST0101", "KIA1107"])
    /// A VirtualService is for a Gateway that does not exist.
    package static let gatewayUnknown = Code("MST1005", aliases: ["IST0101", "KIA1102"])
    /// A VirtualService is for a Gateway that Istio makes for itself.
    package static let gatewayInternal = Code("MST1006", aliases: ["IST0165"])
    /// A Gateway does not listen for any host of a VirtualService.
    package static let gatewayHostMissing = Code("MST1007", aliases: ["IST0132"])
    /// A DestinationRule is for a host that nobody offers.
    package static let ruleHostUnknown = Code("MST1008", aliases: ["IST0174", "KIA0202"])
    /// A subset selects no workload.
    package static let subsetSelectsNothing = Code("MST1009", aliases: ["IST0173", "KIA0203"])
    /// A Gateway selects no workload.
    package static let gatewaySelectsNothing = Code("MST1010", aliases: ["IST0101", "KIA0302"])
    /// A configuration for some workloads selects none.
    package static let selectorSelectsNothing = Code("MST1011", aliases: ["IST0101", "KIA0004"])
    /// A Gateway needs a certificate that is not there.
    package static let credentialUnknown = Code("MST1012", aliases: ["IST0101"])
    /// A policy names a namespace that does not exist.
    package static let sourceNamespaceUnknown = Code("MST1013", aliases: ["IST0101", "KIA0101"])
    /// A policy guards no workload.
    package static let policyGuardsNothing = Code("MST1014", aliases: ["IST0127", "KIA0004"])
    /// A Gateway listens on a port that its Service does not have.
    package static let gatewayPortUnserved = Code("MST1015", aliases: ["IST0162"])
    /// Mesh networks name a registry that is not there.
    package static let registryUnknown = Code("MST1016", aliases: ["IST0126"])
    /// A webhook calls a Service that does not exist.
    package static let webhookServiceUnknown = Code("MST1017", aliases: ["IST0139"])
    /// Access logs go to no provider.
    package static let logProviderMissing = Code("MST1018", aliases: ["IST0157"])
}

// MARK: - Injection and what installs it

extension Code {
    /// A namespace says nothing about injection.
    package static let injectionUnsaid = Code("MST1201", aliases: ["IST0102"])
    /// A pod has no proxy in a namespace that injects it.
    package static let proxyMissing = Code("MST1202", aliases: ["IST0103"])
    /// A namespace has labels for two ways into the mesh.
    package static let injectionLabelsConflict = Code("MST1203", aliases: ["IST0123"])
    /// A namespace is injected because the installation says so.
    package static let injectionByDefault = Code("MST1204", aliases: ["IST0148"])
    /// Pods run a proxy of another version than the injector would give them.
    package static let proxyImageOutdated = Code("MST1205", aliases: ["IST0158"])
    /// A pod waits for the injector to choose its image, which is too late.
    package static let imageAutoInPod = Code("MST1206", aliases: ["IST0147"])
    /// A Deployment waits for an injector that does not look at it.
    package static let imageAutoUninjected = Code("MST1207", aliases: ["IST0146"])
    /// Two webhooks inject one pod.
    package static let webhooksOverlap = Code("MST1208", aliases: ["IST0139"])
    /// A webhook of an external control plane has no address to call.
    package static let webhookAddressInvalid = Code("MST1209", aliases: ["IST0163"])
    /// A webhook of an external control plane is called by an IP address.
    package static let webhookAddressNumeric = Code("MST1210", aliases: ["IST0164"])
    /// An application runs as the proxy's own user.
    package static let proxyUserTaken = Code("MST1211", aliases: ["IST0144"])
}

// MARK: - Annotations, versions, conditions

extension Code {
    /// An annotation of Istio that Istio does not know.
    package static let annotationUnknown = Code("MST1301", aliases: ["IST0108"])
    /// An annotation on a kind that it is not for.
    package static let annotationMisplaced = Code("MST1302", aliases: ["IST0107"])
    /// An annotation whose value cannot be one.
    package static let annotationValueInvalid = Code("MST1303", aliases: ["IST0125"])
    /// An annotation that Istio will drop one day.
    package static let annotationDeprecated = Code("MST1304", aliases: ["IST0135"])
    /// An annotation of a feature that may still change.
    package static let annotationUnstable = Code("MST1305", aliases: ["IST0136"])
    /// A field, a kind or a provider that Istio has given up.
    package static let featureRetired = Code("MST1306", aliases: ["IST0002"])
    /// The cluster has said that a configuration is not in use.
    package static let conditionNegative = Code("MST1307", aliases: ["IST0171"])
    /// The definition of a Gateway API kind is too old for Istio.
    package static let definitionOutdated = Code("MST1308", aliases: ["IST0176"])
}

// MARK: - Routing

extension Code {
    /// Two VirtualServices give sidecars routes for one host.
    package static let meshHostsConflict = Code("MST2701", aliases: ["IST0109", "KIA1106"])
    /// A subset that requests through a Gateway do not meet.
    package static let subsetBypassed = Code("MST2702", aliases: ["IST0140"])
    /// Two Gateways listen for one host on one port of the same pods.
    package static let gatewaysConflict = Code("MST2703", aliases: ["IST0145", "KIA0301"])
    /// Two Sidecars are for one workload.
    package static let sidecarsOverlap = Code("MST2704", aliases: ["IST0110", "KIA0003"])
    /// Two Sidecars are for all other workloads of a namespace.
    package static let sidecarDefaultTwice = Code("MST2705", aliases: ["IST0111", "KIA0002"])
    /// Two Telemetries are for one workload.
    package static let telemetriesOverlap = Code("MST2706", aliases: ["IST0159"])
    /// Two Telemetries are for all workloads of a namespace.
    package static let telemetryDefaultTwice = Code("MST2707", aliases: ["IST0160"])
    /// A Sidecar is for workloads that have no sidecar.
    package static let sidecarIneffective = Code("MST2708", aliases: ["IST0167"])
    /// A policy selects a gateway of Gateway API by labels, which has no effect.
    package static let gatewaySelectorIneffective = Code("MST2709", aliases: ["IST0166"])
    /// Services give a port of one workload two protocols.
    package static let servicePortsConflict = Code("MST2710", aliases: ["IST0116"])
    /// Services reach one port of a workload by two numbers.
    package static let targetPortShared = Code("MST2711", aliases: ["IST0137"])
    /// A port of a Service does not say its protocol.
    package static let portProtocolUnsaid = Code("MST2712", aliases: ["IST0118", "KIA0601", "KIA0602"])
    /// A port of a Service for an external name takes all traffic of its number.
    package static let externalPortGreedy = Code("MST2713", aliases: ["IST0150"])
    /// A ServiceEntry for TCP has no address by which to tell its traffic.
    package static let entryAddressMissing = Code("MST2714", aliases: ["IST0134"])
    /// ServiceEntries give one port of a host two protocols.
    package static let entriesConflict = Code("MST2715", aliases: ["IST0177", "KIA1212"])
    /// A Service differs from cluster to cluster.
    package static let clustersDiffer = Code("MST2716", aliases: ["IST0170"])
}

// MARK: - EnvoyFilters

extension Code {
    /// A patch depends on others that may come later.
    package static let patchOrderUnsaid = Code("MST2801", aliases: ["IST0151"])
    /// A patch depends on one for some versions of the proxy only.
    package static let patchVersionDependent = Code("MST2802", aliases: ["IST0155"])
    /// A patch replaces what cannot be replaced.
    package static let replaceIneffective = Code("MST2803", aliases: ["IST0152"])
    /// A patch adds where nothing can be added.
    package static let addIneffective = Code("MST2804", aliases: ["IST0153"])
    /// A patch removes what cannot be removed.
    package static let removeIneffective = Code("MST2805", aliases: ["IST0154"])
}

// MARK: - Security

extension Code {
    /// Proxies do not check the certificate of a host.
    package static let serverUnverified = Code("MST3501", aliases: ["IST0128"])
    /// Proxies do not check the certificate of a port.
    package static let serverPortUnverified = Code("MST3502", aliases: ["IST0129"])
    /// A Secret is no certificate with its key, or its time is over.
    package static let credentialInvalid = Code("MST3503", aliases: ["IST0161"])
    /// Two Gateways of the same pods have one certificate.
    package static let certificateShared = Code("MST3504", aliases: ["IST0138"])
    /// Routes depend on claims that nobody has checked.
    package static let claimsUnchecked = Code("MST3505", aliases: ["IST0149"])
    /// The control plane fetches keys from wherever a policy says.
    package static let keyFetchUnrestricted = Code("MST3506", aliases: ["IST0175"])
}
