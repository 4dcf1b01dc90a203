package main

# Every route says how long it may take.
deny contains {"msg": sprintf("route %d of %s has no timeout", [i, input.metadata.name]), "path": ["spec", "http", i]} if {
	input.kind == "VirtualService"
	some i, route in input.spec.http
	not route.timeout
}
