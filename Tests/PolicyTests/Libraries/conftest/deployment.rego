package main

import data.lib.kubernetes

name = input.metadata.name

deny[msg] {
  kubernetes.is_workload
  not input.spec.template.spec.securityContext.runAsNonRoot = true
  msg = sprintf("Containers must not run as root in %s %s", [input.kind, name])
}

deny[msg] {
  kubernetes.is_workload
  not input.spec.selector.matchLabels.app
  msg = sprintf("%s %s must have an app label", [input.kind, name])
}

warn[msg] {
  kubernetes.is_service
  msg = sprintf("Found service %s but services are not allowed", [name])
}

violation[{"msg": msg, "image": image}] {
  some i
  image := input.spec.template.spec.containers[i].image
  [_, tag] := split_image(image)
  tag == "latest"
  msg := sprintf("container %d uses latest", [i])
}

split_image(image) = [image, "latest"] {
  not contains(image, ":")
}

split_image(image) = [base, tag] {
  [base, tag] = split(image, ":")
}
