import KubeTypes
import Schema
import Store
import Testing
import Tree

@testable import APIServer

@Suite("Requests")
struct RequestTests {
    private static func target(
        _ group: String, _ version: String, _ resource: String, in namespace: String? = nil, name: String? = nil,
        _ subresource: String? = nil
    ) -> RequestTarget {
        .resource(
            ResourceTarget(
                type: GroupVersionResource(group: group, version: version, resource: resource), namespace: namespace,
                name: name, subresource: subresource))
    }

    @Test(
        "a path says what it speaks of",
        arguments: [
            ("/", .root), ("/api", .coreVersions), ("/apis", .groups), ("/apis/apps", .group("apps")),
            ("/api/v1", .resources(group: "", version: "v1")),
            ("/apis/apps/v1", .resources(group: "apps", version: "v1")),
            ("/version", .version), ("/version/x", .unknown), ("/healthz", .health), ("/readyz/ping", .health),
            ("/openapi/v3", .openAPIIndex), ("/openapi/v3/api/v1", .openAPI(group: "", version: "v1")),
            ("/openapi/v3/apis/apps/v1", .openAPI(group: "apps", version: "v1")), ("/openapi/v2", .openAPIv2),
            ("/metrics", .unknown), ("/api/v1/namespaces", target("", "v1", "namespaces")),
            ("/api/v1/namespaces/shop", target("", "v1", "namespaces", name: "shop")),
            ("/api/v1/namespaces/shop/status", target("", "v1", "namespaces", name: "shop", "status")),
            ("/api/v1/namespaces/shop/finalize", target("", "v1", "namespaces", name: "shop", "finalize")),
            ("/api/v1/namespaces/shop/configmaps", target("", "v1", "configmaps", in: "shop")),
            ("/api/v1/namespaces/shop/configmaps/a%2Fb", .nothing(group: "")),
            ("/api/v1/configmaps", target("", "v1", "configmaps")),
            (
                "/apis/networking.istio.io/v1/namespaces/shop/gateways/web/status",
                target("networking.istio.io", "v1", "gateways", in: "shop", name: "web", "status")
            ),
            ("/apis/apps/v1/namespaces/a/deployments/b/c/d", .nothing(group: "apps")),
            ("/healthz/none", .unknownCheck),
        ] as [(String, RequestTarget)])
    func targets(path: String, expected: RequestTarget) { #expect(RequestTarget(path: path) == expected) }

    @Test(
        "escapes are undone, and what is none stays",
        arguments: [
            ("a%20b", false, "a b"), ("a+b", false, "a+b"), ("a+b", true, "a b"), ("100%", false, "100%"),
            ("%zz", false, "%zz"), ("%C3%A4", false, "ä"), ("%2", false, "%2"), ("%2b", true, "+"),
        ])
    func decoding(text: String, plusIsBlank: Bool, expected: String) {
        #expect(percentDecoded(text, plusIsBlank: plusIsBlank) == expected)
    }

    @Test("a query sets its options, and others are ignored")
    func options() throws {
        let list = try RequestOptions(
            query: "labelSelector=app%3Dweb&fieldSelector=metadata.name%3Da&limit=5&continue=x&watch=1&timeoutSeconds=7"
                + "&allowWatchBookmarks=true&pretty=true")
        #expect(list.labelSelector.matches(["app": "web"]))
        #expect(!list.labelSelector.matches(["app": "db"]))
        #expect(list.fieldSelector.requirements.count == 1)
        #expect(list.limit == 5)
        #expect(list.timeoutSeconds == 7)
        #expect(list.isWatch && list.allowsBookmarks)
        let patch = try RequestOptions(
            query: "dryRun=All&fieldManager=a+b&fieldManager=c&fieldValidation=Strict&force=true&fieldManager=%zz",
            as: .patch)
        #expect(patch.isDryRun && patch.force == true)
        #expect(patch.fieldManager == "a b")
        #expect(patch.fieldValidation == .strict)
        #expect(try RequestOptions(query: "") == RequestOptions(query: "watch=false&limit=&fieldValidation="))
    }

    @Test(
        "an option out of its range is refused",
        arguments: [
            ("dryRun=Some", .create, 422, "FieldValueNotSupported"),
            ("dryRun=", .delete, 422, "FieldValueNotSupported"),
            ("fieldValidation=Loud", .update, 422, "FieldValueNotSupported"), ("limit=x", .list, 400, nil),
            ("labelSelector=a%3D%3D%3D(", .list, 400, nil), ("labelSelector=!", .list, 400, nil),
            ("labelSelector=-a", .list, 400, nil), ("labelSelector=a,,b", .list, 400, nil),
            ("fieldSelector=a", .list, 400, nil), ("fieldSelector=a%3Db%3Dc", .list, 400, nil),
            ("includeObject=All", .list, 400, nil), ("export=1", .get, 400, nil),
            ("sendInitialEvents=true", .list, 422, "FieldValueForbidden"),
            ("watch=1&sendInitialEvents=true", .list, 422, "FieldValueForbidden"),
            ("resourceVersionMatch=Exact", .list, 422, "FieldValueForbidden"),
            ("fieldManager=" + String(repeating: "a", count: 129), .create, 422, "FieldValueTooLong"),
            ("fieldManager=a%0Ab", .patch, 422, "FieldValueInvalid"),
        ] as [(String, OptionsKind, Int, String?)])
    func badOptions(query: String, kind: OptionsKind, code: Int, reason: String?) {
        do {
            _ = try RequestOptions(query: query, as: kind)
            Issue.record("expected an error")
        } catch {
            #expect(error.code == code)
            #expect(error.causes.first?.reason == reason)
            if reason != nil { #expect(error.kind == kind.rawValue && error.group == "meta.k8s.io") }
        }
    }

    @Test("options of another verb do not count", arguments: [("dryRun=Some", OptionsKind.list), ("limit=x", .create)])
    func otherOptions(query: String, kind: OptionsKind) throws { _ = try RequestOptions(query: query, as: kind) }

    @Test(
        "a client gets the first form that the server has",
        arguments: [
            ("", .object, false, false), ("*/*", .object, false, false), ("application/yaml", .object, true, false),
            ("application/vnd.kubernetes.protobuf, application/json", .object, false, false),
            ("application/json;as=Table;v=v1;g=meta.k8s.io,application/json", .table, false, false),
            ("application/json;as=Table;v=v1beta1;g=meta.k8s.io, application/json", .object, false, false),
            ("application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1", .partialMetadata, false, false),
            ("application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList", .object, false, true),
        ] as [(String, Representation.Shape, Bool, Bool)])
    func representation(accept: String, shape: Representation.Shape, isYAML: Bool, isAggregated: Bool) throws {
        let representation = try Representation(accept: accept)
        #expect(representation.shape == shape)
        #expect(representation.isYAML == isYAML)
        #expect(representation.isAggregatedDiscovery == isAggregated)
    }

    @Test(
        "a form that the server lacks is not acceptable",
        arguments: ["text/html", "application/vnd.kubernetes.protobuf"])
    func notAcceptable(accept: String) {
        do {
            _ = try Representation(accept: accept)
            Issue.record("expected an error")
        } catch {
            #expect(error.code == 406)
        }
    }
}

@Suite("Tables for people")
struct TableTests {
    private static let root: Node = [
        "metadata": ["annotations": ["a.b/c": "x"]],
        "spec": ["hosts": ["one", "two"], "ports": [["name": "http", "n": 80], ["name": "https", "n": 443]]],
        "status": ["conditions": [["type": "Synced", "status": "False"], ["type": "Ready", "status": "True"]]],
    ]

    @Test(
        "a path finds its nodes in order",
        arguments: [
            (".spec.hosts", #"[["one","two"]]"#), ("{.spec.hosts[*]}", #"["one","two"]"#),
            ("$.spec.hosts[0]", #"["one"]"#),
            (".spec.hosts[-1]", #"["two"]"#), (".spec.hosts[7]", "[]"), (".spec.ports[*].name", #"["http","https"]"#),
            (#".metadata.annotations.a\.b/c"#, #"["x"]"#), (".metadata.annotations['a.b/c']", #"["x"]"#),
            (#".status.conditions[?(@.type=="Ready")].status"#, #"["True"]"#),
            (".status.conditions[?(@.type=='None')].status", "[]"), (".none.deep", "[]"),
            (".spec.ports.*.n", "[80,443]"),
        ])
    func paths(path: String, expected: String) {
        #expect(JSONWriter.text(Node(JSONPath(path).find(in: Self.root))) == expected)
    }

    @Test(
        "a path that is none finds nothing, and does not hang",
        arguments: ["", "[", ".", "..", ".spec[", "]", "{", ".a]b"])
    func badPaths(path: String) { _ = JSONPath(path).find(in: Self.root) }

    @Test(
        "an age is shown as kubectl shows it",
        arguments: [
            (-2, "<invalid>"), (0, "0s"), (119, "119s"), (120, "2m"), (121, "2m1s"), (599, "9m59s"), (600, "10m"),
            (10799, "179m"), (10800, "3h"), (10860, "3h1m"), (28800, "8h"), (172_799, "47h"), (172_800, "2d"),
            (176_400, "2d1h"), (691_200, "8d"), (63_072_000, "2y"), (63_158_400, "2y1d"), (283_824_000, "9y"),
        ])
    func ages(seconds: Int, expected: String) { #expect(shortDuration(seconds: seconds) == expected) }
}

@Suite("Stored objects")
struct StoredObjectTests {
    @Test(
        "the answer put together from bytes equals the one from the tree",
        arguments: [
            #"{"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"a","namespace":"b"},"data":{"x":",\"metadata\":{"}}"#,
            #"{"data":{"kind":"x"},"metadata":{},"apiVersion":"v1","kind":"ConfigMap"}"#,
            #"{"apiVersion":"v1","kind":"ConfigMap","metadata":{"resourceVersion":"3","labels":{"ä":"\n"}}}"#,
        ])
    func splicing(text: String) throws {
        let object = KubeObject(try JSONReader.read(text))
        let record = Record(key: object.key, revision: 42, bytes: StoredObject.bytes(of: object))
        var bytes: [UInt8] = []
        StoredObject.appendJSON(record, apiVersion: "v2", to: &bytes)
        let spliced = try JSONReader.read(bytes)
        let whole = try StoredObject.object(record, apiVersion: "v2")
        #expect(spliced == whole.root)
        #expect(whole.resourceVersion == "42")
        #expect(whole.apiVersion == "v2")
        #expect(whole.root["data"] == object.root["data"])
    }

    @Test("damaged bytes are an internal error that names the object")
    func damaged() {
        let record = Record(key: ObjectKey(namespace: "shop", name: "web"), revision: 1, bytes: Array("{".utf8))
        do {
            _ = try StoredObject.object(record)
            Issue.record("expected an error")
        } catch {
            #expect(error.code == 500)
            #expect(error.message.contains("shop/web"))
        }
    }

    @Test("versions come the most stable first")
    func versions() {
        let names = ["v1alpha1", "foo", "v2", "v1beta1", "v10", "v1beta2", "bar", "v1", "v2alpha1", "v11beta2"]
        let definition = ResourceDefinition(
            group: "g", kind: "K", plural: "ks",
            versions: names.map { ResourceDefinition.Version(name: $0, schema: Schema.anything) } + [
                ResourceDefinition.Version(name: "v99", isServed: false, schema: Schema.anything)
            ])
        #expect(
            ResourceTable([definition]).versions(of: "g")
                == ["v10", "v2", "v1", "v11beta2", "v1beta2", "v1beta1", "v2alpha1", "v1alpha1", "bar", "foo"])
    }

    @Test("a page of a list says where the next begins")
    func continueToken() throws {
        let token = ContinueToken(revision: 7, key: ObjectKey(namespace: "shop", name: "web"))
        let read = try #require(try ContinueToken(token.text))
        #expect(read.revision == 7 && read.key == token.key)
        #expect(try ContinueToken("") == nil)
        for text in ["x", "e30="] {
            do {
                _ = try ContinueToken(text)
                Issue.record("expected an error")
            } catch {
                #expect(error.code == 400)
            }
        }
    }
}

@Suite("Metadata")
struct MetadataTests {
    private static let gateways = ResourceDefinition(group: "networking.istio.io", kind: "Gateway", plural: "gateways")
    private static let namespaces = ResourceDefinition(
        group: "", kind: "Namespace", plural: "namespaces", scope: .cluster, isBuiltIn: true)

    private func fields(_ object: KubeObject, _ definition: ResourceDefinition = gateways) -> [String] {
        Metadata.causes(object, definition).map(\.field)
    }

    private func object(_ name: String) -> KubeObject {
        KubeObject(GroupVersionKind(group: "", version: "v1", kind: "K"), name: name)
    }

    @Test(
        "names are DNS subdomains, those of namespaces labels",
        arguments: [
            ("web", true, true), ("web-1.example", true, false), ("1", true, true), ("", false, false),
            ("Web", false, false), ("-web", false, false), ("web-", false, false), ("a..b", false, false),
            ("wéb", false, false), ("a_b", false, false), (String(repeating: "a", count: 63), true, true),
            (String(repeating: "a", count: 64), true, false), (String(repeating: "a", count: 253), true, false),
            (String(repeating: "a", count: 254), false, false),
        ])
    func names(name: String, isName: Bool, isNamespace: Bool) {
        #expect(fields(object(name)).isEmpty == isName)
        #expect(fields(object(name), Self.namespaces).isEmpty == isNamespace)
    }

    @Test(
        "labels have their rules",
        arguments: [
            ("app", "web", true), ("app", "", true), ("example.com/app", "A_b.c-1", true), ("app", "-web", false),
            ("app", "web ", false), ("a b", "x", false), ("/app", "x", false), ("Example.com/app", "x", false),
            ("example.com/", "x", false), ("a/b/c", "x", false), ("app", String(repeating: "a", count: 64), false),
            (String(repeating: "a", count: 64), "x", false), ("app@x", "x", false), ("app", "a@b", false),
            ("app", "a[b", false), ("app", "a`b", false), ("app", "a{b", false),
        ])
    func labels(key: String, value: String, isValid: Bool) {
        var object = object("web")
        object.root.set(Node(value), at: ["metadata", "labels", key])
        #expect(fields(object).isEmpty == isValid)
    }

    @Test("a client cannot change what is the server's")
    func systemFields() {
        var live = object("web")
        for (field, value) in [("uid", "1"), ("creationTimestamp", "t"), ("deletionTimestamp", "d")] {
            live.root.set(Node(value), at: ["metadata", field])
        }
        live.root.set(4, at: ["metadata", "generation"])
        var sent = object("web")
        sent.root.set("2", at: ["metadata", "uid"])
        sent.root.set(9, at: ["metadata", "generation"])
        sent.root.set("x", at: ["metadata", "selfLink"])
        Metadata.keepSystemFields(of: live, in: &sent)
        #expect(sent.root == live.root)
    }

    @Test("a field of metadata that is null is not set, and a label that is null is empty")
    func nulls() {
        var root: Node = [
            "metadata": ["name": "a", "creationTimestamp": nil, "annotations": nil, "labels": ["x": nil, "y": "1"]],
            "data": nil,
        ]
        Metadata.settleNulls(in: &root)
        #expect(root == ["metadata": ["name": "a", "labels": ["x": "", "y": "1"]], "data": nil])
    }

    @Test("a generation begins with a change outside metadata and status")
    func generations() {
        let live = KubeObject(["kind": "K", "metadata": ["name": "a"], "spec": ["x": 1], "status": ["y": 1]])
        func isNew(hasStatus: Bool = true, _ change: (inout Node) -> Void) -> Bool {
            var object = live
            change(&object.root)
            return Metadata.isNewGeneration(object, live, hasStatus: hasStatus)
        }
        #expect(!isNew { _ in })
        #expect(!isNew { $0.set("x", at: ["metadata", "labels", "a"]) })
        #expect(!isNew { $0.set(2, at: ["status", "y"]) })
        #expect(isNew(hasStatus: false) { $0.set(2, at: ["status", "y"]) })
        #expect(isNew { $0.set(2, at: ["spec", "x"]) })
        #expect(isNew { $0["data"] = ["a": "b"] })
    }
}
