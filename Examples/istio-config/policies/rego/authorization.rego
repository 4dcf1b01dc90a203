# METADATA
# title: Authorization
# description: Who may call a workload is written down, and it is not everyone.
package istio.authorization

# METADATA
# title: No rule allows everything
# description: >-
#   A rule without `from`, `to` and `when` fits every request. In a policy that allows, it takes the effect from all
#   others that allow.
# custom:
#   severity: error
deny contains {"msg": msg, "path": sprintf("spec.rules[%d]", [i])} if {
	allows
	some i, rule in input.spec.rules
	every part in ["from", "to", "when"] {
		count(object.get(rule, part, [])) == 0
	}
	msg := sprintf("rule %d of AuthorizationPolicy %q allows every request", [i, input.metadata.name])
}

# METADATA
# title: A caller has a name
# description: The principal `*` is anyone with a certificate of the mesh, that is every workload in it.
# custom:
#   severity: warning
warn contains {"msg": msg, "path": sprintf("spec.rules[%d].from[%d].source.principals[%d]", [i, j, k])} if {
	allows
	some i, rule in input.spec.rules
	some j, from in rule.from
	some k, "*" in from.source.principals
	msg := sprintf("AuthorizationPolicy %q lets every workload of the mesh in", [input.metadata.name])
}

allows if {
	input.kind == "AuthorizationPolicy"
	object.get(input.spec, "action", "ALLOW") == "ALLOW"
}
