/// Texts are arrays of Unicode scalars, so that a column is a difference of offsets.
extension Unicode.Scalar {
    /// What stands after the end of each text, so that looking ahead needs no question.
    static let end: Unicode.Scalar = "\0"
    static let byteOrderMark: Unicode.Scalar = "\u{FEFF}"

    /// The line breaks of YAML 1.1.
    @inline(__always) var isBreak: Bool {
        if value > 0x0D, value < 0x85 { return false }
        return value == 0x0A || value == 0x0D || value == 0x85 || value == 0x2028 || value == 0x2029
    }

    @inline(__always) var isBreakOrEnd: Bool { isBreak || value == 0 }

    @inline(__always) var isSpaceOrBreakOrEnd: Bool { value == 0x20 || isBreakOrEnd }

    @inline(__always) var isBlank: Bool { value == 0x20 || value == 0x09 }

    @inline(__always) var isBlankOrBreakOrEnd: Bool { isBlank || isBreakOrEnd }

    var isDigit: Bool { value >= 0x30 && value <= 0x39 }

    var hexValue: UInt32? {
        switch value {
        case 0x30...0x39: value - 0x30
        case 0x41...0x46: value - 0x41 + 10
        case 0x61...0x66: value - 0x61 + 10
        default: nil
        }
    }

    /// What names of anchors, directives and tag handles are made of.
    var isWord: Bool { isASCIILetter || isDigit || self == "-" || self == "_" }

    var isASCIILetter: Bool { (value >= 0x41 && value <= 0x5A) || (value >= 0x61 && value <= 0x7A) }

    /// One of the ASCII characters of `set`.
    func isOne(of set: StaticString) -> Bool {
        guard value < 0x80, value != 0 else { return false }
        return set.withUTF8Buffer { $0.contains(UInt8(truncatingIfNeeded: value)) }
    }

    /// In quotes, as messages spell it.
    var quoted: String {
        switch self {
        case "\t": "'\\t'"
        case "\n": "'\\n'"
        case "\r": "'\\r'"
        case "'": "\"'\""
        case "\\": "'\\\\'"
        default: isPrinted ? "'\(self)'" : "'\\\(escape)'"
        }
    }

    private var isPrinted: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        case .spaceSeparator: self == " "
        default: true
        }
    }

    private var escape: String {
        let digits = String(value, radix: 16)
        let (letter, width) = value < 0x100 ? ("x", 2) : value < 0x10000 ? ("u", 4) : ("U", 8)
        return letter + String(repeating: "0", count: width - digits.count) + digits
    }
}

extension String {
    init(_ scalars: some Sequence<Unicode.Scalar>) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }
}
