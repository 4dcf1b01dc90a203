# METADATA
# title: Outlier detection
# description: What stands outside of the mesh fails on its own terms; nobody here can restart it.
package istio.outliers

# METADATA
# title: Hosts outside of the mesh have outlier detection
# description: A host that keeps failing is left alone for a while, instead of keeping every caller waiting.
# custom:
#   severity: error
deny contains {"msg": msg, "path": "spec.trafficPolicy.outlierDetection"} if {
	input.kind == "DestinationRule"
	is_outside(input.spec.host)
	not input.spec.trafficPolicy.outlierDetection
	msg := sprintf("DestinationRule %q has no outlier detection for %s", [input.metadata.name, input.spec.host])
}

# `shop`, `shop.prod` and `shop.prod.svc…` are names of the mesh.
is_outside(host) if {
	labels := split(host, ".")
	count(labels) > 2
	labels[2] != "svc"
}
