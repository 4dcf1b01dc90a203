import Diagnostics

extension CompactNotation {
    /// The schema that a line describes from its type on, with what stands below it.
    mutating func schema(ofLine line: Int, typeWord: Int) throws(Refused) -> Schema {
        let words = text.lines[line].words
        guard typeWord < words.count else { throw refusal("a type is missing", at: line) }
        return try schema(type: words[typeWord], words: words[(typeWord + 1)...], line: line, below: children(of: line))
    }

    private mutating func schema(
        type: Range<Int>, words: ArraySlice<Range<Int>>, line: Int, below: [Int]
    ) throws(Refused) -> Schema {
        let first = text.bytes[type.lowerBound]
        if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") {
            return try collection(type: type, words: words, line: line, below: below)
        }
        var draft: SchemaDraft
        if first >= UInt8(ascii: "A"), first <= UInt8(ascii: "Z") {
            let shape = try shape(text.string(type), usedAt: line)
            if words.isEmpty, below.isEmpty { return shape }
            draft = shape.asDraft
        } else {
            draft = try simpleType(text.string(type), line: line)
        }
        try apply(words, to: &draft, line: line)
        for child in below { try apply(child, to: &draft) }
        return Schema(draft)
    }

    /// `[string maxLength=3]` and `{Port}`: the item's type and words stand inside.
    private mutating func collection(
        type: Range<Int>, words: ArraySlice<Range<Int>>, line: Int, below: [Int]
    ) throws(Refused) -> Schema {
        let inside = text.words(in: type.lowerBound + 1..<type.upperBound - 1)
        guard let itemType = inside.first else { throw refusal("the type of the items is missing", at: line) }
        let own = below.filter { word($0, 0) == "@whole" }
        let itemsBelow = below.filter { word($0, 0) != "@whole" }
        let item = try schema(type: itemType, words: inside.dropFirst(), line: line, below: itemsBelow)
        var draft: SchemaDraft
        if text.bytes[type.lowerBound] == UInt8(ascii: "[") {
            draft = SchemaDraft(type: .array)
            draft.items = item
        } else {
            draft = SchemaDraft(type: .object)
            draft.additionalProperties = .schema(item)
        }
        try apply(words, to: &draft, line: line)
        for child in own { try applyDirective(child, from: 1, to: &draft) }
        return Schema(draft)
    }

    private func simpleType(_ name: String, line: Int) throws(Refused) -> SchemaDraft {
        switch name {
        case "any": return SchemaDraft()
        case "int-or-string":
            var draft = SchemaDraft()
            draft.isIntOrString = true
            draft.anyOf = [Schema(SchemaDraft(type: .integer)), Schema(SchemaDraft(type: .string))]
            return draft
        default:
            guard let type = SchemaType(rawValue: name) else { throw refusal("there is no type \"\(name)\"", at: line) }
            return SchemaDraft(type: type)
        }
    }

    private mutating func apply(_ line: Int, to draft: inout SchemaDraft) throws(Refused) {
        guard let name = word(line, 0) else { return }
        if name.hasPrefix("@") { return try applyDirective(line, from: 0, to: &draft) }
        let isRequired = name.hasSuffix("!")
        let field = isRequired ? String(name.dropLast()) : name
        guard !draft.properties.contains(where: { $0.name == field }) else {
            throw refusal("the field \"\(field)\" stands there twice", at: line)
        }
        draft.properties.append(SchemaProperty(field, try schema(ofLine: line, typeWord: 1)))
        if isRequired { draft.required.append(field) }
    }

    /// `@rule`, `@atMostOne` and the others; the directive is the word at `position`.
    private mutating func applyDirective(
        _ line: Int, from position: Int, to draft: inout SchemaDraft
    ) throws(Refused) {
        let arguments = text.lines[line].words.dropFirst(position + 1).map(text.text)
        switch word(line, position) {
        case "@rule":
            guard let rule = arguments.first else { throw refusal("the rule is missing", at: line) }
            draft.validations.append(ValidationRule(rule: rule, message: arguments.dropFirst().first))
        case "@atMostOne":
            let single = arguments.map { Schema.requiring([$0]) }
            var any = SchemaDraft()
            any.anyOf = single
            var none = SchemaDraft()
            none.not = Schema(any)
            draft.oneOf = [Schema(none)] + single
        case "@exactlyOne": draft.oneOf = arguments.map { Schema.requiring([$0]) }
        case "@oneOf": draft.oneOf = try alternatives(below: line)
        case "@anyOf": draft.anyOf = try alternatives(below: line)
        case "@allOf": draft.allOf = try alternatives(below: line)
        case "@not": draft.not = try alternatives(below: line).first
        case let other: throw refusal("there is no directive \"\(other ?? "")\"", at: line)
        }
    }

    /// Lines `- <type> …`, one for each alternative.
    private mutating func alternatives(below line: Int) throws(Refused) -> [Schema] {
        var schemas: [Schema] = []
        for child in children(of: line) {
            guard word(child, 0) == "-" else { throw refusal("an alternative begins with \"-\"", at: child) }
            schemas.append(try schema(ofLine: child, typeWord: 1))
        }
        return schemas
    }
}

extension Schema {
    static func requiring(_ names: [String]) -> Schema {
        var draft = SchemaDraft()
        draft.required = names
        return Schema(draft)
    }
}
