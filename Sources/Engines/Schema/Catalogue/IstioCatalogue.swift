// Written by scripts/istio-catalogue from the facts of Istio's CustomResourceDefinitions. Do not edit.

// swift-format-ignore-file

/// Istio's kinds in compact notation, see `CompactNotation`.
let istioCatalogueText = #"""
shape AllowOrigins object
  exact string
  prefix string
  regex string
  @atMostOne exact prefix regex

shape BackendUtilization object
  errorUtilizationPenaltyPercent integer min=0 max=4294967295
  metricNamesForComputingUtilization [string]
  weightExpirationPeriod string
  weightStabilizationPeriod string
  weightUpdatePeriod string

shape Condition object
  lastProbeTime string format=date-time
  lastTransitionTime string format=date-time
  message string
  observedGeneration int-or-string
  reason string
  status string
  type string

shape ConnectionPool object
  http Http
  tcp Tcp

shape ConsistentHash object
  httpCookie HttpCookie
  httpHeaderName string
  httpQueryParameterName string
  maglev object
    tableSize integer min=0
  minimumRingSize integer min=0
  ringHash object
    minimumRingSize integer min=0
  useSourceIp boolean
  @allOf
    - any
      @atMostOne httpHeaderName httpCookie useSourceIp httpQueryParameterName
    - any
      @atMostOne ringHash maglev

shape Destination object
  host! string
  port object
    number integer min=0 max=4294967295
  subset string

shape Distribute object
  from string
  to {integer min=0 max=4294967295}

shape Endpoints object
  address string maxLength=256
    @rule "self.startsWith(""unix://"") ? (self.substring(7, 8) == ""/"" || self.substring(7, 8) == ""@"") : true" "UDS must be an absolute path or abstract socket"
    @rule "self.startsWith(""unix://"") ? !self.endsWith(""/"") : true" "UDS may not be a dir"
  labels {string} maxProperties=256
  locality string maxLength=2048
  network string maxLength=2048
  ports {integer min=0 max=4294967295} maxProperties=128
    @whole @rule "self.all(key, size(key) < 63 && key.matches(""^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$""))" "port name must be valid"
    @rule "0 < self && self <= 65535" "port must be between 1-65535"
  serviceAccount string maxLength=253
  weight integer min=0 max=4294967295
  @rule "has(self.address) || has(self.network)" "Address is required"
  @rule "(has(self.address) ? self.address : """").startsWith(""unix://"") ? !has(self.ports) : true" "UDS may not include ports"

shape Env object
  name! string minLength=1 maxLength=256
  value string maxLength=2048
  valueFrom string enum=INLINE|HOST
  @rule "(has(self.valueFrom) ? self.valueFrom : """") != ""HOST"" || !has(self.value)" "value may only be set when valueFrom is INLINE"

shape Environment object
  defaultValue string
  name! string minLength=1

shape Filter object
  name string
  subFilter object
    name string

shape Headers object
  request Request
  response Request

shape Http object
  h2UpgradePolicy string enum=DEFAULT|DO_NOT_UPGRADE|UPGRADE
  http1MaxPendingRequests integer format=int32
  http2KeepAlive Http2KeepAlive
  http2MaxRequests integer format=int32
  idleTimeout string
    @rule "duration(self) >= duration('1ms')" "must be a valid duration greater than 1ms"
  maxConcurrentStreams integer format=int32
  maxRequestsPerConnection integer format=int32
  maxRetries integer format=int32
  useClientProtocol boolean

shape Http2KeepAlive object
  interval string
    @rule "duration(self) >= duration('1ms')" "must be a valid duration greater than 1ms"
  timeout string
    @rule "duration(self) >= duration('1ms')" "must be a valid duration greater than 1ms"

shape HttpCookie object
  attributes [object]
    name! string
    value string
  name! string
  path string
  ttl string

shape LoadBalancer object
  backendUtilization BackendUtilization
  consistentHash ConsistentHash
  localityLbSetting LocalityLbSetting
  simple string enum=UNSPECIFIED|LEAST_CONN|RANDOM|PASSTHROUGH|ROUND_ROBIN|LEAST_REQUEST
  warmup Warmup
  warmupDurationSecs string
    @rule "duration(self) >= duration('1ms')" "must be a valid duration greater than 1ms"
  zoneAwareLbSetting ZoneAwareLbSetting
  @atMostOne simple consistentHash backendUtilization

