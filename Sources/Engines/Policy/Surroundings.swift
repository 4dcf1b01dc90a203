package import Rego

/// What an evaluation may know of the world, and how much it may use. Engines read no clock and no files.
package struct Surroundings: Sendable {
    /// Nanoseconds since 1970; all of one run sees one time.
    package var now: Int64
    /// Where chance starts.
    package var seed: UInt64
    package var limits: Limits
    /// The file of a named time zone (RFC 9636).
    package var zoneFile: @Sendable (String) -> [UInt8]?

    package init(
        now: Int64 = 0, seed: UInt64 = 0, limits: Limits = .standard,
        zoneFile: @escaping @Sendable (String) -> [UInt8]? = { _ in nil }
    ) {
        self.now = now
        self.seed = seed
        self.limits = limits
        self.zoneFile = zoneFile
    }

    /// For one evaluation at a time.
    package var context: BuiltinContext {
        BuiltinContext(now: now, seed: seed, limits: limits, zoneFile: zoneFile)
    }
}
