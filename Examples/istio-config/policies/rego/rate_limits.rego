# METADATA
# title: Rate limits
# description: Whoever can be called from everywhere says how often.
package istio.rate_limits

# METADATA
# title: Public hosts have a rate limit
# description: >-
#   Istio has no field for it: the limit stands in an EnvoyFilter, or before the mesh. So it is written down in
#   `exceptions.yaml` where each host has its limit; a route whose hosts are not there is new.
# custom:
#   severity: warning
warn contains {"msg": msg, "path": sprintf("spec.hosts[%d]", [i])} if {
	input.kind == "VirtualService"
	some gateway in input.spec.gateways
	gateway != "mesh"
	some i, host in input.spec.hosts
	not is_limited(host)
	msg := sprintf("nothing says how %s, open to everyone through %s, is limited", [host, gateway])
}

is_limited(host) if {
	some domain, _ in data.exceptions.rate_limits
	endswith(sprintf(".%s", [host]), sprintf(".%s", [domain]))
}
