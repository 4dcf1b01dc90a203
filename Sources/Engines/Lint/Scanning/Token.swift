/// A piece of a YAML text. Some have no characters of their own: they say where a block or a key begins or ends.
package struct Token {
    package enum Kind: UInt8 {
        case streamStart, streamEnd, directive, documentStart, documentEnd
        case blockSequenceStart, blockMappingStart, blockEnd
        case flowSequenceStart, flowSequenceEnd, flowMappingStart, flowMappingEnd
        case blockEntry, flowEntry, key, value, alias, anchor, tag, scalar

        /// As syntax errors name it.
        var name: String {
            switch self {
            case .streamStart: "<stream start>"
            case .streamEnd: "<stream end>"
            case .directive: "<directive>"
            case .documentStart: "<document start>"
            case .documentEnd: "<document end>"
            case .blockSequenceStart: "<block sequence start>"
            case .blockMappingStart: "<block mapping start>"
            case .blockEnd: "<block end>"
            case .flowSequenceStart: "["
            case .flowSequenceEnd: "]"
            case .flowMappingStart: "{"
            case .flowMappingEnd: "}"
            case .blockEntry: "-"
            case .flowEntry: ","
            case .key: "?"
            case .value: ":"
            case .alias: "<alias>"
            case .anchor: "<anchor>"
            case .tag: "<tag>"
            case .scalar: "<scalar>"
            }
        }
    }

    /// Some kinds, as bits.
    struct Kinds: ExpressibleByArrayLiteral {
        private var bits: UInt32 = 0

        @inline(__always) init(arrayLiteral kinds: Kind...) { for kind in kinds { bits |= 1 << kind.rawValue } }

        @inline(__always) func contains(_ kind: Kind) -> Bool { bits & 1 << kind.rawValue != 0 }
    }

    package enum Style: UInt8 { case plain, single, double, literal, folded }

    package var kind: Kind
    /// How a scalar is written.
    package var style = Style.plain
    package var start: Mark
    package var end: Mark
    /// Which of the stream's `values` it is; nil for a scalar that means the characters between its marks.
    var value: UInt32?

    /// Whether the parser knows of it only because of what stands behind or before it.
    package var isEmpty: Bool { start.index == end.index }

    package var isProperty: Bool { kind == .anchor || kind == .tag }

    package var isBlockScalar: Bool { kind == .scalar && (style == .literal || style == .folded) }
}

/// Why a text is not YAML.
package struct SyntaxError: Error, Hashable {
    package var message: String
    package var mark: Mark
}
