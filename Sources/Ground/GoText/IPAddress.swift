/// An address of IPv4 or IPv6, read as Go's `netip` does: no leading zeros, an IPv6 zone is fine.
package struct IPAddress: Hashable, Sendable {
    /// Four or sixteen of them.
    package let bytes: [UInt8]
    package let zone: String

    package var isIPv4: Bool { bytes.count == 4 }

    package init?(_ text: String) {
        let utf8 = Array(text.utf8)
        guard utf8.count <= 256 else { return nil }
        if !utf8.contains(UInt8(ascii: ":")) {
            guard let four = Self.four(utf8[...]) else { return nil }
            (bytes, zone) = (four, "")
            return
        }
        let percent = utf8.firstIndex(of: UInt8(ascii: "%")) ?? utf8.endIndex
        if percent != utf8.endIndex, percent == utf8.endIndex - 1 { return nil }
        guard let sixteen = Self.sixteen(utf8[..<percent]) else { return nil }
        bytes = sixteen
        zone = String(decoding: utf8[percent...].dropFirst(), as: UTF8.self)
    }

    private static func four(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bytes: [UInt8] = []
        for part in parts {
            guard (1...3).contains(part.count), part.allSatisfy(isDigit) else { return nil }
            if part.count > 1, part.first == UInt8(ascii: "0") { return nil }
            guard let byte = UInt8(String(decoding: part, as: UTF8.self)) else { return nil }
            bytes.append(byte)
        }
        return bytes
    }

    private static func sixteen(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        var gap: Int?
        var rest = text
        if rest.starts(with: "::".utf8) {
            gap = 0
            rest = rest.dropFirst(2)
        }
        while !rest.isEmpty {
            guard bytes.count < 16 else { return nil }
            let group = rest.prefix { $0 != UInt8(ascii: ":") }
            if group.contains(UInt8(ascii: ".")) {
                guard group.count == rest.count, bytes.count <= 12, let four = four(group) else { return nil }
                bytes += four
                rest = []
                break
            }
            guard (1...4).contains(group.count), let value = UInt16(String(decoding: group, as: UTF8.self), radix: 16),
                group.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") })
            else { return nil }
            bytes += [UInt8(value >> 8), UInt8(value & 0xFF)]
            rest = rest.dropFirst(group.count)
            guard !rest.isEmpty else { break }
            rest = rest.dropFirst()
            if rest.isEmpty { return nil }
            if rest.first == UInt8(ascii: ":") {
                if gap != nil { return nil }
                gap = bytes.count
                rest = rest.dropFirst()
            }
        }
        guard let gap else { return bytes.count == 16 ? bytes : nil }
        guard bytes.count < 16 else { return nil }
        bytes.insert(contentsOf: [UInt8](repeating: 0, count: 16 - bytes.count), at: gap)
        return bytes
    }
}

/// An address with the number of bits that count: `10.0.0.0/8`.
package struct AddressBlock: Hashable, Sendable {
    package let address: IPAddress
    package let bits: Int

    /// Bits behind the counted ones may be set, as Istio allows.
    package init?(_ text: String) {
        guard let slash = text.lastIndex(of: "/") else { return nil }
        let digits = text[text.index(after: slash)...]
        guard (1...3).contains(digits.utf8.count), digits.utf8.allSatisfy(isDigit), let bits = Int(digits),
            digits.utf8.count == 1 || digits.utf8.first != UInt8(ascii: "0"),
            let address = IPAddress(String(text[..<slash])), address.zone.isEmpty,
            bits <= address.bytes.count * 8
        else { return nil }
        (self.address, self.bits) = (address, bits)
    }
}
