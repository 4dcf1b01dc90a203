# METADATA
# title: Hosts
# description: A name that fits every host takes requests that belong to others.
package istio.hosts

# METADATA
# title: No host is a star alone
# description: >-
#   "*" fits every host. Requests for names that nobody has thought of go there, and the next team's routes lose theirs.
# custom:
#   severity: error
deny contains {"msg": msg, "path": path} if {
	some path, host in hosts
	# A Gateway may write a namespace before its host.
	regex.replace(host, `^[^/]*/`, "") == "*"
	msg := sprintf("%s %q takes every host", [input.kind, input.metadata.name])
}

hosts[sprintf("spec.hosts[%d]", [i])] := host if {
	input.kind in {"ServiceEntry", "VirtualService"}
	some i, host in input.spec.hosts
}

hosts[sprintf("spec.servers[%d].hosts[%d]", [i, j])] := host if {
	input.kind == "Gateway"
	some i, server in input.spec.servers
	some j, host in server.hosts
}
