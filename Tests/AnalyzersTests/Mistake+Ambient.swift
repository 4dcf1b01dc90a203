import Diagnostics

@testable import Analyzers

/// A namespace behind ztunnel, a Service, and what runs behind it.
private let shop = """
    Service web labels={LABELS} {selector: {app: web}, ports: [{name: http, port: 80}]}
    Deployment web {template: {metadata: {labels: {app: web}}}}
    """

private func ambient(_ line: String, service: String = "app: web") -> String {
    line + "\n" + shop.replacing("LABELS", with: service)
}

private let plain = "\nNamespace shop labels={istio.io/dataplane-mode: ambient}"
private let choosing =
    "\nNamespace shop labels={istio.io/dataplane-mode: ambient<<||, istio.io/use-waypoint: waypoint>>}"
private let enrolled = "\nNamespace shop labels={istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint}"

extension Mistake {
    static let ambientHosts: [Mistake] = [
        Mistake(
            .ruleUnread, .warning,
            "DestinationRule web {host: ▸api.example, trafficPolicy: {outlierDetection: {consecutive5xxErrors: 5}}}"
                + choosing),
        Mistake(
            .ruleServiceUnenrolled, .warning,
            ambient(
                "DestinationRule web {host: ▸web, subsets: [{name: v1, trafficPolicy: {connectionPool: {http: {maxRetries: 1}}}}]}"
            ) + choosing),
        Mistake(
            .ruleServiceUnenrolled, .warning,
            ambient(
                "DestinationRule web {host: ▸web, trafficPolicy: {<<loadBalancer: {consistentHash: {httpHeaderName: x-user}}||tls: {mode: SIMPLE}>>}}"
            ) + plain),
        Mistake(
            .ruleElsewhere, .warning,
            ambient(
                "DestinationRule <<data||shop>>/web {host: ▸web.shop.svc.cluster.local, trafficPolicy: {outlierDetection: {interval: 1s}}}"
            ) + enrolled),
        Mistake(
            .routesUnread, .warning,
            "VirtualService web {hosts: [▸api.example], http: [{route: [{destination: {host: api.example}}]}]}"
                + choosing),
        Mistake(
            .routedServiceUnenrolled, .warning,
            ambient(
                "VirtualService web {hosts: [▸web], http: [{route: [{destination: {host: web}}]}]}",
                service: "istio.io/use-waypoint: <<none||waypoint>>") + enrolled),
        Mistake(
            .routedServiceUnenrolled, .warning,
            ambient("VirtualService web {hosts: [▸web], <<http||tcp>>: [{route: [{destination: {host: web}}]}]}")
                + plain),
        Mistake(
            .routedServiceUnenrolled, .warning,
            ambient(
                "VirtualService web {hosts: [▸web], gateways: [<<mesh||edge>>], http: [{route: [{destination: {host: web}}]}]}"
            ) + plain),
        Mistake(
            .routesElsewhere, .warning,
            ambient(
                "VirtualService <<data||shop>>/web {hosts: [▸web.shop.svc.cluster.local], http: [{route: [{destination: {host: web.shop.svc.cluster.local}}]}]}"
            ) + enrolled),
    ]

    static let ambientTargets: [Mistake] = [
        Mistake(
            .policyUnread, .warning,
            "AuthorizationPolicy web {rules: [{to: [{operation: {methods: ▸[GET]}}]}]}" + choosing),
        Mistake(
            .policyUnread, .warning,
            ambient(
                "AuthorizationPolicy web {targetRefs: [{kind: Service, name: ▸web}], rules: [{when: [{key: \"request.auth.claims[a]\", values: [b]}]}]}",
                service: "istio.io/use-waypoint: <<none||waypoint>>") + enrolled),
        Mistake(
            .policyUnread, .warning,
            ambient(
                "AuthorizationPolicy web {selector: {matchLabels: {app: web}}, rules: [{<<to: [{operation: {notPaths: ▸[/a]}}]||from: [{source: {namespaces: [a]}}]>>}]}"
            ) + plain),
        Mistake(
            .policyUntargeted, .warning,
            "AuthorizationPolicy web {<<||targetRefs: [{kind: Gateway, name: waypoint}], >>rules: [{from: [{source: {requestPrincipals: ▸[a]}}]}]}"
                + plain),
        Mistake(.tokensUnread, .warning, "RequestAuthentication web {jwtRules: ▸[{issuer: a}]}" + choosing),
        Mistake(
            .tokensUntargeted, .warning,
            "RequestAuthentication web {<<selector: {matchLabels: ▸{app: web}}||targetRefs: [{kind: Service, name: web}]>>, jwtRules: [{issuer: a}]}"
                + enrolled),
        Mistake(.pluginUnread, .warning, "WasmPlugin web {url: ▸\"oci://a/b\"}" + choosing),
        Mistake(
            .pluginUntargeted, .warning,
            "WasmPlugin web {url: ▸\"oci://a/b\"<<||, targetRef: {kind: Gateway, name: waypoint}>>}" + enrolled),
        Mistake(.telemetryUnread, .warning, "Telemetry web {tracing: ▸[{randomSamplingPercentage: 1}]}" + choosing),
        Mistake(
            .telemetryUntargeted, .warning,
            "Telemetry web {metrics: [{<<overrides: ▸[{disabled: true}]||providers: [{name: prometheus}]>>}]}"
                + enrolled),
    ]

    static let ambientWorkloads: [Mistake] = [
        Mistake(
            .dataPlanesConflict, .error,
            "Deployment web {template: {metadata: {labels: {sidecar.istio.io/inject: ▸\"<<true||false>>\"}}}}" + plain),
        Mistake(
            .dataPlanesConflict, .error,
            """
            Deployment web {template: {metadata: {labels: {istio.io/dataplane-mode: <<ambient||none>>}}}}
            Namespace shop labels={istio-injection: enabled}
            """),
        Mistake(
            .waypointUnreached, .warning,
            """
            Deployment web {template: {metadata: {labels: {istio.io/use-waypoint: ▸waypoint}}}}
            Namespace shop labels={<<istio-injection: enabled||istio.io/dataplane-mode: ambient>>}
            """),
        Mistake(
            .waypointUnreached, .warning,
            """
            Deployment ▸web {template: {metadata: {labels: {app: web}}}}
            Namespace shop labels={istio.io/use-waypoint: waypoint<<||, istio.io/dataplane-mode: ambient>>}
            """),
        Mistake(
            .workloadPolicyUnread, .warning,
            """
            Deployment ▸web {template: {metadata: {labels: {app: web}}}}
            AuthorizationPolicy web {selector: {matchLabels: {app: web}}, rules: [{to: [{operation: {paths: [/a]}}]}]}
            Service web labels={istio.io/use-waypoint: <<none||waypoint>>} {selector: {app: web}, ports: [{name: http, port: 80}]}
            """ + plain),
        Mistake(
            .workloadPolicyUnread, .warning,
            """
            Deployment ▸web {template: {metadata: {labels: {app: web}}}}
            AuthorizationPolicy web {targetRefs: [{kind: Service, name: <<web||other>>}], rules: [{to: [{operation: {paths: [/a]}}]}]}
            Service web {selector: {app: web}, ports: [{name: http, port: 80}]}
            """ + plain),
    ]
}
