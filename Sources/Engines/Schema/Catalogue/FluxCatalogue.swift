// Flux's kinds, written by hand from the API that Flux 2.9 serves. Earlier versions are known, too, with the fields that
// they had; status fields that are not listed stay.

/// Compact notation, see `CompactNotation`.
let fluxCatalogueText = #"""
    kind kustomize.toolkit.fluxcd.io Kustomization kustomizations short=ks
      version v1 storage status
      schema object
        spec! KustomizationSpec
          validation string dropped="remove the line: Flux lets the server check every object before it writes any"
          patchesStrategicMerge [any keep] dropped="write the patches under ""patches"""
          patchesJson6902 [any keep] dropped="write the patches under ""patches"""
        status object keep
      version v1beta2 dropped
      version v1beta1 dropped
      schema object
        spec! KustomizationSpec
          validation string enum=none|client|server
          patchesStrategicMerge [any keep]
          patchesJson6902 [object]
            patch! any keep
            target! PatchTarget
        status object keep

    shape KustomizationSpec object
      interval! Duration
      retryInterval Duration
      timeout Duration
      path string
      prune! boolean
      deletionPolicy string enum=MirrorPrune|Delete|WaitForTermination|Orphan
      force boolean
      wait boolean
      suspend boolean
      sourceRef! object
        apiVersion string
        kind! string enum=OCIRepository|GitRepository|Bucket|ExternalArtifact
        name! string
        namespace string
      dependsOn [Dependency]
      targetNamespace string minLength=1 maxLength=63
      namePrefix string minLength=1 maxLength=200
      nameSuffix string minLength=1 maxLength=200
      commonMetadata CommonMetadata
      components [string]
      ignoreMissingComponents boolean
      buildMetadata [string]
      patches [Patch]
      images [Image]
      healthChecks [object]
        apiVersion string
        kind! string
        name! string
        namespace string
      healthCheckExprs [HealthExpression]
      ignore [object]
        paths! [string]
        target PatchTarget
      postBuild object
        substitute {string}
        substituteFrom [object]
          kind! string enum=Secret|ConfigMap
          name! string minLength=1 maxLength=253
          optional boolean
        substituteStrategy string
      decryption object
        provider! string enum=sops
        secretRef NameReference
        serviceAccountName string
      serviceAccountName string
      kubeConfig KubeConfig

    kind source.toolkit.fluxcd.io GitRepository gitrepositories short=gitrepo
      version v1 storage status
      schema object
        spec! GitRepositorySpec
          gitImplementation string dropped="remove the line: there is one implementation of Git"
          accessFrom AccessFrom dropped="remove it: it was never acted on"
        status object keep
      version v1beta2 dropped
      version v1beta1 dropped
      schema object
        spec! GitRepositorySpec
          gitImplementation string enum=go-git|libgit2
          accessFrom AccessFrom
        status object keep

    shape GitRepositorySpec object
      url! string pattern="^(http|https|ssh)://.*$"
      interval! Duration
      timeout ShortDuration
      ref GitReference
      secretRef NameReference
      proxySecretRef NameReference
      serviceAccountName string
      provider string enum=generic|aws|azure|github
      verify object
        mode string enum=HEAD|Tag|TagAndHEAD|head
        secretRef! NameReference
      ignore string
      suspend boolean
      recurseSubmodules boolean
      include [object]
        repository! NameReference
        fromPath string
        toPath string
      sparseCheckout [string]

    shape GitReference object
      branch string
      tag string
      semver string
      name string
      commit string

    kind source.toolkit.fluxcd.io OCIRepository ocirepositories short=ocirepo
      version v1 storage status
      version v1beta2 dropped
      schema object
        spec! object
          url! string pattern="^oci://.*$"
          interval! Duration
          timeout ShortDuration
          ref object
            digest string
            semver string
            semverFilter string
            tag string
          layerSelector object
            mediaType string
            operation string enum=extract|copy
          provider string enum=generic|aws|azure|gcp
          secretRef NameReference
          certSecretRef NameReference
          proxySecretRef NameReference
          serviceAccountName string
          verify OCIVerification
          ignore string
          insecure boolean
          suspend boolean
        status object keep

    kind source.toolkit.fluxcd.io HelmRepository helmrepositories short=helmrepo
      version v1 storage status
      version v1beta2 dropped
      version v1beta1 dropped
      schema object
        spec! object
          url! string pattern="^(http|https|oci)://.*$"
          interval Duration
          timeout ShortDuration
          type string enum=default|oci
          provider string enum=generic|aws|azure|gcp
          secretRef NameReference
          certSecretRef NameReference
          passCredentials boolean
          insecure boolean
          suspend boolean
          accessFrom AccessFrom
        status object keep

    kind source.toolkit.fluxcd.io HelmChart helmcharts short=hc
      version v1 storage status
      version v1beta2 dropped
      version v1beta1 dropped
      schema object
        spec! object
          chart! string
          version string
          sourceRef! object
            apiVersion string
            kind! string enum=HelmRepository|GitRepository|Bucket
            name! string
          interval! Duration
          reconcileStrategy string enum=ChartVersion|Revision
          valuesFile string
          valuesFiles [string]
          ignoreMissingValuesFiles boolean
          verify OCIVerification
          suspend boolean
          accessFrom AccessFrom
        status object keep

    kind source.toolkit.fluxcd.io Bucket buckets
      version v1 storage status
      version v1beta2 dropped
      version v1beta1 dropped
      schema object
        spec! object
          bucketName! string
          endpoint! string
          interval! Duration
          timeout ShortDuration
          provider string enum=generic|aws|gcp|azure
          region string
          prefix string
          sts object keep
            provider! string
            endpoint! string
            secretRef NameReference
            certSecretRef NameReference
          secretRef NameReference
          certSecretRef NameReference
          proxySecretRef NameReference
          serviceAccountName string
          ignore string
          insecure boolean
          suspend boolean
          accessFrom AccessFrom
        status object keep

    kind source.toolkit.fluxcd.io ExternalArtifact externalartifacts
      version v1 storage status
      schema object keep

    kind source.extensions.fluxcd.io ArtifactGenerator artifactgenerators short=ag
      version v1beta1 storage status
      schema object keep

    kind helm.toolkit.fluxcd.io HelmRelease helmreleases short=hr
      version v2 storage status
      version v2beta2 dropped
      version v2beta1 dropped
      schema object
        spec! object
          chart object
            metadata CommonMetadata
            spec! object
              chart! string minLength=1 maxLength=2048
              version string
              sourceRef! object
                apiVersion string
                kind string enum=HelmRepository|GitRepository|Bucket
                name! string minLength=1 maxLength=253
                namespace string
              interval Duration
              reconcileStrategy string enum=ChartVersion|Revision
              valuesFile string
              valuesFiles [string]
              ignoreMissingValuesFiles boolean
              verify OCIVerification
          chartRef object
            apiVersion string
            kind! string enum=OCIRepository|HelmChart|ExternalArtifact
            name! string minLength=1 maxLength=253
            namespace string
          interval! Duration
          timeout Duration
          releaseName string minLength=1 maxLength=53
          targetNamespace string minLength=1 maxLength=63
          storageNamespace string minLength=1 maxLength=63
          dependsOn [Dependency]
          values any keep
          valuesFrom [object]
            kind! string enum=Secret|ConfigMap
            name! string minLength=1 maxLength=253
            valuesKey string
            targetPath string
            optional boolean
            literal boolean
          install HelmAction
          upgrade HelmAction
          rollback HelmAction
          uninstall HelmAction
          test HelmAction
          driftDetection object
            mode string enum=enabled|warn|disabled
            ignore [object]
              paths! [string]
              target PatchTarget
          postRenderers [object keep]
            kustomize object
              patches [Patch]
              images [Image]
              patchesStrategicMerge [any keep]
              patchesJson6902 [any keep]
          commonMetadata CommonMetadata
          healthCheckExprs [HealthExpression]
          waitStrategy object keep
          maxHistory integer
          persistentClient boolean
          serviceAccountName string
          kubeConfig KubeConfig
          suspend boolean
        status object keep

    # What belongs to each of Helm's actions grows with the releases.
    shape HelmAction object keep
      timeout Duration
      disableHooks boolean
      disableWait boolean
      disableWaitForJobs boolean
      crds string enum=Skip|Create|CreateReplace
      remediation object
        retries integer
        ignoreTestFailures boolean
        remediateLastFailure boolean
        strategy string enum=rollback|uninstall

    kind notification.toolkit.fluxcd.io Provider providers
      version v1beta3 storage
      version v1beta2 dropped
      version v1beta1 dropped
      schema object
        spec! object
          type! string enum=slack|discord|msteams|rocket|generic|generic-hmac|github|gitlab|gitea|giteapullrequestcomment|bitbucketserver|bitbucket|azuredevops|googlechat|googlepubsub|webex|sentry|azureeventhub|telegram|lark|matrix|opsgenie|alertmanager|grafana|githubdispatch|githubpullrequestcomment|gitlabmergerequestcomment|pagerduty|datadog|nats|zulip|zoom|otel|incident.io
          address string maxLength=2048
          channel string maxLength=2048
          username string maxLength=2048
          secretRef NameReference
          certSecretRef NameReference
          proxySecretRef NameReference
          proxy string
          serviceAccountName string
          commitStatusExpr string
          interval Duration
          timeout ShortDuration
          suspend boolean
        status object keep

    kind notification.toolkit.fluxcd.io Alert alerts
      version v1beta3 storage
      version v1beta2 dropped
      version v1beta1 dropped
      schema object
        spec! object
          providerRef! NameReference
          eventSeverity string enum=info|error
          eventSources! [EventSource]
          eventMetadata {string}
          inclusionList [string]
          exclusionList [string]
          summary string maxLength=255
          suspend boolean
        status object keep

    kind notification.toolkit.fluxcd.io Receiver receivers
      version v1 storage status
      version v1beta2 dropped
      version v1beta1 dropped
      schema object
        spec! object
          type! string enum=generic|generic-hmac|generic-oidc|github|gitlab|bitbucket|harbor|dockerhub|quay|gcr|nexus|acr|cdevents
          interval Duration
          events [string]
          resources! [EventSource]
            filter string
          resourceFilter string
          secretRef NameReference
          oidcProviders [object keep]
          suspend boolean
        status object keep

    shape EventSource object
      apiVersion string
      kind! string
      name! string minLength=1 maxLength=253
      namespace string maxLength=253
      matchLabels {string}

    kind image.toolkit.fluxcd.io ImageRepository imagerepositories short=imagerepo
      version v1 storage status
      schema object
        spec! ImageRepositorySpec required=image,interval
        status object keep
      version v1beta2 dropped
      version v1beta1 dropped
      version v1alpha2 dropped
      schema object
        spec! ImageRepositorySpec
        status object keep

    shape ImageRepositorySpec object
      image! string
      interval Duration
      timeout ShortDuration
      secretRef NameReference
      certSecretRef NameReference
      proxySecretRef NameReference
      serviceAccountName string
      provider string enum=generic|aws|azure|gcp
      accessFrom AccessFrom
      exclusionList [string] maxItems=25
      insecure boolean
      suspend boolean

    kind image.toolkit.fluxcd.io ImagePolicy imagepolicies short=imgpol
      version v1 storage status
      version v1beta2 dropped
      version v1beta1 dropped
      version v1alpha2 dropped
      schema object
        spec! object
          imageRepositoryRef! object
            name! string
            namespace string
          policy! object
            semver object
              range! string
            alphabetical object
              order string enum=asc|desc
            numerical object
              order string enum=asc|desc
          filterTags object
            pattern string
            extract string
          digestReflectionPolicy string enum=Always|IfNotPresent|Never
          interval Duration
          suspend boolean
        status object keep

    kind image.toolkit.fluxcd.io ImageUpdateAutomation imageupdateautomations short=iua
      version v1 storage status
      version v1beta2 dropped="write ""image.toolkit.fluxcd.io/v1"", and .Changed for .Updated in messageTemplate"
      version v1beta1 dropped="write ""image.toolkit.fluxcd.io/v1"", and .Changed for .Updated in messageTemplate"
      version v1alpha2 dropped="write ""image.toolkit.fluxcd.io/v1"", and .Changed for .Updated in messageTemplate"
      schema object
        spec! object
          sourceRef! object
            apiVersion string
            kind string enum=GitRepository
            name! string
            namespace string
          interval! Duration
          git object
            checkout object
              ref! GitReference
            commit! object
              author! object
                name string
                email! string
              signingKey object
                secretRef! NameReference
                type string enum=gpg|ssh
              messageTemplate string
              messageTemplateValues {string}
            push object
              branch string
              refspec string
              options {string}
          policySelector LabelSelector
          update object
            strategy string enum=Setters
            path string
          suspend boolean
        status object keep

    # What several kinds share.

    shape Duration string pattern="^([0-9]+(\.[0-9]+)?(ms|s|m|h))+$"
    shape ShortDuration string pattern="^([0-9]+(\.[0-9]+)?(ms|s|m))+$"

    shape NameReference object
      name! string

    shape Dependency object
      name! string
      namespace string
      readyExpr string

    shape CommonMetadata object
      labels {string}
      annotations {string}

    shape AccessFrom object
      namespaceSelectors! [object]
        matchLabels {string}

    shape HealthExpression object
      apiVersion! string
      kind string
      current! string
      inProgress string
      failed string

    shape PatchTarget object
      group string
      version string
      kind string
      name string
      namespace string
      labelSelector string
      annotationSelector string

    shape Patch object
      patch! string
      target PatchTarget

    shape Image object
      name! string
      newName string
      newTag string
      digest string

    shape KubeConfig object
      secretRef object
        name! string
        key string
      configMapRef NameReference

    shape OCIVerification object
      provider string enum=cosign|notation
      secretRef NameReference
      trustedRootSecretRef NameReference
      matchOIDCIdentity [object]
        issuer! string
        subject! string
    """#
