// One line a case reads best.
// swift-format-ignore-file

import Diagnostics

@testable import Semantics

/// A route that is right, to put around a mistake elsewhere.
private let route = "http: [{route: [{destination: {host: web}}]}]"

extension Mistake {
    static let shared: [Mistake] = [
        Mistake(.valueUnreadable, "VirtualService", "{hosts: [a], http: [{route: [{weight: <<many||1>>, destination: {host: web}}]}]}"),
        Mistake(.valueUnreadable, "VirtualService", "{hosts: [a], http: [{timeout: <<10||10s>>, route: [{destination: {host: web}}]}]}"),
        Mistake(.valueUnreadable, "PeerAuthentication", "{mtls: {mode: <<strict||STRICT>>}}"),
        Mistake(.valueUnreadable, "VirtualService", "{hosts: [a], http: <<3||[{route: [{destination: {host: web}}]}]>>}"),
        Mistake(.topLevelFieldUnknown, text: "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: a}\nspec: {host: a}\n<<specs||status>>: {}\n"),
        Mistake(.annotationInvalid, text: "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: a, annotations: {<<internal.istio.io/parents||example.com/parents>>: ▸a}}\nspec: {host: a}\n"),
        Mistake(.objectNameInvalid, text: "apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: <<web.shop||web>>}\nspec: {servers: [{hosts: [\"*\"], port: {number: 80, name: http, protocol: HTTP}}]}\n"),
        Mistake(.hostInvalid, "DestinationRule", "{host: <<a_b||a-b>>}"),
        Mistake(.hostInvalid, "VirtualService", "{hosts: [<<a..b||a.b>>], \(route)}"),
        Mistake(.hostInvalid, "Gateway", "{servers: [{hosts: [<<web||web.example>>], port: {number: 80, name: http, protocol: HTTP}}]}"),
        Mistake(.wildcardMisplaced, "VirtualService", "{hosts: [<<\"*\"||\"*.a\">>], \(route)}"),
        Mistake(.wildcardMisplaced, "ServiceEntry", "{hosts: [<<\"*a.example\"||\"*.example\">>], ports: [{number: 80, name: http, protocol: HTTP}]}", .warning),
        Mistake(.portInvalid, "VirtualService", "{hosts: [a], http: [{match: [{port: <<70000||80>>}], route: [{destination: {host: web}}]}]}"),
        Mistake(.portInvalid, "ServiceEntry", "{hosts: [a.b], ports: [{number: 80, name: <<a_b||a-b>>, protocol: HTTP}]}"),
        Mistake(.portInvalid, "ServiceEntry", "{hosts: [a.b], ports: [{number: 80, name: http, protocol: <<HTTP3||HTTP>>}]}"),
        Mistake(.portTwice, "ServiceEntry", "{hosts: [a.b], ports: [{number: 80, name: a, protocol: HTTP}, {number: <<80||81>>, name: b, protocol: HTTP}]}"),
        Mistake(.addressInvalid, "ServiceEntry", "{hosts: [a.b], addresses: [<<10.0.0.256||10.0.0.25>>], ports: [{number: 80, name: a, protocol: HTTP}]}"),
        Mistake(.durationInvalid, "VirtualService", "{hosts: [a], http: [{timeout: <<\"10\"||10s>>, route: [{destination: {host: web}}]}]}"),
        Mistake(.labelInvalid, "DestinationRule", "{host: a, subsets: [{name: v1, labels: {version: <<v_||v1>>}}]}"),
        Mistake(.workloadSelectorInvalid, "Sidecar", "{workloadSelector: {labels: {app: <<\"web-*\"||web>>}}, egress: [{hosts: [\"./*\"]}]}"),
        Mistake(.workloadSelectorInvalid, "Sidecar", "{workloadSelector: <<{}||{labels: {app: web}}>>, egress: [{hosts: [\"./*\"]}]}", .warning),
        Mistake(.targetInvalid, "Telemetry", "{targetRefs: [{group: \"\", kind: <<Deployment||Service>>, name: web}]}"),
        Mistake(.exportInvalid, "ServiceEntry", "{hosts: [a.b], exportTo: [<<\"*\"||shop>>, other], ports: [{number: 80, name: a, protocol: HTTP}]}"),
        Mistake(.gatewayNameInvalid, "VirtualService", "{hosts: [a], gateways: [<<\"*/web\"||shop/web>>], \(route)}"),
        Mistake(.gatewayNameDotted, "VirtualService", "{hosts: [a], gateways: [<<web.shop||shop/web>>], \(route)}", .warning),
        Mistake(.expressionInvalid, "VirtualService", "{hosts: [a], http: [{match: [{uri: {regex: <<\"/a(?=b)\"||\"/ab\">>}}], route: [{destination: {host: web}}]}]}"),
        Mistake(.headerInvalid, "VirtualService", "{hosts: [a], http: [{headers: {request: {set: {x-a: <<\"%A\"||\"%%A\">>}}}, route: [{destination: {host: web}}]}]}"),
        Mistake(.entryEmpty, "Gateway", "{servers: [{hosts: [\"*\"], port: {number: 80, name: http, protocol: HTTP}}, <<null||{hosts: [\"*\"], port: {number: 81, name: http2, protocol: HTTP}}>>]}"),
        Mistake(.fieldDeprecated, "DestinationRule", "{host: a, trafficPolicy: {outlierDetection: {consecutiveErrors: <<7||0>>}}}", .warning),
        Mistake(.featureUnstable, "AuthorizationPolicy", "{rules: [{from: [{source: {trustDomains: <<[a]||null>>, ipBlocks: [10.0.0.1]}}]}]}"),
    ]

