/// What a test counted on is not so: it cannot go on.
package struct TestFailure: Error, CustomStringConvertible {
    package var description: String
    package init(_ description: String) { self.description = description }
}

/// Waits until `condition` gives a value, and gives it back.
///
/// - Throws: `TestFailure` when it gave none for `limit`.
@discardableResult
package func eventually<Value: Sendable>(
    _ what: String, within limit: Duration = .seconds(60), _ condition: () async throws -> Value?
) async throws -> Value {
    let deadline = ContinuousClock.now + limit
    while true {
        if let value = try await condition() { return value }
        guard ContinuousClock.now < deadline else { throw TestFailure("not within \(limit): \(what)") }
        try await Task.sleep(for: .milliseconds(5))
    }
}

/// Waits until `condition` holds.
package func eventually(
    _ what: String, within limit: Duration = .seconds(60), holds condition: () async throws -> Bool
) async throws {
    _ = try await eventually(what, within: limit) { try await condition() ? true : nil }
}
