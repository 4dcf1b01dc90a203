import GoText

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
        guard let read = GoText.IPAddress(text) else { throw .malformed }
        guard read.zone.isEmpty else { throw .hasZone }
        let address = IPAddress(bytes: read.bytes)
        if address.isMapped { throw .isMapped }
        return address
    }

    private var isMapped: Bool {
        bytes.count == 16 && bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 255 && bytes[11] == 255
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
