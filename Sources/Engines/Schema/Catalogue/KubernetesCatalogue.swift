// Kinds of Kubernetes itself that manifests hold and that `CoreCatalogue.swift` has not, because Mainstay does not serve
// them; written by hand from the Kubernetes API reference (1.30 to 1.36). Versions that servers dropped are known, too.

/// Compact notation, see `CompactNotation`; it uses shapes of the core catalogue.
let kubernetesCatalogueText = #"""
    kind core Pod pods short=po categories=all
      version v1 storage status
      schema object
        spec PodSpec
        status object keep

    kind core PersistentVolumeClaim persistentvolumeclaims short=pvc
      version v1 storage status
      schema object
        spec ClaimSpec
        status object keep

    shape ClaimSpec object
      accessModes [string] list=atomic
      selector LabelSelector
      resources object
        limits {int-or-string}
        requests {int-or-string}
      volumeName string
      storageClassName string
      volumeMode string
      dataSource object map=atomic
        apiGroup string
        kind! string
        name! string
      dataSourceRef object
        apiGroup string
        kind! string
        name! string
        namespace string
      volumeAttributesClassName string

    kind core PersistentVolume persistentvolumes short=pv cluster
      version v1 storage status
      schema object
        # One of its many sources of storage.
        spec object keep
          capacity {int-or-string}
          accessModes [string] list=atomic
          claimRef ObjectReference
          persistentVolumeReclaimPolicy string
          storageClassName string
          mountOptions [string] list=atomic
          volumeMode string
        status object keep

    kind core Endpoints endpoints short=ep
      version v1 storage
      schema object
        subsets [object] list=atomic
          addresses [EndpointAddress] list=atomic
          notReadyAddresses [EndpointAddress] list=atomic
          ports [object] list=atomic
            name string
            port! integer format=int32
            protocol string
            appProtocol string

    shape EndpointAddress object map=atomic
      ip! string
      hostname string
      nodeName string
      targetRef ObjectReference

    kind core ResourceQuota resourcequotas short=quota
      version v1 storage status
      schema object
        spec object
          hard {int-or-string}
          scopeSelector object map=atomic
            matchExpressions [object] list=atomic
              scopeName! string
              operator! string
              values [string] list=atomic
          scopes [string] list=atomic
        status object keep

    kind core LimitRange limitranges short=limits
      version v1 storage
      schema object
        spec object
          limits! [object] list=atomic
            type! string
            max {int-or-string}
            min {int-or-string}
            default {int-or-string}
            defaultRequest {int-or-string}
            maxLimitRequestRatio {int-or-string}

    kind core ReplicationController replicationcontrollers short=rc categories=all
      version v1 storage status
      schema object
        spec object
          minReadySeconds integer format=int32
          replicas integer format=int32
          selector {string}
          template PodTemplate
        status object keep

    kind apps ReplicaSet replicasets short=rs categories=all
      version v1 storage status
      version v1beta2 dropped
      schema object
        spec object
          minReadySeconds integer format=int32
          replicas integer format=int32
          selector! LabelSelector
          template PodTemplate
        status object keep

    kind apps DaemonSet daemonsets short=ds categories=all
      version v1 storage status
      version v1beta2 dropped
      schema object
        spec object
          selector! LabelSelector
          template! PodTemplate
          minReadySeconds integer format=int32
          revisionHistoryLimit integer format=int32
          updateStrategy object
            type string
            rollingUpdate object
              maxUnavailable int-or-string
              maxSurge int-or-string
        status object keep

    kind apps StatefulSet statefulsets short=sts categories=all
      version v1 storage status
      version v1beta2 dropped
      version v1beta1 dropped
      schema object
        spec object
          replicas integer format=int32
          selector! LabelSelector
          template! PodTemplate
          serviceName string
          minReadySeconds integer format=int32
          revisionHistoryLimit integer format=int32
          podManagementPolicy string
          ordinals object
            start integer format=int32
          persistentVolumeClaimRetentionPolicy object
            whenDeleted string
            whenScaled string
          updateStrategy object
            type string
            rollingUpdate object
              maxUnavailable int-or-string
              partition integer format=int32
          volumeClaimTemplates [object] list=atomic
            apiVersion string
            kind string
            metadata ObjectMeta
            spec ClaimSpec
            status object keep
        status object keep

    kind batch Job jobs categories=all
      version v1 storage status
      schema object
        spec JobSpec
        status object keep

    kind batch CronJob cronjobs short=cj categories=all
      version v1 storage status
      version v1beta1 dropped
      schema object
        spec object
          schedule! string
          timeZone string
          concurrencyPolicy string
          startingDeadlineSeconds integer format=int64
          suspend boolean
          successfulJobsHistoryLimit integer format=int32
          failedJobsHistoryLimit integer format=int32
          jobTemplate! object
            metadata ObjectMeta
            spec JobSpec
        status object keep

    shape JobSpec object
      template! PodTemplate
      activeDeadlineSeconds integer format=int64
      backoffLimit integer format=int32
      backoffLimitPerIndex integer format=int32
      completionMode string
      completions integer format=int32
      managedBy string
      manualSelector boolean
      maxFailedIndexes integer format=int32
      parallelism integer format=int32
      podFailurePolicy object
        rules! [object keep] list=atomic
          action! string
      podReplacementPolicy string
      selector LabelSelector
      successPolicy object
        rules! [object] list=atomic
          succeededCount integer format=int32
          succeededIndexes string
      suspend boolean
      ttlSecondsAfterFinished integer format=int32

    kind autoscaling HorizontalPodAutoscaler horizontalpodautoscalers short=hpa categories=all
      version v2 storage status
      version v2beta2 dropped
      schema object
        spec object
          scaleTargetRef! ScaleTarget
          minReplicas integer format=int32
          maxReplicas! integer format=int32
          metrics [object] list=atomic
            type! string
            resource object
              name! string
              target! MetricTarget
            containerResource object
              name! string
              container! string
              target! MetricTarget
            pods object
              metric! MetricIdentifier
              target! MetricTarget
            object object
              describedObject! ScaleTarget
              metric! MetricIdentifier
              target! MetricTarget
            external object
              metric! MetricIdentifier
              target! MetricTarget
          behavior object
            scaleUp ScalingRules
            scaleDown ScalingRules
        status object keep
      version v1 status
      schema object
        spec object
          scaleTargetRef! ScaleTarget
          minReplicas integer format=int32
          maxReplicas! integer format=int32
          targetCPUUtilizationPercentage integer format=int32
        status object keep
      version v2beta1 dropped
      schema object keep

    shape ScaleTarget object
      apiVersion string
      kind! string
      name! string

    shape MetricTarget object
      type! string
      value int-or-string
      averageValue int-or-string
      averageUtilization integer format=int32

    shape MetricIdentifier object
      name! string
      selector LabelSelector

    shape ScalingRules object
      stabilizationWindowSeconds integer format=int32
      tolerance int-or-string
      selectPolicy string
      policies [object] list=atomic
        type! string
        value! integer format=int32
        periodSeconds! integer format=int32

    kind policy PodDisruptionBudget poddisruptionbudgets short=pdb
      version v1 storage status
      version v1beta1 dropped
      schema object
        spec object
          minAvailable int-or-string
          maxUnavailable int-or-string
          selector LabelSelector
          unhealthyPodEvictionPolicy string
        status object keep

    kind policy PodSecurityPolicy podsecuritypolicies short=psp cluster
      version v1beta1 dropped="label namespaces with pod-security.kubernetes.io/enforce"
      schema object keep

    kind networking.k8s.io Ingress ingresses short=ing
      version v1 storage status
      schema object
        spec object
          ingressClassName string
          defaultBackend IngressBackend
          rules [object] list=atomic
            host string
            http object
              paths! [object] list=atomic
                path string
                pathType! string enum=Exact|Prefix|ImplementationSpecific
                backend! IngressBackend
          tls [object] list=atomic
            hosts [string] list=atomic
            secretName string
        status object keep
      version v1beta1 dropped="write ""networking.k8s.io/v1"": paths have a pathType, backends a service with name and port"
      schema object keep

    shape IngressBackend object
      service object
        name! string
        port object
          name string
          number integer format=int32
      resource object map=atomic
        apiGroup string
        kind! string
        name! string

    kind networking.k8s.io IngressClass ingressclasses cluster
      version v1 storage
      version v1beta1 dropped
      schema object
        spec object
          controller string
          parameters object
            apiGroup string
            kind! string
            name! string
            namespace string
            scope string

    kind networking.k8s.io NetworkPolicy networkpolicies short=netpol
      version v1 storage
      schema object
        spec object
          podSelector LabelSelector
          policyTypes [string] list=atomic
          ingress [object] list=atomic
            from [NetworkPeer] list=atomic
            ports [NetworkPort] list=atomic
          egress [object] list=atomic
            to [NetworkPeer] list=atomic
            ports [NetworkPort] list=atomic

    shape NetworkPeer object
      podSelector LabelSelector
      namespaceSelector LabelSelector
      ipBlock object
        cidr! string
        except [string] list=atomic

    shape NetworkPort object
      port int-or-string
      endPort integer format=int32
      protocol string

    kind extensions Ingress ingresses
      version v1beta1 dropped="write ""networking.k8s.io/v1"": paths have a pathType, backends a service with name and port"
      schema object keep

    kind extensions Deployment deployments
      version v1beta1 dropped="write ""apps/v1"", which needs a selector"
      schema object keep

    kind extensions DaemonSet daemonsets
      version v1beta1 dropped="write ""apps/v1"", which needs a selector"
      schema object keep

    kind extensions NetworkPolicy networkpolicies
      version v1beta1 dropped="write ""networking.k8s.io/v1"""
      schema object keep

    kind discovery.k8s.io EndpointSlice endpointslices
      version v1 storage
      version v1beta1 dropped
      schema object
        addressType! string
        endpoints! [object keep] list=atomic
          addresses! [string] list=set
          hostname string
          nodeName string
          zone string
          targetRef ObjectReference
        ports [object] list=atomic
          name string
          port integer format=int32
          protocol string
          appProtocol string

    kind rbac.authorization.k8s.io Role roles
      version v1 storage
      version v1beta1 dropped
      schema object
        rules [PolicyRule] list=atomic nullable

    kind rbac.authorization.k8s.io ClusterRole clusterroles cluster
      version v1 storage
      version v1beta1 dropped
      schema object
        rules [PolicyRule] list=atomic nullable
        aggregationRule object
          clusterRoleSelectors [LabelSelector] list=atomic

    shape PolicyRule object
      verbs! [string] list=atomic
      apiGroups [string] list=atomic
      resources [string] list=atomic
      resourceNames [string] list=atomic
      nonResourceURLs [string] list=atomic

    kind rbac.authorization.k8s.io RoleBinding rolebindings
      version v1 storage
      version v1beta1 dropped
      schema object
        subjects [RoleSubject] list=atomic
        roleRef! RoleReference

    kind rbac.authorization.k8s.io ClusterRoleBinding clusterrolebindings cluster
      version v1 storage
      version v1beta1 dropped
      schema object
        subjects [RoleSubject] list=atomic
        roleRef! RoleReference

    shape RoleSubject object
      apiGroup string
      kind! string enum=ServiceAccount|User|Group
      name! string
      namespace string

    shape RoleReference object
      apiGroup string
      kind! string enum=Role|ClusterRole
      name! string

    kind storage.k8s.io StorageClass storageclasses short=sc cluster
      version v1 storage
      version v1beta1 dropped
      schema object
        provisioner! string
        parameters {string}
        reclaimPolicy string
        mountOptions [string] list=atomic
        allowVolumeExpansion boolean
        volumeBindingMode string
        allowedTopologies [object] list=atomic
          matchLabelExpressions [object] list=atomic
            key! string
            values! [string] list=atomic

    kind storage.k8s.io CSIDriver csidrivers cluster
      version v1 storage
      version v1beta1 dropped
      schema object
        spec! object keep

    kind scheduling.k8s.io PriorityClass priorityclasses short=pc cluster
      version v1 storage
      version v1beta1 dropped
      schema object
        value! integer format=int32
        globalDefault boolean
        description string
        preemptionPolicy string

    kind node.k8s.io RuntimeClass runtimeclasses cluster
      version v1 storage
      version v1beta1 dropped
      schema object
        handler! string
        overhead object keep
        scheduling object keep

    kind apiregistration.k8s.io APIService apiservices cluster
      version v1 storage status
      version v1beta1 dropped
      schema object
        spec object
          service object
            name string
            namespace string
            port integer format=int32
          group string
          version string
          insecureSkipTLSVerify boolean
          caBundle string format=byte
          groupPriorityMinimum! integer format=int32
          versionPriority! integer format=int32
        status object keep

    kind admissionregistration.k8s.io MutatingWebhookConfiguration mutatingwebhookconfigurations cluster
      version v1 storage
      version v1beta1 dropped
      schema object
        webhooks [Webhook] list=map(name)
          reinvocationPolicy string

    kind admissionregistration.k8s.io ValidatingWebhookConfiguration validatingwebhookconfigurations cluster
      version v1 storage
      version v1beta1 dropped
      schema object
        webhooks [Webhook] list=map(name)

    shape Webhook object
      name! string
      admissionReviewVersions [string] list=atomic
      clientConfig! object
        url string
        caBundle string format=byte
        service object
          name! string
          namespace! string
          path string
          port integer format=int32
      rules [object] list=atomic
        operations [string] list=atomic
        apiGroups [string] list=atomic
        apiVersions [string] list=atomic
        resources [string] list=atomic
        scope string
      failurePolicy string
      matchPolicy string
      namespaceSelector LabelSelector
      objectSelector LabelSelector
      sideEffects string
      timeoutSeconds integer format=int32
      matchConditions [object] list=map(name)
        name! string
        expression! string

    kind admissionregistration.k8s.io ValidatingAdmissionPolicy validatingadmissionpolicies cluster
      version v1 storage status
      version v1beta1
      schema object
        spec object keep
        status object keep

    kind admissionregistration.k8s.io ValidatingAdmissionPolicyBinding validatingadmissionpolicybindings cluster
      version v1 storage
      version v1beta1
      schema object
        spec object keep

    kind events.k8s.io Event events short=ev
      version v1 storage
      version v1beta1 dropped
      schema object keep

    kind core Node nodes short=no cluster
      version v1 storage status
      schema object keep

    kind storage.k8s.io VolumeAttributesClass volumeattributesclasses short=vac cluster
      version v1 storage
      version v1beta1
      schema object
        driverName! string
        parameters {string}

    kind flowcontrol.apiserver.k8s.io FlowSchema flowschemas cluster
      version v1 storage status
      version v1beta3 dropped
      version v1beta2 dropped
      schema object keep

    kind flowcontrol.apiserver.k8s.io PriorityLevelConfiguration prioritylevelconfigurations cluster
      version v1 storage status
      version v1beta3 dropped
      version v1beta2 dropped
      schema object keep

    kind admissionregistration.k8s.io MutatingAdmissionPolicy mutatingadmissionpolicies cluster
      version v1 storage
      version v1beta1
      version v1alpha1
      schema object keep

    kind admissionregistration.k8s.io MutatingAdmissionPolicyBinding mutatingadmissionpolicybindings cluster
      version v1 storage
      version v1beta1
      version v1alpha1
      schema object keep
    """#
