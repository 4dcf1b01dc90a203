import Foundation
import TestSupport
import Testing

@Suite("Linting files", .enabled(if: BuiltProgram.isThere, "the program is not built"), .timeLimit(.minutes(1)))
struct LintProgramTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("a : b\n", to: "work/a.yaml")
        try folder.write("c:  d\n", to: "work/sub/c.yml")
        try folder.write("e : f\n", to: "work/sub/e.txt")
        try folder.write("# b\nsub/\n", to: "work/ignored")
    }

    private func lint(_ arguments: String..., environment: [String: String] = [:]) async throws -> ProgramResult {
        let standard = [
            "HOME": folder.path, "XDG_CONFIG_HOME": folder.path + "/settings", "GITHUB_ACTIONS": "",
            "YAMLLINT_CONFIG_FILE": folder.path + "/variable",
        ]
        return try await run(
            BuiltProgram.path, ["lint"] + arguments, in: folder.path + "/work",
            environment: standard.merging(environment) { $1 })
    }

    @Test(
        "the files of folders are chosen by the configuration",
        arguments: [
            ("rules: {}", "./a.yaml\n./sub/c.yml\n"), ("{rules: {}, ignore: sub/}", "./a.yaml\n"),
            ("{rules: {}, ignore-from-file: ignored}", "./a.yaml\n"),
            ("{rules: {}, ignore-from-file: [ignored]}", "./a.yaml\n"),
            ("{rules: {}, yaml-files: ['*.txt']}", "./sub/e.txt\n"),
        ])
    func files(_ configuration: String, _ files: String) async throws {
        #expect(try await lint("--list-files", "-d", configuration, ".").output == files)
    }

    @Test("the exit code says whether there are errors, or warnings where that is asked")
    func exitCodes() async throws {
        #expect(try await lint("-d", "rules: {colons: {}}", ".").code == 1)
        #expect(try await lint("-d", "relaxed", "a.yaml").code == 0)
        #expect(try await lint("-s", "-d", "relaxed", "a.yaml").code == 1)
        let quiet = try await lint("--no-warnings", "-d", "relaxed", "a.yaml")
        #expect(quiet.code == 0 && quiet.output.isEmpty)
        let missing = try await lint("-d", "relaxed", "none.yaml", "a.yaml")
        #expect(missing.code == 2 && missing.talk.contains("none.yaml") && missing.output.contains("1:2"))
        let wrong = try await lint("-d", "rules: {colon: {}}", ".")
        #expect(wrong.code == 2 && wrong.talk.contains("no rule \"colon\""))
        #expect(try await lint("-c", "a.yaml", "-d", "relaxed", ".").code != 0)
    }

    @Test("the configuration is found here, above, by the variable, in the settings of the user")
    func configurations() async throws {
        func rules(_ environment: [String: String] = [:]) async throws -> [String] {
            let output = try await lint("-f", "parsable", ".", environment: environment).output
            return output.split(separator: "\n").compactMap { $0.split(separator: "(").last.map(String.init) }
        }
        try folder.write("rules: {document-start: {}}\n", to: "settings/yamllint/config")
        try folder.write("rules: {document-end: {}}\n", to: "variable")
        #expect(try await rules(["YAMLLINT_CONFIG_FILE": "/nowhere"]).contains("colons)"))
        #expect(Set(try await rules()) == ["document-end)"])
        try folder.write("rules: {colons: {max-spaces-before: -1}}\n", to: ".yamllint.yml")
        #expect(try await rules() == ["colons)"])
        try folder.write("rules: {document-start: {}}\n", to: "work/.yamllint")
        #expect(Set(try await rules()) == ["document-start)"])
    }

    @Test(
        "problems are printed as asked",
        arguments: [
            ("standard", "a.yaml\n  1:2       error    too many spaces before colon  (colons)\n\n"),
            ("parsable", "a.yaml:1:2: [error] too many spaces before colon (colons)\n"),
            (
                "github",
                "::group::a.yaml\n::error file=a.yaml,line=1,col=2::1:2 [colons] too many spaces before colon\n"
                    + "::endgroup::\n\n"
            ),
        ])
    func formats(_ format: String, _ output: String) async throws {
        #expect(try await lint("-f", format, "-d", "rules: {colons: {}}", "a.yaml").output == output)
    }
}
