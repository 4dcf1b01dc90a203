package k8suniquehost

identical(obj, review) {
  obj.metadata.namespace == review.object.metadata.namespace
  obj.metadata.name == review.object.metadata.name
}

violation[{"msg": msg}] {
  input.review.kind.kind == "VirtualService"
  re_match("^networking.istio.io$", input.review.kind.group)
  host := input.review.object.spec.hosts[_]
  other := data.inventory.namespace[_][otherapiversion]["VirtualService"][name]
  re_match("^networking.istio.io/.+$", otherapiversion)
  other.spec.hosts[_] == host
  not identical(other, input.review)
  msg := sprintf("host of VirtualService conflicts with an existing one <%v>", [host])
}
