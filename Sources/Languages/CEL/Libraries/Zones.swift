import Synchronization

/// Tells how many seconds east of UTC a named zone is at a moment (seconds since 1970); nil for a name that it does not
/// know.
package typealias ZoneDatabase = @Sendable (_ name: String, _ seconds: Int64) -> Int?

/// Where named zones come from. The language reads no files, so whoever has the database gives it.
package enum Zones {
    private static let database = Mutex<ZoneDatabase?>(nil)

    package static func use(_ database: @escaping ZoneDatabase) {
        self.database.withLock { $0 = database }
    }

    fileprivate static var current: ZoneDatabase? { database.withLock { $0 } }
}

func zoneOffset(_ name: String, at seconds: Int64) -> Int? {
    if name == "UTC" || name.isEmpty { return 0 }
    return Zones.current?(name, seconds)
}
