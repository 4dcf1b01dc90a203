// Velero's kinds that people write, by hand from the API that Velero documents. Lists may be null, as Velero writes them.

/// Compact notation, see `CompactNotation`.
let veleroCatalogueText = #"""
    kind velero.io Schedule schedules
      version v1 storage
      schema object
        spec! object
          schedule! string
          template! BackupSpec
          paused boolean
          skipImmediately boolean nullable
          useOwnerReferencesInBackup boolean nullable
        status object keep

    kind velero.io Backup backups
      version v1 storage
      schema object
        spec BackupSpec
        status object keep

    shape BackupSpec object
      metadata object
        labels {string}
      includedNamespaces [string] nullable
      excludedNamespaces [string] nullable
      includedResources [string] nullable
      excludedResources [string] nullable
      includedClusterScopedResources [string] nullable
      excludedClusterScopedResources [string] nullable
      includedNamespaceScopedResources [string] nullable
      excludedNamespaceScopedResources [string] nullable
      includeClusterResources boolean nullable
      labelSelector LabelSelector nullable
      orLabelSelectors [LabelSelector nullable] nullable
      ttl string
      storageLocation string
      volumeSnapshotLocations [string]
      snapshotVolumes boolean nullable
      snapshotMoveData boolean nullable
      defaultVolumesToFsBackup boolean nullable
      defaultVolumesToRestic boolean nullable
      orderedResources {string} nullable
      csiSnapshotTimeout string
      itemOperationTimeout string
      volumeGroupSnapshotLabelKey string
      datamover string
      resourcePolicy TypedReference nullable
      uploaderConfig object nullable keep
        parallelFilesUpload integer
      hooks object
        resources [object] nullable
          name! string
          includedNamespaces [string] nullable
          excludedNamespaces [string] nullable
          includedResources [string] nullable
          excludedResources [string] nullable
          labelSelector LabelSelector nullable
          pre [BackupHook]
          post [BackupHook]

    shape BackupHook object
      exec! object
        container string
        command! [string] minItems=1
        onError string enum=Continue|Fail
        timeout string

    kind velero.io Restore restores
      version v1 storage
      schema object
        spec object
          backupName string
          scheduleName string
          includedNamespaces [string] nullable
          excludedNamespaces [string] nullable
          includedResources [string] nullable
          excludedResources [string] nullable
          includeClusterResources boolean nullable
          labelSelector LabelSelector nullable
          orLabelSelectors [LabelSelector nullable] nullable
          namespaceMapping {string}
          restorePVs boolean nullable
          restoreStatus object nullable
            includedResources [string] nullable
            excludedResources [string] nullable
          preserveNodePorts boolean nullable
          existingResourcePolicy string nullable
          itemOperationTimeout string
          resourceModifier TypedReference nullable
          uploaderConfig object nullable keep
            writeSparseFiles boolean nullable
            parallelFilesDownload integer
          hooks object
            resources [object]
              name! string
              includedNamespaces [string] nullable
              excludedNamespaces [string] nullable
              includedResources [string] nullable
              excludedResources [string] nullable
              labelSelector LabelSelector nullable
              postHooks [object]
                exec object
                  container string
                  command! [string] minItems=1
                  onError string enum=Continue|Fail
                  execTimeout string
                  waitTimeout string
                  waitForReady boolean nullable
                init object
                  initContainers [any keep]
                  timeout string
        status object keep

    kind velero.io BackupStorageLocation backupstoragelocations short=bsl
      version v1 storage
      schema object
        spec object
          provider! string
          objectStorage! object
            bucket! string
            prefix string
            caCert string format=byte
            caCertRef SecretKey
          config {string}
          credential SecretKey
          default boolean
          accessMode string enum=ReadOnly|ReadWrite
          backupSyncPeriod string nullable
          validationFrequency string nullable
        status object keep

    kind velero.io VolumeSnapshotLocation volumesnapshotlocations short=vsl
      version v1 storage
      schema object
        spec object
          provider! string
          config {string}
          credential SecretKey
        status object keep

    shape SecretKey object
      name string
      key! string
      optional boolean

    shape TypedReference object
      apiGroup string nullable
      kind! string
      name! string
    """#