    static let routes: [Mistake] = [
        Mistake(.routeActionInvalid, "VirtualService", "<<{hosts: [a]}||{hosts: [a], \(route)}>>"),
        Mistake(.routeActionInvalid, "VirtualService", "{hosts: [a], http: [<<{name: b}||{route: [{destination: {host: web}}]}>>]}"),
        Mistake(.routeActionInvalid, "VirtualService", "{hosts: [a], http: [{redirect: {uri: /b}, route: <<[{destination: {host: web}}]||[]>>}]}"),
        Mistake(.destinationInvalid, "VirtualService", "{hosts: [a], http: [{route: [{destination: {host: web, subset: <<v_1||v-1>>}}]}]}"),
        Mistake(.weightInvalid, "VirtualService", "{hosts: [a], http: [{route: [{weight: <<-1||1>>, destination: {host: web}}]}]}"),
        Mistake(.weightInvalid, "VirtualService", "{hosts: [a], http: [{route: ▸[{destination: {host: a}, weight: <<0||1>>}, {destination: {host: b}}]}]}"),
        Mistake(.matchInvalid, "VirtualService", "{hosts: [a], http: [{match: [{headers: {x-a: {prefix: <<\"\"||b>>}}}], route: [{destination: {host: web}}]}]}"),
        Mistake(.matchInvalid, "VirtualService", "{hosts: [a.b], gateways: [<<mesh||web>>], http: [{match: [{headers: {▸\"@request.auth.claims.group\": {exact: a}}}], route: [{destination: {host: web}}]}]}"),
        Mistake(.delegateInvalid, "VirtualService", "{gateways: <<[web]||[]>>, \(route)}"),
        Mistake(.redirectInvalid, "VirtualService", "{hosts: [a], http: [{redirect: {uri: /b, redirectCode: <<200||301>>}}]}"),
        Mistake(.rewriteInvalid, "VirtualService", "{hosts: [a], http: [{rewrite: <<{}||{uri: /}>>, route: [{destination: {host: web}}]}]}"),
        Mistake(.directResponseInvalid, "VirtualService", "{hosts: [a], http: [{directResponse: {status: <<100||503>>}}]}"),
        Mistake(.mirrorInvalid, "VirtualService", "{hosts: [a], http: [{mirror: {host: b}, mirrorPercentage: {value: <<101||100>>}, route: [{destination: {host: web}}]}]}"),
        Mistake(.corsInvalid, "VirtualService", "{hosts: [a], http: [{corsPolicy: {allowMethods: [<<FETCH||GET>>]}, route: [{destination: {host: web}}]}]}"),
        Mistake(.authoritySetTwice, "VirtualService", "{hosts: [a], http: [{rewrite: {authority: b}, headers: {request: {set: {<<Host||x-a>>: ▸c}}}, route: [{destination: {host: web}}]}]}"),
        Mistake(.serverNameInvalid, "VirtualService", "{hosts: [a.example], tls: [{match: [{sniHosts: [<<b.example||a.example>>]}], route: [{destination: {host: web}}]}]}"),
        Mistake(.hostTwice, "VirtualService", "{hosts: [\"*.example\", <<a.example||a.test>>], \(route)}"),
        Mistake(.ruleUnreachable, "VirtualService", "{hosts: [a], http: [{<<||match: [{uri: {exact: /}}], >>route: [{destination: {host: web}}]}, ▸{route: [{destination: {host: b}}]}]}", .warning),
        Mistake(.matchIneffective, "VirtualService", "{hosts: [a], http: [{match: [{uri: {prefix: /api}}], route: [{destination: {host: web}}]}, {match: [{uri: {prefix: <</api/v2||/shop>>}}], route: [{destination: {host: b}}]}]}", .warning),
        Mistake(.serverIncomplete, "Gateway", "{servers: <<[]||[{hosts: [\"*\"], port: {number: 80, name: http, protocol: HTTP}}]>>}"),
        Mistake(.settingIneffective, "Gateway", "{servers: [{hosts: [\"*\"], port: {number: 443, name: tls, protocol: TLS}, tls: {mode: SIMPLE, credentialName: a, httpsRedirect: <<true||false>>}}]}", .warning),
    ]

