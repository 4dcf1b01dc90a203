internal import Diagnostics
internal import KubeTypes
internal import Tree

/// One look at all objects together.
struct Analyzer: Sendable {
    /// As `istioctl analyze -L` names it; those of Kiali begin with `kiali.`.
    let name: String
    let codes: [Code]
    /// The kinds without which there is nothing to say.
    let inputs: [GroupKind]
    let check: @Sendable (World) -> [Finding]

    init(
        _ name: String, _ codes: [Code], reads inputs: GroupKind...,
        check: @escaping @Sendable (World) -> [Finding]
    ) {
        self.name = name
        self.codes = codes
        self.inputs = inputs
        self.check = check
    }

    /// All of them, in the order of their names.
    static let all: [Analyzer] = (istio + kiali).sorted { $0.name < $1.name }

    private static let istio: [Analyzer] = [
        alphaAnnotations, annotations, applicationUser, authorizationPolicies, blockedNetworks, claimRoutes, conditions,
        conflictingEntries, conflictingGateways, deprecatedFields, destinationHosts, envoyPatches, externalControlPlane,
        gatewayCertificates, gatewayPorts, gatewaySecrets, gatewaySelectors, imageAuto, injection, lightstep, meshHosts,
        meshNetworks, portNames, proxyImages, resourceVersions, routeGateways, routeSubsets, serverCertificates,
        serviceAssociation, serviceEntryAddresses, serviceCopies, sidecarSelectors, subsetPods, telemetryDefaults,
        telemetryProviders, telemetrySelectors, webhooks,
    ]

    private static let kiali: [Analyzer] = [
        ambientHosts, ambientLabels, ambientTargets, ambientWorkloads, declaredPortNames, doubleEntries,
        gatewayAddresses, gatewayAPIRoutes, gatewayRoutes, listeners, mutualTLS, namedNamespaces,
        peerAuthentications, policyIdentities, policyNames, policySelectors, ruleCollisions, servicePorts,
        sidecarSettings, subsetLabels, unguardedWorkloads, waypoints, weights, workloadGroups,
    ]
}
