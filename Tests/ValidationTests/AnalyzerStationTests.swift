import Diagnostics
import KubeTypes
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
}
