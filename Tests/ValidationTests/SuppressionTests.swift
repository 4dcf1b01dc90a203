import Diagnostics
import FileTree
import Kustomize
import Testing

@testable import Validation

@Suite("Comments that ignore findings")
struct SuppressionTests {
    private static let code = "MST0201"

    /// The codes of what is found in one manifest.
    private func codes(_ text: String, stations: Set<Station> = Set(Station.local)) -> [String] {
        let files: MemoryFileTree = ["a.yaml": text]
        let set = ManifestSet([TreePath("a.yaml")], in: files, parsed: ParsedFiles(files))
        return Stations(stations, today: "2026-06-15").findings(set).map(\.finding.code.id)
    }

    private func service(_ above: String = "", _ behind: String = "", _ nested: String = "") -> String {
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: a
        \(above)
        spec:
          ports:
          - name: http
            port: 80
            prt: 1 \(behind)
        \(nested)
        """
    }

    @Test("line ends of Windows are line ends")
    func windows() {
        let text = service("", "# mainstay: ignore[MST0201] our own, until 2026-06-14")
        #expect(codes(text.replacing("\n", with: "\r\n")) == codes(text))
        #expect(codes(service("", "# mainstay: ignore[MST0201] our own").replacing("\n", with: "\r\n")) == [])
    }

    @Test("without a comment it is found")
    func found() { #expect(codes(service()) == [Self.code]) }

    @Test(
        "a comment with a reason silences its line, or the block below it",
        arguments: [
            ("", "# mainstay: ignore[MST0201] a field of our own"),
            ("# mainstay: ignore[MST0201, MST0202] our own", ""),
            ("# mainstay: ignore[MST0201] our own, until 2026-06-15", ""),
            ("# mainstay: ignore[MST0201] our own\n\n# and another comment", ""),
        ])
    func silenced(above: String, behind: String) { #expect(codes(service(above, behind)) == []) }

    @Test(
        "what does not fit silences nothing, and is told",
        arguments: [
            ("", "# mainstay: ignore[MST0202] other code", [Self.code, "MST0308"]),
            ("", "# mainstay: ignore[MST0201]", ["MST0306"]),
            ("", "# mainstay: ignore[MST0201] old, until 2026-06-14", [Self.code, "MST0307"]),
            ("# mainstay: ignore[MST0201] old, until 2026-06-14", "", [Self.code, "MST0307"]),
            ("", "#mainstay: ignore[MST0201] no blank", [Self.code]),
            ("", "# mainstay: ignore[] nothing", [Self.code, "MST0308"]),
        ])
    func told(above: String, behind: String, expected: [String]) { #expect(codes(service(above, behind)) == expected) }

    @Test("the block ends where the indentation does")
    func block() {
        let text = service("# mainstay: ignore[MST0201] our own", "", "stats: {}\nlater: 1")
        #expect(codes(text) == [Self.code, Self.code])
    }

    @Test("a comment that silences nothing is told only when all stations have looked")
    func incomplete() {
        #expect(codes(service("", "# mainstay: ignore[IST0101] later"), stations: [.schema]) == [Self.code])
    }
}