shape LocalityLbSetting object
  distribute [Distribute]
  enabled boolean nullable
  failover [object]
    from string
    to string
  failoverPriority [string]

shape Match object
  mode string enum=UNDEFINED|CLIENT|SERVER|CLIENT_AND_SERVER
  ports [Ports] list=map(number)

shape OutlierDetection object
  baseEjectionTime string
    @rule "duration(self) >= duration('1ms')" "must be a valid duration greater than 1ms"
  consecutive5xxErrors integer nullable min=0 max=4294967295
  consecutiveErrors integer format=int32
  consecutiveGatewayErrors integer nullable min=0 max=4294967295
  consecutiveLocalOriginFailures integer nullable min=0 max=4294967295
  interval string
    @rule "duration(self) >= duration('1ms')" "must be a valid duration greater than 1ms"
  maxEjectionPercent integer format=int32
  minHealthPercent integer format=int32
  outlierDetectionHttpErrorCodes [integer min=100 max=599]
  splitExternalLocalOriginErrors boolean

shape Port object
  name string
  number integer min=0 max=4294967295
  protocol string
  targetPort integer min=0 max=4294967295

shape PortLevelSettings object
  connectionPool ConnectionPool
  loadBalancer LoadBalancer
  outlierDetection OutlierDetection
  port object
    number integer min=0 max=4294967295
  tls Tls2

shape Ports object
  number! integer min=1 max=65535

shape Request object
  add {string}
  remove [string]
  set {string}

shape RetryBudget object
  budgetInterval string
  minRetryConcurrency integer min=0 max=4294967295
  percent number format=double nullable min=0 max=100

shape Route object
  destination! Destination
  weight integer format=int32

shape Selector object
  matchLabels {string maxLength=63} maxProperties=4096
    @whole @rule "self.all(key, !key.contains(""*""))" "wildcard not allowed in label key match"
    @whole @rule "self.all(key, key.size() != 0)" "key must not be empty"
    @rule "!self.contains(""*"")" "wildcard not allowed in label value match"

shape Status object keep
  conditions [Condition]
  observedGeneration int-or-string
  validationMessages [ValidationMessage]

shape TargetRefs object
  group string maxLength=253 pattern="^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
  kind! string minLength=1 maxLength=63 pattern="^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$"
  name! string minLength=1 maxLength=253
  namespace string
    @rule "self.size() == 0" "cross namespace referencing is not currently supported"

shape Tcp object
  connectTimeout string
    @rule "duration(self) >= duration('1ms')" "must be a valid duration greater than 1ms"
  idleTimeout string
  maxConnectionDuration string
    @rule "duration(self) >= duration('1ms')" "must be a valid duration greater than 1ms"
  maxConnections integer format=int32
  tcpKeepalive TcpKeepalive

shape TcpKeepalive object
  interval string
    @rule "duration(self) >= duration('1ms')" "must be a valid duration greater than 1ms"
  probes integer min=0 max=4294967295
  time string
    @rule "duration(self) >= duration('1ms')" "must be a valid duration greater than 1ms"

shape Tls object
  caCertCredentialName string
  caCertificates string
  caCrl string
  cipherSuites [string]
  credentialName string
  credentialNames [string] minItems=1 maxItems=2
  ecdhCurves [string]
  httpsRedirect boolean
  insecureSkipVerify boolean nullable
  maxProtocolVersion string enum=TLS_AUTO|TLSV1_0|TLSV1_1|TLSV1_2|TLSV1_3
  minProtocolVersion string enum=TLS_AUTO|TLSV1_0|TLSV1_1|TLSV1_2|TLSV1_3
  mode string enum=PASSTHROUGH|SIMPLE|MUTUAL|AUTO_PASSTHROUGH|ISTIO_MUTUAL|OPTIONAL_MUTUAL
  privateKey string
  serverCertificate string
  subjectAltNames [string]
  tlsCertificates [TlsCertificates] minItems=1 maxItems=2
  verifyCertificateHash [string]
  verifyCertificateSpki [string]
  @rule "(has(self.tlsCertificates) ? 1 : 0) + (has(self.credentialNames) ? 1 : 0) <= 1" "only one of credentialNames or tlsCertificates can be set"
  @rule "(has(self.credentialName) ? 1 : 0) + (has(self.credentialNames) ? 1 : 0) <= 1" "only one of credentialName or credentialNames can be set"
  @rule "(has(self.credentialNames) ? 1 : 0) + (has(self.tlsCertificates) ? 1 : 0) <= 1" "only one of credentialName or tlsCertificates can be set"

