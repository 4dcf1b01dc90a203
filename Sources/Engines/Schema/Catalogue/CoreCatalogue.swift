// The kinds of Kubernetes itself that Mainstay serves, written by hand from the Kubernetes API reference: fields, how
// lists merge, and the defaults that the API server fills in.

/// Compact notation, see `CompactNotation`.
let coreCatalogueText = #"""
    kind core Namespace namespaces short=ns cluster
      version v1 storage status
      schema object
        spec object empty={}
          finalizers [string] list=atomic
        status object empty={}
          phase string
          conditions [object] list=map(type) merge=type
            type! string
            status! string
            lastTransitionTime string format=date-time nullable
            reason string
            message string

    kind core ConfigMap configmaps short=cm
      version v1 storage
      schema object
        immutable boolean
        data {string}
        binaryData {string format=byte}

    kind core Secret secrets
      version v1 storage
      schema object
        immutable boolean
        data {string format=byte}
        stringData {string}
        type string default=Opaque

    kind core ServiceAccount serviceaccounts short=sa
      version v1 storage
      schema object
        secrets [ObjectReference] list=map(name) merge=name
        imagePullSecrets [LocalReference] list=map(name) merge=name
        automountServiceAccountToken boolean

    kind core Service services short=svc categories=all
      version v1 storage status
      schema object
        spec object empty={}
          ports [object] list=map(port,protocol) merge=port
            name string
            protocol string default=TCP
            appProtocol string
            port! integer format=int32
            targetPort int-or-string
            nodePort integer format=int32
          selector {string} map=atomic
          clusterIP string
          clusterIPs [string] list=atomic
          type string default=ClusterIP
          externalIPs [string] list=atomic
          sessionAffinity string default=None
          loadBalancerIP string
          loadBalancerSourceRanges [string] list=atomic
          externalName string
          externalTrafficPolicy string
          healthCheckNodePort integer format=int32
          publishNotReadyAddresses boolean
          sessionAffinityConfig object
            clientIP object
              timeoutSeconds integer format=int32
          ipFamilies [string] list=atomic
          ipFamilyPolicy string
          allocateLoadBalancerNodePorts boolean
          loadBalancerClass string
          internalTrafficPolicy string
          trafficDistribution string
        status object empty={}
          loadBalancer object empty={}
            ingress [object] list=atomic
              ip string
              hostname string
              ipMode string
              ports [object] list=atomic
                port! integer format=int32
                protocol! string
                error string
          conditions [Condition] list=map(type) merge=type

    kind core Event events short=ev
      version v1 storage
      schema object
        involvedObject! ObjectReference empty={}
        reason string
        message string
        source object empty={}
          component string
          host string
        firstTimestamp string format=date-time nullable empty=null
        lastTimestamp string format=date-time nullable empty=null
        count integer format=int32
        type string
        eventTime MicroTime nullable empty=null
        series object
          count integer format=int32
          lastObservedTime MicroTime
        action string
        related ObjectReference
        reportingComponent string empty=""
        reportingInstance string empty=""

    kind coordination.k8s.io Lease leases
      version v1 storage
      schema object
        spec object empty={}
          holderIdentity string
          leaseDurationSeconds integer format=int32
          acquireTime MicroTime
          renewTime MicroTime
          leaseTransitions integer format=int32
          strategy string
          preferredHolder string

    kind apps Deployment deployments short=deploy categories=all
      version v1 storage status scale=.spec.replicas,.status.replicas,.status.selector
      schema object
        spec object empty={}
          replicas integer format=int32 default=1
          selector! LabelSelector empty=null
          template! PodTemplate empty={}
          strategy object retainKeys default={} empty={}
            type string default=RollingUpdate
            rollingUpdate object
              maxUnavailable int-or-string
              maxSurge int-or-string
          minReadySeconds integer format=int32
          revisionHistoryLimit integer format=int32 default=10
          paused boolean
          progressDeadlineSeconds integer format=int32 default=600
        status object empty={}
          observedGeneration integer format=int64
          replicas integer format=int32
          updatedReplicas integer format=int32
          readyReplicas integer format=int32
          availableReplicas integer format=int32
          unavailableReplicas integer format=int32
          terminatingReplicas integer format=int32
          collisionCount integer format=int32
          conditions [object] list=map(type) merge=type
            type! string
            status! string
            lastUpdateTime string format=date-time
            lastTransitionTime string format=date-time
            reason string
            message string

    kind apiextensions.k8s.io CustomResourceDefinition customresourcedefinitions short=crd,crds categories=api-extensions cluster
      version v1 storage status
      schema object
        spec! object empty={}
          group! string
          names! CustomResourceNames empty={}
          scope! string
          versions! [object] list=atomic
            name! string
            served! boolean
            storage! boolean
            deprecated boolean
            deprecationWarning string
            schema object
              openAPIV3Schema object keep
            subresources object
              status object keep
              scale object
                specReplicasPath! string
                statusReplicasPath! string
                labelSelectorPath string
            additionalPrinterColumns [object] list=atomic
              name! string
              type! string
              format string
              description string
              priority integer format=int32
              jsonPath! string
            selectableFields [object] list=atomic
              jsonPath! string
          conversion object
            strategy! string
            webhook object
              clientConfig object
                url string
                service object
                  namespace! string
                  name! string
                  path string
                  port integer format=int32
                caBundle string format=byte
              conversionReviewVersions! [string] list=atomic
          preserveUnknownFields boolean
        status object
          conditions [object] list=map(type)
            type! string
            status! string
            lastTransitionTime string format=date-time
            observedGeneration integer format=int64
            reason string
            message string
          acceptedNames CustomResourceNames
          storedVersions [string] list=atomic
          observedGeneration integer format=int64

    shape CustomResourceNames object
      plural! string
      singular string
      shortNames [string] list=atomic
      kind! string
      listKind string
      categories [string] list=atomic

    shape LocalReference object map=atomic
      name string default=""

    # Pods, as far as templates of Deployments go.

    shape PodTemplate object
      metadata ObjectMeta empty={}
      spec PodSpec empty={}

    shape PodSpec object
      volumes [Volume] list=map(name) merge=name retainKeys
      initContainers [Container] list=map(name) merge=name
      containers! [Container] list=map(name) merge=name empty=null
      ephemeralContainers [Container] list=map(name) merge=name
      restartPolicy string default=Always
      terminationGracePeriodSeconds integer format=int64 default=30
      activeDeadlineSeconds integer format=int64
      dnsPolicy string default=ClusterFirst
      nodeSelector {string} map=atomic
      serviceAccountName string
      serviceAccount string
      automountServiceAccountToken boolean
      nodeName string
      hostNetwork boolean
      hostPID boolean
      hostIPC boolean
      hostUsers boolean
      hostnameOverride string
      shareProcessNamespace boolean
      securityContext object keep default={}
        runAsUser integer format=int64
        runAsGroup integer format=int64
        runAsNonRoot boolean
        fsGroup integer format=int64
        fsGroupChangePolicy string
        supplementalGroups [integer format=int64] list=atomic
        sysctls [object] list=atomic
          name! string
          value! string
        seccompProfile object
          type! string
          localhostProfile string
      imagePullSecrets [LocalReference] list=map(name) merge=name
      hostname string
      subdomain string
      affinity object keep
      schedulerName string default=default-scheduler
      tolerations [object] list=atomic
        key string
        operator string
        value string
        effect string
        tolerationSeconds integer format=int64
      hostAliases [object] list=map(ip) merge=ip
        ip! string
        hostnames [string] list=atomic
      priorityClassName string
      priority integer format=int32
      dnsConfig object
        nameservers [string] list=atomic
        searches [string] list=atomic
        options [object] list=atomic
          name string
          value string
      readinessGates [object] list=atomic
        conditionType! string
      runtimeClassName string
      enableServiceLinks boolean
      preemptionPolicy string
      overhead {int-or-string}
      topologySpreadConstraints [object] list=map(topologyKey,whenUnsatisfiable) merge=topologyKey
        maxSkew! integer format=int32
        topologyKey! string
        whenUnsatisfiable! string
        labelSelector LabelSelector
        minDomains integer format=int32
        nodeAffinityPolicy string
        nodeTaintsPolicy string
        matchLabelKeys [string] list=atomic
      setHostnameAsFQDN boolean
      os object
        name! string
      schedulingGates [object] list=map(name) merge=name
        name! string
      resourceClaims [object] list=map(name) merge=name retainKeys
        name! string
        resourceClaimName string
        resourceClaimTemplateName string
      resources Resources

    shape Resources object
      limits {int-or-string}
      requests {int-or-string}
      claims [object] list=map(name)
        name! string
        request string

    shape Container object
      name! string
      image string
      command [string] list=atomic
      args [string] list=atomic
      workingDir string
      ports [object] list=map(containerPort,protocol) merge=containerPort
        name string
        hostPort integer format=int32
        containerPort! integer format=int32
        protocol string default=TCP
        hostIP string
      envFrom [object] list=atomic
        prefix string
        configMapRef object
          name string default=""
          optional boolean
        secretRef object
          name string default=""
          optional boolean
      env [object] list=map(name) merge=name
        name! string
        value string
        valueFrom object
          fieldRef object map=atomic
            apiVersion string default=v1
            fieldPath! string
          resourceFieldRef object map=atomic
            containerName string
            resource! string
            divisor int-or-string
          configMapKeyRef KeyReference
          secretKeyRef KeyReference
          fileKeyRef object map=atomic
            volumeName! string
            path! string
            key! string
            optional boolean
      resources Resources default={}
      resizePolicy [object] list=atomic
        resourceName! string
        restartPolicy! string
      restartPolicy string
      restartPolicyRules [object] list=atomic keep
      volumeMounts [object] list=map(mountPath) merge=mountPath
        name! string
        readOnly boolean
        recursiveReadOnly string
        mountPath! string
        subPath string
        mountPropagation string
        subPathExpr string
      volumeDevices [object] list=map(devicePath) merge=devicePath
        name! string
        devicePath! string
      livenessProbe Probe
      readinessProbe Probe
      startupProbe Probe
      lifecycle object
        postStart Handler
        preStop Handler
        stopSignal string
      terminationMessagePath string default=/dev/termination-log
      terminationMessagePolicy string default=File
      imagePullPolicy string
      securityContext object
        capabilities object
          add [string] list=atomic
          drop [string] list=atomic
        privileged boolean
        runAsUser integer format=int64
        runAsGroup integer format=int64
        runAsNonRoot boolean
        readOnlyRootFilesystem boolean
        allowPrivilegeEscalation boolean
        procMount string
        seLinuxOptions object keep
        windowsOptions object keep
        appArmorProfile object keep
        seccompProfile object
          type! string
          localhostProfile string
      stdin boolean
      stdinOnce boolean
      tty boolean
      targetContainerName string

    shape KeyReference object map=atomic
      name string default=""
      key! string
      optional boolean

    shape Handler object
      exec object
        command [string] list=atomic
      httpGet HTTPGet
      tcpSocket object
        port! int-or-string
        host string
      sleep object
        seconds! integer format=int64

    shape HTTPGet object
      path string default=/
      port! int-or-string
      host string
      scheme string default=HTTP
      httpHeaders [object] list=atomic
        name! string
        value! string

    shape Probe object
      exec object
        command [string] list=atomic
      httpGet HTTPGet
      tcpSocket object
        port! int-or-string
        host string
      grpc object
        port! integer format=int32
        service string default=""
      initialDelaySeconds integer format=int32
      timeoutSeconds integer format=int32 default=1
      periodSeconds integer format=int32 default=10
      successThreshold integer format=int32 default=1
      failureThreshold integer format=int32 default=3
      terminationGracePeriodSeconds integer format=int64

    shape KeyToPath object
      key! string
      path! string
      mode integer format=int32

    # Sources that templates seldom use are free objects.
    shape Volume object keep
      name! string
      emptyDir object
        medium string
        sizeLimit int-or-string
      hostPath object
        path! string
        type string default=""
      secret object
        secretName string
        items [KeyToPath] list=atomic
        defaultMode integer format=int32 default=420
        optional boolean
      configMap object
        name string default=""
        items [KeyToPath] list=atomic
        defaultMode integer format=int32 default=420
        optional boolean
      downwardAPI object
        items [object] list=atomic
          path! string
          fieldRef object map=atomic
            apiVersion string default=v1
            fieldPath! string
          resourceFieldRef object map=atomic
            containerName string
            resource! string
            divisor int-or-string
          mode integer format=int32
        defaultMode integer format=int32 default=420
      persistentVolumeClaim object
        claimName! string
        readOnly boolean
      projected object
        sources [object keep] list=atomic
        defaultMode integer format=int32 default=420
    """#
