import Foundation
import TestSupport
import Testing

private let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Broken")

/// Repositories with one mistake each, below `Tests/Broken`: what `validate` says of each in every format, and how it ends.
///
/// `MAINSTAY_UPDATE_GOLDEN=1` writes the reports anew; then read them.
@Suite(
    "Broken repositories", .enabled(if: BuiltProgram.isThere, "the program is not built"), .timeLimit(.minutes(5)))
struct BrokenRepositoryTests {
    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { !$0.hasSuffix(".md") }.sorted()
    private static let formats = [
        "azure", "checkstyle", "concise", "github", "gitlab", "json", "jsonl", "junit", "markdown", "rdjson", "sarif",
        "tap", "text",
    ]

    @Test("there are forty, and some for each station")
    func count() {
        #expect(Self.names.count >= 40)
        for station in ["lint", "build", "schema", "semantics", "analyzers", "policy", "dry-run"] {
            #expect(Self.names.count { $0.hasPrefix(station + "-") } >= 4, "\(station)")
        }
    }

    @Test("each is told in every format", arguments: names)
    func reports(name: String) async throws {
        let golden = folder.appending(path: name + "/reports")
        let home = try TemporaryFolder()
        // Some formats name files from the root of the repository that they lie in: here in none.
        let repository = URL(filePath: home.path + "/repository")
        try FileManager.default.copyItem(at: folder.appending(path: name + "/repository"), to: repository)
        let reports = Self.formats.flatMap { ["--report", "\($0)=\(home.path)/\($0)"] }
        let result = try await run(
            BuiltProgram.path, ["validate", "--no-cache", "-o", "text"] + reports, in: repository.path,
            environment: ["HOME": home.path])
        #expect(result.talk.isEmpty)
        var found = ["exit-code": "\(result.code)\n"]
        for format in Self.formats {
            found[format] = try String(contentsOfFile: home.path + "/" + format, encoding: .utf8)
        }
        #expect(result.output == found["text"])
        for (format, text) in found {
            let file = golden.appending(path: format)
            if ProcessInfo.processInfo.environment["MAINSTAY_UPDATE_GOLDEN"] == "1" {
                try FileManager.default.createDirectory(at: golden, withIntermediateDirectories: true)
                try text.write(to: file, atomically: true, encoding: .utf8)
            }
            let expected = try? String(contentsOf: file, encoding: .utf8)
            #expect(text == expected, "\(name)/reports/\(format)")
        }
    }
}
