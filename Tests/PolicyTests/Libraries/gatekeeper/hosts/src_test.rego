package k8suniquehost

test_no_data {
  results := violation with input as {"review": review(service("shop", "prod", ["a.example"]))}
  count(results) == 0
}

test_the_same_object {
  one := service("shop", "prod", ["a.example"])
  results := violation with input as {"review": review(one)} with data.inventory as inventory([one])
  count(results) == 0
}

test_conflict {
  one := service("shop", "prod", ["a.example", "b.example"])
  other := service("shop", "staging", ["b.example"])
  results := violation with input as {"review": review(one)} with data.inventory as inventory([other])
  results == {{"msg": "host of VirtualService conflicts with an existing one <b.example>"}}
}

test_several {
  one := service("shop", "prod", ["a.example", "b.example"])
  others := [service("x", "staging", ["b.example"]), service("y", "staging", ["a.example", "b.example"])]
  results := violation with input as {"review": review(one)} with data.inventory as inventory(others)
  count(results) == 2
}

review(obj) = {"kind": {"kind": "VirtualService", "version": "v1", "group": "networking.istio.io"}, "object": obj}

service(name, ns, hosts) = out {
  out = {
    "kind": "VirtualService",
    "apiVersion": "networking.istio.io/v1",
    "metadata": {"name": name, "namespace": ns},
    "spec": {"hosts": hosts},
  }
}

inventory(objs) = out {
  namespaces := {ns | ns = objs[_].metadata.namespace}
  out = {
    "namespace": {ns: {"networking.istio.io/v1": {"VirtualService": members}} |
      ns := namespaces[_]
      members := {name: obj | obj := objs[_]; obj.metadata.namespace == ns; name := obj.metadata.name}
    },
  }
}
