import Diagnostics
import FileTree

@testable import Reports

/// A run with all that makes formats hard: odd names, quotes, ends of sections, line ends, control characters, letters
/// beyond ASCII, findings of several units, of none, without a place, with fixes.
enum RichRun {
    static let files: [String: String] = [
        "apps/shop ö.yaml": "kind: VirtualService\nspec:\n  hosts: [ärger, \"x y\"] # ß\n  port: 8O\n",
        "apps/a,b:c].yaml": "a: `code` ```` | <b>\r\nb: \u{1B}[31mred\r\n",
    ]

    static func source(_ file: SourceFile) -> [String]? {
        files[file.path].map { text in
            text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
        }
    }

    static let shop = SourceFile("apps/shop ö.yaml")
    static let odd = SourceFile("apps/a,b:c].yaml")

    static func place(_ file: SourceFile, _ line: Int, _ column: Int) -> Place {
        Place(file: file, line: line, column: column)
    }

    static var run: CheckedRun {
        let (dev, prod) = ("overlays/dev", "overlays/prod")
        return CheckedRun(
            units: [dev, prod, "overlays/qa | \"x\""], layers: ["build", "schema", "policy"],
            findings: [
                ReportedFinding(
                    layer: "policy",
                    finding: Finding(
                        Code("MST8001"), "a note for @team about #12 & http://example.com: 100%", severity: .info,
                        at: place(shop, 1, 7)),
                    units: [dev]),
                ReportedFinding(layer: "schema", finding: number, units: [dev, prod]),
                ReportedFinding(
                    layer: "policy",
                    finding: Finding(
                        Code("MST8002"), "two lines:\nthe \"second\" ends ]]> and | \u{7}##vso[task.complete]\r\n*so*",
                        severity: .warning, at: place(odd, 2, 4), length: 2, hint: "do <that>; or this"),
                    units: [prod], isInChange: true),
                ReportedFinding(
                    layer: "policy",
                    finding: Finding(
                        Code("MST8002"), "first, told later", severity: .warning, at: place(odd, 1, 4)),
                    units: [prod]),
                ReportedFinding(
                    layer: "lint",
                    finding: Finding(Code("MST0009"), "far away", severity: .error, at: place(odd, 99, 1))),
                ReportedFinding(
                    layer: "build", finding: Finding(Code("MST0100"), "there is no folder \"none\"", at: .unknown)),
            ],
            files: 2, objects: 1)
    }

    /// With an alias, another place, an effect and fixes.
    private static var number: Finding {
        var finding = Finding(
            Code("MST0201", aliases: ["IST0106", "KIA0001"]), "expected a number, found \"8O\"", at: place(shop, 4, 9),
            related: [RelatedPlace("of this kind", at: place(shop, 1, 7))], effect: "no listener", hint: "write 80")
        finding.subject = Subject(
            apiVersion: "networking.istio.io/v1", kind: "VirtualService", namespace: "", name: "shop")
        finding.fixes = [
            Fix("write 80", at: place(shop, 4, 9), replacement: "80", isSafe: true),
            Fix("leave the host out", at: place(shop, 3, 18), replacement: "", isSafe: false, writing: .removal),
        ]
        return finding
    }

    static let empty = CheckedRun(
        units: ["overlays/dev", "overlays/prod"], layers: ["build", "schema"], findings: [], files: 3, objects: 9)

    /// 60 findings: 30 errors, 15 warnings and 15 notes, mixed.
    static var many: CheckedRun {
        let severities: [Severity] = [.error, .info, .error, .warning]
        return CheckedRun(
            units: ["."], layers: ["schema"],
            findings: (0..<60).map { index in
                ReportedFinding(
                    layer: "schema",
                    finding: Finding(
                        Code("MST0201"), "finding \(index)", severity: severities[index % 4],
                        at: place(shop, index + 1, 1)),
                    units: ["."], isInChange: index == 58)
            })
    }

    static var surroundings: ReportSurroundings {
        ReportSurroundings(
            source: source, toolVersion: "1.2.3", folder: TreePath("services/cart"),
            page: { code in
                code.id == "MST0201" ? "# MST0201: A value has the wrong type\n\n*Error.* Text.\n" : nil
            })
    }
}
