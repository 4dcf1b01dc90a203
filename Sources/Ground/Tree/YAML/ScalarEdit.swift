package import Diagnostics

/// `text` with one scalar replaced, and every other byte as it was: comments, order and layout stay.
/// The quotes of the old value are kept where the new one allows them.
///
/// - Parameters:
///   - document: Counted from 0.
///   - newValue: A scalar.
/// - Throws: `Refused` when the text is no YAML, or no scalar of its own stands at `path`.
package func replacingScalar(
    in text: [UInt8], document: Int = 0, at path: FieldPath, with newValue: NodeValue
) throws(Refused) -> [UInt8] {
    var search = ScalarSearch(text)
    return try replacing(try search.find(path, document: document), in: text, with: newValue)
}

/// The same for several scalars, keys among them, by the places at which they start.
///
/// A plain scalar becomes what `replacement` means unquoted, a quoted one keeps its quotes. Places at which no scalar
/// starts are passed over, and of two changes at one place the first counts.
package func replacingScalars(in text: [UInt8], _ changes: [ScalarChange]) throws(Refused) -> [UInt8] {
    var search = ScalarSearch(text)
    var text = text
    // From the end, so that what is found keeps its offset.
    for found in try search.scalars().reversed() {
        let change = changes.first { change in
            change.place.line == found.scalar.place.line && change.place.column == found.scalar.place.column
        }
        guard let change else { continue }
        let new = change.replacement
        switch change.writing {
        case .alike:
            let value = found.scalar.style == .plain ? ScalarResolver.plain(new) : .string(new)
            text = try replacing(found, in: text, with: value)
        case .text: text = try replacing(found, in: text, with: .string(new))
        case .bare: text = try replacing(found, in: text, with: ScalarResolver.plain(new))
        case .removal: text = removingItem(found.extent, isInFlow: found.isInFlow, from: text)
        }
    }
    return text
}

/// A change of the scalar that starts at a place.
package struct ScalarChange: Sendable {
    package var place: Place
    package var replacement: String
    package var writing: Fix.Writing

    package init(at place: Place, _ replacement: String, writing: Fix.Writing = .alike) {
        self.place = place
        self.replacement = replacement
        self.writing = writing
    }
}

private func replacing(_ found: FoundScalar, in text: [UInt8], with newValue: NodeValue) throws(Refused) -> [UInt8] {
    let start = byteOffset(of: found.extent.lowerBound, in: text)
    let end = byteOffset(of: found.extent.upperBound, in: text)
    let body = start + lengthOfProperties(in: text[start..<end])
    let isEmpty = body == end && found.scalar.style == .plain
    var spelled = try spelling(of: newValue, like: found, in: text, at: body)
    if isEmpty, body > 0, text[body - 1] != UInt8(ascii: " ") { spelled = " " + spelled }
    return Array(text[..<body]) + Array(spelled.utf8) + Array(text[end...])
}

private struct FoundScalar {
    var scalar: YAMLEvent.Scalar
    var extent: Range<Int>
    var isInFlow: Bool
}

/// Walks over the events of a text to the one that a path means.
private struct ScalarSearch {
    let events: YAMLEvents
    private let letters: [Unicode.Scalar]
    private var flowDepth = 0

    init(_ text: [UInt8]) {
        events = YAMLEvents(text, file: .none)
        letters = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    }

    mutating func find(_ path: FieldPath, document: Int) throws(Refused) -> FoundScalar {
        var index = -1
        while true {
            switch try events.next() {
            case .documentStart:
                index += 1
                let event = try events.next()
                if index == document { return try descend(event, path, path.steps[...]) }
                try skip(event)
            case .streamEnd: throw missing(path)
            default: continue
            }
        }
    }

    /// All scalars of a text, in their order.
    mutating func scalars() throws(Refused) -> [FoundScalar] {
        var found: [FoundScalar] = []
        while true {
            switch try events.next() {
            case .scalar(let scalar):
                found.append(FoundScalar(scalar: scalar, extent: events.extent, isInFlow: flowDepth > 0))
            case .mappingStart, .sequenceStart: noteFlow()
            case .mappingEnd, .sequenceEnd: if flowDepth > 0 { flowDepth -= 1 }
            case .streamEnd: return found
            default: continue
            }
        }
    }

