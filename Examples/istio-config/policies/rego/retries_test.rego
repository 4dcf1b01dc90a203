package istio.retries_test

import data.istio.retries

virtual_service(route) := {
	"kind": "VirtualService", "metadata": {"name": "shop"},
	"spec": {"http": [object.union({"route": [{"destination": {"host": "shop"}}]}, route)]},
}

test_warn[note] if {
	some note, example in {
		"nothing said": {"route": {}, "found": 1},
		"said": {"route": {"retries": {"attempts": 2}}, "found": 0},
		"said to be none": {"route": {"retries": {"attempts": 0}}, "found": 0},
		"for testers": {"route": {"match": [{"headers": {"x-canary": {"exact": "true"}}}]}, "found": 0},
	}
	count(retries.warn) == example.found with input as virtual_service(example.route)
}

test_deny[note] if {
	some note, example in {
		"it fits": {"timeout": "3s", "each": "3s", "found": set()},
		"it does not": {
			"timeout": "2s", "each": "3s",
			"found": {`route 0 of VirtualService "shop": an attempt of 3s does not fit into 2s`},
		},
		"no timeout": {"timeout": "", "each": "3s", "found": set()},
	}
	route := {"timeout": example.timeout, "retries": {"attempts": 2, "perTryTimeout": example.each}}
	found := retries.deny with input as virtual_service(route)
	{finding.msg | some finding in found} == example.found
}

test_deny_points_at_the_field if {
	route := {"timeout": "500ms", "retries": {"attempts": 1, "perTryTimeout": "1s"}}
	found := retries.deny with input as virtual_service(route)
	{finding.path | some finding in found} == {"spec.http[0].retries.perTryTimeout"}
}
