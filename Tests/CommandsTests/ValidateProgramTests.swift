import Foundation
import TestSupport
import Testing
import Tree

@Suite(
    "A repository on the command line", .enabled(if: BuiltProgram.isThere, "the program is not built"),
    .timeLimit(.minutes(1)))
struct ValidateProgramTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("resources: [service.yaml]\n", to: "base/kustomization.yaml")
        try folder.write(
            "apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n  namespace: shop\nspec:\n  prts: []\n",
            to: "base/service.yaml")
        for name in ["dev", "prod"] {
            try folder.write(
                "resources: [../../base]\nnamePrefix: \(name)-\n", to: "overlays/\(name)/kustomization.yaml")
        }
    }

    private func validate(_ arguments: String...) async throws -> (code: Int32, lines: [String], talk: String) {
        let result = try await run(
            BuiltProgram.path, ["validate", "-o", "concise"] + arguments, in: folder.path,
            environment: ["HOME": folder.path])
        let lines = result.output.split(separator: "\n").map(String.init).filter { $0.contains("[MST") }
        return (result.code, lines, result.talk)
    }

    @Test("what overlays share is told once")
    func shared() async throws {
        let result = try await validate()
        #expect(result.code == 1)
        #expect(result.lines.count == 1)
        #expect(result.lines.first?.hasPrefix("base/service.yaml:7:3: error[MST0201]") == true)
    }

    @Test("settings say what is looked at, and what is told")
    func settings() async throws {
        func settled(_ text: String) async throws -> (code: Int32, lines: [String], talk: String) {
            try folder.write(
                "apiVersion: mainstay.dev/v1\nkind: Settings\nvalidate:\n  \(text)\n", to: "mainstay.yaml")
            return try await validate()
        }
        #expect(try await settled("ignore: [MST0201]").code == 0)
        #expect(try await settled("exclude: [overlays, base]").lines == [])
        #expect(try await settled("severity: {MST02: warning}").lines.first?.contains("warning[MST0201]") == true)
        #expect(try await settled("skip: [schema, dry-run]").lines == [])
        let unknown = try await settled("ignored: [MST0201]")
        #expect(unknown.code == 2)
        #expect(unknown.talk.contains("mainstay.yaml:4:3") && unknown.talk.contains("ignore"), "\(unknown.talk)")
        let wrong = try await settled("ignore: [MST9999]")
        #expect(wrong.code == 2 && wrong.talk.contains("MST9999"))
        // Settings of a folder above count, and paths are seen from there.
        try folder.write(
            "apiVersion: mainstay.dev/v1\nkind: Settings\nvalidate: {paths: [overlays/dev]}\n", to: "mainstay.yaml")
        let below = try await run(
            BuiltProgram.path, ["validate", "-o", "concise"], in: folder.path + "/base",
            environment: ["HOME": folder.path])
        #expect(below.output.contains("service.yaml:7:3: error[MST0201]"), "\(below.output)\(below.talk)")
    }

    @Test("a baseline keeps what is known, and tells what is new or gone")
    func baseline() async throws {
        let written = try await validate("--write-baseline", "known.yaml")
        #expect(written.code == 0)
        let known = try await validate("--baseline", "known.yaml")
        #expect(known.code == 0 && known.lines == [], "\(known)")
        try folder.write(
            "# more\napiVersion: v1\nkind: Service\nmetadata:\n  name: a\n  namespace: shop\nspec:\n  prts: []\n  b: 1\n",
            to: "base/service.yaml")
        let news = try await validate("--baseline", "known.yaml")
        #expect(news.lines.count == 1 && news.lines[0].contains("base/service.yaml:9:3"), "\(news)")
        try folder.write("resources: []\n", to: "base/kustomization.yaml")
        let gone = try await validate("--baseline", "known.yaml")
        #expect(gone.lines.contains { $0.contains("known.yaml:3:3: info[MST0311]") }, "\(gone)")
    }

    @Test("only what a change can affect is checked")
    func changes() async throws {
        for arguments in [
            ["init", "-q", "-b", "main"], ["add", "-A"],
            ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "one"],
        ] {
            let result = try await run("git", arguments, in: folder.path, environment: ["HOME": folder.path])
            #expect(result.code == 0, "\(result.talk)")
        }
        let none = try await validate("--changed-since", "main")
        #expect(none.code == 0 && none.lines == [])
        try folder.write(
            "resources: [../../base]\nnamePrefix: \"p-\"\n", to: "overlays/prod/kustomization.yaml")
        let one = try await validate("--changed-since", "main")
        #expect(one.lines.count == 1 && one.lines[0].contains("MST0201"), "\(one)")
        let unknown = try await validate("--changed-since", "none")
        #expect(unknown.code == 2 && unknown.talk.contains("none"))
    }

    @Test("a run without a change tells what the last one told, and any change is seen")
    func cache() async throws {
        let environment = ["HOME": folder.path]
        func found() async throws -> String {
            try await run(BuiltProgram.path, ["validate", "-o", "json"], in: folder.path, environment: environment)
                .output
        }
        func kept() -> [String] {
            (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/.cache/mainstay/validate")) ?? []
        }
        // What was written a moment ago might change once more without a new stamp, so it is not kept at once.
        let first = try await found()
        try await eventually("the result is kept") {
            _ = try await found()
            return !kept().isEmpty
        }
        #expect(try await found() == first)
        try folder.write("resources: [../../base, none.yaml]\n", to: "overlays/dev/kustomization.yaml")
        #expect(try await found().contains("none.yaml"))
        try folder.write("resources: [../../base]\nnamePrefix: dev-\n", to: "overlays/dev/kustomization.yaml")
        #expect(try await found() == first)
        // A file that is new and was looked for.
        try folder.write("apiVersion: v1\nkind: Servic\nmetadata: {name: a}\n", to: "extra/new.yaml")
        #expect(try await found().contains("Servic"))
        let cached = try #require(kept().first)
        try folder.write("garbage", to: ".cache/mainstay/validate/" + cached)
        #expect(try await found().contains("Servic"))
    }

    @Test("a watch tells what each save changes")
    func watch() async throws {
        let process = Process()
        process.executableURL = URL(filePath: BuiltProgram.path)
        process.arguments = ["validate", "--watch", "-o", "concise"]
        process.currentDirectoryURL = URL(filePath: folder.path)
        process.environment = ["HOME": folder.path]
        let log = folder.path + "/../\(UUID().uuidString).log"
        #expect(FileManager.default.createFile(atPath: log, contents: nil))
        let handle = try #require(FileHandle(forWritingAtPath: log))
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        defer {
            process.terminate()
            try? FileManager.default.removeItem(atPath: log)
        }
        func said() -> String {
            FileManager.default.contents(atPath: log).map { String(decoding: $0, as: UTF8.self) } ?? ""
        }
        try await eventually("it watches", holds: { said().contains("watching") })
        #expect(said().contains("base/service.yaml:7:3"))
        try folder.write("resources: [../../base, none.yaml]\n", to: "overlays/dev/kustomization.yaml")
        try await eventually("the save is seen", holds: { said().contains("none.yaml") })
        try folder.write("kind: [", to: "mainstay.yaml")
        try await eventually("settings that are none are told", holds: { said().contains("mainstay.yaml:") })
    }

    @Test("what is not there cannot be checked; what holds nothing is said; standard input is a file")
    func edges() async throws {
        let missing = try await validate("bases")
        #expect(missing.code == 2 && missing.talk.contains("did you mean \"base\"?"), "\(missing)")
        try folder.write("text", to: "docs/a.txt")
        let empty = try await validate("docs")
        #expect(empty.code == 0 && empty.talk.contains("nothing to check"), "\(empty)")
        let piped = try await run(
            "sh", ["-c", "'\(BuiltProgram.path)' validate -o concise - < base/service.yaml"], in: folder.path,
            environment: ["HOME": folder.path])
        #expect(piped.code == 1 && piped.output.hasPrefix("-:7:3: error[MST0201]"), "\(piped.output)\(piped.talk)")
    }
}
