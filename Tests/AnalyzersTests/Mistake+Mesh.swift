import Diagnostics

@testable import Analyzers

extension Mistake {
    static let mesh: [Mistake] = [
        Mistake(.injectionUnsaid, .info, "Namespace ▸shop labels={<<team||istio-injection>>: disabled}"),
        Mistake(
            .proxyMissing, .warning,
            """
            Namespace shop labels={istio-injection: enabled}
            Pod ▸web {containers: [{name: <<web||istio-proxy>>, image: web}]}
            """),
        Mistake(
            .injectionLabelsConflict, .warning,
            "Namespace shop labels={istio-injection: <<enabled||disabled>>, istio.io/rev: ▸canary}"),
        Mistake(
            .injectionByDefault, .info,
            """
            Namespace ▸shop
            ConfigMap istio-system/istio-sidecar-injector
            > data: {values: '{"sidecarInjectorWebhook": {"enableNamespacesByDefault": <<true||false>>}}'}
            """),
        Mistake(
            .proxyImageOutdated, .warning,
            """
            Namespace ▸shop labels={istio-injection: enabled}
            Pod web {containers: [{name: istio-proxy, image: "hub/proxyv2:<<1.1||1.2>>"}]}
            ConfigMap istio-system/istio-sidecar-injector
            > data: {values: '{"global": {"hub": "hub", "tag": "1.2", "proxy": {"image": "proxyv2"}}}'}
            """),
        Mistake(.imageAutoInPod, .error, "Pod web {containers: [{name: istio-proxy, image: <<auto||proxyv2>>}]}"),
        Mistake(
            .imageAutoUninjected, .warning,
            """
            Deployment web {template: {metadata: {labels: {inject: "<<no||yes>>"}}, spec: {containers: [{name: istio-proxy, image: ▸auto}]}}}
            MutatingWebhookConfiguration injector
            > webhooks: [{name: inject.istio.io, objectSelector: {matchLabels: {inject: "yes"}}}]
            """),
        Mistake(
            .webhooksOverlap, .error,
            """
            MutatingWebhookConfiguration one
            > webhooks: [{name: ▸inject.istio.io, namespaceSelector: {matchLabels: {istio-injection: <<enabled||disabled>>}}}]
            MutatingWebhookConfiguration two
            > webhooks: [{name: inject.istio.io, namespaceSelector: {matchExpressions: [{key: istio-injection, operator: In, values: [enabled]}]}}]
            """),
        Mistake(
            .webhookAddressInvalid, .warning,
            """
            MutatingWebhookConfiguration istio-sidecar-injector-east
            > webhooks: [{name: inject.istio.io, clientConfig: {url: <<"istiod.example"||"https://istiod.example/inject">>}}]
            """),
        Mistake(
            .webhookAddressNumeric, .info,
            """
            ValidatingWebhookConfiguration istio-validator-east
            > webhooks: [{name: validate.istio.io, clientConfig: {url: <<"https://10.0.0.1:15017/"||"https://istiod.example/">>}}]
            """),
        Mistake(
            .proxyUserTaken, .warning,
            "Deployment web {template: {spec: {containers: [{name: web, securityContext: {runAsUser: <<1337||1338>>}}]}}}"
        ),

        Mistake(
            .annotationUnknown, .warning,
            "Service web annotations={<<networking.istio.io/exportsTo||networking.istio.io/exportTo>>: shop} {ports: []}"
        ),
        Mistake(
            .annotationMisplaced, .warning,
            "Service web annotations={<<sidecar.istio.io/logLevel||example.com/logLevel>>: debug} {ports: []}"),
        Mistake(
            .annotationValueInvalid, .warning,
            "Pod web annotations={sidecar.istio.io/proxyCPU: <<much||100m>>} {containers: []}"),
        Mistake(
            .annotationDeprecated, .info,
            "Pod web annotations={<<sidecar.istio.io/extraStatTags||example.com/tags>>: a} {containers: []}"),
        Mistake(
            .annotationUnstable, .info,
            "Pod web annotations={<<sidecar.istio.io/logLevel||example.com/logLevel>>: debug} {containers: []}"),
        Mistake(
            .featureRetired, .warning,
            "VirtualService web {hosts: [web], http: [{fault: {delay: {percent: <<10||0>>, fixedDelay: 1s}}}]}"),
        Mistake(
            .featureRetired, .warning,
            """
            Telemetry web {tracing: [{providers: [{name: ▸light}]}]}
            ConfigMap istio-system/istio
            > data: {mesh: "extensionProviders: [{name: light, <<lightstep||zipkin>>: {service: a.example, port: 80}}]"}
            """),
        Mistake(
            .conditionNegative, .warning,
            """
            HTTPRoute web {}
            > status: {parents: [{conditions: [{type: ResolvedRefs, status: <<"False"||"True">>, reason: BackendNotFound}]}]}
            """),
        Mistake(
            .definitionOutdated, .warning,
            """
            CustomResourceDefinition grpcroutes.gateway.networking.k8s.io annotations={gateway.networking.k8s.io/bundle-version: <<v1.0.0||v1.1.0-rc.1>>}
            """),
    ]
}
