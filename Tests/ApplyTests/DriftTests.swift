import KubeTypes
import Schema
import Testing
import Tree

@testable import Apply

@Suite struct DriftTests {
    private let owner = FieldOwner("mainstay", .apply, apiVersion: "v1")
    private let time = Timestamp(seconds: 1_700_000_000)

    private func schema(_ group: String, _ kind: String) throws -> Schema {
        let definitions = Catalogue.core.definitions + Catalogue.istio.definitions
        return try #require(definitions.first { $0.group == group && $0.kind == kind }?.versions.first).schema
    }

    private func service(_ ports: Node, labels: Node = [:]) -> KubeObject {
        KubeObject([
            "apiVersion": "v1", "kind": "Service", "metadata": ["name": "reviews", "labels": labels],
            "spec": ["ports": ports],
        ])
    }

    @Test("defaults and what others own are no drift")
    func none() throws {
        let schema = try schema("", "Service")
        let desired = service([["port": 80, "name": "http"]])
        var live = try serverSideApply(desired, onto: nil, schema: schema, owner: owner, force: false, at: time)
        live.root = defaulted(live.root, ofBuiltIn: live.type.groupKind, with: schema)
        live.root.set("1", at: ["metadata", "resourceVersion"])
        live.root["status"] = ["loadBalancer": [:]]
        let old = live
        live.root.set("x", at: ["metadata", "labels", "team"])
        let kubectl = FieldOwner("kubectl", .update, apiVersion: "v1")
        live = trackingUpdate(from: old, to: live, schema: schema, owner: kubectl, at: time)
        #expect(try drift(desired: desired, live: live, schema: schema, owner: owner) == [])
    }

    @Test("a write that changes only times is none")
    func unchangedTimes() throws {
        let schema = try schema("", "Service")
        let desired = service([["port": 80]])
        let later = Timestamp(seconds: time.seconds + 60)
        let old = try serverSideApply(desired, onto: nil, schema: schema, owner: owner, force: false, at: time)
        let same = try serverSideApply(desired, onto: nil, schema: schema, owner: owner, force: false, at: later)
        #expect(old != same)
        #expect(ignoringNewTimes(of: same, comparedTo: old) == old)
        let other = try serverSideApply(
            service([["port": 81]]), onto: old, schema: schema, owner: owner, force: false, at: later)
        #expect(ignoringNewTimes(of: other, comparedTo: old) == other)
    }

