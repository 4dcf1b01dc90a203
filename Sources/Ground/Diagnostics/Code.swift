/// The stable name of a kind of finding: `MST` and four digits. Families: 0 parse and build, 1 references, 2 routing,
/// 3 security, 4 resilience, 5 ordering, 6 promotion, 7 upgrade, 8 policy, 9 the tool itself.
///
/// Each code is declared once, as a static beside the check that reports it.
package struct Code: Hashable, Sendable, CustomStringConvertible {
    package let id: String
    /// The codes by which users know the same thing from other tools: `IST0101`, `KIA1107`.
    package let aliases: [String]

    package init(_ id: String, aliases: [String] = []) {
        self.id = id
        self.aliases = aliases
    }

    package var description: String { id }
}
