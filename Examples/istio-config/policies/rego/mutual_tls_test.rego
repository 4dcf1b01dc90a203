package istio.mutual_tls_test

import data.istio.mutual_tls

object_of(kind, spec) := {"kind": kind, "metadata": {"name": "shop"}, "spec": spec}

paths(kind, spec) := {finding.path |
	some finding in mutual_tls.deny with input as object_of(kind, spec)
}

test_servers[note] if {
	some note, example in {
		"strict": {"spec": {"mtls": {"mode": "STRICT"}}, "paths": set()},
		"nothing said": {"spec": {}, "paths": set()},
		"permissive": {"spec": {"mtls": {"mode": "PERMISSIVE"}}, "paths": {"spec.mtls.mode"}},
		"off": {"spec": {"mtls": {"mode": "DISABLE"}}, "paths": {"spec.mtls.mode"}},
		"off for one port": {
			"spec": {"mtls": {"mode": "STRICT"}, "portLevelMtls": {"8080": {"mode": "DISABLE"}}},
			"paths": {`spec.portLevelMtls["8080"].mode`},
		},
	}
	paths("PeerAuthentication", example.spec) == example.paths
}

test_clients[note] if {
	off := {"tls": {"mode": "DISABLE"}}
	some note, example in {
		"nothing said": {"spec": {"host": "shop"}, "paths": set()},
		"mutual": {"spec": {"host": "shop", "trafficPolicy": {"tls": {"mode": "ISTIO_MUTUAL"}}}, "paths": set()},
		"off": {"spec": {"host": "shop", "trafficPolicy": off}, "paths": {"spec.trafficPolicy.tls.mode"}},
		"off for one port": {
			"spec": {"host": "shop", "trafficPolicy": {"portLevelSettings": [off]}},
			"paths": {"spec.trafficPolicy.portLevelSettings[0].tls.mode"},
		},
		"off for one subset": {
			"spec": {"host": "shop", "subsets": [{"name": "v1"}, {"name": "v2", "trafficPolicy": off}]},
			"paths": {"spec.subsets[1].trafficPolicy.tls.mode"},
		},
	}
	paths("DestinationRule", example.spec) == example.paths
}
