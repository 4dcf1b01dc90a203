package import RE2

/// What built-ins share during one evaluation: the clock, chance, caches and limits. One evaluation runs on one thread.
package final class BuiltinContext {
    /// Nanoseconds since 1970; one evaluation sees one time.
    package let now: Int64
    /// Chance with a known start, so that a run can be repeated.
    package var random: any RandomNumberGenerator
    /// Calls whose answers must not change during an evaluation (`rand.intn("x", 5)`, `uuid.rfc4122("x")`), by name and
    /// arguments.
    package var memory: [[RegoValue]: RegoValue] = [:]
    package var expressions: [String: RegularExpression] = [:]
    /// What `print` said.
    package var printed: [PrintedLine] = []
    /// What `trace` said.
    package var traced: [String] = []
    /// The cases of a test rule that were begun: the keys of each.
    package var testCases: [[RegoValue]] = []
    /// Gives the file of a named zone as the system's database has it (TZif, RFC 9636); nil for an unknown name. The
    /// language itself reads no files.
    package var zoneFile: @Sendable (String) -> [UInt8]?
    var zones: [String: ZoneRules] = [:]
    /// Steps that are left; a built-in with work beyond its arguments' size takes from it.
    package var fuel: Int

    package init(
        now: Int64, random: any RandomNumberGenerator, fuel: Int,
        zoneFile: @escaping @Sendable (String) -> [UInt8]? = { _ in nil }
    ) {
        self.now = now
        self.random = random
        self.fuel = fuel
        self.zoneFile = zoneFile
    }

    /// - Throws: the limit, once the steps are used up.
    package func spend(_ steps: Int) throws(BuiltinFailure) {
        fuel -= steps
        if fuel < 0 { throw BuiltinFailure("the evaluation took more steps than it may", .limit) }
    }
}

/// A line that `print` wrote.
package struct PrintedLine: Hashable, Sendable {
    package var text: String
    /// Empty where the call has no place of its own.
    package var file: String
    package var position: Position

    package init(text: String, file: String = "", position: Position = .none) {
        self.text = text
        self.file = file
        self.position = position
    }
}
