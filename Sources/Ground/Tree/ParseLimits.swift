/// How much a reader takes before it refuses a text. Foreign data is hostile.
package struct ParseLimits: Sendable {
    /// Bytes of one text.
    package var size = 32 << 20
    /// Levels of nesting. Kubernetes objects have about a dozen; schemas of CRDs about 60.
    package var depth = 500
    /// Values of one text, keys included. A bundle of 10,000 objects has about half a million.
    package var nodes = 800_000
    /// Nodes that aliases may add, as a multiple of the nodes that the text spells out (with a free allowance of 100,000).
    package var aliasGrowth = 10

    package static let standard = ParseLimits()
}
