package import Diagnostics

extension Code {
    /// The text is not YAML.
    package static let yamlSyntax = Code("MST0001")
    /// The text is not JSON.
    package static let jsonSyntax = Code("MST0002")
    /// A mapping has one key twice.
    package static let duplicateKey = Code("MST0003")
    /// The text is larger or deeper than the reader takes.
    package static let textTooLarge = Code("MST0004")
    /// YAML that has no meaning as a Kubernetes object: a key that is no string, an unknown tag or alias.
    package static let yamlUnsupported = Code("MST0005")
    /// A scalar that older YAML readers take for something else.
    package static let yamlAmbiguousScalar = Code("MST0006")
}
