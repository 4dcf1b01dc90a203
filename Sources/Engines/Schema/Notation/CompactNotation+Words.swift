import Diagnostics
import Tree

extension CompactNotation {
    /// The words after a type: `nullable`, `max=5`, `enum=A|B`.
    func apply(_ words: ArraySlice<Range<Int>>, to draft: inout SchemaDraft, line: Int) throws(Refused) {
        for range in words {
            let (key, value) = text.keyAndValue(range)
            let name = text.string(key)
            guard let value else {
                try applyFlag(name, to: &draft, line: line)
                continue
            }
            if applyText(name, value, to: &draft) { continue }
            guard let number = Double(text.string(value)) else {
                throw refusal("\"\(name)\" is no word for a field, or \"\(text.string(value))\" no number", at: line)
            }
            try applyNumber(name, number, to: &draft, line: line)
        }
    }

    private func applyFlag(_ name: String, to draft: inout SchemaDraft, line: Int) throws(Refused) {
        switch name {
        case "nullable": draft.isNullable = true
        case "keep": draft.preservesUnknownFields = true
        case "embedded": draft.isEmbeddedResource = true
        case "unique": draft.requiresUniqueItems = true
        case "merge": draft.patchStrategy = merging(draft.patchStrategy)
        case "retainKeys":
            draft.patchStrategy = PatchStrategy(merges: draft.patchStrategy?.merges ?? false, retainsKeys: true)
        default: throw refusal("\"\(name)\" is no word for a field", at: line)
        }
    }

    private func merging(_ strategy: PatchStrategy?) -> PatchStrategy {
        PatchStrategy(merges: true, retainsKeys: strategy?.retainsKeys ?? false)
    }

    private func applyText(_ name: String, _ value: Range<Int>, to draft: inout SchemaDraft) -> Bool {
        switch name {
        case "pattern": draft.pattern = text.text(value)
        case "format": draft.format = text.text(value)
        case "dropped": draft.droppedAdvice = text.text(value)
        case "text": draft.description = text.text(value)
        case "component": draft.componentName = text.text(value)
        case "enum":
            draft.allowedValues = text.parts(of: value, separator: UInt8(ascii: "|")).map { Node(text.text($0)) }
        case "required":
            draft.required = text.parts(of: value, separator: UInt8(ascii: ",")).map(text.text)
        case "default": draft.defaultValue = defaultValue(value, type: draft.type)
        case "empty": draft.emptyValue = defaultValue(value, type: .any)
        case "map": draft.mapType = MapType(rawValue: text.string(value))
        case "merge":
            draft.patchStrategy = merging(draft.patchStrategy)
            draft.patchMergeKey = text.string(value)
        case "list":
            let open = text.bytes[value].firstIndex(of: UInt8(ascii: "(")) ?? value.upperBound
            draft.listType = ListType(rawValue: text.string(value.lowerBound..<open))
            guard open < value.upperBound else { return true }
            let keys = open + 1..<value.upperBound - 1
            draft.listMapKeys = text.parts(of: keys, separator: UInt8(ascii: ",")).map(text.string)
        default: return false
        }
        return true
    }

    /// JSON, or for strings a plain word.
    private func defaultValue(_ value: Range<Int>, type: SchemaType) -> Node {
        if type == .string { return Node(text.text(value)) }
        return (try? JSONReader.read(Array(text.bytes[value]))) ?? Node(text.text(value))
    }

    private func applyNumber(
        _ name: String, _ number: Double, to draft: inout SchemaDraft, line: Int
    ) throws(Refused) {
        switch name {
        case "min": draft.minimum = number
        case "max": draft.maximum = number
        case "above":
            draft.minimum = number
            draft.excludesMinimum = true
        case "below":
            draft.maximum = number
            draft.excludesMaximum = true
        case "multipleOf": draft.multipleOf = number
        default:
            guard let count = Int(exactly: number) else { throw refusal("\"\(name)\" needs a whole number", at: line) }
            switch name {
            case "minLength": draft.minLength = count
            case "maxLength": draft.maxLength = count
            case "minItems": draft.minItems = count
            case "maxItems": draft.maxItems = count
            case "minProperties": draft.minProperties = count
            case "maxProperties": draft.maxProperties = count
            default: throw refusal("\"\(name)\" is no word for a field", at: line)
            }
        }
    }
}
