// Flagger's kinds, written by hand from the API that Flagger 1.44 serves. Parts that it copies into objects of a mesh are
// checked there.

/// Compact notation, see `CompactNotation`.
let flaggerCatalogueText = #"""
    kind flagger.app Canary canaries categories=all
      version v1beta1 storage status
      schema object
        spec! object
          provider string enum=apisix|appmesh|appmesh:v1beta2|contour|gatewayapi:v1|gatewayapi:v1beta1|gloo|istio|knative|kubernetes|kuma|linkerd|nginx|osm|skipper|smi:v1alpha1|smi:v1alpha2|smi:v1alpha3|traefik
          metricsServer string
          targetRef! Reference
          autoscalerRef object
            apiVersion! string
            kind! string enum=HorizontalPodAutoscaler|ScaledObject
            name! string
            primaryScalerQueries {string}
            primaryScalerReplicas object
              minReplicas integer min=1
              maxReplicas integer min=1
          ingressRef Reference
          routeRef Reference
          upstreamRef Reference
          progressDeadlineSeconds number
          skipAnalysis boolean
          revertOnDeletion boolean
          suspend boolean
          service CanaryService
          analysis! Analysis
          canaryAnalysis object keep dropped="write it as ""analysis"""
        status object keep
          phase string enum=""|Initializing|Initialized|Waiting|Progressing|WaitingPromotion|Promoting|Finalising|Succeeded|Failed|Terminating|Terminated

    shape CanaryService object
      name string
      port! number
      portName string
      targetPort int-or-string
      appProtocol string
      portDiscovery boolean
      headless boolean
      trafficDistribution string enum=PreferClose|PreferSameZone|PreferSameNode
      hosts [string]
      gateways [string]
      gatewayRefs [object keep]
      delegation boolean
      match [object keep]
      rewrite object keep
        uri string
        authority string
        type string
      timeout string
      retries object keep
      headers object keep
      corsPolicy object keep
      trafficPolicy object keep
      mirror [object keep]
      backendTimeout string
      meshName string
      backends [string]
      apex CanaryMetadata
      primary CanaryMetadata
      canary CanaryMetadata
      unmanagedMetadata object
        labels [string]
        annotations [string]

    shape CanaryMetadata object
      labels {string}
      annotations {string}

    shape Analysis object
      interval! string pattern="^[0-9]+(m|s)"
      threshold! number
      maxWeight number
      stepWeight number
      stepWeights [number]
      stepWeightPromotion number
      iterations number
      match [object keep]
      mirror boolean
      mirrorWeight number
      primaryReadyThreshold number
      canaryReadyThreshold number
      sessionAffinity object
        cookieName! string
        primaryCookieName string
        maxAge number
        domain string
        path string
        httpOnly boolean
        secure boolean
        partitioned boolean
        sameSite string enum=Strict|Lax|None
      alerts [object]
        name! string
        severity string enum=""|info|warn|error
        providerRef! object
          name! string
          namespace string
      metrics [object]
        name! string
        interval string pattern="^[0-9]+(m|s)"
        threshold number
        thresholdRange object
          min number
          max number
        query string
        templateRef object
          name! string
          namespace string
        templateVariables {string}
      webhooks [object]
        name! string
        url! string
        type string enum=""|confirm-rollout|pre-rollout|rollout|confirm-promotion|post-rollout|event|rollback|confirm-traffic-increase
        timeout string pattern="^[0-9]+(m|s)"
        metadata {string}
        muteAlert boolean
        retries number
        disableTLS boolean
      @exactlyOne iterations stepWeight stepWeights

    shape Reference object
      apiVersion! string
      kind! string
      name! string
      namespace string

    kind flagger.app MetricTemplate metrictemplates categories=all
      version v1beta1 storage status
      schema object
        spec! object
          provider! object keep
            type! string
            address string
            region string
            insecureSkipVerify boolean
            secretRef object
              name! string
          query! string
        status object keep

    kind flagger.app AlertProvider alertproviders categories=all
      version v1beta1 storage status
      schema object
        spec! object
          type! string enum=slack|msteams|discord|rocket|gchat
          channel string
          username string
          address string
          proxy string
          secretRef object
            name! string
          @exactlyOne address secretRef
        status object keep
    """#
