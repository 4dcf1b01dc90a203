/// How much of a policy the parser takes before it refuses the text. Policies are foreign data.
package struct SyntaxLimits: Sendable {
    /// Bytes of one text.
    package var size = 16 << 20
    /// Levels of brackets and blocks.
    package var nesting = 200
    /// Levels of a term: `a + b + c` has two more than `a`.
    package var height = 500
    /// Letters of a number; OPA takes none beyond two to the power of 100,000.
    package var digits = 30_103
    /// Errors of one text; the rest is not looked for.
    package var errors = 10
    /// How often a text is read: what begins like a comprehension or a set (`[a | b, c]`, `not {…}`) may need a second
    /// reading.
    package var readings = 20

    package static let standard = SyntaxLimits()
}
