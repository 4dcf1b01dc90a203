import FileTree
import Foundation
import Testing

@testable import Kustomize

/// What is expected is what kustomize prints.
@Suite("How metadata is spelled")
struct MetadataSpellingTests {
    private static let object = """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: a
          labels: {a: "1", b: "2"}
          annotations: {a: "1", b: 1.10, c: ~, d: !!str 5, e: 010}

        """
    private static let patch = """
        apiVersion: v1
            kind: ConfigMap
            metadata:
              name: a
              labels: {a: null, b: 7}
              annotations: {a: null, b: 2.50}

        """

    private func build(_ field: String) throws -> [String] {
        let files: MemoryFileTree = ["kustomization.yaml": "resources: [a.yaml]\n" + field, "a.yaml": Self.object]
        let lines = try Kustomize.build(.root, in: files).yaml.split(separator: "\n")
        return lines.map { $0.trimmingCharacters(in: .whitespaces) }.filter {
            $0.count > 2 && $0.dropFirst().first == ":"
        }
    }

    @Test("annotations of objects are texts")
    func objects() throws {
        #expect(
            try build("") == [
                "a: \"1\"", "b: \"1.10\"", "c: \"~\"", "d: \"5\"", "e: \"010\"", "a: \"1\"", "b: \"2\"",
            ])
    }

    @Test("a patch that names its object removes with null")
    func named() throws {
        let lines = try build("patches:\n- patch: |\n    " + Self.patch)
        #expect(lines == ["b: \"2.50\"", "c: \"~\"", "d: \"5\"", "e: \"010\"", "b: \"7\""])
    }

    @Test("a patch with a target, and one of patchesStrategicMerge, sets the word")
    func targeted() throws {
        let expected = [
            "a: \"null\"", "b: \"2.50\"", "c: \"~\"", "d: \"5\"", "e: \"010\"", "a: \"null\"", "b: \"7\"",
        ]
        #expect(try build("patches:\n- target: {kind: ConfigMap}\n  patch: |\n    " + Self.patch) == expected)
        #expect(try build("patchesStrategicMerge:\n- |\n    " + Self.patch) == expected)
    }
}