shape Tls2 object
  caCertificates string
  caCrl string
  clientCertificate string
  credentialName string
  insecureSkipVerify boolean nullable
  mode string enum=DISABLE|SIMPLE|MUTUAL|ISTIO_MUTUAL
  privateKey string
  sni string
  subjectAltNames [string]

shape TlsCertificates object
  caCertificates string
  privateKey string
  serverCertificate string

shape TrafficPolicy object
  connectionPool ConnectionPool
  loadBalancer LoadBalancer
  outlierDetection OutlierDetection
  portLevelSettings [PortLevelSettings] maxItems=4096
  proxyProtocol object
    version string enum=V1|V2
  retryBudget RetryBudget
  tls Tls2
  tunnel Tunnel

shape Tunnel object
  protocol string
  targetHost! string
  targetPort! integer min=0 max=4294967295

shape ValidationMessage object
  documentationUrl string
  level string enum=UNKNOWN|ERROR|WARNING|INFO
  type object
    code string
    name string

shape VmConfig object
  env [Env] maxItems=256 list=map(name)

shape Warmup object
  aggression number format=double nullable min=0
  duration! string
    @rule "duration(self) >= duration('1ms')" "must be a valid duration greater than 1ms"
  minimumPercent number format=double nullable min=0 max=100

shape WorkloadSelector object
  labels {string maxLength=63} maxProperties=256
    @rule "!self.contains(""*"")" "wildcard is not supported in selector"

shape ZoneAwareLbSetting object
  enabled boolean nullable
  failover [object]
    from string
    to string
  failoverPriority [string]
  minClusterSize integer nullable min=1 max=4294967295

kind extensions.istio.io TrafficExtension trafficextensions categories=istio-io,extensions-istio-io
  version v1alpha1 storage status
  column Age date .metadata.creationTimestamp
  schema object
    spec! object
      lua object
        inlineCode! string minLength=1 maxLength=65536
      match [Match]
      phase string enum=UNSPECIFIED|AUTHN|AUTHZ|STATS
      priority integer format=int32 nullable
      selector Selector
      targetRefs [TargetRefs] maxItems=16
      wasm object
        failStrategy string enum=FAIL_CLOSE|FAIL_OPEN|FAIL_RELOAD
        imagePullPolicy string enum=UNSPECIFIED_POLICY|IfNotPresent|Always
        imagePullSecret string minLength=1 maxLength=253
        pluginConfig object keep
        pluginName string minLength=1 maxLength=256
        sha256 string pattern="(^$|^[a-f0-9]{64}$)"
        type string enum=UNSPECIFIED_PLUGIN_TYPE|HTTP|NETWORK
        url! string minLength=1
          @rule "isURL(self) ? (url(self).getScheme() in ["""", ""http"", ""https"", ""file"", ""oci""]) : (isURL(""http://"" + self) &&⏎url(""http://"" + self).getScheme() in ["""", ""http"", ""https"", ""file"", ""oci""])" "url must have schema one of [http, https, file, oci]"
        verificationKey string
        vmConfig VmConfig
      @rule "(has(self.selector) ? 1 : 0) + (has(self.targetRefs) ? 1 : 0) <= 1" "only one of targetRefs or selector can be set"
      @rule "has(self.wasm) != has(self.lua)" "exactly one of wasm or lua must be set"
      @atMostOne wasm lua
    status Status

