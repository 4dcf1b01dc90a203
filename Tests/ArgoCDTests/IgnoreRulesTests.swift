import KubeTypes
import Testing
import Tree

@testable import ArgoCD

@Suite("Differences that do not count")
struct IgnoreRulesTests {
    @Test(
        "globs",
        arguments: [
            ("*", "", true), ("*", "apps", true), ("apps", "apps", true), ("apps", "app", false),
            ("*.istio.io", "networking.istio.io", true),
            ("*.istio.io", "istio.io", false), ("?pps", "apps", true), ("?", "", false), ("a*b*c", "a-b-b-c", true),
            ("a*b", "a-b-c", false),
            (String(repeating: "a*", count: 40) + "b", String(repeating: "a", count: 80), false),
        ])
    func globs(pattern: String, text: String, expected: Bool) {
        #expect(globMatches(pattern, text) == expected)
    }

    private func object(_ weights: Int...) -> KubeObject {
        KubeObject([
            "apiVersion": "networking.istio.io/v1", "kind": "VirtualService",
            "metadata": ["name": "shop", "namespace": "prod"],
            "spec": ["route": Node(weights.map { ["weight": Node($0)] })],
        ])
    }

    private func rules(_ pointer: String, group: String = "*.istio.io") -> IgnoreRules {
        IgnoreRules([["group": Node(group), "kind": "*", "jsonPointers": [Node(pointer)]]])
    }

    @Test("an ignored element of a list is taken from the live object, the others stay")
    func element() {
        #expect(
            rules("/spec/route/0").keepingIgnored(of: object(70, 30), in: object(90, 10)).root == object(70, 10).root)
        #expect(
            rules("/spec/route/1/weight").keepingIgnored(of: object(70, 30), in: object(90, 10)).root
                == object(90, 30).root)
    }

    @Test("what is ignored and not live is left out; a pointer to nothing changes nothing")
    func missing() {
        #expect(rules("/spec/route").keepingIgnored(of: KubeObject(["spec": [:]]), in: object(1)).root["spec"] == [:])
        #expect(rules("/spec/none/0").stripped(object(1)).root == object(1).root)
    }

    @Test("a rule without a group is for the core group alone")
    func group() {
        #expect(rules("/spec", group: "").stripped(object(1)).root == object(1).root)
        #expect(rules("/spec").stripped(object(1)).root["spec"] == nil)
    }

    @Test("what is not supported is named")
    func problems() {
        #expect(
            IgnoreRules([["kind": "*", "jqPathExpressions": [".spec"]]]).problem?.contains("[0].jqPathExpressions")
                == true)
        #expect(rules("spec/x").problem?.contains("\"spec/x\"") == true)
        #expect(rules("/spec/x").problem == nil)
    }
}