    static let services: [Mistake] = [
        Mistake(.resolutionMismatch, "ServiceEntry", "{hosts: [a.b], resolution: <<NONE||STATIC>>, ports: [{number: 80, name: a, protocol: HTTP}], endpoints: ▸[{address: 10.0.0.1}]}"),
        Mistake(.endpointInvalid, "ServiceEntry", "{hosts: [a.b], resolution: DNS, ports: [{number: 80, name: web, protocol: HTTP}], endpoints: [{address: a.c, ports: {<<wbe||web>>: 8080}}]}"),
        Mistake(.resolutionMismatch, "ServiceEntry", "{hosts: [<<a.example||\"*.example\">>], resolution: DYNAMIC_DNS, ports: [{number: 80, name: a, protocol: HTTP}]}"),
        Mistake(.hostsIndistinct, "ServiceEntry", "{hosts: [a.b, c.d], resolution: DNS, ports: [{number: 80, name: a, protocol: <<TCP||HTTP>>}]}"),
        Mistake(.endpointInvalid, "WorkloadEntry", "<<{labels: {app: a}}||{address: 10.0.0.1}>>"),
        Mistake(.workloadGroupInvalid, "WorkloadGroup", "{template: {}, probe: <<{}||{tcpSocket: {port: 80}}>>}"),
        Mistake(.listenerInvalid, "Sidecar", "<<{}||{egress: [{hosts: [\"./*\"]}]}>>"),
        Mistake(.listenerInvalid, "Sidecar", "{ingress: [{port: {number: 80, name: http, protocol: HTTP}, defaultEndpoint: <<\"10.0.0.1:80\"||\"127.0.0.1:80\">>}]}"),
        Mistake(.egressHostInvalid, "Sidecar", "{egress: [{hosts: [<<web||./web.example>>]}]}"),
        Mistake(.egressHostInvalid, "Sidecar", "{egress: [{hosts: [\"shop/*\", <<shop/a.example||other/a.example>>]}]}", .warning),
        Mistake(.outboundPolicyInvalid, "Sidecar", "{outboundTrafficPolicy: {mode: <<REGISTRY_ONLY||ALLOW_ANY>>, egressProxy: ▸{host: a.b, port: {number: 80}}}}"),
        Mistake(.envoyPatchInvalid, "EnvoyFilter", "{configPatches: [{applyTo: CLUSTER, patch: <<{}||{operation: REMOVE}>>}]}"),
        Mistake(.patchMatchInvalid, "EnvoyFilter", "{configPatches: [{applyTo: CLUSTER, match: {<<listener||cluster>>: ▸{}}, patch: {operation: REMOVE}}]}"),
        Mistake(.envoyPatchInvalid, "EnvoyFilter", "{configPatches: [{applyTo: CLUSTER, patch: {operation: ADD, value: {name: <<false||\"false\">>}}}]}"),
        Mistake(.envoyPatchInvalid, "EnvoyFilter", "{configPatches: [{applyTo: HTTP_FILTER, patch: {operation: ADD, value: {typed_config: {\"@type\": <<type.googleapis.com/envoy.config.filter.http.lua.v2.Lua||type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua>>}}}}]}"),
    ]

