import Foundation
import TestSupport
import Testing
import Tree

@Suite(
    "Policies as people test and write them", .enabled(if: BuiltProgram.isThere, "the program is not built"),
    .timeLimit(.minutes(1)))
struct PolicyWritingTests {
    private let folder: TemporaryFolder
    private static let example = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Examples/istio-config").standardizedFileURL.path

    init() throws { folder = try TemporaryFolder() }

    private func policy(_ arguments: String..., in place: String? = nil) async throws -> ProgramResult {
        try await run(BuiltProgram.path, ["policy"] + arguments, in: place ?? folder.path)
    }

    @Test("the exit code says whether all tests passed, in every format", arguments: ["text", "json", "junit"])
    func exitCodes(format: String) async throws {
        try folder.write("package a\ntest_a if 1 == 1\n", to: "good/a_test.rego")
        try folder.write("package a\ntest_a if 1 == 2\n", to: "bad/a_test.rego")
        try folder.write("package a\ntodo_test_a if 1 == 2\n", to: "later/a_test.rego")
        try folder.write("package a\ntest_a if x\n", to: "broken/a_test.rego")
        #expect(try await policy("test", "good", "-o", format).code == 0)
        #expect(try await policy("test", "bad", "-o", format).code == 1)
        #expect(try await policy("test", "bad", "-o", format, "--run", "none").code == 0)
        #expect(try await policy("test", "later", "-o", format).code == 1)
        #expect(try await policy("test", "later", "-o", format, "-z").code == 0)
        let broken = try await policy("test", "broken", "-o", format)
        #expect(broken.code == 2 && broken.talk.contains("a_test.rego:2:11"))
        #expect(try await policy("test", "good", "none", "-o", format).code == 2)
    }

    @Test("too little coverage is a no")
    func threshold() async throws {
        try folder.write("package a\np if input.x\n", to: "a.rego")
        try folder.write("package a_test\ntest_a if 1 == 1\n", to: "a_test.rego")
        let low = try await policy("test", ".", "--threshold", "80")
        #expect(low.code == 1 && low.talk.contains("got 50.00 instead of 80.00") && low.talk.contains("a.rego:2"))
        #expect(try await policy("test", ".", "--threshold", "50").code == 0)
        let json = try await policy("test", ".", "--coverage", "-o", "json")
        #expect(try JSONReader.read(json.output)["files"]?["a.rego"]?["not_covered_lines"]?.integer == 1)
    }

    @Test("policies are formatted in place, listed, or shown as a difference")
    func formatting() async throws {
        let (rough, neat) = ("package a\np   :=  1\n", "package a\n\np := 1\n")
        try folder.write(rough, to: "a.rego")
        try folder.write(neat, to: "b.rego")
        let list = try await policy("fmt", "--check", ".")
        #expect(list.code == 1 && list.output == "a.rego\n")
        let diff = try await policy("fmt", "-d", ".")
        #expect(diff.code == 1 && diff.output.contains("-p   :=  1\n+\n+p := 1\n"))
        #expect(try await policy("fmt", "a.rego").output == neat)
        let write = try await policy("fmt", "-w", ".")
        #expect(write.code == 0 && write.output.isEmpty)
        #expect(try String(contentsOfFile: folder.path + "/a.rego", encoding: .utf8) == neat)
        #expect(try await policy("fmt", "-l", ".").code == 0)
        #expect(try await policy("fmt", "-l", "-w", ".").code == 64)
    }

    @Test("a text that cannot be read stays as it is, and the others are formatted")
    func broken() async throws {
        try folder.write("package a\np := \n", to: "a.rego")
        try folder.write("package b\nq   := 1\n", to: "b.rego")
        let result = try await policy("fmt", "-w", ".")
        #expect(result.code == 2 && result.talk.contains("a.rego:3:1"))
        #expect(try String(contentsOfFile: folder.path + "/a.rego", encoding: .utf8) == "package a\np := \n")
        #expect(try String(contentsOfFile: folder.path + "/b.rego", encoding: .utf8) == "package b\n\nq := 1\n")
    }

    @Test("older policies become what OPA 1.0 wants")
    func upgrade() async throws {
        try folder.write("package a\n\ndeny[m] { m := input.x }\n", to: "a.rego")
        #expect(try await policy("fmt", "a.rego").output == "package a\n\ndeny[m] {\n\tm := input.x\n}\n")
        #expect(try await policy("fmt", "--upgrade", "a.rego").output.contains("deny contains m if m := input.x\n"))
    }

    @Test("the linter's remarks are warnings with codes, unless a comment leaves them out")
    func lint() async throws {
        try folder.write("package a\n\np if input.xs[_] != 1\n", to: "a.rego")
        let found = try await policy("lint", "-o", "concise", ".")
        #expect(found.code == 1 && found.output.hasPrefix("a.rego:3:6: warning[MST8107]: "))
        #expect(try await policy("lint", "--fail-on", "error", ".").code == 0)
        try folder.write("package a\n\n# regal ignore:not-equals-in-loop\np if input.xs[_] != 1\n", to: "a.rego")
        #expect(try await policy("lint", ".").code == 0)
        try folder.write("package a\n\np if not input.xs[_].y\n", to: "a.rego")
        let unsafe = try await policy("lint", "-o", "json", "--fail-on", "error", ".")
        let findings = try JSONReader.read(unsafe.output)["findings"]?.elements ?? []
        #expect(unsafe.code == 1 && findings.count == 1)
        #expect(findings.first?["code"]?.string == "MST8004" && findings.first?["hint"]?.string != nil)
    }

    @Test("the example's policies pass their tests, which cover every line, and are written as they should be")
    func examplePolicies() async throws {
        let place = Self.example + "/policies/rego"
        let tests = try await policy("test", ".", "--threshold", "100", in: place)
        #expect(tests.code == 0, "\(tests.output)\(tests.talk)")
        let format = try await policy("fmt", "-d", ".", in: place)
        #expect(format.code == 0, "\(format.output)")
        let lint = try await policy("lint", ".", in: place)
        #expect(lint.code == 0, "\(lint.output)")
    }

    @Test("the example keeps its own policies", arguments: ["development", "staging", "production"])
    func example(_ overlay: String) async throws {
        let result = try await policy(
            "check", "overlays/" + overlay, "--policy", "policies/rego", "--data", "policies/rego", "-o", "concise",
            in: Self.example)
        #expect(result.code == 0 && result.output.hasPrefix("✔ nothing found"), "\(result.output)\(result.talk)")
    }
}
