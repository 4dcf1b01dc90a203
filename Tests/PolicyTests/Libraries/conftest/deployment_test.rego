package main

empty(value) {
  count(value) == 0
}

no_violations {
  empty(deny)
}

no_warnings {
  empty(warn)
}

test_blank_input {
  no_violations with input as {}
}

test_deployment_without_security_context {
  deny["Containers must not run as root in Deployment sample"] with input as {"kind": "Deployment", "metadata": {"name": "sample"}}
}

test_deployment_with_security_context {
  no_violations with input as {"kind": "Deployment", "metadata": {"name": "sample"}, "spec": {
    "selector": {"matchLabels": {"app": "something"}},
    "template": {"spec": {"securityContext": {"runAsNonRoot": true}}},
  }}
}

test_services_not_denied {
  no_violations with input as {"kind": "Service", "metadata": {"name": "sample"}}
}

test_services_issue_warning {
  warn["Found service sample but services are not allowed"] with input as {"kind": "Service", "metadata": {"name": "sample"}}
}

test_tags {
  images := ["a", "a:1", "b:latest"]
  containers := [{"image": image} | image := images[_]]
  found := violation with input as {"spec": {"template": {"spec": {"containers": containers}}}}
  {v.image | v := found[_]} == {"a", "b:latest"}
}

test_other_function {
  found := violation with input as {"spec": {"template": {"spec": {"containers": [{"image": "a"}]}}}} with data.main.split_image as ["a", "1"]
  empty(found)
}
