// The Gateway API's kinds, standard and experimental, written by hand from its reference (1.4 and later).

/// Compact notation, see `CompactNotation`.
let gatewayAPICatalogueText = #"""
    kind gateway.networking.k8s.io GatewayClass gatewayclasses short=gc categories=gateway-api cluster
      version v1 storage status
      version v1beta1 status
      version v1alpha2 dropped
      schema object
        spec! object
          controllerName! string minLength=1 maxLength=253
          description string nullable maxLength=64
          parametersRef object
            group! string
            kind! string
            name! string
            namespace string
        status object keep

    kind gateway.networking.k8s.io Gateway gateways short=gtw categories=gateway-api
      version v1 storage status
      version v1beta1 status
      version v1alpha2 dropped
      schema object
        spec! object
          gatewayClassName! string minLength=1 maxLength=253
          listeners [Listener] list=map(name) maxItems=64
          addresses [object] maxItems=16
            type string
            value string maxLength=253
          infrastructure object
            labels {string}
            annotations {string}
            parametersRef object
              group! string
              kind! string
              name! string
          allowedListeners object keep
          backendTLS object keep
          tls object keep
          defaultScope string
        status object keep

    shape Listener object
      name! string minLength=1 maxLength=253
      hostname string minLength=1 maxLength=253
      port! integer format=int32 min=1 max=65535
      protocol! string minLength=1 maxLength=255
      tls object keep
        mode string enum=Terminate|Passthrough
        certificateRefs [SecretReference] maxItems=64
        options {string}
      allowedRoutes object
        kinds [object]
          group string
          kind! string
        namespaces object
          from string enum=All|Selector|Same|None
          selector LabelSelector

    kind gateway.networking.k8s.io ListenerSet listenersets short=lset categories=gateway-api
      version v1 storage status
      schema object
        spec! object keep
          parentRef! object
            group string
            kind string
            name! string
            namespace string
        status object keep

    shape SecretReference object
      group string
      kind string
      name! string
      namespace string

    shape RouteParent object
      group string
      kind string
      namespace string
      name! string minLength=1 maxLength=253
      sectionName string minLength=1 maxLength=253
      port integer format=int32 min=1 max=65535

    shape Backend object
      group string
      kind string
      namespace string
      name! string minLength=1 maxLength=253
      port integer format=int32 min=1 max=65535

    shape WeightedBackend object
      group string
      kind string
      namespace string
      name! string minLength=1 maxLength=253
      port integer format=int32 min=1 max=65535
      weight integer format=int32 min=0 max=1000000

    kind gateway.networking.k8s.io HTTPRoute httproutes categories=gateway-api
      version v1 storage status
      version v1beta1 status
      version v1alpha2 dropped
      schema object
        spec! object
          parentRefs [RouteParent] maxItems=32
          useDefaultGateways string
          hostnames [string minLength=1 maxLength=253] maxItems=16
          rules [object] maxItems=16
            name string
            matches [object] maxItems=64
              path object
                type string enum=Exact|PathPrefix|RegularExpression
                value string maxLength=1024
              method string enum=GET|HEAD|POST|PUT|DELETE|CONNECT|OPTIONS|TRACE|PATCH
              headers [ValueMatch] list=map(name) maxItems=16
              queryParams [ValueMatch] list=map(name) maxItems=16
            filters [HTTPFilter] maxItems=16
            backendRefs [WeightedBackend] maxItems=16
              filters [HTTPFilter] maxItems=16
            timeouts object
              request GatewayDuration
              backendRequest GatewayDuration
            retry object
              codes [integer min=400 max=599]
              attempts integer
              backoff GatewayDuration
            sessionPersistence SessionPersistence
        status object keep

    shape GatewayDuration string pattern="^([0-9]{1,5}(h|m|s|ms)){1,4}$"

    shape SessionPersistence object
      sessionName string
      absoluteTimeout GatewayDuration
      idleTimeout GatewayDuration
      type string enum=Cookie|Header
      cookieConfig object
        lifetimeType string enum=Permanent|Session

    shape ValueMatch object
      type string enum=Exact|RegularExpression
      name! string minLength=1 maxLength=256
      value! string minLength=1 maxLength=4096

    shape HTTPFilter object
      type! string enum=RequestHeaderModifier|ResponseHeaderModifier|RequestMirror|RequestRedirect|URLRewrite|ExtensionRef|CORS|ExternalAuth
      requestHeaderModifier HeaderModifier
      responseHeaderModifier HeaderModifier
      requestMirror RequestMirror
      requestRedirect object
        scheme string enum=http|https
        hostname string minLength=1 maxLength=253
        path PathModifier
        port integer format=int32 min=1 max=65535
        statusCode integer
      urlRewrite object
        hostname string minLength=1 maxLength=253
        path PathModifier
      extensionRef ExtensionReference
      cors object keep
        allowCredentials boolean
        allowHeaders [string]
        allowMethods [string]
        allowOrigins [string]
        exposeHeaders [string]
        maxAge integer format=int32
      externalAuth object keep

    shape HeaderModifier object
      set [Header] list=map(name) maxItems=16
      add [Header] list=map(name) maxItems=16
      remove [string] list=set maxItems=16

    shape Header object
      name! string minLength=1 maxLength=256
      value! string minLength=1 maxLength=4096

    shape RequestMirror object
      backendRef! Backend
      percent integer format=int32 min=0 max=100
      fraction object
        numerator! integer format=int32 min=0
        denominator integer format=int32 min=1

    shape PathModifier object
      type! string enum=ReplaceFullPath|ReplacePrefixMatch
      replaceFullPath string maxLength=1024
      replacePrefixMatch string maxLength=1024

    shape ExtensionReference object
      group! string
      kind! string
      name! string

    kind gateway.networking.k8s.io GRPCRoute grpcroutes categories=gateway-api
      version v1 storage status
      version v1alpha2 dropped
      schema object
        spec! object
          parentRefs [RouteParent] maxItems=32
          useDefaultGateways string
          hostnames [string minLength=1 maxLength=253] maxItems=16
          rules [object] maxItems=16
            name string
            matches [object] maxItems=64
              method object
                type string enum=Exact|RegularExpression
                service string maxLength=1024
                method string maxLength=1024
              headers [ValueMatch] list=map(name) maxItems=16
            filters [GRPCFilter] maxItems=16
            backendRefs [WeightedBackend] maxItems=16
              filters [GRPCFilter] maxItems=16
            sessionPersistence SessionPersistence
        status object keep

    shape GRPCFilter object
      type! string enum=RequestHeaderModifier|ResponseHeaderModifier|RequestMirror|ExtensionRef
      requestHeaderModifier HeaderModifier
      responseHeaderModifier HeaderModifier
      requestMirror RequestMirror
      extensionRef ExtensionReference

    kind gateway.networking.k8s.io TCPRoute tcproutes categories=gateway-api
      version v1alpha2 storage status
      schema object
        spec! PlainRouteSpec
        status object keep

    kind gateway.networking.k8s.io UDPRoute udproutes categories=gateway-api
      version v1alpha2 storage status
      schema object
        spec! PlainRouteSpec
        status object keep

    kind gateway.networking.k8s.io TLSRoute tlsroutes categories=gateway-api
      version v1 storage status
      version v1alpha3 status
      version v1alpha2 status
      schema object
        spec! PlainRouteSpec
          hostnames [string minLength=1 maxLength=253] maxItems=16
        status object keep

    shape PlainRouteSpec object
      parentRefs [RouteParent] maxItems=32
      useDefaultGateways string
      rules! [object] minItems=1 maxItems=16
        name string
        backendRefs [WeightedBackend] maxItems=16

    kind gateway.networking.k8s.io ReferenceGrant referencegrants short=refgrant categories=gateway-api
      version v1beta1 storage
      version v1
      version v1alpha2 dropped
      schema object
        spec object
          from! [object] minItems=1 maxItems=16
            group! string maxLength=253
            kind! string
            namespace! string
          to! [object] minItems=1 maxItems=16
            group! string maxLength=253
            kind! string
            name string

    kind gateway.networking.k8s.io BackendTLSPolicy backendtlspolicies short=btlspolicy categories=gateway-api
      version v1 storage status
      version v1alpha3 status
      schema object
        spec! object
          targetRefs! [object] minItems=1 maxItems=16
            group! string
            kind! string
            name! string
            sectionName string
          validation! object
            hostname! string minLength=1 maxLength=253
            caCertificateRefs [object] maxItems=8
              group! string
              kind! string
              name! string
            wellKnownCACertificates string
            subjectAltNames [object]
              type! string enum=Hostname|URI
              hostname string
              uri string
          options {string}
        status object keep
    """#
