import Diagnostics
import FileTree
import Foundation
import Schema
import Testing
import Tree
import Validation

@testable import Commands

@Suite("Settings")
struct SettingsTests {
    private func settings(_ text: String, file: String = "mainstay.yaml") throws -> Settings {
        try Settings(
            Array("apiVersion: mainstay.dev/v1\nkind: Settings\n\(text)".utf8), file: TreePath(file))
    }

    @Test("the notation is readable, and every field that is described exists")
    func notation() {
        #expect(Schema.settings.properties.map(\.name) == ["apiVersion", "kind", "validate"])
        for (path, text) in Schema.settingsDescriptions {
            let field = SettingsFile.schema.at(path.flatMap { ["properties", $0] })
            #expect(field?["description"]?.string == text, "\(path)")
        }
    }

    @Test("all fields are read, and paths are seen from the file")
    func fields() throws {
        let found = try settings(
            """
            validate:
              paths: [overlays, ../more]
              exclude: [vendor/]
              skip: [lint, dry-run]
              schemas: [crds, "cluster:prod"]
              policies: [policies/rego]
              data: [/etc/roles.yaml]
              lint: {config: relaxed}
              select: [MST1]
              ignore: [MST1005]
              severity: {MST2019: error, IST0101: "off"}
              failOn: warning
              baseline: known.yaml
              reports: {sarif: out/a.sarif, junit: b.xml}
            """, file: "../mainstay.yaml")
        #expect(found.paths.map(\.description) == ["../overlays", "../../more"])
        #expect(found.exclude == ["vendor/"])
        #expect(found.skip == [.lint, .dryRun])
        #expect(found.schemas == ["../crds", "cluster:prod"])
        #expect(found.policies == ["../policies/rego"] && found.data == ["/etc/roles.yaml"])
        #expect(found.lintConfiguration == "relaxed")
        #expect(
            found.selection
                == Selection(select: ["MST1"], ignore: ["MST1005"], severity: [("MST2019", .error), ("IST0101", nil)]))
        #expect(found.failOn == .warning && found.baseline?.description == "../known.yaml")
        #expect(found.reports.map(\.path) == ["../out/a.sarif", "../b.xml"])
    }

    @Test(
        "what is wrong is refused at its place",
        arguments: [
            ("validate: {pathes: [a]}", "3:12"), ("validate: {paths: a}", "3:19"),
            ("validate: {failOn: errors}", "3:20"),
            ("validate: {severity: {MST1: bad}}", "3:29"), ("validat: {}", "3:1"), ("validate: {skip: [lnt]}", "3:19"),
            ("validate: {paths: [\"\"]}", "3:20"), ("validate: [", "4:1"),
        ])
    func refused(text: String, place: String) {
        let error = #expect(throws: Refused.self) { try settings(text) }
        #expect(error?.findings.first?.place.description == "mainstay.yaml:\(place)", "\(text): \(error as Any)")
    }

    @Test("the schema that is published is the program's")
    func published() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Docs/schemas/settings.schema.json")
        let text = JSONWriter.text(SettingsFile.schema, indent: 2) + "\n"
        if ProcessInfo.processInfo.environment["MAINSTAY_UPDATE_GOLDEN"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == text, "MAINSTAY_UPDATE_GOLDEN=1 writes it anew")
    }
}
