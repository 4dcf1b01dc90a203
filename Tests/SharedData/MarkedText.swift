/// A text with a mistake: `<<wrong||right>>`. What is told of it stands there, or at `▸` where there is one.
package struct MarkedText: Sendable {
    private let text: String

    package init(_ text: String) { self.text = text }

    /// With all mistakes.
    package var wrong: String { version(keepsRight: false).replacing("▸", with: "") }

    /// Without them.
    package var right: String { version(keepsRight: true).replacing("▸", with: "") }

    /// `line:column` of the marker, else of the first mistake.
    package var place: String {
        let isMarked = text.contains("▸")
        let text = isMarked ? version(keepsRight: false) : text
        let end = text.firstRange(of: isMarked ? "▸" : "<<")?.lowerBound ?? text.startIndex
        let lines = text[..<end].split(separator: "\n", omittingEmptySubsequences: false)
        return "\(lines.count):\((lines.last?.unicodeScalars.count ?? 0) + 1)"
    }

    private func version(keepsRight: Bool) -> String {
        var text = text
        while let open = text.firstRange(of: "<<"), let bar = text.firstRange(of: "||"),
            let close = text.firstRange(of: ">>")
        {
            let part = keepsRight ? text[bar.upperBound..<close.lowerBound] : text[open.upperBound..<bar.lowerBound]
            text.replaceSubrange(open.lowerBound..<close.upperBound, with: String(part))
        }
        return text
    }
}
