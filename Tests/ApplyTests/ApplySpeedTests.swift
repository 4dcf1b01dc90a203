import KubeTypes
import Schema
import Testing
import Tree

@testable import Apply

@Suite struct ApplySpeedTests {
    /// About 1.6 kB, as the load test of the recordings has them.
    private var virtualService: KubeObject {
        func route(_ index: Int) -> Node {
            [
                "name": Node("route-\(index)"),
                "match": [["uri": ["prefix": Node("/shop/\(index)")], "headers": ["end-user": ["exact": "jason"]]]],
                "route": [
                    ["destination": ["host": "reviews.shop.svc.cluster.local", "subset": "v1"], "weight": 90],
                    ["destination": ["host": "reviews.shop.svc.cluster.local", "subset": "v2"], "weight": 10],
                ],
                "timeout": "5s", "retries": ["attempts": 3, "perTryTimeout": "2s", "retryOn": "5xx,connect-failure"],
            ]
        }
        return KubeObject([
            "apiVersion": "networking.istio.io/v1", "kind": "VirtualService",
            "metadata": [
                "name": "reviews", "namespace": "shop",
                "labels": ["app.kubernetes.io/name": "reviews", "app.kubernetes.io/part-of": "shop"],
            ],
            "spec": [
                "hosts": ["reviews.shop.example", "reviews"], "gateways": ["mesh", "istio-system/public"],
                "http": Node((0..<4).map(route)),
            ],
        ])
    }

    @Test("applying is fast enough to be done for every object of a sync")
    func apply() throws {
        let schema = try #require(
            Catalogue.istio.definition(group: "networking.istio.io", kind: "VirtualService")?.version("v1")
        ).schema
        let owner = FieldOwner("mainstay", .apply, apiVersion: "networking.istio.io/v1")
        let time = Timestamp(seconds: 1_700_000_000)
        let first = virtualService
        let live = try serverSideApply(first, onto: nil, schema: schema, owner: owner, force: false, at: time)
        var changed = first
        changed.root.set(["reviews.shop.example"], at: ["spec", "hosts"])
        changed.root.remove(at: ["metadata", "labels", "app.kubernetes.io/part-of"])
        let rounds = 500
        for (name, object) in [("no change", first), ("changed", changed)] {
            let clock = ContinuousClock()
            let spent = try clock.measure {
                for _ in 0..<rounds {
                    _ = try serverSideApply(
                        object, onto: live, schema: schema, owner: owner, force: false, at: time)
                }
            }
            print("apply, \(name), \(JSONWriter.bytes(first.root).count) bytes: \(spent / rounds)")
            #expect(spent / rounds < .milliseconds(10))
        }
        let clock = ContinuousClock()
        let check = clock.measure { for _ in 0..<rounds { _ = violations(of: first.root, against: schema) } }
        print("check: \(check / rounds)")
        #expect(violations(of: first.root, against: schema).isEmpty)
    }
}
