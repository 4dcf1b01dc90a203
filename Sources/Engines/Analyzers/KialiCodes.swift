package import Diagnostics

// What Kiali looks at and Istio's own analysis does not.

// MARK: - References

extension Code {
    /// A list `exportTo` names a namespace that does not exist.
    package static let exportNamespaceUnknown = Code("MST1101", aliases: ["KIA0005"])
    /// A policy names a service account that does not exist.
    package static let serviceAccountUnknown = Code("MST1102", aliases: ["KIA0106"])
    /// A policy names a host that nobody offers.
    package static let policyHostUnknown = Code("MST1103", aliases: ["KIA0104"])
    /// A Sidecar lets workloads see a host that nobody offers.
    package static let egressHostUnknown = Code("MST1104", aliases: ["KIA1004"])
    /// A route belongs to a Gateway that does not exist.
    package static let parentUnknown = Code("MST1105", aliases: ["KIA1401"])
    /// A route leads to a Service that does not exist, or that it may not reach.
    package static let backendUnknown = Code("MST1106", aliases: ["KIA1402"])
    /// A grant is for a namespace that does not exist.
    package static let grantNamespaceUnknown = Code("MST1107", aliases: ["KIA1601"])
    /// A group of workloads runs as a service account that does not exist.
    package static let groupAccountUnknown = Code("MST1108", aliases: ["KIA1701"])
    /// A label asks for a waypoint that does not exist.
    package static let waypointUnknown = Code("MST1109", aliases: ["KIA1313"])
    /// A Service leads to a port that its workload does not have.
    package static let containerPortUnknown = Code("MST1110", aliases: ["KIA0701"])
    /// A policy for some workloads selects none.
    package static let policySelectsNothing = Code("MST1111", aliases: ["KIA0004"])
}

// MARK: - Routing

extension Code {
    /// Two DestinationRules are for the same subset of a host.
    package static let rulesCollide = Code("MST2901", aliases: ["KIA0201"])
    /// A subset has no labels, so it is the whole host.
    package static let subsetUnlabelled = Code("MST2902", aliases: ["KIA0209"])
    /// The name of a port does not begin with its protocol.
    package static let portNameContradicts = Code("MST2903", aliases: ["KIA0601"])
    /// A Sidecar for the whole mesh selects workloads.
    package static let rootSidecarSelects = Code("MST2904", aliases: ["KIA1006"])
    /// A policy for outbound traffic does not say what it is.
    package static let outboundModeUnsaid = Code("MST2905", aliases: ["KIA1007"])
    /// A weight on a destination that stands alone.
    package static let weightPointless = Code("MST2906", aliases: ["KIA1104"])
    /// A destination is there twice in one route.
    package static let destinationTwice = Code("MST2907", aliases: ["KIA1105"])
    /// Two VirtualServices are for one host on one Gateway.
    package static let gatewayRoutesMerge = Code("MST2908", aliases: ["KIA1106"])
    /// Two ServiceEntries are for one port of a host.
    package static let entriesDouble = Code("MST2909", aliases: ["KIA1211"])
    /// Two gateways of Gateway API listen for one host and port.
    package static let listenersShared = Code("MST2910", aliases: ["KIA1501"])
    /// Two gateways of Gateway API ask for one address.
    package static let addressesShared = Code("MST2911", aliases: ["KIA1502"])
    /// Two listeners of a gateway cannot be told apart.
    package static let listenerTwice = Code("MST2912", aliases: ["KIA1503"])
    /// Two groups of workloads have the same labels.
    package static let groupsShareLabels = Code("MST2913", aliases: ["KIA1702"])
}

// MARK: - Security

extension Code {
    /// A policy names a method that HTTP does not have.
    package static let methodUnknown = Code("MST3601", aliases: ["KIA0102"])
    /// Two PeerAuthentications are for a whole namespace.
    package static let peerDefaultTwice = Code("MST3602", aliases: ["KIA0002"])
    /// Two PeerAuthentications are for one workload.
    package static let peersOverlap = Code("MST3603", aliases: ["KIA0003"])
    /// A DestinationRule takes a host out of the mTLS of a wider one.
    package static let mutualTLSLost = Code("MST3604", aliases: ["KIA0204"])
    /// Clients speak plain text to servers that insist on mTLS.
    package static let plainToStrict = Code("MST3605", aliases: ["KIA0207", "KIA0208"])
    /// Clients speak mTLS to servers that do not.
    package static let mutualToPlain = Code("MST3606", aliases: ["KIA0505", "KIA0506"])
    /// One side of mTLS is set and the other is not, where Istio does not find out by itself.
    package static let mutualTLSUnpaired = Code("MST3607", aliases: ["KIA0205", "KIA0206", "KIA0401", "KIA0501"])
    /// A policy asks who the client is, where clients do not prove it.
    package static let identityUnproven = Code("MST3612", aliases: ["KIA0105"])
    /// No policy says who may reach a workload, beside others that policies guard.
    package static let workloadUnguarded = Code("MST3613", aliases: ["KIA1301"])
}
