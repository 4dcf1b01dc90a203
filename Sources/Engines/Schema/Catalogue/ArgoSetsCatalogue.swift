// Argo CD's ApplicationSet, written by hand from what Argo CD 3.5 documents of it. Generators that ask a service are kept as
// they are.

/// Compact notation, see `CompactNotation`; it uses shapes of `ArgoCatalogue.swift`.
let argoSetsCatalogueText = #"""
    kind argoproj.io ApplicationSet applicationsets short=appset,appsets
      version v1alpha1 storage status
      schema object
        spec! object
          goTemplate boolean
          goTemplateOptions [string]
          generators! [Generator]
          template! object
            metadata! object
              name string
              namespace string
              labels {string}
              annotations {string}
              finalizers [string]
            spec! ApplicationSpec
          templatePatch string
          syncPolicy object
            preserveResourcesOnDeletion boolean
            applicationsSync string enum=create-only|create-update|create-delete|sync
          strategy object
            type string
            deletionOrder string
            rollingSync object
              steps [object]
                matchExpressions [object]
                  key string
                  operator string
                  values [string]
                maxUpdate int-or-string
          preservedFields object
            annotations [string]
            labels [string]
          ignoreApplicationDifferences [object]
            name string
            jsonPointers [string]
            jqPathExpressions [string]
          applyNestedSelectors boolean
        status object keep

    shape Generator object
      list ListGenerator
      clusters ClustersGenerator
      git GitGenerator
      matrix object
        generators! [NestedGenerator]
        template TemplateOverride
      merge object
        generators! [NestedGenerator]
        mergeKeys! [string]
        template TemplateOverride
      scmProvider object keep
      pullRequest object keep
      clusterDecisionResource ClusterDecision
      plugin PluginGenerator
      selector LabelSelector

    shape NestedGenerator object
      list ListGenerator
      clusters ClustersGenerator
      git GitGenerator
      matrix any keep
      merge any keep
      scmProvider object keep
      pullRequest object keep
      clusterDecisionResource ClusterDecision
      plugin PluginGenerator
      selector LabelSelector

    shape ListGenerator object
      elements [any keep]
      elementsYaml string
      template TemplateOverride

    shape ClustersGenerator object
      selector LabelSelector
      values {string}
      flatList boolean
      template TemplateOverride

    shape GitGenerator object
      repoURL! string
      revision! string
      directories [object]
        path! string
        exclude boolean
      files [object]
        path! string
        exclude boolean
      pathParamPrefix string
      values {string}
      requeueAfterSeconds integer format=int64
      template TemplateOverride

    shape ClusterDecision object
      configMapRef! string
      name string
      labelSelector LabelSelector
      values {string}
      requeueAfterSeconds integer format=int64
      template TemplateOverride

    shape PluginGenerator object
      configMapRef! object
        name! string
      input object
        parameters object keep
      values {string}
      requeueAfterSeconds integer format=int64
      template TemplateOverride

    # It is laid over the template, so nothing has to be there.
    shape TemplateOverride object keep
    """#
