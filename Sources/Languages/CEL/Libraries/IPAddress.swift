/// An address of the internet.
struct IPAddress: OpaqueValue, Hashable {
    /// 4 or 16.
    let bytes: [UInt8]

    var typeName: String { "net.IP" }
    var size: UInt64 { UInt64(bytes.count) }
    var isVersion4: Bool { bytes.count == 4 }

    init(bytes: [UInt8]) { self.bytes = bytes }

    enum Problem: Error { case malformed, hasZone, isMapped }

    /// Reads an address as Kubernetes' libraries do: no zone, and no version 4 inside of version 6.
    static func parse(_ text: String) throws(Problem) -> IPAddress {
        if !text.contains(":") {
            guard let bytes = dotted(text[...]) else { throw .malformed }
            return IPAddress(bytes: bytes)
        }
        let parts = text.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
        guard let bytes = colons(parts[0]), parts.count == 1 || !parts[1].isEmpty else { throw .malformed }
        if parts.count > 1 { throw .hasZone }
        let address = IPAddress(bytes: bytes)
        if address.isMapped { throw .isMapped }
        return address
    }

    private var isMapped: Bool {
        bytes.count == 16 && bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 255 && bytes[11] == 255
    }

    private static func dotted(_ text: Substring) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        let bytes = parts.compactMap { part -> UInt8? in
            let hasLeadingZero = part.utf8.count > 1 && part.hasPrefix("0")
            return hasLeadingZero || !part.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? nil : UInt8(part)
        }
        return bytes.count == 4 ? bytes : nil
    }

    private static func colons(_ text: Substring) -> [UInt8]? {
        var halves: [Substring] = [text]
        var index = text.startIndex
        while index < text.endIndex {
            if text[index...].hasPrefix("::") {
                let after = text[text.index(index, offsetBy: 2)...]
                if after.hasPrefix(":") || after.contains("::") { return nil }
                halves = [text[..<index], after]
                break
            }
            index = text.index(after: index)
        }
        var found: [[UInt8]] = []
        for half in halves {
            guard let bytes = groups(half) else { return nil }
            found.append(bytes)
        }
        if found.count == 1 { return found[0].count == 16 ? found[0] : nil }
        let missing = 16 - found[0].count - found[1].count
        return missing < 2 ? nil : found[0] + Array(repeating: 0, count: missing) + found[1]
    }

    private static func groups(_ text: Substring) -> [UInt8]? {
        guard !text.isEmpty else { return [] }
        var bytes: [UInt8] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if part.contains(".") {
                guard index == parts.count - 1, let last = dotted(part) else { return nil }
                bytes += last
            } else {
                guard (1...4).contains(part.utf8.count), part.first != "+", let number = UInt16(part, radix: 16) else {
                    return nil
                }
                bytes += [UInt8(number >> 8), UInt8(number & 255)]
            }
        }
        return bytes
    }

    /// RFC 5952: without leading zeros, and the longest run of zeros as `::`.
    var text: String? {
        if isVersion4 { return bytes.map { "\($0)" }.joined(separator: ".") }
        let groups = (0..<8).map { UInt16(bytes[$0 * 2]) << 8 | UInt16(bytes[$0 * 2 + 1]) }
        var best = 0..<0
        var start = 0
        while start < 8 {
            let end = groups[start...].firstIndex { $0 != 0 } ?? 8
            if end - start >= 2, end - start > best.count { best = start..<end }
            start = max(end, start) + 1
        }
        func hex(_ part: ArraySlice<UInt16>) -> String {
            part.map { String($0, radix: 16) }.joined(separator: ":")
        }
        return best.isEmpty
            ? hex(groups[...]) : "\(hex(groups[..<best.lowerBound]))::\(hex(groups[best.upperBound...]))"
    }

    func isEqual(to other: any OpaqueValue) -> Bool { (other as? IPAddress) == self }

    /// Only the first `count` bits; the others are zero.
    func masked(to count: Int) -> IPAddress {
        IPAddress(
            bytes: bytes.enumerated().map { index, byte in
                let kept = max(0, min(8, count - index * 8))
                return kept == 0 ? 0 : byte & ~UInt8(truncatingIfNeeded: 255 >> kept)
            })
    }

    // MARK: Ranges with a meaning

    var isUnspecified: Bool { bytes.allSatisfy { $0 == 0 } }
    var isLoopback: Bool { isVersion4 ? bytes[0] == 127 : bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] == 1 }
    var isMulticast: Bool { isVersion4 ? bytes[0] & 0xF0 == 0xE0 : bytes[0] == 0xFF }
    var isLinkLocalMulticast: Bool {
        isVersion4 ? bytes[0] == 224 && bytes[1] == 0 && bytes[2] == 0 : bytes[0] == 0xFF && bytes[1] & 0x0F == 2
    }
    var isLinkLocalUnicast: Bool {
        isVersion4 ? bytes[0] == 169 && bytes[1] == 254 : bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80
    }
    var isGlobalUnicast: Bool {
        let isBroadcast = isVersion4 && bytes.allSatisfy { $0 == 255 }
        return !isBroadcast && !isUnspecified && !isLoopback && !isMulticast && !isLinkLocalUnicast
    }
}

/// A range of addresses: an address and how many of its bits count.
struct CIDR: OpaqueValue, Hashable {
    let address: IPAddress
    let bits: Int

    var typeName: String { "net.CIDR" }
    var size: UInt64 { UInt64((bits + 7) / 8) }
    var text: String? { address.text.map { "\($0)/\(bits)" } }
    var masked: CIDR { CIDR(address: address.masked(to: bits), bits: bits) }

    static func parse(_ text: String) throws(IPAddress.Problem) -> CIDR {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 2, let last = parts.last else { throw .malformed }
        let address = try IPAddress.parse(parts.dropLast().joined(separator: "/"))
        guard let bits = Int(last), bits >= 0, bits <= address.bytes.count * 8, "\(bits)" == last else {
            throw .malformed
        }
        return CIDR(address: address, bits: bits)
    }

    func contains(_ other: IPAddress) -> Bool {
        other.bytes.count == address.bytes.count && other.masked(to: bits) == address.masked(to: bits)
    }

    func contains(_ other: CIDR) -> Bool { bits <= other.bits && contains(other.address) }

    func isEqual(to other: any OpaqueValue) -> Bool { (other as? CIDR) == self }
}
