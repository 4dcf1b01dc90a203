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

    @Test("the manifests of its tools are reviewed as an expert would")
    func tools() throws {
        let found = try stationFindings([.analyzers]).filter { $0.station == .analyzers }.map { entry in
            let place = entry.finding.place
            return "\(entry.finding.code) \(entry.finding.severity) \(place.file.path):\(place.line)"
        }.filter { $0.hasPrefix("MST14") || $0.hasPrefix("MST15") }
        #expect(
            found.sorted() == [
                // The ApplicationSet has an environment whose overlay the guide does not show.
                "MST1401 error argocd/applicationsets/istio-multi-cluster.yaml:43",
                // Argo CD and Flux both deploy the overlay of production.
                "MST1405 warning flux-system/kustomizations/istio-config.yaml:15",
                "MST1406 info flux-system/gotk-components.yaml:16",
                "MST1416 warning flux-system/image-automation/image-update.yaml:32",
                "MST1419 error applications/api-service/virtual-service.yaml:8",
                "MST1419 warning applications/api-service/destination-rule.yaml:14",
                "MST1421 info argocd/rollback/analysis-template.yaml:8",
                "MST1423 error external-secrets/istio-gateway-tls.yaml:14",
                "MST1505 info argocd/applications/istio-config-with-rollback.yaml:37",
                "MST1512 warning flux-system/notifications/istio-alerts.yaml:22",
                "MST1513 warning flux-system/kustomizations/istio-config.yaml:29",
                "MST1517 error argocd/rollback/analysis-template.yaml:16",
                "MST1517 error argocd/rollback/analysis-template.yaml:30",
                "MST1519 warning argocd/rollback/analysis-template.yaml:20",
                "MST1524 error secrets/sealed-secret.yaml:17",
                "MST1524 error secrets/sealed-secret.yaml:18",
                "MST1527 info external-secrets/istio-gateway-tls.yaml:21",
                "MST1531 warning flux-system/image-automation/image-update.yaml:22",
                "MST1532 info applications/api-service/canary.yaml:24",
                "MST1533 warning backup/velero-backup.yaml:33",
                "MST1534 warning argocd/config/argocd-cm.yaml:13",
                "MST1534 warning argocd/config/argocd-cm.yaml:27",
                // The load goes to the port of the pods.
                "MST1535 warning applications/api-service/canary.yaml:68",
            ])
    }

    private func stationFindings(_ stations: Set<Station> = [.schema]) throws -> [StationFinding] {
        let tree = try files()
        let manifests = ManifestSet([.root], in: tree, parsed: ParsedFiles(tree))
        #expect(manifests.objects.count > 15)
        return Stations(stations, today: "2026-01-01").findings(manifests)
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
