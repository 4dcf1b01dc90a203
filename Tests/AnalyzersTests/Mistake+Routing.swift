import Diagnostics

@testable import Analyzers

extension Mistake {
    static let routing: [Mistake] = [
        Mistake(
            .meshHostsConflict, .error,
            """
            VirtualService one {hosts: [▸web], http: []}
            VirtualService data/two {hosts: [web.<<shop||data>>.svc.cluster.local], gateways: [mesh, edge], http: []}
            """),
        Mistake(
            .meshHostsConflict, .error,
            """
            VirtualService one {hosts: [▸a.example], exportTo: ["."], http: []}
            VirtualService two {hosts: ["*.<<example||test>>"], http: []}
            """),
        Mistake(
            .subsetBypassed, .warning,
            """
            VirtualService edge {hosts: [a.example], gateways: [edge], http: [{route: [{destination: {host: ▸web<<||, subset: v1>>}}]}]}
            VirtualService web {hosts: [web], http: [{route: [{destination: {host: web, subset: v1}}]}]}
            """),
        Mistake(
            .gatewaysConflict, .error,
            """
            Gateway one {selector: {istio: ingressgateway}, servers: [{port: {number: 80}, hosts: ▸["*.example"]}]}
            Gateway two {selector: {istio: ingressgateway}, servers: [{port: {number: <<80||81>>}, hosts: [a.example]}]}
            """),
        Mistake(
            .sidecarsOverlap, .error,
            """
            Sidecar one {workloadSelector: {labels: ▸{app: web}}}
            Sidecar two {workloadSelector: {labels: {version: <<v1||v2>>}}}
            Deployment web {template: {metadata: {labels: {app: web, version: v1}}}}
            """),
        Mistake(
            .sidecarDefaultTwice, .error,
            """
            Sidecar ▸one {egress: [{hosts: ["./*"]}]}
            Sidecar <<shop||data>>/two {egress: [{hosts: ["./*"]}]}
            """),
        Mistake(
            .telemetriesOverlap, .error,
            """
            Telemetry one {selector: {matchLabels: ▸{app: web}}}
            Telemetry two {selector: {matchLabels: {version: <<v1||v2>>}}}
            Deployment web {template: {metadata: {labels: {app: web, version: v1}}}}
            """),
        Mistake(
            .telemetryDefaultTwice, .error,
            """
            Telemetry ▸one {}
            Telemetry <<shop||data>>/two {}
            """),
        Mistake(
            .sidecarIneffective, .warning,
            """
            Sidecar ▸web {egress: []}
            Namespace shop labels={istio.io/dataplane-mode: <<ambient||none>>}
            """),
        Mistake(
            .gatewaySelectorIneffective, .warning,
            """
            AuthorizationPolicy edge {selector: {matchLabels: ▸{app: edge}}}
            Deployment edge {template: {metadata: {labels: {app: edge, gateway.networking.k8s.io/<<gateway-name||gateway>>: edge}}}}
            """),
        Mistake(
            .servicePortsConflict, .warning,
            """
            Namespace shop labels={istio-injection: enabled}
            Deployment ▸web {template: {metadata: {labels: {app: web}}}}
            Service one {selector: {app: web}, ports: [{name: http, port: 80, protocol: TCP}]}
            Service two {selector: {app: web}, ports: [{name: http, port: 80, protocol: <<UDP||TCP>>}]}
            """),
        Mistake(
            .targetPortShared, .warning,
            """
            Namespace shop labels={istio-injection: enabled}
            Deployment ▸web {template: {metadata: {labels: {app: web}}}}
            Service one {selector: {app: web}, ports: [{name: http, port: 80, targetPort: 8080}]}
            Service two {selector: {app: web}, ports: [{name: http, port: <<90||80>>, targetPort: 8080}]}
            """),
        Mistake(.portProtocolUnsaid, .info, "Service web {ports: [{name: <<web||http-web>>, port: 80}]}"),
        Mistake(
            .externalPortGreedy, .warning,
            "Service web {type: ExternalName, externalName: a.example, ports: [{name: <<tcp||http>>, port: 80}]}"),
        Mistake(
            .entryAddressMissing, .warning,
            "ServiceEntry db {hosts: [db.example], ports: [{number: 5432, name: a, protocol: <<TCP||TLS>>}]}"),
        Mistake(
            .entriesConflict, .warning,
            """
            ServiceEntry one {hosts: [a.example], ports: [{number: 80, name: a, protocol: ▸HTTP}]}
            ServiceEntry data/two {hosts: [a.example], ports: [{number: 80, name: a, protocol: <<TLS||HTTP>>}]}
            """),
        Mistake(
            .patchOrderUnsaid, .warning,
            envoyFilter("operation: ▸INSERT_BEFORE, value: {name: a}", "HTTP_FILTER", " priority: <<0||1>>,")),
        Mistake(
            .patchVersionDependent, .warning,
            """
            EnvoyFilter web {configPatches: [{applyTo: HTTP_FILTER, match: {proxy: {proxyVersion: "<<1.2||>>"}}, patch: {operation: ADD, value: {name: a}}}, {applyTo: HTTP_FILTER, patch: {operation: ▸INSERT_AFTER, value: {name: a}}}]}
            """),
        Mistake(.replaceIneffective, .error, envoyFilter("operation: ▸REPLACE", "<<CLUSTER||HTTP_FILTER>>")),
        Mistake(.addIneffective, .error, envoyFilter("operation: ▸ADD", "<<HTTP_ROUTE||HTTP_FILTER>>")),
        Mistake(.removeIneffective, .error, envoyFilter("operation: ▸REMOVE", "<<HTTP_ROUTE||HTTP_FILTER>>")),
    ]

    private static func envoyFilter(_ patch: String, _ target: String, _ more: String = "") -> String {
        "EnvoyFilter web {\(more) configPatches: [{applyTo: \(target), patch: {\(patch)}}]}"
    }
}
