import Diagnostics
import FileTree
import Foundation
import Kustomize
import Testing

@testable import Validation

private let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "../shared/guide/files").standardizedFileURL

/// The files of the guide, where they lie beside the repository.
@Suite("Guide", .enabled(if: FileManager.default.fileExists(atPath: folder.path)))
struct GuideTests {
    @Test("the schemas say what the guide's files have of old versions, and nothing else")
    func schemas() throws {
        let found = try stationFindings().filter { $0.station == .schema }.map { entry in
            let place = entry.finding.place
            return "\(entry.finding.code) \(entry.finding.severity) \(place.file.path):\(place.line)"
        }
        #expect(
            found.sorted() == [
                "MST0223 warning external-secrets/istio-gateway-tls.yaml:3",
                "MST0223 warning flux-system/image-automation/image-policy.yaml:5",
                "MST0223 warning flux-system/image-automation/image-repository.yaml:4",
                "MST0223 warning flux-system/image-automation/image-update.yaml:4",
                "MST0223 warning flux-system/notifications/istio-alerts.yaml:5",
                "MST0223 warning flux-system/notifications/slack-provider.yaml:5",
                "MST0224 warning flux-system/kustomizations/istio-config.yaml:45",
                // The guide shows this Application a second time, with other fields.
                "MST0304 error argocd/applications/istio-config.yaml:8",
            ])
    }

    @Test("its kustomizations name files that it does not show")
    func build() throws {
        let found = try stationFindings().filter { $0.station == .build }
        #expect(Set(found.map(\.finding.code)) == [.kustomizationPathMissing])
        #expect(Set(found.map(\.finding.place.file.path)) == ["base/kustomization.yaml"])
    }

    private func stationFindings() throws -> [StationFinding] {
        let tree = try files()
        let manifests = ManifestSet([.root], in: tree, parsed: ParsedFiles(tree))
        #expect(manifests.objects.count > 15)
        return Stations([.schema], today: "2026-01-01").findings(manifests)
    }

    private func files() throws -> MemoryFileTree {
        var tree = MemoryFileTree()
        let names = FileManager.default.enumerator(atPath: folder.path)
        while let name = names?.nextObject() as? String {
            guard name.hasSuffix(".yaml") else { continue }
            tree.write([UInt8](try Data(contentsOf: folder.appending(path: name))), to: TreePath(name))
        }
        return tree
    }
}
