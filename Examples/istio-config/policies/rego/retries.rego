# METADATA
# title: Retries
# description: A retry hides a failure that passes. Too many make a small failure a big one.
package istio.retries

# METADATA
# title: The route for everyone says how it is retried
# description: >-
#   Without a word Istio tries twice more. Whoever owns the route should have decided that. Routes with a match are for
#   some requests only, testers for example, and may do without.
# custom:
#   severity: warning
warn contains {"msg": msg, "path": sprintf("spec.http[%d].retries", [i])} if {
	input.kind == "VirtualService"
	some i, route in input.spec.http
	route.route
	not route.match
	not route.retries
	msg := sprintf("route %s of VirtualService %q has no retry policy", [name(i, route), input.metadata.name])
}

# METADATA
# title: An attempt fits into the timeout
# description: Before such an attempt is given up, the route's own timeout has ended the request; nothing is retried.
# custom:
#   severity: error
deny contains {"msg": msg, "path": sprintf("spec.http[%d].retries.perTryTimeout", [i])} if {
	input.kind == "VirtualService"
	some i, route in input.spec.http
	each := route.retries.perTryTimeout
	time.parse_duration_ns(each) > time.parse_duration_ns(route.timeout)
	msg := sprintf(
		"route %s of VirtualService %q: an attempt of %s does not fit into %s",
		[name(i, route), input.metadata.name, each, route.timeout],
	)
}

name(i, route) := object.get(route, "name", sprintf("%d", [i]))
