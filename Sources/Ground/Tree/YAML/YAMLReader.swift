internal import CYaml
package import Diagnostics

/// The documents of a YAML text and what the reader has to say about them.
package struct YAMLDocuments: Sendable {
    /// One node a document; a document without content is null.
    package var documents: [Node]
    /// Warnings only: an error is thrown.
    package var findings: [Finding]
    /// The texts of booleans, numbers and nulls that are not spelled as the writer spells them.
    package var spellings: Spellings = [:]
}

/// By the place of the value: `TRUE`, `0x1F`, `1.50`, `~`.
package typealias Spellings = [Place: String]

/// By which rules plain words become values: those of go-yaml 3, or with the booleans of YAML 1.1 as the API server
/// reads (`yes`, `on`, `n`), keys included.
package enum YAMLDialect: Sendable { case current, older }

/// What a reader does about a key that a mapping has twice.
package enum DuplicateKeys: Sendable { case refused, lastWins }

/// Reads YAML as kustomize does: the syntax of libyaml, scalars by the rules of go-yaml 3 (`ScalarResolver`),
/// anchors, aliases and merge keys expanded, duplicate keys refused.
package struct YAMLReader {
    private let file: SourceFile
    private let limits: ParseLimits
    private let events: YAMLEvents
    private var anchors: [String: (node: Node, size: Int)] = [:]
    private var findings: [Finding] = []
    private var spellings: Spellings = [:]
    private var duplicates = DuplicateKeys.refused
    private var dialect = YAMLDialect.current
    private var depth = 0
    private var spelledNodes = 0
    private var aliasNodes = 0

    /// All documents of `text`.
    ///
    /// - Throws: `Refused` with the place of the first thing that is not YAML or exceeds the limits.
    package static func read(
        _ text: [UInt8], file: SourceFile = .none, limits: ParseLimits = .standard,
        duplicates: DuplicateKeys = .refused, dialect: YAMLDialect = .current
    ) throws(Refused) -> YAMLDocuments {
        guard text.count <= limits.size else {
            throw Refused(
                Finding(
                    .textTooLarge, "the text has \(text.count) bytes, more than the limit of \(limits.size)",
                    at: Place(file: file, line: 1, column: 1)))
        }
        if dialect == .current,
            let documents = inParts(text, file: file, limits: limits, duplicates: duplicates)
        {
            return documents
        }
        var text = text
        var mends = 0
        while true {
            var reader = YAMLReader(file: file, limits: limits, events: YAMLEvents(text, file: file))
            reader.duplicates = duplicates
            reader.dialect = dialect
            do throws(Refused) { return try reader.stream() } catch {
                // Each word of this kind is another reading from the start.
                mends += 1
                guard mends <= 100, let mended = quotingColons(in: text, refusedAt: reader.events.scalarWithColon)
                else {
                    throw error
                }
                text = mended
            }
        }
    }

    package static func read(
        _ text: String, file: SourceFile = .none, limits: ParseLimits = .standard
    ) throws(Refused) -> YAMLDocuments {
        try read(Array(text.utf8), file: file, limits: limits)
    }

    private init(file: SourceFile, limits: ParseLimits, events: YAMLEvents) {
        self.file = file
        self.limits = limits
        self.events = events
    }

    /// The documents of a part of a text, and how many values it spells and aliases add; nil when anything is wrong.
    static func part(
        _ bytes: ArraySlice<UInt8>, linesBefore: Int, file: SourceFile, limits: ParseLimits, duplicates: DuplicateKeys
    ) -> (documents: YAMLDocuments, spelled: Int, aliased: Int)? {
        let events = YAMLEvents(Array(bytes), file: file, linesBefore: linesBefore)
        var reader = YAMLReader(file: file, limits: limits, events: events)
        reader.duplicates = duplicates
        guard let documents = try? reader.stream() else { return nil }
        return (documents, reader.spelledNodes, reader.aliasNodes)
    }

    // MARK: Structure

    private mutating func stream() throws(Refused) -> YAMLDocuments {
        var documents: [Node] = []
        while true {
            switch try events.next() {
            case .streamStart: continue
            case .documentStart:
                anchors.removeAll()
                documents.append(try node(try events.next()).node)
            case .documentEnd: continue
            case .streamEnd: return YAMLDocuments(documents: documents, findings: findings, spellings: spellings)
            default: throw refusal("unexpected content between documents")
            }
        }
    }

    /// The node that starts with `event`, and how many nodes it counts, itself included.
    private mutating func node(_ event: YAMLEvent) throws(Refused) -> (node: Node, size: Int) {
        guard spelledNodes <= limits.nodes else {
            throw Refused(
                Finding(
                    .textTooLarge, "the text holds more than \(limits.nodes) values", at: events.place,
                    hint: "part it into several files"))
        }
        let result: (node: Node, size: Int)
        let anchor: String?
        switch event {
        case .scalar(let scalar):
            spelledNodes += 1
            result = (try resolved(scalar), 1)
            anchor = scalar.anchor
        case .sequenceStart(let start):
            result = try sequence(start)
            anchor = start.anchor
        case .mappingStart(let start):
            result = try mapping(start)
            anchor = start.anchor
        case .alias(let name, let place):
            return try expanded(name, at: place)
        default:
            throw refusal("expected a value")
        }
        if let anchor { anchors[anchor] = result }
        return result
    }

    private mutating func sequence(_ start: YAMLEvent.Start) throws(Refused) -> (node: Node, size: Int) {
        try enter(start)
        defer { depth -= 1 }
        var elements: [Node] = []
        var size = 1
        while true {
            let event = try events.next()
            if case .sequenceEnd = event { break }
            let element = try node(event)
            elements.append(element.node)
            size += element.size
        }
        return (Node(.sequence(elements), at: start.place), size)
    }

    private mutating func mapping(_ start: YAMLEvent.Start) throws(Refused) -> (node: Node, size: Int) {
        try enter(start)
        defer { depth -= 1 }
        var entries: [Mapping.Entry] = []
        var seen = KeySet()
        var merged: [Node] = []
        var size = 1
        while true {
            let event = try events.next()
            if case .mappingEnd = event { break }
            let (key, keyPlace, isMerge) = try key(event)
            let value = try node(try events.next())
            size += 1 + value.size
            if isMerge {
                merged.append(contentsOf: try mergeSources(value.node, at: keyPlace))
                continue
            }
            guard seen.insert(key, into: entries) else {
                guard duplicates == .lastWins else { throw duplicate(key, at: keyPlace, among: entries) }
                entries.removeAll { $0.key == key }
                entries.append(Mapping.Entry(key, at: keyPlace, value.node))
                continue
            }
            entries.append(Mapping.Entry(key, at: keyPlace, value.node))
        }
        for source in merged {
            for entry in source.entries where seen.insert(entry.key, into: entries) { entries.append(entry) }
        }
        return (Node(.mapping(Mapping(entries)), at: start.place), size)
    }

    private mutating func key(_ event: YAMLEvent) throws(Refused) -> (text: String, place: Place, isMerge: Bool) {
        switch event {
        case .scalar(let scalar):
            spelledNodes += 1
            if let anchor = scalar.anchor { anchors[anchor] = (try resolved(scalar), 1) }
            let isMerge = scalar.text == "<<" && scalar.style == .plain && scalar.tag == nil
            return (keyText(scalar), scalar.place, isMerge || scalar.tag == "tag:yaml.org,2002:merge")
        case .alias(let name, let place):
            let (node, _) = try expanded(name, at: place)
            guard let text = node.string else {
                throw Refused(
                    Finding(.yamlUnsupported, "alias \"*\(name)\" as a key must stand for a string", at: place))
            }
            return (text, place, false)
        case .sequenceStart(let start), .mappingStart(let start):
            throw Refused(
                Finding(
                    .yamlUnsupported, "a key must be a string, found a collection", at: start.place,
                    hint: "write the key as a plain word, or quote it; \"{{…}}\" must stand in quotes"))
        default:
            throw refusal("expected a key")
        }
    }

    private func mergeSources(_ node: Node, at place: Place) throws(Refused) -> [Node] {
        if node.mapping != nil { return [node] }
        if let elements = node.sequence, elements.allSatisfy({ $0.mapping != nil }) { return elements }
        throw Refused(
            Finding(
                .yamlUnsupported, "\"<<\" must merge a mapping or a list of mappings, found \(node.typeName)", at: place
            ))
    }

    private mutating func expanded(_ name: String, at place: Place) throws(Refused) -> (node: Node, size: Int) {
        guard let known = anchors[name] else {
            throw Refused(
                Finding(.yamlUnsupported, "alias \"*\(name)\" has no anchor \"&\(name)\" before it", at: place))
        }
        aliasNodes += known.size
        guard aliasNodes <= max(100_000, spelledNodes * limits.aliasGrowth) else {
            throw Refused(
                Finding(
                    .textTooLarge, "aliases expand the text to more than \(limits.aliasGrowth) times its size",
                    at: place))
        }
        return known
    }

    private mutating func enter(_ start: YAMLEvent.Start) throws(Refused) {
        spelledNodes += 1
        depth += 1
        guard depth <= limits.depth else {
            throw Refused(
                Finding(
                    .textTooLarge, "the text nests deeper than the limit of \(limits.depth) levels", at: start.place))
        }
    }

    // MARK: Scalars

    private mutating func resolved(_ scalar: YAMLEvent.Scalar) throws(Refused) -> Node {
        if let flag = olderBoolean(scalar) { return Node(.bool(flag), at: scalar.place, style: scalar.style) }
        let value = try ScalarResolver.value(of: scalar)
        if let warning = ScalarResolver.ambiguity(of: scalar) { findings.append(warning) }
        let node = Node(value, at: scalar.place, style: scalar.style)
        if !value.isSpelled(scalar.text) { spellings[scalar.place] = scalar.text }
        return node
    }

    private func olderBoolean(_ scalar: YAMLEvent.Scalar) -> Bool? {
        guard dialect == .older, scalar.style == .plain, scalar.tag == nil else { return nil }
        return ScalarResolver.olderBoolean(scalar.text)
    }

    private func keyText(_ scalar: YAMLEvent.Scalar) -> String {
        olderBoolean(scalar).map { $0 ? "true" : "false" } ?? scalar.text
    }

    // MARK: Refusals

    private func duplicate(_ key: String, at place: Place, among entries: [Mapping.Entry]) -> Refused {
        var finding = Finding(
            .duplicateKey, "key \"\(key)\" is already set in this mapping", at: place, length: key.unicodeScalars.count,
            hint: "keep one of the two")
        if let first = entries.first(where: { $0.key == key }) {
            finding.related = [RelatedPlace("first set here", at: first.keyPlace)]
        }
        return Refused(finding)
    }

    private func refusal(_ message: String) -> Refused {
        Refused(Finding(.yamlSyntax, message, at: events.place))
    }
}
