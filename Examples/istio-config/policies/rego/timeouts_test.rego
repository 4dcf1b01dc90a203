package istio.timeouts_test

import data.istio.timeouts

virtual_service(http) := {"kind": "VirtualService", "metadata": {"name": "shop"}, "spec": {"http": http}}

to_shop := [{"destination": {"host": "shop"}}]

test_cases[note] if {
	some note, example in {
		"a timeout": {"http": [{"timeout": "5s", "route": to_shop}], "paths": set()},
		"none": {"http": [{"route": to_shop}], "paths": {"spec.http[0].timeout"}},
		"switched off": {"http": [{"timeout": "0s", "route": to_shop}], "paths": {"spec.http[0].timeout"}},
		"no duration": {"http": [{"timeout": "soon", "route": to_shop}], "paths": {"spec.http[0].timeout"}},
		"only the second": {
			"http": [{"timeout": "5s", "route": to_shop}, {"name": "slow", "route": to_shop}],
			"paths": {"spec.http[1].timeout"},
		},
		"a redirect needs none": {"http": [{"redirect": {"uri": "/"}}], "paths": set()},
	}
	found := timeouts.deny with input as virtual_service(example.http)
	{finding.path | some finding in found} == example.paths
}

test_message_names_the_route if {
	found := timeouts.deny with input as virtual_service([{"name": "all", "route": to_shop}])
	{finding.msg | some finding in found} == {`route all of VirtualService "shop" has no timeout`}
}

test_other_kinds_are_left_alone if {
	count(timeouts.deny) == 0 with input as {"kind": "Gateway", "metadata": {"name": "shop"}, "spec": {"http": [{}]}}
}
