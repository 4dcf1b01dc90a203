import Diagnostics

@testable import Analyzers

extension Mistake {
    static let kialiReferences: [Mistake] = [
        Mistake(
            .exportNamespaceUnknown, .error,
            """
            VirtualService web {hosts: [web], exportTo: [<<shpo||shop>>, "."], http: []}
            Namespace shop labels={istio-injection: enabled}
            """),
        Mistake(
            .serviceAccountUnknown, .error,
            """
            AuthorizationPolicy web {rules: [{from: [{source: {principals: [<<cluster.local/ns/shop/sa/wbe||cluster.local/ns/shop/sa/web>>, "*"]}}]}]}
            ServiceAccount web
            """),
        Mistake(
            .policyHostUnknown, .warning,
            """
            AuthorizationPolicy web {rules: [{to: [{operation: {hosts: [<<wbe||web>>, a.example]}}]}]}
            Service web {ports: [{name: http, port: 80}]}
            """),
        Mistake(
            .egressHostUnknown, .warning,
            """
            Sidecar web {egress: [{hosts: [<<./wbe||./web>>, "data/*"]}]}
            Service web {ports: [{name: http, port: 80}]}
            """),
        Mistake(
            .parentUnknown, .error,
            """
            HTTPRoute web {parentRefs: [{name: <<egde||edge>>}]}
            KubernetesGateway edge {gatewayClassName: istio, listeners: []}
            """),
        Mistake(
            .backendUnknown, .error,
            """
            GRPCRoute web {rules: [{backendRefs: [{name: <<wbe||web>>, port: 80}]}]}
            Service web {ports: [{name: grpc, port: 80}]}
            """),
        Mistake(
            .backendUnknown, .error,
            """
            HTTPRoute web {rules: [{backendRefs: [{name: db, namespace: ▸data, port: 80}]}]}
            Service data/db {ports: [{name: http, port: 80}]}
            ReferenceGrant data/web {from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: <<other||shop>>}], to: [{group: "", kind: Service}]}
            """),
        Mistake(
            .grantNamespaceUnknown, .error,
            """
            ReferenceGrant web {from: [{kind: HTTPRoute, namespace: <<shpo||shop>>}], to: [{kind: Service}]}
            Namespace shop labels={istio-injection: enabled}
            """),
        Mistake(
            .groupAccountUnknown, .warning,
            """
            WorkloadGroup vm {template: {serviceAccount: <<mv||vm>>}}
            ServiceAccount vm
            """),
        Mistake(
            .waypointUnknown, .error,
            """
            Namespace shop labels={istio.io/dataplane-mode: ambient, istio.io/use-waypoint: <<waypiont||waypoint>>}
            KubernetesGateway waypoint {gatewayClassName: istio-waypoint, listeners: []}
            """),
        Mistake(
            .waypointUnknown, .error,
            """
            Deployment web {template: {metadata: {labels: {istio.io/use-waypoint: ▸waypoint}}}}
            KubernetesGateway waypoint {gatewayClassName: <<istio||istio-waypoint>>, listeners: []}
            """),
        Mistake(
            .containerPortUnknown, .warning,
            """
            Service web {selector: {app: web}, ports: [{name: http, port: 80, targetPort: <<8081||8080>>}]}
            Deployment web {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, ports: [{containerPort: 8080}]}]}}}
            """),
        Mistake(
            .policySelectsNothing, .warning,
            """
            RequestAuthentication web {selector: {matchLabels: ▸{app: <<wbe||web>>}}}
            Deployment web {template: {metadata: {labels: {app: web}}}}
            """),
    ]

    static let kialiRouting: [Mistake] = [
        Mistake(
            .rulesCollide, .warning,
            """
            DestinationRule one {host: ▸web, subsets: [{name: v1, labels: {version: v1}}]}
            DestinationRule two {host: "*.<<shop||data>>.svc.cluster.local", subsets: [{name: v1, labels: {version: v1}}]}
            """),
        Mistake(
            .rulesCollide, .warning,
            """
            DestinationRule one {host: ▸web, subsets: [{name: v1, labels: {version: v1}}]}
            DestinationRule two {host: web, subsets: [{name: <<v1||v2>>, labels: {version: v2}}]}
            """),
        Mistake(
            .subsetUnlabelled, .warning,
            "DestinationRule web {host: web, subsets: [{name: ▸v1<<||, labels: {version: v1}>>}]}"),
        Mistake(
            .portNameContradicts, .warning,
            "ServiceEntry web {hosts: [a.example], ports: [{number: 80, name: <<web||http-web>>, protocol: HTTP}]}"),
        Mistake(
            .rootSidecarSelects, .warning,
            "Sidecar <<istio-system||shop>>/web {workloadSelector: ▸{labels: {app: web}}, egress: []}"),
        Mistake(.outboundModeUnsaid, .info, "Sidecar web {outboundTrafficPolicy: ▸{<<||mode: ALLOW_ANY>>}}"),
        Mistake(
            .weightPointless, .warning,
            "VirtualService web {hosts: [web], http: [{route: [{destination: {host: web}, weight: <<90||100>>}]}]}"),
        Mistake(
            .destinationTwice, .warning,
            """
            VirtualService web {hosts: [web], http: [{route: [{destination: {host: web, subset: v1}, weight: 50}, {destination: {host: web.shop.svc.cluster.local, subset: <<v1||v2>>}, weight: 50}]}]}
            """),
        Mistake(
            .gatewayRoutesMerge, .warning,
            """
            VirtualService one {hosts: [▸a.example], gateways: [edge]}
            VirtualService two {hosts: [a.example], gateways: [<<shop||data>>/edge]}
            """),
        Mistake(
            .entriesDouble, .warning,
            """
            ServiceEntry one {hosts: [a.example], ports: [{number: ▸80, name: http, protocol: HTTP}]}
            ServiceEntry data/two {hosts: [a.example], ports: [{number: <<80||81>>, name: http, protocol: HTTP}]}
            """),
        Mistake(
            .listenersShared, .warning,
            """
            KubernetesGateway one {addresses: [{value: 10.0.0.1}], listeners: [{name: a, port: ▸80, protocol: HTTP}]}
            KubernetesGateway two {addresses: [{value: 10.0.0.1}], listeners: [{name: a, port: <<80||81>>, protocol: HTTP}]}
            """),
        Mistake(
            .listenersShared, .warning,
            """
            KubernetesGateway one {listeners: [{name: a, hostname: ▸a.example, port: 80, protocol: HTTP}]}
            KubernetesGateway data/two {listeners: [{name: a, hostname: <<A.example||b.example>>, port: 80, protocol: HTTP}]}
            """),
        Mistake(
            .addressesShared, .warning,
            """
            KubernetesGateway one {addresses: [{value: ▸10.0.0.1}], listeners: [{name: a, port: 80, protocol: HTTP}]}
            KubernetesGateway two {addresses: [{value: <<10.0.0.1||10.0.0.2>>}], listeners: [{name: a, port: 80, protocol: HTTP}]}
            """),
        Mistake(
            .listenerTwice, .error,
            """
            KubernetesGateway one {listeners: [{name: a, port: 80, protocol: HTTP}, {name: b, port: <<80||81>>, protocol: HTTP}]}
            """),
        Mistake(
            .groupsShareLabels, .warning,
            """
            WorkloadGroup one {metadata: {labels: ▸{app: vm}}}
            WorkloadGroup two {metadata: {labels: {app: <<vm||mv>>}}}
            """),
    ]