    @Test("a changed field, a removed one and one no longer wanted are drift")
    func some() throws {
        let schema = try schema("", "Service")
        let first = service(
            [["port": 80, "name": "http"], ["port": 81, "name": "grpc"]], labels: ["a": "1", "b": "1"])
        var live = try serverSideApply(first, onto: nil, schema: schema, owner: owner, force: false, at: time)
        live.root.set("2", at: ["metadata", "labels", "a"])
        let desired = service([["port": 80, "name": "http2"], ["port": 81, "name": "grpc"]], labels: ["a": "1"])
        let found = try drift(desired: desired, live: live, schema: schema, owner: owner)
        #expect(
            found == [
                Difference(path: FieldPath([.key("metadata"), .key("labels"), .key("a")]), desired: "1", live: "2"),
                Difference(path: FieldPath([.key("metadata"), .key("labels"), .key("b")]), desired: nil, live: "1"),
                Difference(
                    path: FieldPath([.key("spec"), .key("ports"), .index(0), .key("name")]), desired: "http2",
                    live: "http"),
            ])
    }

    @Test("differences are told leaf by leaf")
    func differences() {
        let found = Apply.differences(
            from: ["a": ["b": 1], "l": [1, 2], "s": "x"], to: ["a": ["c": 1], "l": [1], "s": "x"])
        #expect(found.map(\.path.description) == ["a.b", "a.c", "l[1]"])
        #expect(found.map(\.desired) == [1, nil, 2] && found.map(\.live) == [nil, 1, nil])
    }

    @Test("force takes a field away from its owner, and equal values are shared")
    func force() throws {
        let schema = try schema("", "ConfigMap")
        func map(_ data: Node) -> KubeObject {
            KubeObject(["apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "a"], "data": data])
        }
        let other = FieldOwner("other", .apply, apiVersion: "v1")
        let live = try serverSideApply(
            map(["k": "v", "l": "v"]), onto: nil, schema: schema, owner: other, force: false, at: time)
        let conflict = ApplyError.conflicts([Conflict(owner: other, path: ".data.k")])
        #expect(throws: conflict) {
            try serverSideApply(
                map(["k": "w", "l": "v"]), onto: live, schema: schema, owner: owner, force: false, at: time)
        }
        let forced = try serverSideApply(
            map(["k": "w", "l": "v"]), onto: live, schema: schema, owner: owner, force: true, at: time)
        let managed = try #require(ManagedFields(forced.root[path: "metadata", "managedFields"]))
        func fields(of owner: FieldOwner) -> String? {
            managed.index(of: owner).map { JSONWriter.text(managed.entries[$0].fields.fieldsV1) }
        }
        #expect(fields(of: other) == #"{"f:data":{"f:l":{}}}"#)
        #expect(fields(of: owner) == #"{"f:data":{"f:k":{},"f:l":{}}}"#)
    }

    @Test("kubectl takes over what its client-side form wrote, unless somebody changed it since")
    func clientSideApply() throws {
        let schema = try schema("", "ConfigMap")
        let kubectl = FieldOwner("kubectl", .apply, apiVersion: "v1")
        func live(_ value: Node) -> KubeObject {
            let object = KubeObject([
                "apiVersion": "v1", "kind": "ConfigMap", "data": ["k": value],
                "metadata": [
                    "name": "a",
                    "annotations": ["kubectl.kubernetes.io/last-applied-configuration": #"{"data":{"k":"v"}}"#],
                ],
            ])
            let client = FieldOwner("kubectl-client-side-apply", .update, apiVersion: "v1")
            return trackingUpdate(from: nil, to: object, schema: schema, owner: client, at: time)
        }
        let wanted = KubeObject([
            "apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "a"], "data": ["k": "w"],
        ])
        let taken = try serverSideApply(wanted, onto: live("v"), schema: schema, owner: kubectl, force: false, at: time)
        #expect(taken.root[path: "data", "k"] == "w")
        #expect(taken.annotation("kubectl.kubernetes.io/last-applied-configuration")?.contains("\"k\":\"w\"") == true)
        #expect(throws: ApplyError.self) {
            try serverSideApply(wanted, onto: live("x"), schema: schema, owner: kubectl, force: false, at: time)
        }
    }

    @Test("a large map is applied whole")
    func large() throws {
        let schema = try schema("", "ConfigMap")
        func map(_ value: String) -> KubeObject {
            let data = Mapping((0..<5000).map { Mapping.Entry("key-number-\($0)", Node(value)) })
            return KubeObject(["apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "a"], "data": Node(data)])
        }
        let live = try serverSideApply(map("v"), onto: nil, schema: schema, owner: owner, force: false, at: time)
        let changed = try serverSideApply(map("w"), onto: live, schema: schema, owner: owner, force: false, at: time)
        #expect(changed.root["data"] == map("w").root["data"])
    }

    @Test("at most ten managers that update; the oldest become one")
    func capped() throws {
        let schema = try schema("", "ConfigMap")
        var live = KubeObject(["apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "a"], "data": ["k0": "v"]])
        live = trackingUpdate(
            from: nil, to: live, schema: schema, owner: FieldOwner("m0", .update, apiVersion: "v1"), at: time)
        for index in 1..<13 {
            var new = live
            new.root.set("v", at: ["data", "k\(index)"])
            let owner = FieldOwner("m\(index)", .update, apiVersion: "v1")
            live = trackingUpdate(
                from: live, to: new, schema: schema, owner: owner, at: Timestamp(seconds: time.seconds + index))
        }
        let managed = try #require(ManagedFields(live.root[path: "metadata", "managedFields"]))
        #expect(managed.entries.count == 10)
        let oldest = try #require(managed.entries.first { $0.owner.manager == "ancient-changes" })
        #expect(oldest.fields.paths.count == 5, "k0 to k3, and data itself")
    }
}
