internal import Foundation
internal import Policy

extension Surroundings {
    /// This machine's clock, chance and time zones.
    static var machine: Surroundings {
        Surroundings(
            now: Int64(Date().timeIntervalSince1970 * 1_000_000_000), seed: UInt64.random(in: 0...UInt64.max),
            zoneFile: zone)
    }

    /// A zone's file in the system's database. Names are words with slashes, so that none leads out of its folder.
    private static let zone: @Sendable (String) -> [UInt8]? = { name in
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let isPlain = parts.allSatisfy { part in
            !part.isEmpty && part.utf8.first != UInt8(ascii: ".")
                && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_+-".contains($0)) }
        }
        guard isPlain else { return nil }
        return FileManager.default.contents(atPath: "/usr/share/zoneinfo/\(name)").map(Array.init)
    }
}
