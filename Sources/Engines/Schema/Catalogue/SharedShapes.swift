// The shapes that all kinds share, from the Kubernetes API reference ("ObjectMeta", "LabelSelector", "Condition").
// Lists say how they merge: in server-side apply (`list=`) and in strategic merge patches (`merge`).

/// Compact notation, see `CompactNotation`.
let sharedShapesText = #"""
    shape ObjectMeta object component=io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta
      name string
      generateName string
      namespace string
      selfLink string
      uid string
      resourceVersion string
      generation integer format=int64
      creationTimestamp string format=date-time nullable
      deletionTimestamp string format=date-time nullable
      deletionGracePeriodSeconds integer format=int64
      labels {string}
      annotations {string}
      ownerReferences [OwnerReference] list=map(uid) merge=uid
      finalizers [string] list=set merge
      managedFields [ManagedFieldsEntry] list=atomic

    shape MicroTime string format=date-time component=io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime

    shape OwnerReference object map=atomic component=io.k8s.apimachinery.pkg.apis.meta.v1.OwnerReference
      apiVersion! string
      kind! string
      name! string
      uid! string
      controller boolean
      blockOwnerDeletion boolean

    shape ManagedFieldsEntry object component=io.k8s.apimachinery.pkg.apis.meta.v1.ManagedFieldsEntry
      manager string
      operation string
      apiVersion string
      time string format=date-time nullable
      fieldsType string
      fieldsV1 object keep
      subresource string

    shape LabelSelector object map=atomic component=io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector
      matchLabels {string}
      matchExpressions [object] list=atomic
        key! string
        operator! string
        values [string] list=atomic

    shape Condition object component=io.k8s.apimachinery.pkg.apis.meta.v1.Condition
      type! string
      status! string
      observedGeneration integer format=int64
      lastTransitionTime! string format=date-time
      reason! string
      message! string

    shape ObjectReference object map=atomic component=io.k8s.api.core.v1.ObjectReference
      apiVersion string
      kind string
      namespace string
      name string
      uid string
      resourceVersion string
      fieldPath string
    """#
