package istio.outliers_test

import data.istio.outliers

test_deny[host] if {
	some host, found in {
		"payments.example.net": 1,
		"api.external.example.net": 1,
		"shop": 0,
		"shop.prod": 0,
		"shop.prod.svc": 0,
		"shop.prod.svc.cluster.local": 0,
	}
	rule := {"kind": "DestinationRule", "metadata": {"name": "shop"}, "spec": {"host": host}}
	count(outliers.deny) == found with input as rule
}

test_detection_is_enough if {
	spec := {"host": "payments.example.net", "trafficPolicy": {"outlierDetection": {"consecutive5xxErrors": 5}}}
	count(outliers.deny) == 0 with input as {"kind": "DestinationRule", "metadata": {"name": "shop"}, "spec": spec}
}
