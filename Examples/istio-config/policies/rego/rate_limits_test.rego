package istio.rate_limits_test

import data.istio.rate_limits

limited := {"example.com": "the load balancer limits"}

test_warn[note] if {
	some note, example in {
		"not known": {"hosts": ["shop.example.org"], "gateways": ["shop"], "paths": {"spec.hosts[0]"}},
		"known": {"hosts": ["example.com"], "gateways": ["shop"], "paths": set()},
		"below a known one": {"hosts": ["*.dev.example.com"], "gateways": ["shop"], "paths": set()},
		"a known one's namesake": {"hosts": ["myexample.com"], "gateways": ["shop"], "paths": {"spec.hosts[0]"}},
		"inside of the mesh": {"hosts": ["shop.example.org"], "gateways": ["mesh"], "paths": set()},
		"both": {"hosts": ["shop.example.org"], "gateways": ["mesh", "shop"], "paths": {"spec.hosts[0]"}},
	}
	spec := {"hosts": example.hosts, "gateways": example.gateways}
	found := rate_limits.warn with input as {"kind": "VirtualService", "metadata": {"name": "shop"}, "spec": spec}
		with data.exceptions.rate_limits as limited
	{finding.path | some finding in found} == example.paths
}
