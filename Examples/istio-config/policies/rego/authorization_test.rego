package istio.authorization_test

import data.istio.authorization

policy(spec) := {"kind": "AuthorizationPolicy", "metadata": {"name": "shop"}, "spec": spec}

test_deny[note] if {
	some note, example in {
		"an empty rule": {"spec": {"rules": [{}]}, "paths": {"spec.rules[0]"}},
		"empty parts": {"spec": {"action": "ALLOW", "rules": [{"from": [], "to": []}]}, "paths": {"spec.rules[0]"}},
		"the second": {
			"spec": {"rules": [{"to": [{"operation": {"methods": ["GET"]}}]}, {}]},
			"paths": {"spec.rules[1]"},
		},
		"no rule allows nothing": {"spec": {}, "paths": set()},
		"everything is denied": {"spec": {"action": "DENY", "rules": [{}]}, "paths": set()},
		"one condition": {"spec": {"rules": [{"when": [{"key": "source.ip"}]}]}, "paths": set()},
	}
	found := authorization.deny with input as policy(example.spec)
	{finding.path | some finding in found} == example.paths
}

test_warn[note] if {
	some note, example in {
		"everyone": {"principals": ["*"], "paths": {"spec.rules[0].from[0].source.principals[0]"}},
		"everyone, too": {
			"principals": ["mesh/ns/a/sa/b", "*"],
			"paths": {"spec.rules[0].from[0].source.principals[1]"},
		},
		"one workload": {"principals": ["mesh/ns/a/sa/b"], "paths": set()},
	}
	spec := {"rules": [{"from": [{"source": {"principals": example.principals}}]}]}
	found := authorization.warn with input as policy(spec)
	{finding.path | some finding in found} == example.paths
}

test_other_kinds_are_left_alone if {
	count(authorization.deny) == 0 with input as {"kind": "VirtualService", "spec": {"rules": [{}]}}
}
