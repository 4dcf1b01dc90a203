import Diagnostics
import FileTree
import Kustomize
import Policy
import Rego
import Synchronization
import Testing

@testable import Validation

@Suite("Policy station")
struct PolicyStationTests {
    private let files: MemoryFileTree = [
        "base/map.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  size: small\n",
        "base/kustomization.yaml": "resources: [map.yaml]\n",
        "over/kustomization.yaml": """
        resources: [../base]
        patches:
          - patch: |-
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: a}
              data: {size: large}
        """,
        "ignored/map.yaml": """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: a
        data:
          size: large  # mainstay: ignore[MST8020] it has to be
        """,
        "policy/size.rego": """
        package main

        deny contains {"msg": "too large", "path": "data.size"} if {
            input.data.size == "large"
            print("large:", input.metadata.name)
        }
        """,
    ]

    private func findings(_ path: String, _ stations: Set<Station> = [.policy]) -> (
        found: [StationFinding], talk: [String]
    ) {
        var policies = PolicyFiles()
        policies.add(TreePath("policy"), in: files, taking: .policies)
        let talk = Mutex<[String]>([])
        let station = PolicyStation(PolicyCheck(PolicySet(policies)), Surroundings()) { line in
            talk.withLock { $0.append("\(line.file): \(line.text)") }
        }
        let manifests = ManifestSet([TreePath(path)], in: files, parsed: ParsedFiles(files))
        let found = Stations(stations, policy: station, today: "2026-01-01").findings(manifests)
        return (found, talk.withLock { $0 })
    }

    @Test("a finding stands where a patch set the value, with the base beside it")
    func patched() throws {
        let (found, talk) = findings("over")
        #expect(found.map(\.station) == [.policy])
        let finding = try #require(found.first?.finding)
        #expect(finding.message == "too large")
        #expect(finding.place.file.path == "over/kustomization.yaml" && finding.place.line == 7)
        #expect(finding.related.map(\.place.description) == ["policy/size.rego:3:1", "base/map.yaml:6:9"])
        #expect(talk == ["policy/size.rego: large: a"])
    }

    @Test("what has nothing wrong is silent, and comments silence what is wrong")
    func silent() {
        #expect(findings("base").found.isEmpty)
        #expect(findings("ignored").found.isEmpty)
        #expect(findings("over", [.build]).found.isEmpty)
    }
}
