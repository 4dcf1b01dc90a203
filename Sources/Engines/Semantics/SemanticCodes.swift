package import Diagnostics

// What Istio's own validation says is IST0106 as an error and IST0133 as a warning.

// MARK: - What all kinds share

extension Code {
    /// A value that Istio cannot read.
    package static let valueUnreadable = Code("MST2001", aliases: ["IST0106"])
    /// A key beside `spec` that no object of Kubernetes has.
    package static let topLevelFieldUnknown = Code("MST2002", aliases: ["IST0106"])
    /// An annotation that is for Istio itself, or for another kind.
    package static let annotationInvalid = Code("MST2003", aliases: ["IST0106"])
    /// An object has a name that is no DNS label.
    package static let objectNameInvalid = Code("MST2004", aliases: ["IST0106"])
    /// A host that is no name, or none where one is needed.
    package static let hostInvalid = Code("MST2005", aliases: ["IST0106"])
    /// A wildcard where it cannot stand.
    package static let wildcardMisplaced = Code("MST2006", aliases: ["IST0106", "IST0133"])
    /// A port whose number, name or protocol cannot be one.
    package static let portInvalid = Code("MST2007", aliases: ["IST0106"])
    /// Two ports that must differ do not.
    package static let portTwice = Code("MST2008", aliases: ["IST0106"])
    /// An address that is none.
    package static let addressInvalid = Code("MST2009", aliases: ["IST0106"])
    /// A duration that is none, or too fine.
    package static let durationInvalid = Code("MST2010", aliases: ["IST0106"])
    /// A label that is none.
    package static let labelInvalid = Code("MST2011", aliases: ["IST0106"])
    /// A selector that selects in a way that it cannot, or all.
    package static let workloadSelectorInvalid = Code("MST2012", aliases: ["IST0106", "IST0133"])
    /// A target of a policy that it cannot have.
    package static let targetInvalid = Code("MST2013", aliases: ["IST0106"])
    /// A list `exportTo` that contradicts itself.
    package static let exportInvalid = Code("MST2014", aliases: ["IST0106"])
    /// The name of a gateway that cannot be one.
    package static let gatewayNameInvalid = Code("MST2015", aliases: ["IST0106", "IST0133"])
    /// A regular expression that RE2 cannot read.
    package static let expressionInvalid = Code("MST2016", aliases: ["IST0106"])
    /// The name or value of a header that cannot be one.
    package static let headerInvalid = Code("MST2017", aliases: ["IST0106"])
    /// An empty entry of a list.
    package static let entryEmpty = Code("MST2018", aliases: ["IST0106"])
    /// A field that Istio will drop one day.
    package static let fieldDeprecated = Code("MST2019", aliases: ["IST0133"])
    /// A setting that has no effect where it stands.
    package static let settingIneffective = Code("MST2020", aliases: ["IST0133"])
    /// A feature outside of the stable channel.
    package static let featureUnstable = Code("MST2021")
    /// The name of a gateway in the old form, `name.namespace`.
    package static let gatewayNameDotted = Code("MST2022", aliases: ["IST0133", "KIA1108"])
}

// MARK: - VirtualService

