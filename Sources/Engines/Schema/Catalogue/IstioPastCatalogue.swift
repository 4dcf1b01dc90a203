// Kinds that Istio had and has no more, and the configuration of its installer. Their fields are not checked.

/// Compact notation, see `CompactNotation`.
let istioPastCatalogueText = #"""
    kind install.istio.io IstioOperator istiooperators short=iop,io
      version v1alpha1 storage
      schema object keep

    kind rbac.istio.io ClusterRbacConfig clusterrbacconfigs cluster
      version v1alpha1 dropped="write an AuthorizationPolicy of ""security.istio.io/v1"""
      schema object keep

    kind rbac.istio.io RbacConfig rbacconfigs
      version v1alpha1 dropped="write an AuthorizationPolicy of ""security.istio.io/v1"""
      schema object keep

    kind rbac.istio.io ServiceRole serviceroles
      version v1alpha1 dropped="write an AuthorizationPolicy of ""security.istio.io/v1"""
      schema object keep

    kind rbac.istio.io ServiceRoleBinding servicerolebindings
      version v1alpha1 dropped="write an AuthorizationPolicy of ""security.istio.io/v1"""
      schema object keep

    kind authentication.istio.io Policy policies
      version v1alpha1 dropped="write a PeerAuthentication or a RequestAuthentication of ""security.istio.io/v1"""
      schema object keep

    kind authentication.istio.io MeshPolicy meshpolicies cluster
      version v1alpha1 dropped="write a PeerAuthentication of ""security.istio.io/v1"" in Istio's root namespace"
      schema object keep

    kind config.istio.io rule rules
      version v1alpha2 dropped="Mixer is gone: write a Telemetry, an AuthorizationPolicy or a WasmPlugin"
      schema object keep

    kind config.istio.io handler handlers
      version v1alpha2 dropped="Mixer is gone: write a Telemetry, an AuthorizationPolicy or a WasmPlugin"
      schema object keep

    kind config.istio.io instance instances
      version v1alpha2 dropped="Mixer is gone: write a Telemetry, an AuthorizationPolicy or a WasmPlugin"
      schema object keep

    kind config.istio.io attributemanifest attributemanifests
      version v1alpha2 dropped="Mixer is gone: write a Telemetry, an AuthorizationPolicy or a WasmPlugin"
      schema object keep

    kind config.istio.io adapter adapters
      version v1alpha2 dropped="Mixer is gone: write a Telemetry, an AuthorizationPolicy or a WasmPlugin"
      schema object keep

    kind config.istio.io template templates
      version v1alpha2 dropped="Mixer is gone: write a Telemetry, an AuthorizationPolicy or a WasmPlugin"
      schema object keep

    kind config.istio.io HTTPAPISpec httpapispecs
      version v1alpha2 dropped="Mixer is gone: write a Telemetry, an AuthorizationPolicy or a WasmPlugin"
      schema object keep

    kind config.istio.io HTTPAPISpecBinding httpapispecbindings
      version v1alpha2 dropped="Mixer is gone: write a Telemetry, an AuthorizationPolicy or a WasmPlugin"
      schema object keep

    kind config.istio.io QuotaSpec quotaspecs
      version v1alpha2 dropped="Mixer is gone: write a Telemetry, an AuthorizationPolicy or a WasmPlugin"
      schema object keep

    kind config.istio.io QuotaSpecBinding quotaspecbindings
      version v1alpha2 dropped="Mixer is gone: write a Telemetry, an AuthorizationPolicy or a WasmPlugin"
      schema object keep
    """#
