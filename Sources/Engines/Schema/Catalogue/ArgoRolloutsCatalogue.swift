// The kinds of Argo Rollouts, written by hand from its API (1.8 and later). What a provider of metrics or of traffic takes is
// its own matter and kept as it is.

/// Compact notation, see `CompactNotation`; it uses shapes of the core catalogue.
let argoRolloutsCatalogueText = #"""
    kind argoproj.io Rollout rollouts short=ro
      version v1alpha1 storage status scale=.spec.replicas,.status.HPAReplicas,.status.selector
      schema object
        spec! object
          replicas integer format=int32
          selector LabelSelector
          template PodTemplate
          workloadRef object
            apiVersion string
            kind string
            name string
            scaleDown string
          minReadySeconds integer format=int32
          rollbackWindow object
            revisions integer format=int32
          strategy object
            blueGreen BlueGreen
            canary RolloutCanary
          revisionHistoryLimit integer format=int32
          paused boolean
          progressDeadlineSeconds integer format=int32
          progressDeadlineAbort boolean
          restartAt string format=date-time
          analysis object
            successfulRunHistoryLimit integer format=int32
            unsuccessfulRunHistoryLimit integer format=int32
        status object keep

    shape BlueGreen object
      activeService! string
      previewService string
      previewReplicaCount integer format=int32
      autoPromotionEnabled boolean
      autoPromotionSeconds integer format=int32
      maxUnavailable int-or-string
      scaleDownDelaySeconds integer format=int32
      scaleDownDelayRevisionLimit integer format=int32
      abortScaleDownDelaySeconds integer format=int32
      prePromotionAnalysis RolloutAnalysis
      postPromotionAnalysis RolloutAnalysis
      antiAffinity AntiAffinity
      previewMetadata RolloutMetadata
      activeMetadata RolloutMetadata

    shape RolloutCanary object
      canaryService string
      stableService string
      steps [CanaryStep]
      trafficRouting object
        istio object
          virtualService RolloutVirtualService
          virtualServices [RolloutVirtualService]
          destinationRule object
            name! string
            canarySubsetName! string
            stableSubsetName! string
        nginx object keep
        alb object keep
        smi object keep
        ambassador object keep
        appMesh object keep
        traefik object keep
        apisix object keep
        plugins object keep
        managedRoutes [object]
          name! string
        maxTrafficWeight integer format=int32
      maxUnavailable int-or-string
      maxSurge int-or-string
      analysis RolloutAnalysis
        startingStep integer format=int32
      antiAffinity AntiAffinity
      canaryMetadata RolloutMetadata
      stableMetadata RolloutMetadata
      scaleDownDelaySeconds integer format=int32
      scaleDownDelayRevisionLimit integer format=int32
      abortScaleDownDelaySeconds integer format=int32
      dynamicStableScale boolean
      minPodsPerReplicaSet integer format=int32
      replicaProgressThreshold ReplicaThreshold
      pingPong object
        pingService! string
        pongService! string

    shape RolloutVirtualService object
      name! string
      routes [string]
      tlsRoutes [object]
        port integer format=int64
        sniHosts [string]
      tcpRoutes [object]
        port integer format=int64

    shape CanaryStep object
      setWeight integer format=int32
      pause object
        duration int-or-string
      setCanaryScale object
        weight integer format=int32
        replicas integer format=int32
        matchTrafficWeight boolean
      setHeaderRoute object
        name string
        match [object]
          headerName! string
          headerValue! RolloutStringMatch
      setMirrorRoute object
        name! string
        match [object]
          method RolloutStringMatch
          path RolloutStringMatch
          headers {RolloutStringMatch}
        percentage integer format=int32
      analysis RolloutAnalysis
      experiment object
        duration string
        templates! [object]
          name! string
          specRef! string
          replicas integer format=int32
          metadata RolloutMetadata
          selector LabelSelector
          weight integer format=int32
          service object keep
        analyses [object]
          name! string
          templateName! string
          clusterScope boolean
          args [RolloutArgument]
          requiredForCompletion boolean
        dryRun [DryRun]
        analysisRunMetadata RolloutMetadata
      replicaProgressThreshold ReplicaThreshold
      plugin object keep

    shape ReplicaThreshold object
      type! string
      value! integer

    shape RolloutStringMatch object
      exact string
      prefix string
      regex string

    shape RolloutMetadata object
      labels {string}
      annotations {string}

    shape AntiAffinity object
      preferredDuringSchedulingIgnoredDuringExecution object
        weight! integer format=int32
      requiredDuringSchedulingIgnoredDuringExecution object

    shape RolloutAnalysis object
      templates [object]
        templateName string
        clusterScope boolean
      args [RolloutArgument]
      dryRun [DryRun]
      measurementRetention [MeasurementRetention]
      analysisRunMetadata RolloutMetadata

    shape RolloutArgument object
      name! string
      value string
      valueFrom object
        podTemplateHashValue string
        fieldRef object
          fieldPath! string

    shape DryRun object
      metricName! string

    shape MeasurementRetention object
      metricName! string
      limit! integer format=int32

    kind argoproj.io AnalysisTemplate analysistemplates short=at
      version v1alpha1 storage
      schema object
        spec! AnalysisTemplateSpec

    kind argoproj.io ClusterAnalysisTemplate clusteranalysistemplates short=cat cluster
      version v1alpha1 storage
      schema object
        spec! AnalysisTemplateSpec

    shape AnalysisTemplateSpec object
      metrics [Metric]
      args [AnalysisArgument]
      dryRun [DryRun]
      measurementRetention [MeasurementRetention]
      templates [object]
        templateName string
        clusterScope boolean

    kind argoproj.io AnalysisRun analysisruns short=ar
      version v1alpha1 storage
      schema object
        spec! object
          metrics! [Metric]
          args [AnalysisArgument]
          dryRun [DryRun]
          measurementRetention [MeasurementRetention]
          terminate boolean
          ttlStrategy object
            secondsAfterCompletion integer format=int32
            secondsAfterSuccess integer format=int32
            secondsAfterFailure integer format=int32
        status object keep

    shape AnalysisArgument object
      name! string
      value string
      valueFrom object
        secretKeyRef object
          name! string
          key! string
        fieldRef object
          fieldPath! string

    shape Metric object
      name! string
      interval string
      initialDelay string
      count int-or-string
      successCondition string
      failureCondition string
      failureLimit int-or-string
      inconclusiveLimit int-or-string
      consecutiveErrorLimit int-or-string
      consecutiveSuccessLimit int-or-string
      provider! object
        prometheus object keep
          address string
          query string
          timeout integer format=int64
          insecure boolean
          headers [object]
            key! string
            value! string
        web object keep
          url! string
          method string
          jsonPath string
          jsonBody any keep
          body string
          insecure boolean
          timeoutSeconds integer format=int64
          headers [object]
            key! string
            value! string
        job object
          metadata object keep
          spec! object keep
        datadog object keep
        newRelic object keep
        wavefront object keep
        kayenta object keep
        cloudWatch object keep
        graphite object keep
        influxdb object keep
        skywalking object keep
        plugin object keep

    kind argoproj.io Experiment experiments short=exp
      version v1alpha1 storage status
      schema object
        spec! object
          templates! [object]
            name! string
            replicas integer format=int32
            minReadySeconds integer format=int32
            selector! LabelSelector
            template! PodTemplate
            service object keep
          duration string
          progressDeadlineSeconds integer format=int32
          terminate boolean
          analyses [object]
            name! string
            templateName! string
            clusterScope boolean
            args [AnalysisArgument]
            requiredForCompletion boolean
          scaleDownDelaySeconds integer format=int32
          dryRun [DryRun]
          measurementRetention [MeasurementRetention]
          analysisRunMetadata RolloutMetadata
        status object keep
    """#
