# METADATA
# title: Mutual TLS
# description: Nobody on the network between workloads can read or change what they say to each other.
package istio.mutual_tls

# METADATA
# title: Workloads take mutual TLS only
# description: PERMISSIVE and DISABLE let plain text in. A migration may need PERMISSIVE; production does not.
# custom:
#   severity: error
deny contains {"msg": msg, "path": path} if {
	input.kind == "PeerAuthentication"
	some path, mode in server_modes
	mode in {"PERMISSIVE", "DISABLE"}
	msg := sprintf("PeerAuthentication %q takes plain text: mode %s", [input.metadata.name, mode])
}

# METADATA
# title: Clients do not switch mutual TLS off
# description: >-
#   Without `tls` a client uses mutual TLS by itself where the other side has it. DISABLE sends plain text, which a strict
#   server refuses.
# custom:
#   severity: error
deny contains {"msg": msg, "path": path} if {
	input.kind == "DestinationRule"
	some path, mode in client_modes
	mode == "DISABLE"
	msg := sprintf("DestinationRule %q sends plain text to %s", [input.metadata.name, input.spec.host])
}

server_modes["spec.mtls.mode"] := input.spec.mtls.mode

server_modes[sprintf("spec.portLevelMtls[%q].mode", [port])] := settings.mode if {
	some port, settings in input.spec.portLevelMtls
}

client_modes["spec.trafficPolicy.tls.mode"] := input.spec.trafficPolicy.tls.mode

client_modes[sprintf("spec.trafficPolicy.portLevelSettings[%d].tls.mode", [i])] := settings.tls.mode if {
	some i, settings in input.spec.trafficPolicy.portLevelSettings
}

client_modes[sprintf("spec.subsets[%d].trafficPolicy.tls.mode", [i])] := subset.trafficPolicy.tls.mode if {
	some i, subset in input.spec.subsets
}
