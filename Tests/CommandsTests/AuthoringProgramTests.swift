import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite(
    "Beginning a repository", .enabled(if: BuiltProgram.isThere, "the program is not built"), .timeLimit(.minutes(2)))
struct AuthoringProgramTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func mainstay(_ arguments: String..., in place: String = "") async throws -> ProgramResult {
        try await run(
            BuiltProgram.path, arguments, in: folder.path + place,
            environment: ["HOME": folder.path, "XDG_CACHE_HOME": folder.path + "/.cache", "GITHUB_ACTIONS": ""])
    }

    @Test("a new repository passes every check", arguments: ["shop.example.com", "pay.acme.io", "acme.io"])
    func clean(_ host: String) async throws {
        #expect(try await mainstay("init", "new", "--host", host, "--pre-commit").code == 0)
        let validated = try await mainstay("validate", "--fail-on", "warning", in: "/new")
        #expect(validated.code == 0, "\(validated.output)\(validated.talk)")
        let linted = try await mainstay("lint", "--strict", ".", in: "/new")
        #expect(linted.code == 0, "\(linted.output)")
        let formatted = try await mainstay("fmt", "--check", in: "/new")
        #expect(formatted.code == 0, "\(formatted.output)")
        let hidden = try await mainstay(
            "fmt", "--check", ".yamllint.yaml", ".pre-commit-config.yaml", ".github/workflows/validate.yml", in: "/new")
        #expect(hidden.code == 0, "\(hidden.output)")
        #expect(try await mainstay("policy", "test", "policies/rego", in: "/new").code == 0)
        for environment in ["development", "staging", "production"] {
            let built = try await mainstay("build", "overlays/\(environment)", in: "/new")
            #expect(built.code == 0 && built.output.contains("kind: VirtualService"), "\(environment): \(built.talk)")
        }
    }

    @Test("what is there already is named and left as it is")
    func nothingIsOverwritten() async throws {
        try folder.write("mine\n", to: "new/README.md")
        let result = try await mainstay("init", "new", "--ci", "none")
        #expect(result.code == 0)
        #expect(result.talk.contains("left as it is: README.md"))
        #expect(!result.output.contains("README.md"))
        #expect(try String(contentsOfFile: folder.path + "/new/README.md", encoding: .utf8) == "mine\n")
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/new/.github"))
    }

    @Test("names that Kubernetes would refuse are refused", arguments: [["--name", "A_b"], ["--host", "localhost"]])
    func names(_ options: [String]) async throws {
        let result = try await run(BuiltProgram.path, ["init", "new"] + options, in: folder.path)
        #expect(result.code == 2)
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/new"))
    }

    @Test("files are formatted in place; what is no YAML is told and the others go on")
    func format() async throws {
        try folder.write("kind: A\napiVersion: v1\n", to: "f/a.yaml")
        try folder.write("a: [\n", to: "f/b.yml")
        try folder.write("a: {{ .Values.a }}\n", to: "f/c.yaml")
        try folder.write("a:   1\n", to: "f/.hidden/d.yaml")
        let checked = try await mainstay("fmt", "--check", "f")
        #expect(checked.code == 2 && checked.output == "f/a.yaml\n")
        let result = try await mainstay("fmt", "f")
        #expect(result.code == 2)
        #expect(result.talk.contains("f/b.yml:2:1") && result.talk.contains("f/c.yaml: passed over"))
        #expect(
            try String(contentsOfFile: folder.path + "/f/a.yaml", encoding: .utf8) == "apiVersion: v1\nkind: A\n")
        #expect(try String(contentsOfFile: folder.path + "/f/.hidden/d.yaml", encoding: .utf8) == "a:   1\n")
        try FileManager.default.removeItem(atPath: folder.path + "/f/b.yml")
        #expect(try await mainstay("fmt", "--check", "f").code == 0)
    }
}