    static let policies: [Mistake] = [
        Mistake(.tlsMismatch, "Gateway", "{servers: [{hosts: [\"*\"], port: {number: 443, name: a, protocol: ▸HTTPS}<<||, tls: {credentialName: a, mode: SIMPLE}>>}]}"),
        Mistake(.certificatesInvalid, "Gateway", "{servers: [{hosts: [\"*\"], port: {number: 443, name: a, protocol: HTTPS}, tls: ▸{mode: SIMPLE<<||, credentialName: a>>}}]}"),
        Mistake(.certificatesInvalid, "Gateway", "{servers: [{hosts: [\"*\"], port: {number: 443, name: a, protocol: HTTPS}, tls: {mode: SIMPLE, credentialName: a, credentialNames: <<[b]||[]>>}}]}"),
        Mistake(.tlsParametersDoubtful, "Gateway", "{servers: [{hosts: [\"*\"], port: {number: 443, name: a, protocol: HTTPS}, tls: {mode: SIMPLE, credentialName: a, minProtocolVersion: <<TLSV1_1||TLSV1_2>>}}]}", .warning),
        Mistake(.settingIneffective, "Gateway", "{servers: [{hosts: [\"*\"], port: {number: 443, name: a, protocol: TLS}, tls: {mode: <<PASSTHROUGH||SIMPLE>>, credentialName: ▸a}}]}", .warning),
        Mistake(.tlsMismatch, "Sidecar", "{ingress: [{port: {number: 443, protocol: HTTPS}, tls: {mode: SIMPLE, serverCertificate: a, privateKey: b, httpsRedirect: <<true||false>>}}]}"),
        Mistake(.clientTLSInvalid, "DestinationRule", "{host: a, trafficPolicy: {tls: {mode: SIMPLE, credentialName: a, caCertificates: <<b||\"\">>}}}"),
        Mistake(.clientTLSInvalid, "DestinationRule", "{host: a, trafficPolicy: {tls: {mode: SIMPLE, credentialName: <<configmap://other/a||configmap://shop/a>>}}}"),
        Mistake(.policyActionInvalid, "AuthorizationPolicy", "{action: ▸DENY<<||, rules: [{}]>>}"),
        Mistake(.policyAttributeInvalid, "AuthorizationPolicy", "{action: CUSTOM, provider: {name: a}, rules: [{from: [{source: {<<namespaces||ipBlocks>>: ▸[10.0.0.1]}}]}]}"),
        Mistake(.policyRuleEmpty, "AuthorizationPolicy", "{rules: [{to: [{operation: <<{}||{methods: [GET]}>>}]}]}"),
        Mistake(.policyRuleEmpty, "AuthorizationPolicy", "{rules: [{to: [{operation: {methods: [<<\"\"||GET>>]}}]}]}"),
        Mistake(.identityInvalid, "AuthorizationPolicy", "{rules: [{from: [{source: {serviceAccounts: [<<a/b/c||a/b>>]}}]}]}"),
        Mistake(.pathTemplateInvalid, "AuthorizationPolicy", "{rules: [{to: [{operation: {paths: [<<\"/{id}\"||\"/{*}\">>]}}]}]}"),
        Mistake(.policyAttributeInvalid, "AuthorizationPolicy", "{rules: [{when: [{key: <<source.user||source.principal>>, values: [a]}]}]}"),
        Mistake(.deniesAllTCP, "AuthorizationPolicy", "{action: DENY, rules: [{to: [{operation: ▸{methods: [GET]<<||, ports: [\"80\"]>>}}]}]}", .warning),
        Mistake(.annotationInvalid, text: "apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: {name: a, annotations: {istio.io/dry-run: <<\"yes\"||\"true\">>}}\nspec: {rules: [{}]}\n"),
        Mistake(.tokenRuleIncomplete, "RequestAuthentication", "{jwtRules: [<<{}||{issuer: a}>>]}"),
        Mistake(.tokenKeysInvalid, "RequestAuthentication", "{jwtRules: [{jwksUri: <<ftp://a/keys||https://a/keys>>}]}"),
        Mistake(.tokenKeysSecret, "RequestAuthentication", "{jwtRules: [{issuer: a, jwks: <<'{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}'||'{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}'>>}]}", .warning),
        Mistake(.tokenRuleIncomplete, "RequestAuthentication", "{jwtRules: [{issuer: a, fromParams: [<<\"\"||token>>]}]}"),
        Mistake(.portModesInvalid, "PeerAuthentication", "{<<||selector: {matchLabels: {app: a}}, >>portLevelMtls: ▸{\"80\": {mode: STRICT}}}"),
    ]