extension Code {
    /// A rule that says nothing to do, or two things that exclude each other.
    package static let routeActionInvalid = Code("MST2101", aliases: ["IST0106"])
    /// A destination that cannot be one.
    package static let destinationInvalid = Code("MST2102", aliases: ["IST0106"])
    /// Weights that share out nothing.
    package static let weightInvalid = Code("MST2103", aliases: ["IST0106"])
    /// A match that can match nothing.
    package static let matchInvalid = Code("MST2104", aliases: ["IST0106"])
    /// A delegate, or its root, with fields that belong to the other.
    package static let delegateInvalid = Code("MST2105", aliases: ["IST0106"])
    /// A redirect that leads nowhere.
    package static let redirectInvalid = Code("MST2106", aliases: ["IST0106"])
    /// A rewrite that rewrites nothing, or twice.
    package static let rewriteInvalid = Code("MST2107", aliases: ["IST0106"])
    /// An answer that cannot be given, or is large.
    package static let directResponseInvalid = Code("MST2108", aliases: ["IST0106", "IST0133"])
    /// A mirror that cannot be one.
    package static let mirrorInvalid = Code("MST2109", aliases: ["IST0106"])
    /// A CORS policy that cannot be one.
    package static let corsInvalid = Code("MST2110", aliases: ["IST0106"])
    /// The authority of a request is set twice.
    package static let authoritySetTwice = Code("MST2111", aliases: ["IST0106"])
    /// A server name that the VirtualService is not for.
    package static let serverNameInvalid = Code("MST2112", aliases: ["IST0106", "IST0133"])
    /// Two hosts that mean the same requests.
    package static let hostTwice = Code("MST2113", aliases: ["IST0106"])
    /// A rule that no request reaches.
    package static let ruleUnreachable = Code("MST2114", aliases: ["IST0130", "IST0133"])
    /// A match that an earlier one has taken all requests from.
    package static let matchIneffective = Code("MST2115", aliases: ["IST0131", "IST0133"])
}

// MARK: - Other kinds of networking

extension Code {
    /// A Gateway without servers, or a server without hosts.
    package static let serverIncomplete = Code("MST2201", aliases: ["IST0106"])

    /// Endpoints, hosts or addresses that do not fit the resolution.
    package static let resolutionMismatch = Code("MST2301", aliases: ["IST0106", "IST0133"])
    /// An endpoint or workload that cannot be reached.
    package static let endpointInvalid = Code("MST2302", aliases: ["IST0106", "IST0133"])
    /// Hosts that cannot be told apart by their connections.
    package static let hostsIndistinct = Code("MST2303", aliases: ["IST0106", "IST0133"])
    /// A group of workloads, or its probe, that is incomplete.
    package static let workloadGroupInvalid = Code("MST2304", aliases: ["IST0106"])

    /// Listeners of a Sidecar that contradict themselves or each other, or none at all.
    package static let listenerInvalid = Code("MST2401", aliases: ["IST0106"])
    /// A host of an egress listener that cannot be one, or is there already.
    package static let egressHostInvalid = Code("MST2402", aliases: ["IST0106", "IST0133"])
    /// A policy for other traffic that a Sidecar cannot have.
    package static let outboundPolicyInvalid = Code("MST2403", aliases: ["IST0106"])

    /// A patch that lacks a part, or whose value Envoy does not have.
    package static let envoyPatchInvalid = Code("MST2501", aliases: ["IST0106", "IST0133"])
    /// A patch whose match does not fit what it applies to.
    package static let patchMatchInvalid = Code("MST2502", aliases: ["IST0106", "IST0133"])
    /// An EnvoyFilter depends on what is inside of Istio.
    package static let internalsPatched = Code("MST2503", aliases: ["IST0133"])
}

// MARK: - Telemetry, extensions, the mesh

extension Code {
    /// A provider, a tag, an override or a filter of telemetry that cannot be one.
    package static let telemetrySettingInvalid = Code("MST2601", aliases: ["IST0106", "IST0133"])
    /// An extension whose code cannot be found, or whose environment contradicts itself.
    package static let extensionCodeInvalid = Code("MST2602", aliases: ["IST0106"])
    /// A setting of a proxy that cannot be one.
    package static let proxySettingInvalid = Code("MST2603", aliases: ["IST0106"])
    /// A setting of the mesh that cannot be one.
    package static let meshSettingInvalid = Code("MST2604", aliases: ["IST0106", "IST0133"])
    /// A provider of the mesh that cannot be one.
    package static let extensionProviderInvalid = Code("MST2605", aliases: ["IST0106"])
    /// A port of a Service that does not say its protocol.
    package static let servicePortUnclear = Code("MST2606", aliases: ["IST0118"])
    /// Workloads without the labels by which telemetry names them.
    package static let telemetryLabelsMissing = Code("MST2607")
    /// A field that an installation does not have.
    package static let installationInvalid = Code("MST2608")
}
