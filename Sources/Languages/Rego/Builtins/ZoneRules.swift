internal import KubeTypes

/// When a zone had which offset: a file of the time zone database (TZif, RFC 9636) and the rule at its end for the time
/// after.
struct ZoneRules: Sendable {
    private struct Kind {
        var offset: Int
        var isDaylight: Bool
        var name: String
    }

    private var kinds: [Kind] = []
    private var transitions: [(start: Int, kind: Int)] = []
    private var tail: ZoneTail?

    static let utc = ZoneRules()

    private init() {}

    /// - Returns: nil for bytes of another form.
    init?(_ file: [UInt8]) {
        guard let first = Header(file[...]) else { return nil }
        let body = file.dropFirst(44)
        if first.version == 0 {
            guard read(body, first, width: 4) else { return nil }
            return
        }
        // The first part is for readers that know only 32 bits.
        guard body.count >= first.size(width: 4) else { return nil }
        let second = body.dropFirst(first.size(width: 4))
        guard let header = Header(second), read(second.dropFirst(44), header, width: 8) else { return nil }
        let rest = second.dropFirst(44 + header.size(width: 8))
        let footer = String(decoding: rest.dropFirst().prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        tail = ZoneTail(footer)
    }

    private struct Header {
        var version: UInt8
        var counts: [Int]

        init?(_ bytes: ArraySlice<UInt8>) {
            guard bytes.count >= 44, bytes.starts(with: "TZif".utf8) else { return nil }
            version = bytes[bytes.startIndex + 4]
            counts = (0..<6).map { number(bytes.dropFirst(20 + 4 * $0).prefix(4)) }
            guard counts.allSatisfy({ (0...100_000).contains($0) }) else { return nil }
        }

        func size(width: Int) -> Int {
            counts[3] * (width + 1) + counts[4] * 6 + counts[5] + counts[2] * (width + 4) + counts[1] + counts[0]
        }
    }

    private mutating func read(_ bytes: ArraySlice<UInt8>, _ header: Header, width: Int) -> Bool {
        guard bytes.count >= header.size(width: width) else { return false }
        let (timeCount, kindCount) = (header.counts[3], header.counts[4])
        let indices = bytes.dropFirst(timeCount * width)
        let descriptions = indices.dropFirst(timeCount)
        let names = descriptions.dropFirst(kindCount * 6).prefix(header.counts[5])
        for index in 0..<kindCount {
            let description = descriptions.dropFirst(index * 6).prefix(6)
            let name = names.dropFirst(Int(description[description.startIndex + 5])).prefix { $0 != 0 }
            kinds.append(
                Kind(
                    offset: number(description.prefix(4)), isDaylight: description[description.startIndex + 4] != 0,
                    name: String(decoding: name, as: UTF8.self)))
        }
        for index in 0..<timeCount {
            let kind = Int(indices[indices.startIndex + index])
            guard kind < kindCount else { return false }
            transitions.append((number(bytes.dropFirst(index * width).prefix(width)), kind))
        }
        return kindCount > 0
    }

    /// - Parameter seconds: Since 1970, UTC.
    func offset(at seconds: Int) -> (offset: Int, name: String) {
        if kinds.isEmpty { return (0, "UTC") }
        if let tail, seconds >= transitions.last?.start ?? .min { return tail.offset(at: seconds) }
        var (low, high) = (0, transitions.count)
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle].start <= seconds { low = middle + 1 } else { high = middle }
        }
        let kind = low > 0 ? kinds[transitions[low - 1].kind] : kinds.first { !$0.isDaylight } ?? kinds[0]
        return (kind.offset, kind.name)
    }

    /// The moment at which clocks of the zone show `local`, the seconds since 1970 there.
    func seconds(ofLocal local: Int) -> Int {
        let guess = local - offset(at: local).offset
        return local - offset(at: guess).offset
    }
}

/// A big-endian number with a sign.
private func number(_ bytes: ArraySlice<UInt8>) -> Int {
    let bits = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return bytes.count == 4 ? Int(Int32(truncatingIfNeeded: bits)) : Int(truncatingIfNeeded: bits)
}
