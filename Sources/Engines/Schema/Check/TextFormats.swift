import KubeTypes

/// Whether `text` has a `format` of JSON Schema; nil for a format that Kubernetes does not check.
func isText(_ text: String, ofFormat format: String) -> Bool? {
    switch format {
    case "date-time", "datetime": isDateTime(text)
    case "date": text.utf8.count == 10 && Timestamp(text + "T00:00:00Z") != nil
    case "byte": isBase64(text)
    case "uuid", "uuid3", "uuid4", "uuid5": isUUID(text)
    case "ipv4": isIPv4(text[...])
    case "ipv6": isIPv6(text[...])
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

private func isIPv4(_ text: Substring) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
        && parts.allSatisfy { part in
            let hasLeadingZero = part.utf8.count > 1 && part.utf8.first == UInt8(ascii: "0")
            return !hasLeadingZero && part.utf8.allSatisfy(isDigit) && UInt8(part) != nil
        }
}

/// RFC 4291, section 2.2, with a dotted end and with `::` once.
private func isIPv6(_ text: Substring) -> Bool {
    guard text.contains(":") else { return false }
    let halves = splitAtDoubleColon(text)
    guard halves.count <= 2 else { return false }
    var count = 0
    for half in halves where !half.isEmpty {
        let groups = half.split(separator: ":", omittingEmptySubsequences: false)
        for (index, group) in groups.enumerated() {
            if group.contains(".") {
                guard index == groups.count - 1, half.endIndex == text.endIndex, isIPv4(group) else { return false }
                count += 2
            } else {
                guard (1...4).contains(group.utf8.count), group.utf8.allSatisfy(isHexDigit) else { return false }
                count += 1
            }
        }
    }
    return halves.count == 2 ? count < 8 : count == 8
}

private func splitAtDoubleColon(_ text: Substring) -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
        if text[index...].hasPrefix("::") {
            parts.append(text[start..<index])
            index = text.index(index, offsetBy: 2)
            start = index
        } else {
            index = text.index(after: index)
        }
    }
    return parts + [text[start...]]
}

private func isCIDR(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.allSatisfy(isDigit), let bits = Int(parts[1]) else { return false }
    return isIPv4(parts[0]) ? bits <= 32 : isIPv6(parts[0]) && bits <= 128
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