    static let kialiSecurity: [Mistake] = [
        Mistake(
            .identityUnproven, .error,
            """
            AuthorizationPolicy web {selector: {matchLabels: {app: web}}, rules: [{from: [{source: {principals: ▸["*"]}}]}]}
            PeerAuthentication web {selector: {matchLabels: {app: web}}, mtls: {mode: <<DISABLE||PERMISSIVE>>}}
            PeerAuthentication istio-system/mesh {mtls: {mode: DISABLE}}
            """),
        Mistake(
            .identityUnproven, .error,
            """
            AuthorizationPolicy web {rules: [{when: [{key: ▸source.namespace, values: [a]}]}]}
            PeerAuthentication <<istio-system||data>>/mesh {mtls: {mode: DISABLE}}
            """),
        Mistake(
            .identityUnproven, .error,
            """
            AuthorizationPolicy web {rules: [{from: [{source: {<<namespaces||ipBlocks>>: ▸["10.0.0.0/8"]}}]}]}
            ConfigMap istio-system/istio
            > data: {mesh: "enableAutoMtls: false"}
            """),
        Mistake(
            .workloadUnguarded, .warning,
            """
            Deployment ▸web {template: {metadata: {labels: {app: web}}}}
            Deployment other {template: {metadata: {labels: {app: other}}}}
            AuthorizationPolicy other {selector: {matchLabels: {app: other}}}
            AuthorizationPolicy <<data||istio-system>>/all {}
            """),
        Mistake(
            .methodUnknown, .warning,
            "AuthorizationPolicy web {rules: [{to: [{operation: {methods: [<<get||GET>>]}}]}]}"),
        Mistake(
            .peerDefaultTwice, .error,
            """
            PeerAuthentication ▸one {mtls: {mode: STRICT}}
            PeerAuthentication <<shop||data>>/two {mtls: {mode: STRICT}}
            """),
        Mistake(
            .peersOverlap, .error,
            """
            PeerAuthentication one {selector: {matchLabels: ▸{app: web}}}
            PeerAuthentication two {selector: {matchLabels: {version: <<v1||v2>>}}}
            Deployment web {template: {metadata: {labels: {app: web, version: v1}}}}
            """),
        Mistake(
            .mutualTLSLost, .warning,
            """
            DestinationRule web {host: ▸web, trafficPolicy: {<<||tls: {mode: ISTIO_MUTUAL}>>}}
            DestinationRule wide {host: "*.shop.svc.cluster.local", trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}}
            """),
        Mistake(
            .plainToStrict, .error,
            """
            DestinationRule wide {host: "*.shop.svc.cluster.local", trafficPolicy: {tls: {mode: ▸DISABLE}}}
            PeerAuthentication web {mtls: {mode: <<STRICT||PERMISSIVE>>}}
            """),
        Mistake(
            .mutualToPlain, .error,
            """
            DestinationRule wide {host: "*.local", trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}}
            PeerAuthentication istio-system/web {mtls: {mode: <<DISABLE||PERMISSIVE>>}}
            """),
        Mistake(
            .mutualTLSUnpaired, .error,
            """
            PeerAuthentication web {mtls: {mode: ▸STRICT}}
            ConfigMap istio-system/istio
            > data: {mesh: "enableAutoMtls: <<false||true>>"}
            """),
        Mistake(
            .mutualTLSUnpaired, .error,
            """
            DestinationRule wide {host: "*.local", trafficPolicy: {tls: {mode: ▸ISTIO_MUTUAL}}}
            PeerAuthentication <<shop||istio-system>>/web {mtls: {mode: STRICT}}
            ConfigMap istio-system/istio
            > data: {mesh: "enableAutoMtls: false"}
            """),
    ]
}
