import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("Bases in other repositories", .enabled(if: BuiltProgram.isThere, "the program is not built"))
struct RemoteBasesTests {
    @Test("a base at a tag is fetched, its neighbours too, and a commit is fetched once")
    func fetched() async throws {
        let repository = try await WorkingCopy()
        let first = try await repository.commit([
            "deploy/base/kustomization.yaml": "resources: [../common, a.yaml]\n",
            "deploy/base/a.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n",
            "deploy/common/kustomization.yaml": "resources: [b.yaml]\n",
            "deploy/common/b.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: b}\n",
        ])
        try await repository.git("tag", "v1")
        try await repository.commit(["deploy/base/a.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a2}\n"])
        let folder = try TemporaryFolder()

        func names(_ reference: String) async throws -> [String] {
            try folder.write("resources: ['\(reference)']\nnamePrefix: x-\n", to: "app/kustomization.yaml")
            let result = try await run(
                BuiltProgram.path, ["build", "app"], in: folder.path,
                environment: ["XDG_CACHE_HOME": folder.path + "/cache"])
            guard result.code == 0 else { throw TestFailure(result.talk) }
            return result.output.split(separator: "\n").filter { $0.contains("name:") }.map(String.init)
        }
        let address = "file://" + repository.path
        #expect(try await names("\(address)//deploy/base?ref=v1") == ["  name: x-a", "  name: x-b"])
        #expect(try await names("\(address)//deploy/base") == ["  name: x-a2", "  name: x-b"])
        #expect(try await names("\(address)//deploy/base?ref=\(first)") == ["  name: x-a", "  name: x-b"])
        await #expect(throws: TestFailure.self) { try await names("\(address)//deploy/none?ref=v1") }
        await #expect(throws: TestFailure.self) { try await names("\(address)//deploy/base?ref=v9") }
        await #expect(throws: TestFailure.self) { try await names("\(address)//deploy/base?ref=--upload-pack=x") }

        try folder.write(
            "resources: ['\(address)//deploy/base?ref=v1']\nbuildMetadata: [originAnnotations]\n",
            to: "app/kustomization.yaml")
        let origins = try await run(
            BuiltProgram.path, ["build", "app"], in: folder.path,
            environment: ["XDG_CACHE_HOME": folder.path + "/cache"])
        #expect(
            origins.output.contains("path: deploy/base/a.yaml\n      repo: \(address)\n      ref: v1\n"), "\(origins)")

        try FileManager.default.removeItem(atPath: repository.path)
        #expect(try await names("\(address)//deploy/base?ref=\(first)") == ["  name: x-a", "  name: x-b"])
    }

    @Test("a base does not leave its repository")
    func inside() async throws {
        let repository = try await WorkingCopy()
        try await repository.commit(["base/kustomization.yaml": "resources: [../../../secret.yaml]\n"])
        let folder = try TemporaryFolder()
        try folder.write("apiVersion: v1\nkind: Secret\nmetadata: {name: a}\n", to: "secret.yaml")
        try folder.write("resources: ['file://\(repository.path)//base']\n", to: "kustomization.yaml")
        let result = try await run(
            BuiltProgram.path, ["build"], in: folder.path, environment: ["XDG_CACHE_HOME": folder.path + "/cache"])
        #expect(result.code != 0)
        #expect(result.talk.contains("no file or directory") || result.talk.contains("outside"), "\(result.talk)")
    }
}
