/// A UUID in one of the forms that Google's library reads: with hyphens, also in braces or as a URN, or 32 digits.
struct UUIDText {
    private let bytes: [UInt8]

    init?(_ text: String) {
        var letters = Array(text.utf8)
        switch letters.count {
        case 36 + 9:
            guard letters.prefix(9).map({ $0 | 0x20 }).elementsEqual("urn:uuid:".utf8.map { $0 | 0x20 }) else {
                return nil
            }
            letters.removeFirst(9)
        case 36 + 2:
            letters.removeFirst()
            letters.removeLast()
        default: break
        }
        if letters.count == 36 {
            for index in [23, 18, 13, 8] {
                guard letters[index] == UInt8(ascii: "-") else { return nil }
                letters.remove(at: index)
            }
        }
        guard letters.count == 32, let bytes = hexBytes(letters) else { return nil }
        self.bytes = bytes
    }

    var fields: RegoObject {
        let version = Int(bytes[6] >> 4)
        var fields: [(String, RegoValue)] = [("version", .int(version)), ("variant", .string(variant))]
        if version == 1 || version == 2 {
            let node = bytes[10...]
            fields += [
                ("time", .int((timestamp - Self.gregorianToUnix) * 100)),
                ("nodeid", .string("\(reach):\(hexText(node))")),
                ("clocksequence", .int(Int(bytes[8] & 0x3F) << 8 | Int(bytes[9]))),
            ]
        }
        if version == 2 {
            let domains = ["Person", "Group", "Org"]
            let domain = Int(bytes[9])
            fields += [
                ("id", .int(bytes[..<4].reduce(0) { $0 << 8 | Int($1) })),
                ("domain", .string(domain < domains.count ? domains[domain] : "Domain\(domain)")),
            ]
        }
        return RegoObject(fields.map { (.string($0.0), $0.1) })
    }

    /// Steps of 100 ns between October 1582 and 1970.
    private static let gregorianToUnix = 122_192_928_000_000_000

    private var timestamp: Int {
        let low = bytes[..<4].reduce(0) { $0 << 8 | Int($1) }
        let middle = bytes[4..<6].reduce(0) { $0 << 8 | Int($1) }
        let high = bytes[6..<8].reduce(0) { $0 << 8 | Int($1) } & 0xFFF
        return low | middle << 32 | high << 48
    }

    private var variant: String {
        switch bytes[8] {
        case 0x80..<0xC0: "RFC4122"
        case 0xC0..<0xE0: "Microsoft"
        case 0xE0...: "Future"
        default: "Reserved"
        }
    }

    private var reach: String {
        "\(bytes[10] & 2 != 0 ? "local" : "global"):\(bytes[10] & 1 != 0 ? "multicast" : "unicast")"
    }
}

/// Nil for other letters and for half a byte.
func hexBytes(_ letters: [UInt8]) -> [UInt8]? {
    guard letters.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: letters.count, by: 2) {
        guard let high = hexValue(letters[index]), let low = hexValue(letters[index + 1]) else { return nil }
        bytes.append(high << 4 | low)
    }
    return bytes
}
