import Diagnostics
import FileTree
import KubeTypes
import Kustomize
import Testing
import Tree

/// What is expected is what kustomize 5.8 gives, also where a person would want something else.
@Suite("Lists that merge by keys")
struct KeyedListTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var object: [String]
        var patch: [String]
        var result: [String]
        var testDescription: String { name }
    }

    private func merged(_ kind: String, _ list: String, _ object: [String], _ patch: [String]) throws -> String {
        func text(_ elements: [String]) -> String {
            "apiVersion: v1\nkind: \(kind)\nmetadata: {name: a}\nspec:\n  \(list): [\(elements.joined(separator: ", "))]\n"
        }
        let small = SmallBuild(
            "resources: [o.yaml]\npatches: [{path: p.yaml}]\n", ["o.yaml": text(object), "p.yaml": text(patch)])
        return try small.yaml
    }

    private func plain(_ kind: String, _ list: String, _ elements: [String]) throws -> String {
        let text =
            "apiVersion: v1\nkind: \(kind)\nmetadata: {name: a}\nspec:\n  \(list): [\(elements.joined(separator: ", "))]\n"
        return try SmallBuild("resources: [o.yaml]\n", ["o.yaml": text]).yaml
    }

    @Test(
        "ports of a Service go by port and protocol",
        arguments: [
            Case(
                name: "both have both keys",
                object: ["{port: 80, protocol: TCP}", "{port: 80, protocol: UDP}"],
                patch: ["{port: 80, protocol: UDP, nodePort: 1}"],
                result: ["{port: 80, protocol: TCP}", "{port: 80, protocol: UDP, nodePort: 1}"]),
            Case(
                name: "nobody has the second key", object: ["{port: 80}", "{port: 90}"],
                patch: ["{port: 90, nodePort: 1}", "{port: 70}"],
                result: ["{port: 90, nodePort: 1}", "{port: 70}", "{port: 80}"]),
            Case(
                name: "only the object has the second key, and wins",
                object: ["{port: 80, protocol: TCP, nodePort: 1}"], patch: ["{port: 80, nodePort: 2}"],
                result: ["{port: 80, protocol: TCP, nodePort: 1}"]),
            Case(
                name: "only the patch has the second key, and loses", object: ["{port: 80, nodePort: 1}"],
                patch: ["{port: 80, protocol: TCP, nodePort: 2}"], result: ["{port: 80, nodePort: 1}"]),
            Case(
                name: "a new port without the second key stands first",
                object: ["{port: 80, protocol: TCP}"], patch: ["{port: 90}"],
                result: ["{port: 90}", "{port: 80, protocol: TCP}"]),
            Case(
                name: "delete needs the keys that the object has",
                object: ["{port: 80, protocol: TCP}", "{port: 90, protocol: TCP}"],
                patch: ["{port: 80, $patch: delete}", "{port: 90, protocol: TCP, $patch: delete}"],
                result: ["{port: 80, protocol: TCP}"]),
            Case(
                name: "a key that the patch removes comes back", object: ["{port: 80, protocol: TCP}"],
                patch: ["{port: 80, protocol: null, nodePort: 1}"], result: ["{port: 80, protocol: TCP}"]),
            Case(
                name: "keys are compared as texts, and quotes stay", object: ["{port: \"80\"}"],
                patch: ["{port: 80, nodePort: 1}"], result: ["{port: \"80\", nodePort: 1}"]),
        ])
    func servicePorts(_ example: Case) throws {
        let found = try merged("Service", "ports", example.object, example.patch)
        let wanted = try plain("Service", "ports", example.result)
        #expect(found == wanted)
    }

    @Test(
        "containers go by name",
        arguments: [
            Case(
                name: "patched ones first", object: ["{name: a, image: i}", "{name: b, image: j}"],
                patch: ["{name: b, tty: true}"], result: ["{name: b, image: j, tty: true}", "{name: a, image: i}"]),
            Case(
                name: "of two patches with one name the first counts for what is new", object: ["{name: b, image: j}"],
                patch: ["{name: a, image: k}", "{name: a, image: l}"],
                result: ["{name: a, image: k}", "{name: b, image: j}"]),
            Case(
                name: "replace within a list is lost to the object's element", object: ["{name: a, image: i}"],
                patch: ["{name: a, image: k, $patch: replace}"], result: ["{name: a, image: i}"]),
            Case(
                name: "an element without a name puts an end to the others",
                object: ["{name: b}", "{image: nameless}", "{name: c}"], patch: ["{name: b, tty: true}"],
                result: ["{image: nameless}"]),
            Case(
                name: "deleting all leaves an empty list", object: ["{name: a, image: i}"],
                patch: ["{name: a, $patch: delete}"], result: []),
        ])
    func containers(_ example: Case) throws {
        let found = try merged("Pod", "containers", example.object, example.patch)
        let wanted = try plain("Pod", "containers", example.result)
        #expect(found == wanted)
    }

    @Test("a long list takes no longer than it has to", .timeLimit(.minutes(1)))
    func long() throws {
        let count = 10_000
        func pod(_ names: [Int]) -> String {
            let variables = names.map { "{name: v\($0), value: x\($0)}" }.joined(separator: ", ")
            return
                "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: [{name: c, env: [\(variables)]}]\n"
        }
        let small = SmallBuild(
            "resources: [o.yaml]\npatches: [{path: p.yaml}]\n",
            ["o.yaml": pod(Array(0..<count)), "p.yaml": pod([count, 5])])
        let variables = try small.result().objects[0].spec["containers"]?[0]?["env"]?.elements ?? []
        #expect(variables.count == count + 1)
        #expect(variables.prefix(3).map { $0["name"] } == ["v10000", "v5", "v0"])
    }

    @Test("a scalar in such a list is refused with its place")
    func scalar() {
        let pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: "
        let small = SmallBuild(
            "resources: [o.yaml]\npatches: [{path: p.yaml}]\n",
            ["o.yaml": pod + "[b, {name: c}]\n", "p.yaml": pod + "[{name: c}]\n"])
        #expect(small.refusal?.code == .patchFailed)
        #expect(small.refusal?.place.description == "app/o.yaml:5:16")
    }
}

