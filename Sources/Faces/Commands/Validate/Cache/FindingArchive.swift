internal import Diagnostics
internal import Tree
internal import Validation

/// Findings as a tree, and back again, with nothing lost.
enum FindingArchive {
    static func node(_ entry: StationFinding) -> Node {
        let finding = entry.finding
        var node: Node = [
            "in": Node(entry.station.rawValue), "code": Node(finding.code.id),
            "severity": Node(finding.severity.rawValue),
            "text": Node(finding.message), "at": place(finding.place),
        ]
        func list(_ key: String, _ elements: [Node]) { if !elements.isEmpty { node[key] = Node(elements) } }
        list("units", entry.units.map { Node($0) })
        list("same", finding.code.aliases.map { Node($0) })
        if finding.length > 0 { node["length"] = Node(finding.length) }
        list("related", finding.related.map { ["text": Node($0.message), "at": place($0.place)] })
        if let effect = finding.effect { node["effect"] = Node(effect) }
        if let hint = finding.hint { node["hint"] = Node(hint) }
        list("fixes", finding.fixes.map(fix))
        if let subject = finding.subject {
            node["about"] = [
                Node(subject.apiVersion), Node(subject.kind), Node(subject.namespace), Node(subject.name),
            ]
        }
        return node
    }

    /// Nil for a tree that `node` has not made.
    static func finding(_ node: Node) -> StationFinding? {
        func texts(_ key: String) -> [String] { node[key]?.elements.compactMap(\.string) ?? [] }
        guard let station = node["in"]?.string.flatMap({ Station(rawValue: $0) }), let code = node["code"]?.string,
            let severity = node["severity"]?.string.flatMap({ Severity(rawValue: $0) }),
            let text = node["text"]?.string, let place = place(node["at"])
        else { return nil }
        var finding = Finding(Code(code, aliases: texts("same")), text, severity: severity, at: place)
        finding.length = node["length"]?.integer ?? 0
        finding.effect = node["effect"]?.string
        finding.hint = node["hint"]?.string
        for element in node["related"]?.elements ?? [] {
            guard let text = element["text"]?.string, let place = Self.place(element["at"]) else { return nil }
            finding.related.append(RelatedPlace(text, at: place))
        }
        for element in node["fixes"]?.elements ?? [] {
            guard let fix = fix(element) else { return nil }
            finding.fixes.append(fix)
        }
        let about = texts("about")
        if about.count == 4 {
            finding.subject = Subject(apiVersion: about[0], kind: about[1], namespace: about[2], name: about[3])
        }
        var entry = StationFinding(station, finding)
        entry.units = texts("units")
        return entry
    }

    private static func place(_ place: Place) -> Node {
        [Node(place.file.path), Node(Int(place.line)), Node(Int(place.column))]
    }

    private static func place(_ node: Node?) -> Place? {
        guard let parts = node?.elements, parts.count == 3, let file = parts[0].string, let line = parts[1].integer,
            let column = parts[2].integer
        else { return nil }
        return Place(file: SourceFile(file), line: line, column: column)
    }

    private static let writings: [(name: String, writing: Fix.Writing)] = [
        ("alike", .alike), ("text", .text), ("bare", .bare), ("removal", .removal),
    ]

    private static func fix(_ fix: Fix) -> Node {
        [
            "text": Node(fix.description), "at": place(fix.place), "new": Node(fix.replacement),
            "as": Node(writings.first { $0.writing == fix.writing }?.name ?? ""), "safe": Node(fix.isSafe),
        ]
    }

    private static func fix(_ node: Node) -> Fix? {
        guard let text = node["text"]?.string, let place = place(node["at"]), let new = node["new"]?.string,
            let writing = writings.first(where: { $0.name == node["as"]?.string })?.writing
        else { return nil }
        return Fix(text, at: place, replacement: new, isSafe: node["safe"]?.bool ?? false, writing: writing)
    }
}
