package shop.ports_test

import data.shop.lib
import data.shop.ports

teams := [{"name": "shop", "ports": [80, 443]}, {"name": "mail", "ports": [25]}]

service(labels, numbers) := {
	"kind": "Service",
	"metadata": {"labels": labels},
	"spec": {"ports": [{"number": number} | some number in numbers]},
}

test_deny[note] if {
	some note, tc in {
		"own ports": {"labels": {"owner": "shop"}, "ports": [80, 443], "paths": set()},
		"another's port": {"labels": {"owner": "shop"}, "ports": [80, 25], "paths": {"spec.ports.1.number"}},
		"nobody's": {"labels": {}, "ports": [80], "paths": {"spec.ports.0.number"}},
		"none": {"labels": {"owner": "shop"}, "ports": [], "paths": {"spec.ports"}},
	}
	found := ports.deny with input as service(tc.labels, tc.ports) with data.teams as teams
	{finding.path | some finding in found} == tc.paths
}

test_message if {
	ports.deny == {{"path": "spec.ports.0.number", "msg": "port 99 is not one of nobody's"}} with input as service({}, [99])
		with data.teams as teams
}

test_owner_is_replaced if {
	count(ports.deny) == 0 with input as service({}, [25])
		with data.teams as teams
		with lib.owner as "mail"
}

test_summary if {
	summary := ports.summary with input as service({}, [1, 2]) with data.teams as teams
	summary.by_path == {"spec.ports.0.number": 1, "spec.ports.1.number": 1}
}

test_time_is_fixed if {
	time.now_ns() == 7 with time.now_ns as 7
}

todo_test_ranges if {
	false
}
