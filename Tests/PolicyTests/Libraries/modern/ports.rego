# METADATA
# description: Ports that services may open.
package shop.ports

import data.shop.lib

allowed contains port if {
	some team in data.teams
	team.name == lib.owner(input)
	some port in team.ports
}

deny contains lib.finding(path, message) if {
	some i, port in input.spec.ports
	not port.number in allowed
	path := ["spec", "ports", i, "number"]
	message := $"port {port.number} is not one of {lib.owner(input)}'s"
}

deny contains lib.finding(["spec", "ports"], "no port") if {
	input.kind == "Service"
	every port in object.get(input.spec, "ports", []) {
		port.disabled
	}
}

summary.by_path[path] := count(messages) if {
	some finding in deny
	path := finding.path
	messages := {other.msg | some other in deny; other.path == path}
}
