// Argo CD's kinds, written by hand from what Argo CD 3.5 documents of them. The spec is strict; the status and the
// operation keep fields that are not listed here.

/// Compact notation, see `CompactNotation`.
let argoCatalogueText = #"""
    kind argoproj.io Application applications short=app,apps
      version v1alpha1 storage
      column "Sync Status" string .status.sync.status
      column "Health Status" string .status.health.status
      column Revision string .status.sync.revision priority=10
      column Project string .spec.project priority=10
      schema object
        spec! ApplicationSpec
        status object keep
          resources [object keep]
            group string
            version string
            kind string
            namespace string
            name string
            status string
            health Health
            hook boolean
            requiresPruning boolean
            requiresDeletionConfirmation boolean
            syncWave integer format=int64
          sync object keep
            status! string
            comparedTo object keep
            revision string
            revisions [string]
          health Health
          history [object keep]
            id! integer format=int64
            revision string
            revisions [string]
            source object keep
            sources [object keep]
            deployStartedAt string format=date-time
            deployedAt! string format=date-time
            initiatedBy object keep
          conditions [object keep]
            type! string
            message! string
            lastTransitionTime string format=date-time
          reconciledAt string format=date-time
          observedAt string format=date-time
          operationState object keep
            operation! Operation
            phase! string
            message string
            syncResult object keep
            startedAt! string format=date-time
            finishedAt string format=date-time
            retryCount integer format=int64
          sourceType string
          sourceTypes [string]
          summary object keep
            images [string]
            externalURLs [string]
            isAppOfApps boolean
          resourceHealthSource string
          controllerNamespace string
          sourceHydrator object keep
        operation Operation

    shape ApplicationSpec object
      project! string
      source Source
      sources [Source]
      sourceHydrator object
        drySource! object
          repoURL! string
          targetRevision! string
          path! string
          helm Helm
          kustomize Kustomize
          directory Directory
          plugin Plugin
        syncSource! object
          targetBranch! string
          path! string minLength=1 pattern="^.{2,}|[^./]$"
          repoURL string
        hydrateTo object
          targetBranch! string
      destination! Destination
      syncPolicy SyncPolicy
      ignoreDifferences [IgnoreDifference]
      info [Info]
      revisionHistoryLimit integer format=int64

    kind argoproj.io AppProject appprojects short=appproj,appprojs
      version v1alpha1 storage
      schema object
        spec! object
          description string maxLength=255
          sourceRepos [string]
          sourceNamespaces [string]
          destinations [Destination]
          destinationServiceAccounts [object]
            server! string
            namespace string
            defaultServiceAccount! string
          clusterResourceWhitelist [ClusterKind]
          clusterResourceBlacklist [ClusterKind]
          namespaceResourceWhitelist [NamespacedKind]
          namespaceResourceBlacklist [NamespacedKind]
          orphanedResources object
            warn boolean
            ignore [object]
              group string
              kind string
              name string
          roles [object]
            name! string
            description string
            policies [string]
            groups [string]
            jwtTokens [object]
              iat! integer format=int64
              exp integer format=int64
              id string
          syncWindows [object]
            kind string
            schedule string
            duration string
            applications [string]
            namespaces [string]
            clusters [string]
            manualSync boolean
            timeZone string
            andOperator boolean
            description string maxLength=255
            syncOverrun boolean
          signatureKeys [object]
            keyID! string
          sourceIntegrity object keep
          permitOnlyProjectScopedClusters boolean
        status object keep

    shape NamespacedKind object
      group! string
      kind! string

    shape ClusterKind object
      group! string
      kind! string
      name string

    shape Health object keep
      status string
      message string
      lastTransitionTime string format=date-time

    shape Operation object keep
      sync object keep
        revision string
        revisions [string]
        prune boolean
        dryRun boolean
        syncStrategy SyncStrategy
        resources [object]
          group string
          kind! string
          name! string
          namespace string
        source Source
        sources [Source]
        manifests [string]
        syncOptions [string]
        autoHealAttemptsCount integer format=int64
      initiatedBy object
        username string
        automated boolean
      info [Info]
      retry Retry

    shape SyncStrategy object
      apply object
        force boolean
      hook object
        force boolean

    shape Destination object
      server string
      name string
      namespace string

    shape Info object
      name! string
      value! string

    shape IgnoreDifference object
      group string
      kind! string
      name string
      namespace string
      jsonPointers [string]
      jqPathExpressions [string]
      managedFieldsManagers [string]

    shape SyncPolicy object
      automated object
        enabled boolean
        prune boolean
        selfHeal boolean
        allowEmpty boolean
      syncOptions [string]
      retry Retry
      managedNamespaceMetadata object
        labels {string}
        annotations {string}

    shape Retry object
      limit integer format=int64
      refresh boolean
      backoff object
        duration string
        factor integer format=int64
        maxDuration string

    shape Source object
      repoURL! string
      path string
      targetRevision string
      chart string
      ref string
      name string
      tagPrefix string
      helm Helm
      kustomize Kustomize
      directory Directory
      plugin Plugin

    shape Helm object
      valueFiles [string]
      parameters [object]
        name string
        value string
        forceString boolean
      releaseName string
      values string
      valuesObject object keep
      fileParameters [object]
        name string
        path string
      version string
      passCredentials boolean
      ignoreMissingValueFiles boolean
      skipCrds boolean
      skipTests boolean
      skipSchemaValidation boolean
      namespace string
      kubeVersion string
      apiVersions [string]

    shape Kustomize object
      namePrefix string
      nameSuffix string
      images [string]
      replicas [object]
        name! string
        count! int-or-string
      commonLabels {string}
      forceCommonLabels boolean
      labelWithoutSelector boolean
      labelIncludeTemplates boolean
      commonAnnotations {string}
      commonAnnotationsEnvsubst boolean
      forceCommonAnnotations boolean
      namespace string
      patches [object]
        path string
        patch string
        target object
          group string
          version string
          kind string
          name string
          namespace string
          annotationSelector string
          labelSelector string
        options {boolean}
      components [string]
      ignoreMissingComponents boolean
      version string
      kubeVersion string
      apiVersions [string]

    shape Directory object
      recurse boolean
      include string
      exclude string
      jsonnet object
        extVars [JsonnetVariable]
        tlas [JsonnetVariable]
        libs [string]

    shape JsonnetVariable object
      name! string
      value! string
      code boolean

    shape Plugin object
      name string
      env [object]
        name! string
        value! string
      parameters [object]
        name string
        string string
        array [string]
        map {string}
    """#
