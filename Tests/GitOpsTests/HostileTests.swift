import Diagnostics
import FileTree
import KubeTypes
import Testing
import Tree

@testable import GitOps

@Suite("Hostile manifests")
struct HostileTests {
    @Test("a product of a million Applications is cut, and ends")
    func product() throws {
        let elements = Node((0..<1000).map { ["n": Node("a\($0)")] })
        let list: Node = ["list": ["elements": elements]]
        let generator: Node = ["matrix": ["generators": [list, ["matrix": ["generators": [list, list]]]]]]
        let world = GitOpsWorld([], files: MemoryFileTree())
        #expect(Generator.rows(generator, false, world, depth: 0)?.count == Generator.limit)
        var deep = list
        for _ in 0..<100 { deep = ["matrix": ["generators": [list, deep]]] }
        #expect(Generator.rows(deep, false, world, depth: 0) == nil)
    }

    @Test("conditions that nest, or are long, are left alone")
    func conditions() {
        #expect(Condition.read(String(repeating: "(", count: 500) + "1" + String(repeating: ")", count: 500)) == nil)
        #expect(Condition.read(String(repeating: "!", count: 4000) + "true") == nil)
        #expect(Condition.read("1" + String(repeating: " + 1", count: 5000)) == nil)
        let chain = Condition.read("result[0] > 1" + String(repeating: " && result[0] > 1", count: 200))
        #expect(chain?.constant == nil)
    }

    @Test(
        "any text is a condition or none",
        arguments: [
            "", " ", "result[", "'", "a.b(", "a ? b", "\"\\", "..", "# > 1", "1e", "let x = 1; x",
            "all(result, {# > 1})",
        ])
    func texts(text: String) { _ = Condition.read(text)?.constant }

    @Test("thousands of Kustomizations that wait for each other are followed")
    func circles() throws {
        let count = 3000
        let objects = (0..<count).map { index -> KubeObject in
            var object = KubeObject(
                GroupVersionKind(group: "kustomize.toolkit.fluxcd.io", version: "v1", kind: "Kustomization"),
                namespace: "a", name: "k\(index)")
            object.root["spec"] = ["dependsOn": [["name": Node("k\((index + 1) % count)")]]]
            return object
        }
        let world = GitOpsWorld([objects], files: MemoryFileTree())
        #expect(world.findings(on: objects, unit: 0).map(\.code) == [.dependencyCircle])
    }

    @Test(
        "schedules are read as Velero reads them",
        arguments: [
            ("0 */6 * * *", true), ("*/15 0-5 1,15 jan-mar MON", true), ("@every 1h30m", true),
            ("CRON_TZ=UTC @weekly", true),
            ("", false), ("* * * * * *", false), ("60 * * * *", false), ("5-1 * * * *", false), ("*/0 * * * *", false),
            ("1, * * * *", false), ("@reboot", false), ("TZ=UTC", false), ("* * 0 * *", false), ("* * * * 7", false),
        ])
    func schedules(text: String, isValid: Bool) { #expect((CronSchedule.problem(text) == nil) == isValid) }

    @Test(
        "queries tell what they leave out",
        arguments: [
            ("sum(a) > 1", "> 1"), ("sum(a > 1)", nil), ("a{b=\"c > d\"}", nil), ("a >= bool 1", nil),
            ("(a\n  == 0)", "== 0"),
            ("a > 1 # or nothing", "> 1"), ("a > 1 or vector(0)", nil), ("a - b", nil), ("order > 1", "> 1"),
        ] as [(String, String?)])
    func queries(text: String, filter: String?) { #expect(PrometheusQuery(text).filter == filter) }
}
