package import Diagnostics

extension Code {
    /// The formatter would not have kept what a text says, and left it alone: an error of its own.
    package static let notFormatted = Code("MST0007")
}
