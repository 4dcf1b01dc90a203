internal import Diagnostics
internal import Tree

/// The findings of a run as results of SARIF.
struct SARIFResults {
    private let run: CheckedRun
    private let surroundings: ReportSurroundings
    private let fingerprints: [String]
    private let regions: FixRegions

    init(_ run: CheckedRun, _ surroundings: ReportSurroundings) {
        self.run = run
        self.surroundings = surroundings
        fingerprints = run.fingerprints(surroundings.path)
        regions = FixRegions(surroundings.source)
    }

    func node(at index: Int) -> Node {
        let reported = run.findings[index]
        let finding = reported.finding
        var properties: Node = ["layer": Node(reported.layer), "units": Node(reported.units.map { Node($0) })]
        if !finding.code.aliases.isEmpty { properties["sameAs"] = Node(finding.code.aliases.map { Node($0) }) }
        var result: Node = [
            "ruleId": Node(finding.code.id), "ruleIndex": -1, "level": Node(level(finding.severity)),
            "message": ["text": Node(reported.wholeMessage)],
            "locations": [location(surroundings.path(of: reported), finding.place, length: finding.length)],
        ]
        let related = finding.related.filter { !$0.place.file.path.isEmpty }
        if !related.isEmpty { result["relatedLocations"] = Node(related.enumerated().map(relatedLocation)) }
        let fixes = finding.fixes.compactMap(fix)
        if !fixes.isEmpty { result["fixes"] = Node(fixes) }
        result["partialFingerprints"] = ["mainstay/v1": Node(fingerprints[index])]
        result["properties"] = properties
        return result
    }

    private func level(_ severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .info: "note"
        }
    }

    private func location(_ path: String, _ place: Place, length: Int) -> Node {
        var location: Node = ["artifactLocation": artifact(path)]
        if let range = MarkedRange(place, length: length, source: surroundings.source) {
            var region: Node = ["startLine": Node(range.line)]
            if let column = range.column { region["startColumn"] = Node(column) }
            if let column = range.endColumn { region["endColumn"] = Node(column) }
            location["region"] = region
        }
        return ["physicalLocation": location]
    }

    private func relatedLocation(_ index: Int, _ related: RelatedPlace) -> Node {
        var node = location(surroundings.path(related.place.file.path), related.place, length: 0)
        node["id"] = Node(index + 1)
        node["message"] = ["text": Node(related.message)]
        return node
    }

    private func fix(_ fix: Fix) -> Node? {
        guard let region = regions.region(of: fix) else { return nil }
        let replacement: Node = [
            "deletedRegion": [
                "startLine": Node(region.start.line), "startColumn": Node(region.start.column),
                "endLine": Node(region.end.line), "endColumn": Node(region.end.column),
            ],
            "insertedContent": ["text": Node(region.text)],
        ]
        return [
            "description": ["text": Node(fix.description)],
            "artifactChanges": [
                [
                    "artifactLocation": artifact(surroundings.path(fix.place.file.path)),
                    "replacements": [replacement],
                ]
            ],
        ]
    }

    private func artifact(_ path: String) -> Node { ["uri": Node(percentEncoded(path)), "uriBaseId": "SRCROOT"] }

    /// Letters that a path of an address may hold as they are (RFC 3986); a colon in the first part would make it a scheme.
    private func percentEncoded(_ path: String) -> String {
        var text = ""
        for byte in path.utf8 {
            let scalar = Unicode.Scalar(byte)
            let isPlain =
                scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                || "-._~!$&'()*+,;=@/".unicodeScalars.contains(scalar)
            text += isPlain ? String(scalar) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        return text
    }
}