kind extensions.istio.io WasmPlugin wasmplugins categories=istio-io,extensions-istio-io
  version v1alpha1 storage status
  column Age date .metadata.creationTimestamp
  schema object
    spec! object
      failStrategy string enum=FAIL_CLOSE|FAIL_OPEN|FAIL_RELOAD
      imagePullPolicy string enum=UNSPECIFIED_POLICY|IfNotPresent|Always
      imagePullSecret string minLength=1 maxLength=253
      match [Match]
      phase string enum=UNSPECIFIED_PHASE|AUTHN|AUTHZ|STATS
      pluginConfig object keep
      pluginName string minLength=1 maxLength=256
      priority integer format=int32 nullable
      selector Selector
      sha256 string pattern="(^$|^[a-f0-9]{64}$)"
      targetRef TargetRefs
      targetRefs [TargetRefs] maxItems=16
      type string enum=UNSPECIFIED_PLUGIN_TYPE|HTTP|NETWORK
      url! string minLength=1
        @rule "isURL(self) ? (url(self).getScheme() in ["""", ""http"", ""https"", ""oci"", ""file""]) : (isURL(""http://"" + self) &&⏎url(""http://"" + self).getScheme() in ["""", ""http"", ""https"", ""oci"", ""file""])" "url must have schema one of [http, https, file, oci]"
      verificationKey string
      vmConfig VmConfig
      @rule "(has(self.selector) ? 1 : 0) + (has(self.targetRef) ? 1 : 0) + (has(self.targetRefs) ? 1 : 0) <= 1" "only one of targetRefs or selector can be set"
    status Status

kind networking.istio.io DestinationRule destinationrules short=dr categories=istio-io,networking-istio-io
  version v1 storage status
  version v1alpha3 status
  version v1beta1 status
  column Host string .spec.host
  column Age date .metadata.creationTimestamp
  schema object
    spec object
      exportTo [string]
      host! string
      subsets [object]
        labels {string}
        name! string
        trafficPolicy TrafficPolicy
      trafficPolicy TrafficPolicy
      workloadSelector Selector
    status Status

kind networking.istio.io EnvoyFilter envoyfilters categories=istio-io,networking-istio-io
  version v1alpha3 storage status
  schema object
    spec object
      configPatches [object]
        applyTo string enum=INVALID|LISTENER|FILTER_CHAIN|NETWORK_FILTER|HTTP_FILTER|ROUTE_CONFIGURATION|VIRTUAL_HOST|HTTP_ROUTE|CLUSTER|EXTENSION_CONFIG|BOOTSTRAP|LISTENER_FILTER
        match object
          cluster object
            name string
            portNumber integer min=0 max=4294967295
            service string
            subset string
          context string enum=ANY|SIDECAR_INBOUND|SIDECAR_OUTBOUND|GATEWAY|WAYPOINT
          listener object
            filterChain object
              applicationProtocols string
              destinationPort integer min=0 max=4294967295
              filter Filter
              name string
              sni string
              transportProtocol string
              transportSocket string
            listenerFilter string
            name string
            portName string
            portNumber integer min=0 max=4294967295
          proxy object
            metadata {string}
            proxyVersion string
          routeConfiguration object
            gateway string
            name string
            portName string
            portNumber integer min=0 max=4294967295
            vhost object
              domainName string
              name string
              route object
                action string enum=ANY|ROUTE|REDIRECT|DIRECT_RESPONSE
                name string
          waypoint object
            filter Filter
            portNumber integer min=0 max=4294967295
              @rule "0 < self && self <= 65535" "port must be between 1-65535"
            route object
              name string
          @rule "has(self.context) ? ((self.context == ""WAYPOINT"") ? has(self.waypoint) : !has(self.waypoint)) : !has(self.waypoint)" "only support waypointMatch when context is WAYPOINT"
          @atMostOne listener routeConfiguration cluster waypoint
        patch object
          filterClass string enum=UNSPECIFIED|AUTHN|AUTHZ|STATS
          operation string enum=INVALID|MERGE|ADD|REMOVE|INSERT_BEFORE|INSERT_AFTER|INSERT_FIRST|REPLACE|MERGE_AND_REPLACE_LIST
          value object keep
      priority integer format=int32
      targetRefs [TargetRefs] maxItems=16
      workloadSelector WorkloadSelector
      @rule "(has(self.workloadSelector) ? 1 : 0) + (has(self.targetRefs) ? 1 : 0) <= 1" "only one of targetRefs or workloadSelector can be set"
    status Status

