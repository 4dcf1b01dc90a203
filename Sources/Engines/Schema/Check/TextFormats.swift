import GoText
import KubeTypes

/// Whether `text` has a `format` of JSON Schema; nil for a format that Kubernetes does not check.
func isText(_ text: String, ofFormat format: String) -> Bool? {
    switch format {
    case "date-time", "datetime": isDateTime(text)
    case "date": text.utf8.count == 10 && Timestamp(text + "T00:00:00Z") != nil
    case "byte": isBase64(text)
    case "uuid", "uuid3", "uuid4", "uuid5": isUUID(text)
    case "ipv4": isAddress(text, ofVersion4: true)
    case "ipv6": isAddress(text, ofVersion4: false)
    case "cidr": isCIDR(text)
    case "uri": isURI(text)
    case "email": isEmail(text)
    case "hostname": isHostname(text)
    case "duration": isDuration(text)
    case "mac": isMAC(text)
    default: nil
    }
}

/// RFC 3339.
private func isDateTime(_ text: String) -> Bool {
    guard Timestamp(text) != nil, let last = text.utf8.last else { return false }
    return last == UInt8(ascii: "Z") || last == UInt8(ascii: "z") || (last >= 0x30 && last <= 0x39)
}

/// RFC 4648, section 4, with padding.
private func isBase64(_ text: String) -> Bool {
    let bytes = text.utf8.filter { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    guard bytes.count % 4 == 0 else { return false }
    let padding = bytes.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    guard padding <= 2 else { return false }
    return bytes.dropLast(padding).allSatisfy {
        isAlphanumeric($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/")
    }
}

private func isUUID(_ text: String) -> Bool {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    let digits = groups.count == 1 ? [32] : [8, 4, 4, 4, 12]
    return groups.map(\.utf8.count) == digits && groups.allSatisfy { $0.utf8.allSatisfy(isHexDigit) }
}

/// Of version 4 or 6, without a zone.
private func isAddress(_ text: String, ofVersion4 isVersion4: Bool) -> Bool {
    IPAddress(text).map { $0.isIPv4 == isVersion4 && $0.zone.isEmpty } ?? false
}

private func isCIDR(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.allSatisfy(isDigit), let bits = Int(parts[1]),
        let address = IPAddress(String(parts[0])), address.zone.isEmpty
    else { return false }
    return bits <= address.bytes.count * 8
}

/// RFC 3986: a scheme, a colon and something after it, or an absolute path, as Go's url.ParseRequestURI takes it.
private func isURI(_ text: String) -> Bool {
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return false }
    if text.hasPrefix("/") { return true }
    guard let colon = text.firstIndex(of: ":"), let first = text.utf8.first, isLetter(first) else { return false }
    let scheme = text[..<colon].utf8
    return scheme.allSatisfy { isAlphanumeric($0) || [0x2B, 0x2D, 0x2E].contains($0) }
        && text.index(after: colon) < text.endIndex
}

private func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && isHostname(String(parts[1]))
}

/// RFC 1123.
private func isHostname(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= 255 else { return false }
    let name = text.hasSuffix(".") ? text.dropLast() : text[...]
    return name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
        (1...63).contains(label.utf8.count) && label.utf8.first != UInt8(ascii: "-")
            && label.utf8.last != UInt8(ascii: "-")
            && label.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    }
}

/// Go's durations, `1h30m`, and the words of strfmt, `3 days`.
private func isDuration(_ text: String) -> Bool {
    if text == "0" { return true }
    var rest = text.utf8[...]
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
    guard !rest.isEmpty else { return false }
    while !rest.isEmpty {
        let number = rest.prefix { isDigit($0) || $0 == UInt8(ascii: ".") }
        guard number.contains(where: isDigit) else { return false }
        rest = rest.dropFirst(number.count).drop { $0 == 0x20 }
        let unit = rest.prefix { !isDigit($0) && $0 != UInt8(ascii: ".") && $0 != 0x20 }
        guard durationUnits.contains(String(Substring(unit))) else { return false }
        rest = rest.dropFirst(unit.count)
    }
    return true
}

private let durationUnits: Set<String> = [
    "ns", "nano", "nanosecond", "nanoseconds", "us", "µs", "μs", "micro", "microsecond", "microseconds", "ms", "milli",
    "millisecond", "milliseconds", "s", "sec", "second", "seconds", "m", "min", "minute", "minutes", "h", "hr", "hour",
    "hours", "d", "day", "days", "w", "wk", "week", "weeks",
]

private func isMAC(_ text: String) -> Bool {
    let groups = text.split(separator: text.contains("-") ? "-" : ":", omittingEmptySubsequences: false)
    return [6, 8, 20].contains(groups.count)
        && groups.allSatisfy { $0.utf8.count == 2 && $0.utf8.allSatisfy(isHexDigit) }
}

private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
private func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
private func isHexDigit(_ byte: UInt8) -> Bool { isDigit(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66) }
