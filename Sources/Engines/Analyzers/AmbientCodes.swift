package import Diagnostics

// What Kiali looks at in a mesh without sidecars: who reads requests there, and which configuration nobody reads.

// MARK: - Routing

extension Code {
    /// A DestinationRule needs a waypoint, and its namespace has none.
    package static let ruleUnread = Code("MST2914", aliases: ["KIA0210"])
    /// A DestinationRule needs a waypoint, and its Service has none.
    package static let ruleServiceUnenrolled = Code("MST2915", aliases: ["KIA0211"])
    /// A DestinationRule stands in another namespace than its Service, where no waypoint reads it.
    package static let ruleElsewhere = Code("MST2916", aliases: ["KIA0212"])
    /// A VirtualService needs a waypoint, and its namespace has none.
    package static let routesUnread = Code("MST2917", aliases: ["KIA1109"])
    /// A VirtualService needs a waypoint, and its Service has none.
    package static let routedServiceUnenrolled = Code("MST2918", aliases: ["KIA1113"])
    /// A VirtualService stands in another namespace than its Service, where no waypoint reads it.
    package static let routesElsewhere = Code("MST2919", aliases: ["KIA1114"])
    /// A WasmPlugin needs a waypoint, and there is none.
    package static let pluginUnread = Code("MST2920", aliases: ["KIA1111"])
    /// A WasmPlugin names no target, without which waypoints pass it over.
    package static let pluginUntargeted = Code("MST2921", aliases: ["KIA1116"])
    /// A Telemetry about requests needs a waypoint, and there is none.
    package static let telemetryUnread = Code("MST2922", aliases: ["KIA1112"])
    /// A Telemetry about requests names no target, without which waypoints pass it over.
    package static let telemetryUntargeted = Code("MST2923", aliases: ["KIA1117"])
    /// A workload is told to have a sidecar, and to have none.
    package static let dataPlanesConflict = Code("MST2924", aliases: ["KIA1311"])
    /// A waypoint is for a workload whose traffic does not go there.
    package static let waypointUnreached = Code("MST2925", aliases: ["KIA1312"])
}

// MARK: - Security

extension Code {
    /// A policy about requests needs a waypoint, and there is none.
    package static let policyUnread = Code("MST3608", aliases: ["KIA0109"])
    /// A policy about requests names no target, without which waypoints pass it over.
    package static let policyUntargeted = Code("MST3609", aliases: ["KIA0110"])
    /// A RequestAuthentication needs a waypoint, and there is none.
    package static let tokensUnread = Code("MST3610", aliases: ["KIA1110"])
    /// A RequestAuthentication names no target, without which waypoints pass it over.
    package static let tokensUntargeted = Code("MST3611", aliases: ["KIA1115"])
    /// A workload without a waypoint has a policy about requests.
    package static let workloadPolicyUnread = Code("MST3614", aliases: ["KIA1317"])
}
