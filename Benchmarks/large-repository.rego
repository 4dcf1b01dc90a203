# What a platform team might ask of the mesh of Benchmarks/large-repository.
package mesh

import rego.v1

owners := {sprintf("team-%d", [number]) | some number in numbers.range(0, 9)}

# Kinds that a team owns.
owned if input.kind in {"VirtualService", "DestinationRule", "AuthorizationPolicy", "ServiceEntry"}

subject := sprintf("%s %s/%s", [input.kind, input.metadata.namespace, input.metadata.name])

deny contains sprintf("%s has no known owner", [subject]) if {
	owned
	not input.metadata.annotations["example.com/owner"] in owners
}

deny contains sprintf("%s: a name of the metadata is not lower case", [subject]) if {
	owned
	not regex.match(`^[a-z0-9]([-a-z0-9]*[a-z0-9])?$`, input.metadata.name)
}

deny contains {"msg": msg, "path": ["spec", "http", i, "timeout"]} if {
	input.kind == "VirtualService"
	some i, route in input.spec.http
	not route.timeout
	msg := sprintf("%s: route %d has no timeout", [subject, i])
}

deny contains {"msg": msg, "path": ["spec", "http", i, "route"]} if {
	input.kind == "VirtualService"
	some i, route in input.spec.http
	count(route.route) > 1
	shares := sum([destination.weight | some destination in route.route])
	shares != 100
	msg := sprintf("%s: the shares of route %d are %d together", [subject, i, shares])
}

warn contains {"msg": msg, "path": ["spec", "http", i]} if {
	input.kind == "VirtualService"
	some i, route in input.spec.http
	some destination in route.route
	not endswith(destination.destination.host, ".svc.cluster.local")
	msg := sprintf("%s: %s is a short name", [subject, destination.destination.host])
}

deny contains sprintf("%s switches TLS off", [subject]) if {
	input.kind == "DestinationRule"
	input.spec.trafficPolicy.tls.mode == "DISABLE"
}

warn contains sprintf("%s has no outlier detection", [subject]) if {
	input.kind == "DestinationRule"
	not input.spec.trafficPolicy.outlierDetection
}

deny contains sprintf("%s: a rule lets everybody in", [subject]) if {
	input.kind == "AuthorizationPolicy"
	some rule in input.spec.rules
	not rule.from
	not rule.to
	not rule.when
}
