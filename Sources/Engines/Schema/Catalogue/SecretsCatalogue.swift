// Kinds that keep secrets out of Git: SealedSecret (Sealed Secrets) and those of the External Secrets Operator 2, by hand from
// what the projects document. What a provider of secrets takes is its own matter and kept as it is.

/// Compact notation, see `CompactNotation`.
let secretsCatalogueText = #"""
    kind bitnami.com SealedSecret sealedsecrets
      version v1alpha1 storage status
      schema object
        spec! object
          encryptedData {string} keep
          data string
          template object keep
            metadata object keep nullable
              labels {string}
              annotations {string}
            type string
            immutable boolean
            data {string} nullable
        status object keep

    kind external-secrets.io ExternalSecret externalsecrets short=es categories=external-secrets
      version v1 storage status
      version v1beta1 dropped
      schema object
        spec ExternalSecretSpec
        status object keep

    kind external-secrets.io ClusterExternalSecret clusterexternalsecrets short=ces categories=external-secrets cluster
      version v1 storage status
      version v1beta1 dropped
      schema object
        spec object
          externalSecretName string minLength=1 maxLength=253
          externalSecretMetadata Metadata
          externalSecretSpec! ExternalSecretSpec
          namespaceSelector LabelSelector
          namespaceSelectors [LabelSelector]
          namespaces [string]
          refreshTime string
        status object keep

    shape ExternalSecretSpec object
      refreshPolicy string enum=CreatedOnce|Periodic|OnChange
      refreshInterval string default="1h0m0s"
      syncWindows any keep
      secretStoreRef StoreReference
      target object
        name string
        creationPolicy string enum=Owner|Orphan|Merge|CreateOrMerge|None
        deletionPolicy string enum=Delete|Merge|Retain
        immutable boolean
        manifest object
          apiVersion! string
          kind! string
        template Template
      data [object]
        secretKey! string minLength=1 maxLength=253 pattern="^[-._a-zA-Z0-9]+$"
        remoteRef! RemoteReference
        sourceRef SourceReference
      dataFrom [object]
        extract RemoteReference
        find object
          path string
          name object
            regexp string
          tags {string}
          conversionStrategy string enum=Default|Unicode
          decodingStrategy string enum=Auto|Base64|Base64URL|None
          nullBytePolicy string
        rewrite [object keep]
          regexp object
            source! string
            target! string
          transform object
            template! string
          merge object keep
        sourceRef SourceReference

    shape RemoteReference object
      key! string
      property string
      version string
      metadataPolicy string enum=None|Fetch
      conversionStrategy string enum=Default|Unicode
      decodingStrategy string enum=Auto|Base64|Base64URL|None
      nullBytePolicy string

    shape SourceReference object
      storeRef StoreReference
      generatorRef object
        apiVersion string
        kind! string
        name! string

    shape StoreReference object
      name string
      kind string enum=SecretStore|ClusterSecretStore

    shape Metadata object keep
      labels {string}
      annotations {string}

    shape Template object
      type string
      engineVersion string enum=v1|v2
      metadata Metadata
      mergePolicy string enum=Replace|Merge
      data {string}
      templateFrom [object]
        configMap TemplateReference
        secret TemplateReference
        target string
        literal string

    shape TemplateReference object
      name! string
      items! [object]
        key! string
        templateAs string enum=Values|KeysAndValues

    kind external-secrets.io SecretStore secretstores short=ss categories=external-secrets
      version v1 storage status
      version v1beta1 dropped
      schema object
        spec StoreSpec
        status object keep

    kind external-secrets.io ClusterSecretStore clustersecretstores short=css categories=external-secrets cluster
      version v1 storage status
      version v1beta1 dropped
      schema object
        spec StoreSpec
        status object keep

    shape StoreSpec object
      controller string
      provider! object keep minProperties=1 maxProperties=1
      refreshInterval integer
      retrySettings object
        maxRetries integer format=int32
        retryInterval string
      conditions [object]
        namespaceSelector LabelSelector
        namespaces [string]
        namespaceRegexes [string]

    kind external-secrets.io PushSecret pushsecrets short=ps categories=external-secrets
      version v1alpha1 storage status
      schema object
        spec PushSecretSpec
        status object keep

    kind external-secrets.io ClusterPushSecret clusterpushsecrets categories=external-secrets cluster
      version v1alpha1 storage status
      schema object
        spec object
          pushSecretName string
          pushSecretMetadata Metadata
          pushSecretSpec! PushSecretSpec
          namespaceSelectors [LabelSelector]
          refreshTime string
        status object keep

    shape PushSecretSpec object keep
      refreshInterval string
      updatePolicy string enum=Replace|IfNotExists
      deletionPolicy string enum=Delete|None
      secretStoreRefs! [object]
        name string
        kind string enum=SecretStore|ClusterSecretStore
        labelSelector LabelSelector
      selector! object
        secret object
          name string
          selector LabelSelector
        generatorRef object
          apiVersion string
          kind! string
          name! string
      template Template
      data [object keep]
        match! object
          secretKey string
          remoteRef! object
            remoteKey! string
            property string
        metadata any keep
        conversionStrategy string enum=None|ReverseUnicode
      dataTo [object keep]
    """#