    static let traffic: [Mistake] = [
        Mistake(.trafficPolicyInvalid, "DestinationRule", "{host: a, trafficPolicy: <<{}||{loadBalancer: {simple: RANDOM}}>>}"),
        Mistake(.subsetInvalid, "DestinationRule", "{host: a, subsets: [{name: v1}, {name: <<v1||v2>>}]}"),
        Mistake(.connectionPoolInvalid, "DestinationRule", "{host: a, trafficPolicy: {connectionPool: {tcp: {maxConnections: <<-1||1>>}}}}"),
        Mistake(.settingIneffective, "Sidecar", "{ingress: [{port: {number: 80, protocol: <<TCP||HTTP>>}, connectionPool: {http: ▸{maxRetries: 1}}}]}", .warning),
        Mistake(.outlierDetectionInvalid, "DestinationRule", "{host: a, trafficPolicy: {outlierDetection: {consecutiveLocalOriginFailures: ▸3<<||, splitExternalLocalOriginErrors: true>>}}}"),
        Mistake(.loadBalancerInvalid, "DestinationRule", "{host: a, trafficPolicy: {loadBalancer: {consistentHash: {useSourceIp: true, maglev: {tableSize: <<100||101>>}}}}}"),
        Mistake(.localityInvalid, "DestinationRule", "{host: a, trafficPolicy: {loadBalancer: {localityLbSetting: {distribute: [{from: a, to: ▸{a: 80, b: <<10||20>>}}]}}}}"),
        Mistake(.settingIneffective, "DestinationRule", "{host: a, trafficPolicy: {loadBalancer: {localityLbSetting: {failover: ▸[{from: a, to: b}]}}<<||, outlierDetection: {interval: 1s}>>}}", .warning),
        Mistake(.trafficPolicyInvalid, "DestinationRule", "{host: a, trafficPolicy: {tunnel: {protocol: <<GET||CONNECT>>, targetHost: a.b, targetPort: 80}}}"),
        Mistake(.retriesInvalid, "VirtualService", "{hosts: [a], http: [{retries: {attempts: 3, retryOn: <<5xxs||5xx>>}, route: [{destination: {host: web}}]}]}"),
        Mistake(.settingIneffective, "MeshConfig", "{defaultInboundHttpRetryPolicy: {attempts: 3, <<perTryTimeout||backoff>>: ▸1s}}", .warning),
        Mistake(.faultInvalid, "VirtualService", "{hosts: [a], http: [{fault: {abort: {httpStatus: <<100||503>>, percentage: {value: 1}}}, route: [{destination: {host: web}}]}]}"),
        Mistake(.percentageInvalid, "DestinationRule", "{host: a, trafficPolicy: {outlierDetection: {maxEjectionPercent: <<101||100>>}}}"),
    ]

    static let mesh: [Mistake] = [
        Mistake(.telemetrySettingInvalid, "Telemetry", "{tracing: [{providers: [▸{name: <<\"\"||otel>>}]}]}"),
        Mistake(.telemetrySettingInvalid, "Telemetry", "{accessLogging: [{filter: {expression: <<\"a &&& b\"||\"a && b\">>}}]}"),
        Mistake(.telemetrySettingInvalid, "Telemetry", "{metrics: [{overrides: [{tagOverrides: {a: {operation: REMOVE, value: <<b||\"\">>}}}]}]}"),
        Mistake(.extensionCodeInvalid, "WasmPlugin", "{url: <<ftp://a/b||oci://a/b>>}"),
        Mistake(.extensionCodeInvalid, "WasmPlugin", "{url: oci://a/b, vmConfig: {env: [{name: A, value: a}, {name: <<A||B>>, value: a}]}}"),
        Mistake(.proxySettingInvalid, "ProxyConfig", "{concurrency: <<-1||1>>}"),
        Mistake(.proxySettingInvalid, "MeshConfig", "{defaultConfig: {discoveryAddress: <<istiod||\"istiod:15012\">>}}"),
        Mistake(.meshSettingInvalid, "MeshConfig", "{trustDomain: <<\"a:b\"||a.b>>}"),
        Mistake(.extensionProviderInvalid, "MeshConfig", "{extensionProviders: [{name: a, zipkin: {service: <<\"a:9411\"||a>>, port: 9411}}]}"),
        Mistake(.servicePortUnclear, "Service", "{ports: [{name: <<web||http-web>>, port: 80}]}"),
        Mistake(.telemetryLabelsMissing, "Deployment", "{template: {metadata: {labels: ▸{<<x||app>>: a, version: v1}}}}", .info),
        Mistake(.installationInvalid, "IstioOperator", "{<<profil||profile>>: demo}"),
        Mistake(.internalsPatched, text: "apiVersion: networking.istio.io/v1\nkind: <<EnvoyFilter||Sidecar>>\nmetadata: {name: ▸a}\nspec: {egress: [{hosts: [./*]}]}\n", .info),
    ]
}
