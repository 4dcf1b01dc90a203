// One line a case reads best.
// swift-format-ignore-file

import Analyzers
import Diagnostics
import FileTree
import Kustomize
import SharedData
import Testing
import Tree

@testable import Validation

/// A file with a mistake: `<<wrong||right>>`, and whether its fix is made without a look.
private struct Golden: Sendable, CustomTestStringConvertible {
    var code: String
    var text: String
    var isSafe: Bool

    var testDescription: String { "\(code) \(isSafe)" }

    init(_ code: String, safe isSafe: Bool, _ text: String) {
        self.code = code
        self.isSafe = isSafe
        self.text = text
    }

    var marked: MarkedText { MarkedText(text) }
}

private func route(_ spec: String) -> String {
    "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: web, namespace: shop}\nspec:\n  \(spec)\n"
}

private let http = "http: [{route: [{destination: {host: web}}]}]"

private func service(_ namespace: String, _ name: String = "web") -> String {
    "---\napiVersion: v1\nkind: Service\nmetadata: {name: \(name), namespace: \(namespace)}\nspec: {ports: [{name: http, port: 80}]}\n"
}

private let golden: [Golden] = [
    Golden("MST0201", safe: true, route("<<hsots||hosts>>: [web] # keep\n  \(http)")),
    Golden("MST0201", safe: true, route("hosts: [web]\n  http: [{<<timeuot||timeout>>: 2s, route: [{destination: {host: web}}]}]")),
    Golden("MST0204", safe: true, "apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: a}\nspec: {mtls: {mode: <<strict||STRICT>>}}\n"),
    Golden("MST0202", safe: true, "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {port: <<80||\"80\">>, on: <<true||\"true\">>}\n"),
    Golden("MST0202", safe: true, "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec:\n  replicas: <<\"2\"||2>>\n  selector: {matchLabels: {app: a, version: v1}}\n  template: {metadata: {labels: {app: a, version: v1}}, spec: {containers: [{name: a, image: a}]}}\n"),
    Golden("MST2002", safe: true, "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: a, namespace: shop}\nspec: {host: web}\n<<sttus||status>>: {}\n"),
    Golden("MST2014", safe: true, route("hosts: [web]\n  exportTo:\n  - a\n<<  - a # again\n||>>  - b\n  \(http)")),
    Golden("MST2022", safe: true, route("hosts: [web.example]\n  gateways: [<<edge.infra||infra/edge>>]\n  \(http)")),
    Golden("MST2906", safe: true, route("hosts: [web]\n  http: [{route: [{destination: {host: web}, weight: <<90||100>>}]}]")),
    Golden("MST2903", safe: false, "apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: a, namespace: shop}\nspec:\n  hosts: [a.example]\n  ports: [{number: 80, name: <<web||http-web>>, protocol: HTTP}]\n  resolution: DNS\n"),
    Golden("MST1001", safe: false, route("hosts: [web]\n  http: [{route: [{destination: {host: <<web||web.data.svc.cluster.local>>}}]}]") + service("data") + service("shop", "other")),
    Golden("MST1004", safe: false, route("hosts: [web]\n  http: [{route: [{destination: {host: web, subset: <<v22||v2>>}}]}]") + service("shop") + "---\napiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: web, namespace: shop}\nspec: {host: web, subsets: [{name: v2, labels: {version: v2}}]}\n"),
    Golden("MST3601", safe: false, "apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: {name: a, namespace: shop}\nspec: {rules: [{to: [{operation: {methods: [<<get||GET>>]}}]}]}\n"),
]

@Suite("Fixes")
struct FixTests {
    private func findings(_ text: String) -> [Finding] {
        let files: MemoryFileTree = ["a.yaml": text]
        let set = ManifestSet([TreePath("a.yaml")], in: files, parsed: ParsedFiles(files))
        return Stations(today: "2026-06-15").findings(set).map(\.finding)
    }

    @Test("a fix mends what it is for, touches nothing else, and leaves nothing to say", arguments: golden)
    private func mends(golden: Golden) throws {
        let wrong = golden.marked.wrong
        let found = findings(wrong)
        #expect(found.contains { $0.code.id == golden.code }, "\(found)")
        let files: MemoryFileTree = ["a.yaml": wrong]
        let safe = try fixedFiles(found, in: files)
        #expect(safe.isEmpty == !golden.isSafe)
        let fixed = try fixedFiles(found, in: files, includingUnsafe: true)
        let text = String(decoding: try #require(fixed.first).new, as: UTF8.self)
        #expect(text == golden.marked.right)
        #expect(findings(text).filter { $0.severity != .info } == [])
    }

    @Test(
        "what could mean two things is not changed without a look, and a name that is there already never",
        arguments: [
            "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {prots: [], ports: [{name: http, port: 80}]}\n",
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {share: 1.10}\n",
        ])
    func careful(text: String) throws {
        let found = findings(text)
        #expect(found.contains { $0.severity == .error })
        let files: MemoryFileTree = ["a.yaml": text]
        #expect(try fixedFiles(found, in: files, includingUnsafe: true).isEmpty, "\(found)")
    }
}