@Suite("Null and quotes in patches")
struct PatchedValueTests {
    @Test(
        "a field of an object of any kind",
        arguments: [
            ("{a: 1, b: 2}", "{a: null}", "{b: 2}"),
            ("{a: {b: 1}}", "{a: {b: null}}", "{a: {}}"),
            ("{a: null}", "{b: 1}", "{a: null, b: 1}"),
            ("{a: null}", "{a: null, b: 1}", "{b: 1}"),
            ("{a: 1}", "{b: null, c: {d: null, e: {f: null}}}", "{a: 1, c: {e: {}}}"),
            ("{a: [1, null]}", "{b: [null, {c: null}]}", "{a: [1, null], b: [null, {c: null}]}"),
            ("{a: {b: 1}}", "{a: {}}", "{a: {b: 1}}"),
            ("{a: [1]}", "{a: []}", "{a: []}"),
            (#"{a: "5", b: 5}"#, #"{a: 6, b: "6"}"#, #"{a: "6", b: "6"}"#),
            (#"{a: 'x'}"#, "{a: true}", #"{a: "true"}"#),
            ("{a: {b: 1, c: 2}}", "{a: {$patch: replace, d: 3}}", "{a: {d: 3}}"),
            ("{a: {b: 1}}", "{a: {$patch: delete}}", "{}"),
        ])
    func values(object: String, patch: String, result: String) throws {
        func text(_ spec: String) -> String { "apiVersion: x.io/v1\nkind: Foo\nmetadata: {name: a}\nspec: \(spec)\n" }
        let small = SmallBuild(
            "resources: [o.yaml]\npatches: [{path: p.yaml}]\n", ["o.yaml": text(object), "p.yaml": text(patch)])
        let expected = try SmallBuild("resources: [o.yaml]\n", ["o.yaml": text(result)]).yaml
        #expect(try small.yaml == expected)
    }

    @Test("empty annotations are not written, empty labels are", arguments: ["{}", "null"])
    func emptyMetadata(map: String) throws {
        let object = "apiVersion: v1\nkind: Service\nmetadata: {name: a, annotations: \(map), labels: \(map)}\n"
        let yaml = try SmallBuild("resources: [o.yaml]\n", ["o.yaml": object]).yaml
        #expect(yaml == "apiVersion: v1\nkind: Service\nmetadata:\n  labels: \(map)\n  name: a\n")
    }

    @Test("a JSON patch is read by YAML 1.1 and may replace what is missing in an object")
    func jsonPatch() throws {
        let kustomization = """
            resources: [o.yaml]
            patches:
            - target: {kind: Foo}
              patch: |-
                - {op: replace, path: /spec/new, value: yes}
                - {op: add, path: /spec/quoted, value: "yes"}
            """
        let object = "apiVersion: x.io/v1\nkind: Foo\nmetadata: {name: a}\nspec: {}\n"
        let root = try SmallBuild(kustomization, ["o.yaml": object]).result().objects[0].root
        #expect(root["spec"]?["new"] == true)
        #expect(root["spec"]?["quoted"] == "yes")
    }
}
