import KubeTypes
import Testing
import Tree

@testable import Schema

@Suite struct DefaultingTests {
    private func finished(_ kind: GroupKind, _ object: Node) throws -> Node {
        let definition = try #require(Catalogue.core.definition(group: kind.group, kind: kind.kind))
        return defaulted(object, ofBuiltIn: kind, with: definition.versions[0].schema)
    }

    @Test("a Deployment gets what the API server fills in")
    func deployment() throws {
        let node = try finished(
            GroupKind(group: "apps", kind: "Deployment"),
            [
                "spec": [
                    "template": [
                        "spec": ["containers": [["name": "a", "image": "app:1"], ["name": "b", "image": "b"]]]
                    ]
                ]
            ])
        let spec = try #require(node["spec"])
        #expect(spec["replicas"] == 1 && spec["revisionHistoryLimit"] == 10 && spec["progressDeadlineSeconds"] == 600)
        #expect(
            spec["strategy"] == [
                "type": "RollingUpdate", "rollingUpdate": ["maxSurge": "25%", "maxUnavailable": "25%"],
            ])
        let pod = try #require(spec[path: "template", "spec"])
        #expect(pod["restartPolicy"] == "Always" && pod["dnsPolicy"] == "ClusterFirst")
        #expect(pod["terminationGracePeriodSeconds"] == 30 && pod["schedulerName"] == "default-scheduler")
        #expect(pod["securityContext"] == [:])
        #expect(
            pod["containers"]?[0] == [
                "name": "a", "image": "app:1", "resources": [:], "terminationMessagePath": "/dev/termination-log",
                "terminationMessagePolicy": "File", "imagePullPolicy": "IfNotPresent",
            ])
        #expect(pod["containers"]?[1]?["imagePullPolicy"] == "Always")
    }

    @Test("a Service's target port is its port")
    func service() throws {
        let node = try finished(
            GroupKind(group: "", kind: "Service"),
            ["spec": ["ports": [["port": 80], ["port": 81, "targetPort": "http", "protocol": "UDP"]]]])
        #expect(
            node["spec"] == [
                "type": "ClusterIP", "sessionAffinity": "None", "internalTrafficPolicy": "Cluster",
                "ports": [
                    ["port": 80, "protocol": "TCP", "targetPort": 80],
                    ["port": 81, "protocol": "UDP", "targetPort": "http"],
                ],
            ])
    }

    @Test("what says nothing goes, as in typed objects")
    func nothings() throws {
        let node = try finished(
            GroupKind(group: "", kind: "ConfigMap"),
            [
                "metadata": ["name": "a", "labels": [:], "finalizers": [], "annotations": ["x": nil]],
                "data": ["k": nil],
                "binaryData": nil,
            ])
        #expect(node == ["metadata": ["name": "a", "annotations": ["x": ""]], "data": ["k": ""]])
    }

    @Test("pruning tells what it drops and leaves free fields alone")
    func pruning() throws {
        let schema = try #require(Catalogue.argo.definition(group: "argoproj.io", kind: "Application")?.versions.first)
            .schema
        let (node, dropped) = pruned(
            ["spec": ["sorce": 1, "sources": [["repoURL": "r", "x": 2]]], "status": ["free": 1], "top": 1], with: schema
        )
        #expect(dropped.map(\.description) == ["top", "spec.sorce", "spec.sources[0].x"])
        #expect(node == ["spec": ["sources": [["repoURL": "r"]]], "status": ["free": 1]])
    }
}
