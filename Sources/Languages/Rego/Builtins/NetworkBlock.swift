internal import GoText

/// An address as a number of 32 or 128 bits. One of IPv4 inside IPv6 (`::ffff:1.2.3.4`) is one of IPv4, as for Go.
struct NetworkAddress: Hashable, CustomStringConvertible {
    var bits: UInt128
    var width: Int

    private static let mapping = UInt128(0xFFFF) << 32

    init(_ bits: UInt128, width: Int) {
        self.bits = bits
        self.width = width
    }

    init?(_ text: String) {
        guard let address = IPAddress(text), address.zone.isEmpty else { return nil }
        self.init(mapped: address.bytes.reduce(address.isIPv4 ? 0xFFFF : 0) { $0 << 8 | UInt128($1) })
    }

    init(mapped bits: UInt128) {
        let isMapped = bits >> 32 == 0xFFFF
        self.init(isMapped ? bits & 0xFFFF_FFFF : bits, width: isMapped ? 32 : 128)
    }

    /// As an address of IPv6.
    var mapped: UInt128 { width == 32 ? bits | Self.mapping : bits }

    func advanced(by count: UInt128) -> NetworkAddress { NetworkAddress(bits + count, width: width) }

    var description: String {
        if width == 32 { return [24, 16, 8, 0].map { String(bits >> UInt128($0) & 0xFF) }.joined(separator: ".") }
        let groups = (0..<8).map { UInt16(truncatingIfNeeded: bits >> UInt128(112 - 16 * $0)) }
        // The first of the longest runs of zeros is left out, if it has two groups at least.
        var gap = 0..<0
        var start = 0
        while start < 8 {
            let run = groups[start...].prefix { $0 == 0 }
            if run.count > max(gap.count, 1) { gap = run.startIndex..<run.endIndex }
            start = max(run.endIndex, start + 1)
        }
        func text(_ groups: ArraySlice<UInt16>) -> String {
            groups.map { String($0, radix: 16) }.joined(separator: ":")
        }
        return gap.isEmpty
            ? text(groups[...]) : text(groups[..<gap.lowerBound]) + "::" + text(groups[gap.upperBound...])
    }
}

/// An address with the number of its bits that count.
struct NetworkBlock: Hashable, CustomStringConvertible {
    private let address: NetworkAddress
    let bits: Int

    init(_ address: NetworkAddress, bits: Int) {
        self.address = address
        self.bits = bits
    }

    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...3).contains(parts[1].utf8.count), parts[1].utf8.allSatisfy(isDigit),
            var bits = Int(parts[1]),
            let address = NetworkAddress(String(parts[0]))
        else { return nil }
        if address.width == 32, parts[0].contains(":") {
            guard bits >= 96 else { return nil }
            bits -= 96
        }
        guard bits <= address.width else { return nil }
        self.bits = bits
        let mask = Self.hostMask(address.width - bits)
        self.address = NetworkAddress(address.bits & ~mask, width: address.width)
    }

    private static func hostMask(_ width: Int) -> UInt128 { width >= 128 ? .max : (1 << UInt128(width)) - 1 }

    private var mask: UInt128 { Self.hostMask(address.width - bits) }

    var first: NetworkAddress { NetworkAddress(address.bits & ~mask, width: address.width) }

    var last: NetworkAddress { NetworkAddress(address.bits | mask, width: address.width) }

    func contains(_ other: NetworkAddress) -> Bool { other.width == address.width && other.bits & ~mask == first.bits }

    var description: String { "\(address)/\(bits)" }

    /// The fewest blocks that hold exactly the addresses from `first` to `last`, both written for IPv6.
    static func covering(_ first: UInt128, _ last: UInt128) -> [NetworkBlock] {
        var blocks: [NetworkBlock] = []
        var start = first
        while start <= last {
            let rest = last - start
            let aligned = start == 0 ? 128 : start.trailingZeroBitCount
            let fitting = rest == .max ? 128 : 127 - (rest + 1).leadingZeroBitCount
            let width = min(aligned, fitting)
            let address = NetworkAddress(mapped: start)
            let isMapped = address.width == 32 && width <= 32
            blocks.append(
                isMapped
                    ? NetworkBlock(address, bits: 32 - width)
                    : NetworkBlock(NetworkAddress(start, width: 128), bits: 128 - width))
            let (next, overflows) = start.addingReportingOverflow(hostMask(width))
            if overflows || next == .max { break }
            start = next + 1
        }
        return blocks
    }
}
