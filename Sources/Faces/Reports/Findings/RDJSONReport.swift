internal import Diagnostics
internal import Tree

/// The diagnostic format of reviewdog. Its columns count bytes of UTF-8, so they need the lines of the files.
struct RDJSONReport {
    private let surroundings: ReportSurroundings
    private let regions: FixRegions

    init(_ surroundings: ReportSurroundings) {
        self.surroundings = surroundings
        regions = FixRegions(surroundings.source)
    }

    func text(_ run: CheckedRun) -> String {
        let report: Node = [
            "source": ["name": "mainstay"],
            "diagnostics": Node(run.worstFirst.map { diagnostic(run.findings[$0]) }),
        ]
        return JSONWriter.text(report, indent: 2) + "\n"
    }

    private func diagnostic(_ reported: ReportedFinding) -> Node {
        let finding = reported.finding
        var location: Node = ["path": Node(surroundings.path(of: reported))]
        if let range = range(finding) { location["range"] = range }
        var node: Node = [
            "message": Node(reported.wholeMessage), "location": location,
            "severity": Node(finding.severity.rawValue.uppercased()), "code": ["value": Node(finding.code.id)],
        ]
        let suggestions = finding.fixes.compactMap { suggestion($0, for: finding) }
        if !suggestions.isEmpty { node["suggestions"] = Node(suggestions) }
        return node
    }

    private func range(_ finding: Finding) -> Node? {
        guard let range = MarkedRange(finding.place, length: finding.length, source: surroundings.source) else {
            return nil
        }
        let file = finding.place.file
        var node: Node = ["start": position(range.line, range.column, in: file)]
        if let column = range.endColumn { node["end"] = position(range.line, column, in: file) }
        return node
    }

    /// A suggestion is read as a change of the file that the diagnostic is about, and a scalar takes the place of a scalar.
    private func suggestion(_ fix: Fix, for finding: Finding) -> Node? {
        guard fix.writing != .removal, fix.place.file == finding.place.file, let region = regions.region(of: fix) else {
            return nil
        }
        let file = fix.place.file
        return [
            "range": [
                "start": position(region.start.line, region.start.column, in: file),
                "end": position(region.end.line, region.end.column, in: file),
            ],
            "text": Node(region.text),
        ]
    }

    /// Without the line there is no column: a wrong one is worse.
    private func position(_ line: Int, _ column: Int?, in file: SourceFile) -> Node {
        guard let column, let text = surroundings.source(file)?[safe: line - 1] else { return ["line": Node(line)] }
        let bytes = text.unicodeScalars.prefix(column - 1).reduce(0) { $0 + UTF8.width($1) }
        return ["line": Node(line), "column": Node(bytes + 1)]
    }
}
