/// Texts by their lines and the blanks around them.
extension String {
    init(_ scalars: some Sequence<Unicode.Scalar>) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }

    /// Parted at line feeds.
    var lines: [String] {
        unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    }

    var withoutTrailingBlanks: String {
        guard let last = unicodeScalars.lastIndex(where: { !$0.isBlank }) else { return "" }
        return String(unicodeScalars[...last])
    }

    var withoutBlanksAround: String { String(unicodeScalars.drop { $0.isBlank }).withoutTrailingBlanks }
}

extension Unicode.Scalar {
    var isBlank: Bool { self == " " || self == "\t" || self == "\r" }
}
