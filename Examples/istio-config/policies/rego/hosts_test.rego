package istio.hosts_test

import data.istio.hosts

paths(kind, spec) := {finding.path |
	some finding in hosts.deny with input as {"kind": kind, "metadata": {"name": "shop"}, "spec": spec}
}

test_deny[note] if {
	some note, example in {
		"a route": {"kind": "VirtualService", "spec": {"hosts": ["*"]}, "paths": {"spec.hosts[0]"}},
		"an outside host": {"kind": "ServiceEntry", "spec": {"hosts": ["a.example", "*"]}, "paths": {"spec.hosts[1]"}},
		"a part of a domain": {"kind": "VirtualService", "spec": {"hosts": ["*.example.com"]}, "paths": set()},
		"a gateway": {
			"kind": "Gateway", "spec": {"servers": [{"hosts": ["shop.example.com"]}, {"hosts": ["*"]}]},
			"paths": {"spec.servers[1].hosts[0]"},
		},
		"a gateway, with a namespace": {
			"kind": "Gateway", "spec": {"servers": [{"hosts": ["shop/*"]}]},
			"paths": {"spec.servers[0].hosts[0]"},
		},
		"another kind": {"kind": "Sidecar", "spec": {"hosts": ["*"]}, "paths": set()},
	}
	paths(example.kind, example.spec) == example.paths
}
