/// Which grammar a text follows.
package enum RegoVersion: String, Sendable, Hashable {
    /// Before OPA 1.0: no `if`, no `contains` unless imported.
    case v0
    case v1
}

/// One file of Rego, as it was written.
package struct Module: Sendable, Hashable {
    package var file: String
    /// What the text turned out to be: `import rego.v1` in a v0 text makes it v1.
    package var version: RegoVersion
    /// `data.a.b` is `["a", "b"]`.
    package var package: [String]
    package var packagePosition: Position
    package var imports: [Import]
    package var rules: [Rule]
    package var annotations: [Annotations]
    /// Every comment, in order; the formatter needs them.
    package var comments: [Comment]
}

package struct Import: Sendable, Hashable {
    /// `data.lib.x`, `input.y`, `rego.v1`, `future.keywords.in`
    package var path: Reference
    package var alias: String?
    package var position: Position
}

package struct Comment: Sendable, Hashable {
    /// Without the `#`.
    package var text: String
    package var position: Position
}

/// One rule as written: `deny contains msg if {…}`, `f(x) := y if {…} else := z if {…}`, `default p := 1`,
/// `a.b[c] := d if {…}`.
package struct Rule: Sendable, Hashable {
    package var isDefault: Bool
    package var head: RuleHead
    /// Nil where nothing was written: the rule always holds. Several blocks `p {…} {…}` are several rules.
    package var body: Body?
    package var alternatives: [Alternative]
    /// Indices into the module's annotations that belong to it (scopes `rule` and `document`).
    package var annotations: [Int]
    package var position: Position
    /// One past its last byte.
    package var end: Int
}

/// `else := value if {…}`
package struct Alternative: Sendable, Hashable {
    package var value: Term?
    package var body: Body?
    package var position: Position
}

package struct RuleHead: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// One value for the reference: `p := 1`, `a.b[c] := d` (with variables in the path: one value for each path).
        case value(Term?)
        /// `p contains element`; in v0 also `p[element]`.
        case contains(Term)
    }

    /// `p`, `a.b[c]`; the first is a name.
    package var reference: Reference
    /// nil for anything but a function.
    package var arguments: [Term]?
    package var kind: Kind
    /// `:=` was written, not `=`.
    package var isAssigned: Bool
    package var position: Position
}

/// A `# METADATA` block.
package struct Annotations: Sendable, Hashable {
    package enum Scope: String, Sendable { case rule, document, package, subpackages }

    package var scope: Scope
    /// All of it as one value, as `rego.metadata.rule()` gives it.
    package var value: RegoObject
    package var position: Position
}
