internal import Diagnostics
internal import Mesh
internal import Schema
internal import Tree

/// Reads an object as Istio does, which is less strict than the API server: names in snake_case, enum values as numbers,
/// numbers as texts and nulls pass. Unknown fields do too.
///
/// What Istio cannot read is told, and Istio then sees nothing of the object. Here the other rules look at the rest of it
/// where a number or a text alone is wrong; a wrong word or structure could mean anything.
struct ProtoReading {
    private(set) var report = Report()
    private var needsRewriting = false
    private var isBroken = false
    /// Of the innermost value that has one; what the program has made has none.
    private var place: Place

    private init(at place: Place) { self.place = place }

    /// The value as the rules expect it, or nil when it cannot be read.
    static func read(_ spec: Node, as schema: Schema, within parent: Place) -> (value: Node?, findings: [Finding]) {
        var reading = ProtoReading(at: parent)
        reading.check(spec, schema, name: "spec")
        let findings = reading.report.findings
        guard !reading.isBroken else { return (nil, findings) }
        return (reading.needsRewriting ? rewritten(spec, schema) : spec, findings)
    }

    // MARK: Checking

    private mutating func check(_ node: Node, _ schema: Schema, name: String) {
        if node.isNull || schema.preservesUnknownFields || schema.isIntOrString { return }
        let outer = place
        if node.place.isKnown { place = node.place }
        defer { place = outer }
        switch schema.type {
        case .any: break
        case .object: checkObject(node, schema, name)
        case .array:
            guard let items = node.sequence else { return refuse(node, name, "a list") }
            guard let item = schema.items else { return }
            for element in items { check(element, item, name: name) }
        case .string: checkText(node, schema, name)
        case .boolean: if node.bool == nil { refuse(node, name, "true or false") }
        case .integer: checkWhole(node, schema, name)
        case .number: checkNumber(node, name)
        }
    }

    private mutating func checkObject(_ node: Node, _ schema: Schema, _ name: String) {
        guard let mapping = node.mapping else { return refuse(node, name, "an object") }
        for entry in mapping.entries {
            if let member = schema.member(entry.key) {
                check(entry.value, member, name: entry.key)
            } else if entry.key.contains("_"), let member = schema.member(camelCased(entry.key)) {
                needsRewriting = true
                check(entry.value, member, name: entry.key)
            }
        }
    }

    private mutating func checkText(_ node: Node, _ schema: Schema, _ name: String) {
        guard let allowed = schema.allowedValues, !allowed.isEmpty else {
            if node.string == nil { refuse(node, name, schema.isDuration ? "a duration such as \"10s\"" : "a text") }
            return
        }
        if node.integer != nil { return needsRewriting = true }
        guard let text = node.string, !Self.isKnown(text, allowed, name) else {
            if node.string == nil { refuse(node, name, "one of the words that it has") }
            return
        }
        isBroken = true
        let words = allowed.compactMap(\.string)
        let near = nearestName(to: text, among: words)
        report.error(
            .valueUnreadable, "\(name) cannot be \(quoted(text))", at: Field(node, name: name, within: place),
            hint: near.map { "did you mean \"\($0)\"?" } ?? "use \(alternatives(words))")
        report.suggestNearest(to: Field(node, name: name, within: place), among: words)
    }

    /// The schema knows less and more than the messages: of one mode only a rule tells that it is for the mesh as a whole,
    /// and words for `presence` are those of the schema alone.
    private static func isKnown(_ text: String, _ allowed: [Node], _ name: String) -> Bool {
        text == "ALLOW_ANY_DYNAMIC_DNS" || name == "presence" || allowed.contains { $0.string == text }
    }

    private mutating func checkWhole(_ node: Node, _ schema: Schema, _ name: String) {
        let number: Int
        switch node.value {
        case .integer(let whole): number = Int(whole)
        case .unsigned, .float:
            guard let whole = node.value.number.flatMap({ Int(exactly: $0) }) else {
                return refuse(node, name, "a whole number")
            }
            (number, needsRewriting) = (whole, true)
        case .string(let text):
            guard let whole = Int(text) else { return refuse(node, name, "a whole number") }
            (number, needsRewriting) = (whole, true)
        default: return refuse(node, name, "a whole number")
        }
        let isUnsigned = schema.maximum == 4_294_967_295 || schema.minimum == 0 && schema.format != "int32"
        if isUnsigned, !(0...4_294_967_295).contains(number) {
            refuse(node, name, "a whole number from 0 to 4294967295")
        } else if schema.format == "int32", Int32(exactly: number) == nil {
            refuse(node, name, "a whole number of 32 bits")
        }
    }

    private mutating func checkNumber(_ node: Node, _ name: String) {
        switch node.value {
        case .integer, .unsigned, .float: break
        case .string(let text): if Double(text) == nil { refuse(node, name, "a number") } else { needsRewriting = true }
        default: refuse(node, name, "a number")
        }
    }

    private mutating func refuse(_ node: Node, _ name: String, _ expected: String) {
        if node.sequence != nil || node.mapping != nil || ["a list", "an object"].contains(expected) {
            isBroken = true
        }
        let found =
            switch node.value {
            case .null: "null"
            case .bool(let flag): String(flag)
            case .integer(let number): String(number)
            case .unsigned(let number): String(number)
            case .float(let number): String(number)
            case .string(let text): quoted(text)
            case .sequence: "a list"
            case .mapping: "an object"
            }
        report.error(
            .valueUnreadable, "\(name) is \(found), and Istio reads \(expected) there",
            at: Field(node, name: name, within: place),
            hint: "write \(expected)", effect: "Istio refuses the object as a whole")
    }

    // MARK: Rewriting

    private static func rewritten(_ node: Node, _ schema: Schema) -> Node {
        if schema.preservesUnknownFields || schema.isIntOrString { return node }
        var result = node
        switch (node.value, schema.type) {
        case (.mapping(let mapping), .object):
            var renamed = Mapping()
            for entry in mapping.entries {
                var entry = entry
                if schema.member(entry.key) == nil, schema.member(camelCased(entry.key)) != nil {
                    entry.key = camelCased(entry.key)
                }
                if let member = schema.member(entry.key) { entry.value = rewritten(entry.value, member) }
                if !renamed.contains(entry.key) { renamed.append(entry) }
            }
            result.value = .mapping(renamed)
        case (.sequence(let items), .array):
            guard let item = schema.items else { return node }
            result.value = .sequence(items.map { rewritten($0, item) })
        case (.integer(let number), .string):
            let words = schema.allowedValues ?? []
            if let index = Int(exactly: number), words.indices.contains(index) { result.value = words[index].value }
        case (.string(let text), .integer): if let number = Int64(text) { result.value = .integer(number) }
        case (.float(let amount), .integer): if let number = Int64(exactly: amount) { result.value = .integer(number) }
        case (.string(let text), .number): if let number = Double(text) { result.value = .float(number) }
        default: break
        }
        return result
    }
}

/// `jwks_uri` gives `jwksUri`.
private func camelCased(_ key: String) -> String {
    let parts = key.split(separator: "_")
    return parts.dropFirst().reduce(parts.first.map(String.init) ?? key) {
        $0 + $1.prefix(1).uppercased() + $1.dropFirst()
    }
}

extension Schema {
    /// Told by the rule that goes with each of them.
    fileprivate var isDuration: Bool { validations.contains { $0.rule.contains("duration(self)") } }
}
