import Foundation
import Testing

@testable import Reports

/// What each format makes of one rich run, byte for byte. `MAINSTAY_UPDATE_GOLDEN=1` writes the files anew.
@Suite("Reports as files") struct GoldenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    @Test("a rich run reads as it did", arguments: ReportFormat.allCases)
    func rich(format: ReportFormat) throws {
        try compare(render(RichRun.run, as: format, in: RichRun.surroundings), with: "rich.\(format.rawValue)")
    }

    @Test("a run without findings reads as it did", arguments: ReportFormat.allCases)
    func empty(format: ReportFormat) throws {
        try compare(render(RichRun.empty, as: format, in: RichRun.surroundings), with: "empty.\(format.rawValue)")
    }

    @Test("twice the same run is twice the same text", arguments: ReportFormat.allCases)
    func deterministic(format: ReportFormat) {
        #expect(
            render(RichRun.run, as: format, in: RichRun.surroundings)
                == render(RichRun.run, as: format, in: RichRun.surroundings))
    }

    @Test("no format passes on a control character", arguments: ReportFormat.allCases)
    func controls(format: ReportFormat) {
        let text = render(RichRun.run, as: format, in: RichRun.surroundings)
        let controls = text.unicodeScalars.filter { $0.properties.generalCategory == .control && $0 != "\n" }
        #expect(controls.isEmpty)
    }

    private func compare(_ text: String, with name: String) throws {
        let file = Self.folder.appending(path: name)
        if ProcessInfo.processInfo.environment["MAINSTAY_UPDATE_GOLDEN"] == "1" {
            try Data(text.utf8).write(to: file)
        }
        let known = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(text == known)
    }
}
