/// How much of a text is looked at.
package struct LintLimits: Sendable {
    /// In bytes.
    package var size = 64 << 20
    /// How many blocks, and flow collections, may lie in each other.
    package var depth = 10_000

    /// How many problems of a text are told.
    package var problems = 200_000

    package init() {}
}
