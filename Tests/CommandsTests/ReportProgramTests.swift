import Foundation
import TestSupport
import Testing
import Tree

@testable import Commands
@testable import Reports

@Suite(
    "Reports as people ask for them", .enabled(if: BuiltProgram.isThere, "the program is not built"),
    .timeLimit(.minutes(3)))
struct ReportProgramTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(Self.map("b"), to: "clean/a.yaml")
        try folder.write(Self.map("8"), to: "error/a.yaml")
        try folder.write("# mainstay: ignore[MST0201]\n" + Self.map("b"), to: "warning/a.yaml")
        try folder.write("package main\ndeny contains \"no\" if input.data.a == 8\n", to: "policy/a.rego")
    }

    private static func map(_ value: String) -> String {
        "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  a: \(value)\n"
    }

    private func mainstay(_ arguments: [String], _ extra: [String: String] = [:]) async throws -> ProgramResult {
        let environment = [
            "HOME": folder.path, "KUBECONFIG": "", "GITHUB_ACTIONS": "", "GITHUB_STEP_SUMMARY": "",
        ].merging(extra) { $1 }
        return try await run(BuiltProgram.path, arguments, in: folder.path, environment: environment)
    }

    @Test(
        "the exit code is the same in every format",
        arguments: [
            (["validate", "clean"], 0), (["validate", "error"], 1), (["validate", "error", "--fail-on", "never"], 0),
            (["validate", "warning"], 0), (["validate", "warning", "--fail-on", "warning"], 1),
            (["validate", "clean", "--schemas", "none"], 2), (["analyze", "clean"], 0),
            (["analyze", "clean", "--mesh-config", "none"], 2), (["policy", "check", "clean"], 0),
            (["policy", "check", "error"], 1), (["policy", "check", "error", "--fail-on", "never"], 0),
        ] as [([String], Int32)])
    func exitCodes(arguments: [String], code: Int32) async throws {
        for format in ReportFormat.allCases {
            let result = try await mainstay(arguments + ["-o", format.rawValue])
            #expect(result.code == code, "\(format): \(result.output)\(result.talk)")
            if code == 2 { #expect(!result.talk.isEmpty) }
            if format == .json || format == .jsonl {
                let last = format == .json ? result.output : String(result.output.split(separator: "\n").last ?? "")
                let document = try JSONReader.read(last)
                #expect((document["error"]?["message"]?.string != nil) == (code == 2))
            }
        }
    }

    @Test("several reports of one run go to files, and the text to standard output")
    func files() async throws {
        let result = try await mainstay([
            "validate", "error", "--report", "sarif=out.sarif", "--report", "junit=out=1.xml",
        ])
        #expect(result.code == 1 && result.talk.isEmpty)
        #expect(result.output.hasSuffix(" in 1 file, 1 object\n"), "\(result.output)")
        let sarif = try JSONReader.read(try String(contentsOfFile: folder.path + "/out.sarif", encoding: .utf8))
        #expect(sarif["version"]?.string == "2.1.0")
        let rule = sarif["runs"]?[0]?["tool"]?["driver"]?["rules"]?[0]
        #expect(rule?["shortDescription"]?["text"]?.string?.isEmpty == false)
        let junit = try String(contentsOfFile: folder.path + "/out=1.xml", encoding: .utf8)
        #expect(junit.contains("<testsuite name=\"error/a.yaml\""))
    }

    @Test("what overlays share is told with their names")
    func overlays() async throws {
        try folder.write("resources: [a.yaml]\n", to: "error/kustomization.yaml")
        for name in ["dev", "prod"] {
            try folder.write("resources: [../../error]\n", to: "overlays/\(name)/kustomization.yaml")
        }
        let text = try await mainstay(["validate", "overlays", "--only", "schema"])
        #expect(text.output.contains("\n  = in: overlays/dev, overlays/prod\n"))
        #expect(text.output.hasSuffix("\n1 error in 2 overlays, 4 files, 2 objects\n"), "\(text.output)")
        let json = try JSONReader.read(
            try await mainstay(["validate", "overlays", "--only", "schema", "-o", "json"]).output)
        #expect(json["units"] == ["overlays/dev", "overlays/prod"])
        #expect(json["findings"]?[0]?["units"] == ["overlays/dev", "overlays/prod"])
    }

    @Test("settings stand for the options that are left out")
    func settings() async throws {
        func settle(_ text: String) throws {
            try folder.write(
                "apiVersion: mainstay.dev/v1\nkind: Settings\nvalidate: {\(text)}\n", to: "mainstay.yaml")
        }
        try settle("failOn: never, reports: {sarif: out.sarif}")
        #expect(try await mainstay(["validate", "error"]).code == 0)
        #expect(FileManager.default.fileExists(atPath: folder.path + "/out.sarif"))
        #expect(try await mainstay(["validate", "error", "--fail-on", "error"]).code == 1)
        try settle("reports: {sarf: out.sarif}")
        let wrong = try await mainstay(["validate", "error"])
        #expect(wrong.code == 2 && wrong.talk.contains("mainstay.yaml:3:") && wrong.talk.contains("\"sarif\""))
    }

    @Test("what is on a changed line is told first")
    func changes() async throws {
        try folder.write(Self.map("9"), to: "error/b.yaml")
        for arguments in [
            ["init", "-q", "-b", "main"], ["add", "-A"],
            ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "one"],
        ] {
            #expect(try await run("git", arguments, in: folder.path, environment: ["HOME": folder.path]).code == 0)
        }
        try folder.write(Self.map("10"), to: "error/b.yaml")
        try folder.write("\(Self.map("8"))# new\n", to: "error/a.yaml")
        let result = try await mainstay([
            "validate", "error", "--only", "schema", "--changed-since", "main", "-o", "github",
        ])
        let files = result.output.split(separator: "\n").filter { $0.contains("MST0202") }.map { $0.prefix(25) }
        #expect(files == ["::error file=error/b.yaml", "::error file=error/a.yaml"], "\(result)")
    }

    @Test("a report that cannot be written is said, and the findings are told all the same")
    func unwritable() async throws {
        let text = try await mainstay(["validate", "error", "--report", "sarif=none/out.sarif"])
        #expect(text.code == 2 && text.talk.contains("none/out.sarif") && text.output.contains("MST"))
        let json = try await mainstay(["validate", "error", "-o", "json", "--report", "sarif=none/out.sarif"])
        let document = try JSONReader.read(json.output)
        #expect(json.code == 2 && document["findings"]?.elements.isEmpty == false)
        #expect(document["error"]?["message"]?.string?.contains("none/out.sarif") == true)
    }

    @Test(
        "a format that is none is a wrong use, and the nearest is named",
        arguments: [
            (["-o", "sarf"], "did you mean \"sarif\"?"), (["--report", "jnit=a"], "did you mean \"junit\"?"),
            (["--report", "junit"], "junit=FILE"), (["--report", "junit="], "junit=FILE"),
            (["--fail-on", "errors"], "'error'"),
        ] as [([String], String)])
    func wrongUse(arguments: [String], expected: String) async throws {
        for command in ["validate", "analyze"] {
            let result = try await mainstay([command, "clean"] + arguments)
            #expect(result.code == 64 && result.output.isEmpty && result.talk.contains(expected), "\(result.talk)")
        }
    }

    @Test("paths are those of the repository, from wherever it is run")
    func paths() async throws {
        try folder.write("", to: ".git/HEAD")
        let result = try await run(
            BuiltProgram.path, ["validate", ".", "-o", "gitlab"], in: folder.path + "/error", environment: [:])
        let report = try JSONReader.read(result.output)
        #expect(Set(report.elements.map { $0["location"]?["path"]?.string }) == ["error/a.yaml"])
    }

    @Test("in GitHub Actions the summary of the job is added to")
    func jobSummary() async throws {
        let path = try folder.write("before\n", to: "summary.md")
        let environment = ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": path]
        let result = try await mainstay(["validate", "error", "-o", "github"], environment)
        #expect(result.code == 1 && result.output.hasPrefix("::error file=error/a.yaml,line="))
        let summary = try String(contentsOfFile: path, encoding: .utf8)
        #expect(summary.hasPrefix("before\n### ") && summary.contains("error/a.yaml"))
        _ = try await mainstay(["validate", "error", "-o", "text"], environment)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == summary)
    }
}
