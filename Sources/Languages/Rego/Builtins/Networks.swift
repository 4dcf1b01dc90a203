extension Builtins {
    private static let networkList = RegoType.oneOf([
        .string, .array(of: .oneOf([.string, .anyArray])), .set(of: .oneOf([.string, .anyArray])),
        .object(of: .oneOf([.string, .anyArray])),
    ])

    static let networks: [Builtin] = [
        Builtin("net.cidr_contains", [.string, .string], .boolean, call: contains),
        Builtin("net.cidr_overlap", [.string, .string], .boolean, call: contains).deprecated(),
        Builtin("net.cidr_intersects", [.string, .string], .boolean) { arguments, _ throws(BuiltinFailure) in
            let (left, right) = (try network(arguments[0]), try network(arguments[1]))
            return .bool(left.contains(right.first) || right.contains(left.first))
        },
        Builtin("net.cidr_is_valid", [.string], .boolean) { arguments, _ in
            if case .string(let text) = arguments[0] { .bool(NetworkBlock(text) != nil) } else { .bool(false) }
        },
        Builtin("net.cidr_contains_matches", [networkList, networkList], .set(of: .tuple(.any, .any))) {
            arguments, context throws(BuiltinFailure) in
            let (outer, inner) = (try named(arguments, 0), try named(arguments, 1))
            var pairs: [RegoValue] = []
            for (outerName, outer) in outer {
                for (innerName, inner) in inner {
                    try context.spend(1)
                    guard try contains([outer, inner], context) == .bool(true) else { continue }
                    pairs.append(.array([outerName, innerName]))
                }
            }
            return .set(RegoSet(pairs))
        },
        Builtin("net.cidr_expand", [.string], .stringSet) { arguments, context throws(BuiltinFailure) in
            let block = try network(arguments[0])
            let width = block.first.width - block.bits
            guard width < 32 else {
                throw BuiltinFailure("a network of 2^\(width) addresses is too large to be expanded", .limit)
            }
            try context.spend(1 << width)
            return .set(
                RegoSet((0..<(UInt128(1) << UInt128(width))).map { .string(block.first.advanced(by: $0).description) }))
        },
        Builtin("net.cidr_merge", [.oneOf([.stringArray, .stringSet])], .stringSet) {
            arguments, context throws(BuiltinFailure) in
            let elements: [RegoValue]
            switch arguments[0] {
            case .array(let array): elements = array
            case .set(let set): elements = set.elements
            default: throw BuiltinFailure("operand must be an array")
            }
            try context.spend(elements.count)
            var blocks: [NetworkBlock] = []
            for element in elements { blocks.append(try merging(element)) }
            return .set(RegoSet(merged(blocks).map { .string($0) }))
        },
    ]

    private static func network(_ value: RegoValue) throws(BuiltinFailure) -> NetworkBlock {
        let text = try [value].string(0)
        guard let block = NetworkBlock(text) else { throw BuiltinFailure("invalid CIDR address: \(text)") }
        return block
    }

    private static let contains: Builtin.Call = { arguments, _ throws(BuiltinFailure) in
        let outer = try network(arguments[0])
        let text = try [arguments[1]].string(0)
        if let address = NetworkAddress(text) { return .bool(outer.contains(address)) }
        guard let inner = NetworkBlock(text) else {
            throw BuiltinFailure("not a valid textual representation of an IP address or CIDR: \(text)")
        }
        return .bool(outer.contains(inner.first) && outer.contains(inner.last))
    }

    /// Each with what names it in the answer: its place, its key, or itself.
    private static func named(
        _ arguments: [RegoValue], _ index: Int
    ) throws(BuiltinFailure) -> [(name: RegoValue, network: RegoValue)] {
        func network(_ value: RegoValue) throws(BuiltinFailure) -> RegoValue {
            switch value {
            case .string: return value
            case .array(let elements):
                if let first = elements.first { return first }
            default: break
            }
            throw BuiltinFailure("operand \(index + 1): element must be string or non-empty array")
        }
        var named: [(RegoValue, RegoValue)] = []
        switch arguments[index] {
        case .string: named = [(arguments[index], arguments[index])]
        case .array(let elements):
            for (place, element) in elements.enumerated() { named.append((.int(place), try network(element))) }
        case .set(let set): for element in set.elements { named.append((element, try network(element))) }
        case .object(let object):
            for (key, value) in zip(object.keys, object.values) { named.append((key, try network(value))) }
        default: break
        }
        return named
    }

    /// An address alone stands for the network of its class, as OPA has it.
    private static func merging(_ value: RegoValue) throws(BuiltinFailure) -> NetworkBlock {
        guard case .string(let text) = value else { throw BuiltinFailure("element must be string") }
        guard let address = NetworkAddress(text) else {
            guard let block = NetworkBlock(text) else { throw BuiltinFailure("invalid CIDR address: \(text)") }
            return block
        }
        guard address.width == 32 else { throw BuiltinFailure("IPv6 invalid: needs prefix length") }
        let top = address.bits >> 24
        return NetworkBlock(address, bits: top < 128 ? 8 : (top < 192 ? 16 : 24))
    }

    private static func merged(_ blocks: [NetworkBlock]) -> [String] {
        var ranges = blocks.map { (first: $0.first.mapped, last: $0.last.mapped, block: Optional($0)) }
        ranges.sort { ($0.last, $0.first) < ($1.last, $1.first) }
        for index in ranges.indices.dropFirst().reversed() {
            let (range, before) = (ranges[index], ranges[index - 1])
            guard range.first == 0 || range.first - 1 <= before.last else { continue }
            ranges[index - 1] = (min(before.first, range.first), range.last, nil)
            ranges.remove(at: index)
        }
        return ranges.flatMap { range in
            range.block.map { [$0.description] } ?? NetworkBlock.covering(range.first, range.last).map(\.description)
        }
    }
}
