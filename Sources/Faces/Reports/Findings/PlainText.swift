extension String {
    /// With a sign in the place of each control character: what files hold must not steer a terminal or the reader of a
    /// log. Tabs and line ends stay.
    var withoutControls: String { replacingControls { $0 == "\n" || $0 == "\t" ? $0 : "\u{FFFD}" } }

    /// The same on one line.
    var oneLine: String {
        replacingControls { $0 == "\n" || $0 == "\t" || $0 == "\r" ? " " : "\u{FFFD}" }
    }

    private func replacingControls(_ replacement: (Unicode.Scalar) -> Unicode.Scalar) -> String {
        guard unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { return self }
        return String(
            UnicodeScalarView(
                unicodeScalars.map { $0.properties.generalCategory == .control ? replacement($0) : $0 }))
    }

    /// At most `count` Unicode scalars, with a sign where something is left out.
    func cut(to count: Int) -> String {
        guard unicodeScalars.count > count else { return self }
        return String(UnicodeScalarView(unicodeScalars.prefix(max(0, count - 1)))) + "…"
    }
}

extension Array {
    subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
