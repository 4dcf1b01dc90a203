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
# title: All attempts fit into the timeout
# description: Attempts that the route's own timeout cuts off only add load.
# custom:
#   severity: error
deny contains {"msg": msg, "path": sprintf("spec.http[%d].retries.perTryTimeout", [i])} if {
	input.kind == "VirtualService"
	some i, route in input.spec.http
	attempts := route.retries.attempts + 1
	needed := attempts * time.parse_duration_ns(route.retries.perTryTimeout)
	needed > time.parse_duration_ns(route.timeout)
	msg := sprintf(
		"route %s of VirtualService %q: %d attempts of %s do not fit into %s",
		[name(i, route), input.metadata.name, attempts, route.retries.perTryTimeout, route.timeout],
	)
}

name(i, route) := object.get(route, "name", sprintf("%d", [i]))
