import Foundation
import TestSupport
import Testing
import Tree

@Suite("Policies on the command line", .enabled(if: BuiltProgram.isThere, "the program is not built"))
struct PolicyCheckProgramTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            """
            package shop

            deny contains {"msg": "large", "path": "data.size"} if input.data.size == data.limits.forbidden
            warn contains "no label" if not input.metadata.labels
            """, to: "policy/size.rego")
        try folder.write("forbidden: large\n", to: "values/limits/size.yaml")
        try folder.write(
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  size: large\n", to: "bad/map.yaml")
        try folder.write(
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  size: small\n", to: "good/map.yaml")
    }

    private func mainstay(_ arguments: String..., input: String? = nil) async throws -> ProgramResult {
        guard let input else { return try await run(BuiltProgram.path, arguments, in: folder.path) }
        try folder.write(input, to: "input")
        let words = ([BuiltProgram.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
        return try await run("sh", ["-c", "\(words) < input"], in: folder.path)
    }

    @Test("the exit code is the same in each format", arguments: ["text", "concise", "json"])
    func exitCodes(format: String) async throws {
        let bad = try await mainstay("policy", "check", "bad", "--data", "values", "-o", format)
        #expect(bad.code == 1 && bad.output.contains("large"), "\(bad)")
        let good = try await mainstay("policy", "check", "good", "-d", "values", "-o", format)
        #expect(good.code == 0 && good.output.contains("no label"), "\(good)")
        let none = try await mainstay("policy", "check", "good", "-p", "none", "-o", format)
        #expect(none.code == 1 && none.output.contains("none"), "\(none)")
    }

    @Test("a finding names the field's line, from files, a stream and among other stations")
    func places() async throws {
        let check = try await mainstay("policy", "check", "bad", "-d", "values", "-o", "concise")
        #expect(
            check.output
                == "bad/map.yaml:6:9: error[MST8020]: large\nbad/map.yaml:4:9: warning[MST8021]: no label\n"
                + "1 error, 1 warning in 1 file, 1 object\n")
        let bad = try String(contentsOfFile: folder.path + "/bad/map.yaml", encoding: .utf8)
        let stream = try await mainstay("policy", "check", "-", "-d", "values", "-o", "concise", input: bad)
        #expect(stream.output.hasPrefix("-:6:9: error[MST8020]: large\n"), "\(stream)")
        let validate = try await mainstay("validate", "bad", "-d", "values", "--only", "policy", "-o", "json")
        let finding = try #require(try JSONReader.read(validate.output)["findings"]?[0])
        #expect(validate.code == 1)
        #expect(finding["layer"] == "policy" && finding["line"] == 6)
        #expect(finding["resource"]?["name"] == "a")
        let skipped = try await mainstay("validate", "bad", "-d", "values", "--skip", "policy", "-o", "concise")
        #expect(skipped.code == 0 && skipped.output.hasPrefix("✔ nothing found"), "\(skipped)")
    }

    @Test("without policies there is no answer, except where no one asked")
    func none() async throws {
        try FileManager.default.removeItem(atPath: folder.path + "/policy")
        let check = try await mainstay("policy", "check", "bad")
        #expect(check.code == 2 && check.talk.contains("--policy"))
        let validate = try await mainstay("validate", "bad")
        #expect(validate.code == 0, "\(validate)")
    }

    @Test("eval ends as opa eval does")
    func eval() async throws {
        let cases: [([String], Int32, String)] = [
            (["-i", "bad/map.yaml", "-f", "raw", "input.data.size"], 0, "large\n"),
            (["-d", "policy", "-d", "values", "-i", "bad/map.yaml", "-f", "raw", "count(data.shop.deny)"], 0, "1\n"),
            (
                ["-d", "limits.more:values", "-f", "raw", "data.limits.more"], 0,
                "{\"limits\":{\"forbidden\":\"large\"}}\n"
            ),
            (["data.none"], 0, "{}\n"),
            (["--fail", "data.none"], 1, "{}\n"),
            (["--fail-defined", "-f", "raw", "1"], 1, "1\n"),
            (["-f", "values", "x"], 2, ""),
            (["--strict-builtin-errors", "-f", "raw", "1 / 0"], 2, ""),
            (["-f", "raw", "-d", "none", "1"], 2, ""),
            (["-f", "raw", "time.clock([0, \"Europe/Berlin\"])"], 0, "[1,0,0]\n"),
        ]
        for (arguments, code, output) in cases {
            let result = try await run(BuiltProgram.path, ["policy", "eval"] + arguments, in: folder.path)
            #expect(result.code == code && result.output == output, "\(arguments): \(result)")
        }
        let error = try await mainstay("policy", "eval", "x")
        #expect(error.code == 2)
        #expect(try JSONReader.read(error.output)["errors"]?[0]?["code"] == "rego_unsafe_var_error")
        #expect(try await mainstay("policy", "eval").code == 64)
    }

    @Test("a batch keeps the order of its lines and survives each of them")
    func batch() async throws {
        let deep = String(repeating: "[", count: 100_000)
        let long = (0..<3_000).map { "f\($0)(x) := f\($0 + 1)(x)\\n" }.joined()
        let lines = [
            #"{"id": 1, "query": "x := 1"}"#, "nonsense",
            #"{"id": 2, "query": "x := \#(deep)"}"#,
            #"{"id": 3, "query": "x = data.a.f0(1)", "modules": ["package a\n\#(long)f3000(x) := x"]}"#,
            #"{"id": 4, "query": "x = input", "input": \#(deep)}"#,
            #"{"id": 5, "query": "x := 5"}"#,
        ]
        let result = try await mainstay("policy", "eval", "--batch", input: lines.joined(separator: "\n"))
        let answers = result.output.split(separator: "\n")
        #expect(result.code == 0 && answers.count == lines.count, "\(result.talk)")
        #expect(answers.first == #"{"id":1,"results":[{"x":1}]}"# && answers.last == #"{"id":5,"results":[{"x":5}]}"#)
        #expect(answers.count { $0.contains("\"error\"") } == 4, "\(answers.map { $0.prefix(200) })")
    }
}