kind networking.istio.io Gateway gateways short=gw categories=istio-io,networking-istio-io
  version v1 storage status
  version v1alpha3 status
  version v1beta1 status
  schema object
    spec object
      selector {string}
      servers [object]
        bind string
        defaultEndpoint string
        hosts! [string]
        name string
        port! object
          name! string
          number! integer min=0 max=4294967295
          protocol! string
          targetPort integer min=0 max=4294967295
        tls Tls
    status Status

kind networking.istio.io ProxyConfig proxyconfigs categories=istio-io,networking-istio-io
  version v1beta1 storage status
  schema object
    spec object
      concurrency integer format=int32 nullable min=0
      environmentVariables {string maxLength=2048}
      image object
        imageType string
      selector Selector
    status Status

kind networking.istio.io ServiceEntry serviceentries short=se categories=istio-io,networking-istio-io
  version v1 storage status
  version v1alpha3 status
  version v1beta1 status
  column Hosts string .spec.hosts
  column Location string .spec.location
  column Resolution string .spec.resolution
  column Age date .metadata.creationTimestamp
  schema object
    spec! object
      addresses [string maxLength=64] maxItems=256
      endpoints [Endpoints] maxItems=4096
      exportTo [string]
      hosts! [string] minItems=1 maxItems=256
        @rule "self != ""*""" "hostname cannot be wildcard"
      location string enum=MESH_EXTERNAL|MESH_INTERNAL
      ports [object] maxItems=256 list=map(name)
        @whole @rule "self.all(l1, self.exists_one(l2, l1.number == l2.number))" "port number cannot be duplicated"
        name! string maxLength=256
        number! integer min=0 max=4294967295
          @rule "0 < self && self <= 65535" "port must be between 1-65535"
        protocol string maxLength=256
        targetPort integer min=0 max=4294967295
          @rule "0 < self && self <= 65535" "port must be between 1-65535"
      resolution string enum=NONE|STATIC|DNS|DNS_ROUND_ROBIN|DYNAMIC_DNS
      subjectAltNames [string]
      workloadSelector WorkloadSelector
      @rule "(has(self.workloadSelector) ? 1 : 0) + (has(self.endpoints) ? 1 : 0) <= 1" "only one of WorkloadSelector or Endpoints can be set"
      @rule "!((has(self.addresses) ? self.addresses : []).exists(k, k.contains(""/"")) && !((has(self.resolution) ? self.resolution : ""NONE"") in [""STATIC"", ""NONE""]))" "CIDR addresses are allowed only for NONE/STATIC resolution types"
      @rule "((has(self.resolution) ? self.resolution : ""NONE"") == ""NONE"") ? !has(self.endpoints) : true" "NONE mode cannot set endpoints"
      @rule "((has(self.resolution) ? self.resolution : """") == ""DNS_ROUND_ROBIN"") ? ((has(self.endpoints) ? self.endpoints : []).size() <= 1) : true" "DNS_ROUND_ROBIN mode cannot have multiple endpoints"
    status Status

kind networking.istio.io Sidecar sidecars categories=istio-io,networking-istio-io
  version v1 storage status
  version v1alpha3 status
  version v1beta1 status
  schema object
    spec object
      egress [object]
        bind string
        captureMode string enum=DEFAULT|IPTABLES|NONE
        hosts! [string]
        port Port
      inboundConnectionPool ConnectionPool
      ingress [object]
        bind string
        captureMode string enum=DEFAULT|IPTABLES|NONE
        connectionPool ConnectionPool
        defaultEndpoint string
        port! Port
        tls Tls
      outboundTrafficPolicy object
        egressProxy Destination
        mode string enum=REGISTRY_ONLY|ALLOW_ANY
      workloadSelector WorkloadSelector
    status Status

kind networking.istio.io VirtualService virtualservices short=vs categories=istio-io,networking-istio-io
  version v1 storage status
  version v1alpha3 status
  version v1beta1 status
  column Gateways string .spec.gateways
  column Hosts string .spec.hosts
  column Age date .metadata.creationTimestamp
  schema object
    spec object
      exportTo [string]
      gateways [string]
      hosts [string]
      http [object]
        corsPolicy object
          allowCredentials boolean nullable
          allowHeaders [string]
          allowMethods [string]
          allowOrigin [string]
          allowOrigins [AllowOrigins]
          exposeHeaders [string]
          maxAge string
            @rule "duration(self) >= duration('1ms')" "must be a valid duration greater than 1ms"
          unmatchedPreflights string enum=UNSPECIFIED|FORWARD|IGNORE
        delegate object
          name string
          namespace string
        directResponse object
          body object
            bytes string format=byte
            string string
            @atMostOne string bytes
          status! integer min=0 max=4294967295
        fault object
          abort object
            grpcStatus string
            http2Error string
            httpStatus integer format=int32
            percentage object
              value number format=double
            @atMostOne httpStatus grpcStatus http2Error
          delay object
            exponentialDelay string
              @rule "duration(self) >= duration('1ms')" "must be a valid duration greater than 1ms"
            fixedDelay string
              @rule "duration(self) >= duration('1ms')" "must be a valid duration greater than 1ms"
            percent integer format=int32
            percentage object
              value number format=double
            @atMostOne fixedDelay exponentialDelay
        headers Headers
        match [object]
          authority AllowOrigins
          gateways [string]
          headers {AllowOrigins}
          ignoreUriCase boolean
          method AllowOrigins
          name string
          port integer min=0 max=4294967295
          queryParams {AllowOrigins}
          scheme AllowOrigins
          sourceLabels {string}
          sourceNamespace string
          statPrefix string
          uri AllowOrigins
          withoutHeaders {AllowOrigins}
        mirror Destination
        mirror_percent integer nullable min=0 max=4294967295
        mirrorPercent integer nullable min=0 max=4294967295
        mirrorPercentage object
          value number format=double
        mirrors [object]
          destination! Destination
          percentage object
            value number format=double
        name string
        redirect object
          authority string
          derivePort string enum=FROM_PROTOCOL_DEFAULT|FROM_REQUEST_PORT
          port integer min=0 max=4294967295
          prefixRewrite string
          redirectCode integer min=0 max=4294967295
          scheme string
          uri string
          @atMostOne port derivePort
        retries object
          attempts integer format=int32
          backoff string
            @rule "duration(self) >= duration('1ms')" "must be a valid duration greater than 1ms"
          perTryTimeout string
            @rule "duration(self) >= duration('1ms')" "must be a valid duration greater than 1ms"
          retryIgnorePreviousHosts boolean nullable
          retryOn string
          retryRemoteLocalities boolean nullable
        rewrite object
          authority string
          uri string
          uriRegexRewrite object
            match string
            rewrite string
        route [object]
          destination! Destination
          headers Headers
          weight integer format=int32
        timeout string
          @rule "duration(self) >= duration('1ms')" "must be a valid duration greater than 1ms"
      tcp [object]
        match [object]
          destinationSubnets [string]
          gateways [string]
          port integer min=0 max=4294967295
          sourceLabels {string}
          sourceNamespace string
          sourceSubnet string
        route [Route]
      tls [object]
        match! [object]
          destinationSubnets [string]
          gateways [string]
          port integer min=0 max=4294967295
          sniHosts! [string]
          sourceLabels {string}
          sourceNamespace string
        route [Route]
    status Status

kind networking.istio.io WorkloadEntry workloadentries short=we categories=istio-io,networking-istio-io
  version v1 storage status
  version v1alpha3 status
  version v1beta1 status
  column Age date .metadata.creationTimestamp
  column Address string .spec.address
  schema object
    spec! Endpoints
    status Status

kind networking.istio.io WorkloadGroup workloadgroups short=wg categories=istio-io,networking-istio-io
  version v1 storage status
  version v1alpha3 status
  version v1beta1 status
  column Age date .metadata.creationTimestamp
  schema object
    spec! object
      metadata object
        annotations {string} maxProperties=256
        labels {string} maxProperties=256
      probe object
        exec object
          command! [string minLength=1]
        failureThreshold integer format=int32 min=0
        grpc object
          port integer min=0 max=4294967295
            @rule "0 < self && self <= 65535" "port must be between 1-65535"
          service string
        httpGet object
          host string
          httpHeaders [object]
            name string pattern="^[-_A-Za-z0-9]+$"
            value string
          path string
          port! integer min=0 max=4294967295
            @rule "0 < self && self <= 65535" "port must be between 1-65535"
          scheme string
            @rule "self in ["""", ""HTTP"", ""HTTPS""]" "scheme must be one of [HTTP, HTTPS]"
        initialDelaySeconds integer format=int32 min=0
        periodSeconds integer format=int32 min=0
        successThreshold integer format=int32 min=0
        tcpSocket object
          host string
          port! integer min=0 max=4294967295
            @rule "0 < self && self <= 65535" "port must be between 1-65535"
        timeoutSeconds integer format=int32 min=0
        @atMostOne httpGet tcpSocket exec grpc
      template! object
        address string maxLength=256
          @rule "self.startsWith(""unix://"") ? (self.substring(7, 8) == ""/"" || self.substring(7, 8) == ""@"") : true" "UDS must be an absolute path or abstract socket"
          @rule "self.startsWith(""unix://"") ? !self.endsWith(""/"") : true" "UDS may not be a dir"
        labels {string} maxProperties=256
        locality string maxLength=2048
        network string maxLength=2048
        ports {integer min=0 max=4294967295} maxProperties=128
          @whole @rule "self.all(key, size(key) < 63 && key.matches(""^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$""))" "port name must be valid"
          @rule "0 < self && self <= 65535" "port must be between 1-65535"
        serviceAccount string maxLength=253
        weight integer min=0 max=4294967295
        @rule "(has(self.address) ? self.address : """").startsWith(""unix://"") ? !has(self.ports) : true" "UDS may not include ports"
    status Status

kind security.istio.io AuthorizationPolicy authorizationpolicies short=ap categories=istio-io,security-istio-io
  version v1 storage status
  version v1beta1 status
  column Action string .spec.action
  column Age date .metadata.creationTimestamp
  schema object
    spec object
      action string enum=ALLOW|DENY|AUDIT|CUSTOM
      provider object
        name string
      rules [object] maxItems=512
        from [object] maxItems=512
          source object
            ipBlocks [string]
            namespaces [string]
            notIpBlocks [string]
            notNamespaces [string]
            notPrincipals [string]
            notRemoteIpBlocks [string]
            notRequestPrincipals [string]
            notServiceAccounts [string maxLength=320] maxItems=16
            notTrustDomains [string]
            principals [string]
            remoteIpBlocks [string]
            requestPrincipals [string]
            serviceAccounts [string maxLength=320] maxItems=16
            trustDomains [string]
            @rule "(has(self.serviceAccounts) || has(self.notServiceAccounts)) ? (!has(self.principals) &&⏎!has(self.notPrincipals) && !has(self.namespaces) && !has(self.notNamespaces)) : true" "Cannot set serviceAccounts with namespaces or principals"
        to [object]
          operation object
            hosts [string]
            methods [string]
            notHosts [string]
            notMethods [string]
            notPaths [string]
            notPorts [string]
            paths [string]
            ports [string]
        when [object]
          key! string
          notValues [string]
          values [string]
      selector Selector
      targetRef TargetRefs
      targetRefs [TargetRefs] maxItems=16
      @rule "(has(self.selector) ? 1 : 0) + (has(self.targetRef) ? 1 : 0) + (has(self.targetRefs) ? 1 : 0) <= 1" "only one of targetRefs or selector can be set"
      @atMostOne provider
    status Status

kind security.istio.io PeerAuthentication peerauthentications short=pa categories=istio-io,security-istio-io
  version v1 storage status
  version v1beta1 status
  column Mode string .spec.mtls.mode
  column Age date .metadata.creationTimestamp
  schema object
    spec object
      mtls object
        mode string enum=UNSET|DISABLE|PERMISSIVE|STRICT
      portLevelMtls {object} minProperties=1
        @whole @rule "self.all(key, 0 < int(key) && int(key) <= 65535)" "port must be between 1-65535"
        mode string enum=UNSET|DISABLE|PERMISSIVE|STRICT
      selector Selector
      @rule "has(self.portLevelMtls) ? (((has(self.selector) && has(self.selector.matchLabels)) ? self.selector.matchLabels : {}).size() > 0) : true" "portLevelMtls requires selector"
    status Status

kind security.istio.io RequestAuthentication requestauthentications short=ra categories=istio-io,security-istio-io
  version v1 storage status
  version v1beta1 status
  schema object
    spec object
      jwtRules [object] maxItems=4096
        audiences [string minLength=1]
        forwardOriginalToken boolean
        fromCookies [string minLength=1]
        fromHeaders [object]
          name! string minLength=1
          prefix string
        fromParams [string minLength=1]
        issuer string minLength=1
        jwks string
        jwks_uri string minLength=1 maxLength=2048
          @rule "url(self).getScheme() in [""http"", ""https""]" "url must have scheme http:// or https://"
        jwksUri string minLength=1 maxLength=2048
          @rule "url(self).getScheme() in [""http"", ""https""]" "url must have scheme http:// or https://"
        outputClaimToHeaders [object]
          claim! string minLength=1
          header! string minLength=1 pattern="^[-_A-Za-z0-9]+$"
        outputPayloadToHeader string
        presence string enum=OPTIONAL|REQUIRED
        spaceDelimitedClaims [string minLength=1] maxItems=64
        timeout string
          @rule "duration(self) >= duration('1ms')" "must be a valid duration greater than 1ms"
        @rule "(has(self.jwksUri) ? 1 : 0) + (has(self.jwks_uri) ? 1 : 0) + (has(self.jwks) ? 1 : 0) <= 1" "only one of jwks or jwksUri can be set"
      selector Selector
      targetRef TargetRefs
      targetRefs [TargetRefs] maxItems=16
      @rule "(has(self.selector) ? 1 : 0) + (has(self.targetRef) ? 1 : 0) + (has(self.targetRefs) ? 1 : 0) <= 1" "only one of targetRefs or selector can be set"
    status Status

kind telemetry.istio.io Telemetry telemetries short=telemetry categories=istio-io,telemetry-istio-io
  version v1 status
  version v1alpha1 storage status
  column Age date .metadata.creationTimestamp
  schema object
    spec object
      accessLogging [object]
        disabled boolean nullable
        filter object
          expression string
        match object
          mode string enum=CLIENT_AND_SERVER|CLIENT|SERVER
        providers [object]
          name! string minLength=1
      metrics [object]
        overrides [object]
          disabled boolean nullable
          match object
            customMetric string minLength=1
            metric string enum=ALL_METRICS|REQUEST_COUNT|REQUEST_DURATION|REQUEST_SIZE|RESPONSE_SIZE|TCP_OPENED_CONNECTIONS|TCP_CLOSED_CONNECTIONS|TCP_SENT_BYTES|TCP_RECEIVED_BYTES|GRPC_REQUEST_MESSAGES|GRPC_RESPONSE_MESSAGES
            mode string enum=CLIENT_AND_SERVER|CLIENT|SERVER
            @atMostOne metric customMetric
          tagOverrides {object}
            operation string enum=UPSERT|REMOVE
            value string
            @rule "((has(self.operation) ? self.operation : """") == ""UPSERT"") ? (self.value != """") : true" "value must be set when operation is UPSERT"
            @rule "((has(self.operation) ? self.operation : """") == ""REMOVE"") ? !has(self.value) : true" "value must not be set when operation is REMOVE"
        providers [object]
          name! string minLength=1
        reportingInterval string
          @rule "duration(self) >= duration('1ms')" "must be a valid duration greater than 1ms"
      selector Selector
      targetRef TargetRefs
      targetRefs [TargetRefs] maxItems=16
      tracing [object]
        customTags {object}
          environment Environment
          formatter object
            value! string minLength=1
          header Environment
          literal object
            value! string minLength=1
          @atMostOne literal environment header formatter
        disableContextPropagation boolean nullable
        disableSpanReporting boolean nullable
        enableIstioTags boolean nullable
        match object
          mode string enum=CLIENT_AND_SERVER|CLIENT|SERVER
        providers [object]
          name! string minLength=1
        randomSamplingPercentage number format=double nullable min=0 max=100
        useRequestIdForTraceSampling boolean nullable
      @rule "(has(self.selector) ? 1 : 0) + (has(self.targetRef) ? 1 : 0) + (has(self.targetRefs) ? 1 : 0) <= 1" "only one of targetRefs or selector can be set"
    status Status
"""#
