import Diagnostics

@testable import Analyzers

extension Mistake {
    static let security: [Mistake] = [
        Mistake(
            .serverUnverified, .warning,
            "DestinationRule db {host: db.example, trafficPolicy: {tls: {mode: ▸SIMPLE<<||, caCertificates: system>>}}}"
        ),
        Mistake(
            .serverPortUnverified, .warning,
            "DestinationRule db {host: db.example, trafficPolicy: {portLevelSettings: [{port: {number: 1}, tls: {mode: ▸MUTUAL<<||, caCertificates: system>>}}]}}"
        ),
        Mistake(
            .credentialInvalid, .error,
            """
            Gateway edge {selector: {istio: ingressgateway}, servers: [{tls: {credentialName: ▸<<shop||other>>}}]}
            Secret istio-system/shop
            > stringData: {tls.crt: no certificate, tls.key: no key}
            """),
        Mistake(
            .certificateShared, .warning,
            """
            Gateway one {selector: {istio: ingressgateway}, servers: [{hosts: [a.example], tls: {credentialName: ▸shop}}]}
            Gateway two {selector: {istio: ingressgateway}, servers: [{hosts: [b.example], tls: {credentialName: <<shop||other>>}}]}
            """),
        Mistake(
            .claimsUnchecked, .error,
            """
            VirtualService web {hosts: [a.example], gateways: [edge], http: [{match: [{headers: {▸"@request.auth.claims.group": {exact: a}}}]}]}
            Gateway edge {selector: {istio: ingressgateway}, servers: []}
            RequestAuthentication <<shop||istio-system>>/edge {}
            """),
        Mistake(
            .keyFetchUnrestricted, .warning,
            """
            RequestAuthentication web {jwtRules: [{issuer: a}]}
            Deployment istio-system/▸istiod labels={app: istiod} {template: {spec: {containers: [{name: discovery, env: [{name: BLOCKED_CIDRS_IN_JWKS_URIS, value: <<""||10.0.0.0/8>>}]}]}}}
            """),
    ]
}
