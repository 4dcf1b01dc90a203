/// The colours of a text. Meaning never hangs on them alone: each has its word or sign.
package struct Palette: Sendable {
    private let isOn: Bool

    package static let none = Palette(isOn: false)
    package static let ansi = Palette(isOn: true)

    private init(isOn: Bool) { self.isOn = isOn }

    package func error(_ text: String) -> String { wrap(text, "1;31") }
    package func warning(_ text: String) -> String { wrap(text, "1;33") }
    package func good(_ text: String) -> String { wrap(text, "32") }
    package func added(_ text: String) -> String { wrap(text, "32") }
    package func removed(_ text: String) -> String { wrap(text, "31") }
    package func faint(_ text: String) -> String { wrap(text, "2") }
    package func strong(_ text: String) -> String { wrap(text, "1") }

    private func wrap(_ text: String, _ code: String) -> String { isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}
