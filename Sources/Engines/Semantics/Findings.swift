package import Diagnostics
package import KubeTypes
internal import Schema
internal import Tree

/// What the rules need to know besides the object.
package struct SemanticOptions: Sendable {
    /// The namespace of objects that name none.
    package var defaultNamespace: String
    /// Where Istio itself runs; its own Services may name their ports as they like.
    package var istioNamespace: String
    /// Whether features outside of Istio's stable channel are told, as its admission policy of that name does.
    package var stableChannelOnly: Bool

    package init(
        defaultNamespace: String = "default", istioNamespace: String = "istio-system", stableChannelOnly: Bool = false
    ) {
        self.defaultNamespace = defaultNamespace
        self.istioNamespace = istioNamespace
        self.stableChannelOnly = stableChannelOnly
    }
}

/// What Istio's admission webhook and `istioctl validate` would say about an object, in the order of their rules. Kinds
/// without rules give nothing.
///
/// Each rule is looked at; where Istio stops at the first, a comment says so.
package func semanticFindings(of object: KubeObject, options: SemanticOptions = SemanticOptions()) -> [Finding] {
    let kind = object.type.groupKind
    guard let check = istioChecks[kind] else {
        return (otherChecks[kind]?(object, options) ?? []) + carriedFindings(object, options)
    }
    var report = Report()
    report.checkTopLevel(object)
    let spec = object.root["spec"] ?? Node(.null, at: object.place)
    guard let schema = specSchemas[kind] else { return report.findings }
    let (value, unreadable) = ProtoReading.read(spec, as: schema, within: object.place)
    guard let value else { return report.findings + unreadable }
    let parts = ObjectParts(object, spec: value, options: options)
    guard
        report.checkAnnotations(parts.metadata["annotations"], of: kind.kind, action: parts.spec["action"].text)
    else { return report.findings + unreadable }
    check(&report, parts)
    if options.stableChannelOnly { report.checkStableChannel(parts, kind.kind) }
    guard !unreadable.isEmpty else { return report.findings }
    let places = Set(unreadable.map(\.place))
    return unreadable + report.findings.filter { !places.contains($0.place) }
}

/// An object as the rules of its kind see it.
struct ObjectParts {
    let metadata: Field
    let spec: Field
    let name: String
    let namespace: String
    let options: SemanticOptions

    init(_ object: KubeObject, spec: Node, options: SemanticOptions) {
        metadata = Field(object.root["metadata"] ?? Node(.null), name: "metadata", within: object.place)
        self.spec = Field(spec, name: "spec", within: object.place)
        name = object.name
        namespace = object.namespace.isEmpty ? options.defaultNamespace : object.namespace
        self.options = options
    }

    /// Istio marks what it makes from Gateway API, to which some rules do not apply.
    var isGeneratedGateway: Bool { annotation("internal.istio.io/gateway-semantics") == "gateway" }
    var isGeneratedRoute: Bool { annotation("internal.istio.io/route-semantics") == "gateway" }

    func annotation(_ name: String) -> String { metadata["annotations"][name].text }
    func label(_ name: String) -> String { metadata["labels"][name].text }
}

private typealias Check = @Sendable (inout Report, ObjectParts) -> Void

private let istioChecks: [GroupKind: Check] = {
    let networking: [String: Check] = [
        "Gateway": { $0.checkGateway($1) }, "VirtualService": { $0.checkVirtualService($1) },
        "DestinationRule": { $0.checkDestinationRule($1) }, "ServiceEntry": { $0.checkServiceEntry($1) },
        "Sidecar": { $0.checkSidecar($1) }, "WorkloadEntry": { $0.checkWorkloadEntry($1) },
        "WorkloadGroup": { $0.checkWorkloadGroup($1) }, "EnvoyFilter": { $0.checkEnvoyFilter($1) },
        "ProxyConfig": { $0.checkProxyConfig($1) },
    ]
    let security: [String: Check] = [
        "AuthorizationPolicy": { $0.checkAuthorizationPolicy($1) },
        "RequestAuthentication": { $0.checkRequestAuthentication($1) },
        "PeerAuthentication": { $0.checkPeerAuthentication($1) },
    ]
    let extensions: [String: Check] = [
        "WasmPlugin": { $0.checkWasmPlugin($1) }, "TrafficExtension": { $0.checkTrafficExtension($1) },
    ]
    let groups: [(String, [String: Check])] = [
        ("networking.istio.io", networking), ("security.istio.io", security), ("extensions.istio.io", extensions),
        ("telemetry.istio.io", ["Telemetry": { $0.checkTelemetry($1) }]),
    ]
    var checks: [GroupKind: Check] = [:]
    for (group, kinds) in groups {
        for (kind, check) in kinds { checks[GroupKind(group: group, kind: kind)] = check }
    }
    return checks
}()

private let otherChecks: [GroupKind: @Sendable (KubeObject, SemanticOptions) -> [Finding]] = [
    GroupKind(group: "", kind: "MeshConfig"): { object, _ in meshConfigFindings(object) },
    GroupKind(group: "", kind: "MeshNetworks"): { object, _ in meshNetworksFindings(object) },
    GroupKind(group: "", kind: "Service"): serviceFindings,
    GroupKind(group: "apps", kind: "Deployment"): deploymentFindings,
    GroupKind(group: "", kind: "Deployment"): deploymentFindings,
    GroupKind(group: "install.istio.io", kind: "IstioOperator"): { object, _ in operatorFindings(object) },
]

/// All versions of a kind are read alike.
private let specSchemas: [GroupKind: Schema] = {
    var schemas: [GroupKind: Schema] = [:]
    for definition in Catalogue.istio.definitions {
        let version = definition.storageVersion ?? definition.versions.first
        schemas[definition.groupKind] = version?.schema.property("spec")
    }
    return schemas
}()
