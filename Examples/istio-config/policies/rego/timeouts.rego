# METADATA
# title: Timeouts
# description: A route without a timeout waits for ever, and its callers with it.
package istio.timeouts

# METADATA
# title: Every route has a timeout
# description: >-
#   Istio has no timeout of its own. A workload that hangs takes the connections of all who call it.
# custom:
#   severity: error
deny contains {"msg": msg, "path": sprintf("spec.http[%d].timeout", [i])} if {
	input.kind == "VirtualService"
	some i, route in input.spec.http
	route.route
	not has_timeout(route)
	msg := sprintf(
		"route %s of VirtualService %q has no timeout",
		[object.get(route, "name", sprintf("%d", [i])), input.metadata.name],
	)
}

# `0s` switches it off.
has_timeout(route) if time.parse_duration_ns(route.timeout) > 0