    private mutating func descend(
        _ event: YAMLEvent, _ path: FieldPath, _ steps: ArraySlice<FieldPath.Step>
    ) throws(Refused) -> FoundScalar {
        switch (event, steps.first) {
        case (.scalar(let scalar), nil):
            return FoundScalar(scalar: scalar, extent: events.extent, isInFlow: flowDepth > 0)
        case (.mappingStart, .key(let wanted)?):
            noteFlow()
            while true {
                let key = try events.next()
                if case .mappingEnd = key { throw missing(path) }
                guard case .scalar(let name) = key else { throw missing(path) }
                let value = try events.next()
                if name.text == wanted { return try descend(value, path, steps.dropFirst()) }
                try skip(value)
            }
        case (.sequenceStart, .index(let wanted)?):
            noteFlow()
            var index = 0
            while true {
                let element = try events.next()
                if case .sequenceEnd = element { throw missing(path) }
                if index == wanted { return try descend(element, path, steps.dropFirst()) }
                try skip(element)
                index += 1
            }
        case (.alias(let name, let place), _):
            throw Refused(
                Finding(
                    .yamlUnsupported, "\"\(path)\" is the alias \"*\(name)\"", at: place,
                    hint: "change the value at its anchor \"&\(name)\""))
        default: throw missing(path)
        }
    }

    /// The start of a collection in brackets ends with one; one in blocks has no start of its own, or a dash.
    private mutating func noteFlow() {
        let last = events.extent.upperBound - 1
        let isBracket = letters.indices.contains(last) && (letters[last] == "[" || letters[last] == "{")
        if flowDepth > 0 || !events.extent.isEmpty && isBracket { flowDepth += 1 }
    }

    private func skip(_ event: YAMLEvent) throws(Refused) {
        var depth = 0
        var event = event
        while true {
            switch event {
            case .mappingStart, .sequenceStart: depth += 1
            case .mappingEnd, .sequenceEnd: depth -= 1
            default: break
            }
            guard depth > 0 else { return }
            event = try events.next()
        }
    }

    private func missing(_ path: FieldPath) -> Refused {
        Refused(Finding(.yamlUnsupported, "no scalar stands at \"\(path)\"", at: events.place))
    }
}

/// How the new value is written in the place of the old.
private func spelling(
    of value: NodeValue, like found: FoundScalar, in text: [UInt8], at offset: Int
) throws(Refused) -> String {
    let isBlock = found.scalar.style == .literal || found.scalar.style == .folded
    let tail = isBlock ? "\n" : ""
    switch value {
    case .null: return "null" + tail
    case .bool(let flag): return (flag ? "true" : "false") + tail
    case .integer(let number): return String(number) + tail
    case .unsigned(let number): return String(number) + tail
    case .float(let number): return yamlSpelling(of: number) + tail
    case .sequence, .mapping:
        throw Refused(Finding(.yamlUnsupported, "only a scalar can take the place of a scalar", at: found.scalar.place))
    case .string(let new):
        if new.utf8.contains(UInt8(ascii: "\n")) {
            if found.isInFlow { return YAMLScalar.doubleQuoted(new, indent: 0, column: nil) }
            let indent = indentation(before: offset, in: text) + 2
            return YAMLScalar.spelling(of: new, indent: indent, column: 0) + tail
        }
        switch found.scalar.style {
        case .singleQuoted where !new.unicodeScalars.contains { !YAMLScalar.isPrintable($0) }:
            return "'" + new.replacing("'", with: "''") + "'"
        case .singleQuoted, .doubleQuoted: return YAMLScalar.doubleQuoted(new, indent: 0, column: nil)
        case .plain, .literal, .folded:
            let isFlowSafe = !found.isInFlow || !new.contains { ",[]{}:?".contains($0) }
            guard isFlowSafe else { return YAMLScalar.doubleQuoted(new, indent: 0, column: nil) }
            return YAMLScalar.spelling(of: new, indent: 0, column: nil) + tail
        }
    }
}

/// The column at which the line's content starts, counting dashes of lists as blanks.
private func indentation(before offset: Int, in text: [UInt8]) -> Int {
    let lineStart = text[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    var column = 0
    var index = lineStart
    while index < offset,
        text[index] == 0x20 || text[index] == UInt8(ascii: "-") && index + 1 < offset && text[index + 1] == 0x20
    {
        column += 1
        index += 1
    }
    return column
}

func byteOffset(of scalar: Int, in text: [UInt8]) -> Int {
    var count = -1
    for (offset, byte) in text.enumerated() where byte & 0xC0 != 0x80 {
        count += 1
        if count == scalar { return offset }
    }
    return text.count
}

/// Anchors and tags before a value stay.
private func lengthOfProperties(in text: ArraySlice<UInt8>) -> Int {
    var rest = text
    while let first = rest.first, first == UInt8(ascii: "&") || first == UInt8(ascii: "!") {
        rest = rest.drop { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D }
        rest = rest.drop { $0 == 0x20 }
    }
    return text.count - rest.count
}
