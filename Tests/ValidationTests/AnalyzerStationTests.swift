import Diagnostics
import FileTree
import KubeTypes
import Kustomize
import Testing
import Tree

@testable import Validation

@Suite("Analyzer station")
struct AnalyzerStationTests {
    private func objects(_ text: String) throws -> [KubeObject] {
        try YAMLReader.read(Array(text.utf8), file: SourceFile("mesh.yaml")).documents.map { KubeObject($0) }
    }

    private let service = """
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: shop}
        spec: {selector: {app: web}, ports: [{name: web, port: 80}]}

        """

    @Test("what objects say of each other is told; what may be in the cluster is not")
    func part() throws {
        let route = """
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: web, namespace: shop}
            spec: {hosts: [web], http: [{route: [{destination: {host: wbe, subset: v1}}]}]}
            """
        let found = AnalyzerStation().findings(try objects(service + route)).filter { $0.severity == .error }
        #expect(found.map(\.code.id) == ["MST1001"])
        #expect(found.first?.hint == "did you mean \"web.shop.svc.cluster.local\"?")
        #expect(found.first?.subject?.name == "web")
    }

    @Test("what the station before has told is not told again")
    func once() throws {
        let objects = try objects(service)
        let found = AnalyzerStation().findings(objects)
        #expect(found.map(\.code.id) == ["MST2712"])
        let before = SemanticStation().findings(objects)
        #expect(before.map(\.code.id) == ["MST2606"])
        #expect(before.map(\.place) == found.map(\.place))
        #expect(AnalyzerStation().findings(objects, besides: before).isEmpty)
    }

    @Test("overlays that are found below a folder stand alone; those that are named are one mesh")
    func overlays() {
        let sidecar =
            "apiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: {name: NAME, namespace: shop}\nspec: {egress: [{hosts: [\"./*\"]}]}\n"
        let files: MemoryFileTree = [
            "all/one/kustomization.yaml": "resources: [a.yaml]\n",
            "all/one/a.yaml": sidecar.replacing("NAME", with: "one"),
            "all/two/kustomization.yaml": "resources: [a.yaml]\n",
            "all/two/a.yaml": sidecar.replacing("NAME", with: "two"),
        ]
        func codes(_ paths: String...) -> [String] {
            let manifests = ManifestSet(
                paths.map { TreePath($0) }, in: files, parsed: ParsedFiles(files), grouping: .mesh)
            let findings = Stations([.analyzers], today: "2026-11-21").findings(manifests)
            return findings.filter { $0.station == .analyzers }.map(\.finding.code.id)
        }
        #expect(codes("all") == [])
        #expect(codes("all/one", "all/two") == ["MST2705", "MST2705"])
    }
}
