internal import CEL
internal import Foundation

/// Rules in CEL may ask for the hour in a named zone; the language itself reads no files, so it is given the machine's
/// database here.
func useNamedZones() {
    Zones.use { name, seconds in
        TimeZone(identifier: name)?.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
    }
}
