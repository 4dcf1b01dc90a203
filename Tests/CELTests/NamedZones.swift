import Foundation

@testable import CEL

/// Lets the language use the zones of this machine.
func useZones() {
    Zones.use { name, seconds in
        TimeZone(identifier: name)?.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
    }
}
