/// Addresses and ranges of addresses.
let networkFunctions: [Function] = [
    Function("ip", [.init("(string) -> net.IP", cost: Costs.first), .init("net.CIDR.() -> net.IP", cost: Costs.unit)]) {
        arguments in
        if case .opaque(let value) = arguments[0], let cidr = value as? CIDR { return .opaque(cidr.address) }
        return .opaque(try address(text(arguments[0])))
    },
    Function("isIP", "(string) -> bool", cost: Costs.first) { arguments in
        .bool((try? IPAddress.parse(text(arguments[0]))) != nil)
    },
    Function("ip.isCanonical", "(string) -> bool", cost: Costs.firstTwice) { arguments in
        let text = try text(arguments[0])
        return .bool(try address(text).text == text)
    },
    Function("cidr", "(string) -> net.CIDR", cost: Costs.first) { arguments in
        .opaque(try range(text(arguments[0])))
    },
    Function("isCIDR", "(string) -> bool", cost: Costs.first) { arguments in
        .bool((try? CIDR.parse(text(arguments[0]))) != nil)
    },
    Function("family", "net.IP.() -> int", cost: Costs.unit) { .int(try ip($0[0]).isVersion4 ? 4 : 6) },
    Function("isUnspecified", "net.IP.() -> bool", cost: Costs.unit) { .bool(try ip($0[0]).isUnspecified) },
    Function("isLoopback", "net.IP.() -> bool", cost: Costs.unit) { .bool(try ip($0[0]).isLoopback) },
    Function("isLinkLocalMulticast", "net.IP.() -> bool", cost: Costs.unit) {
        .bool(try ip($0[0]).isLinkLocalMulticast)
    },
    Function("isLinkLocalUnicast", "net.IP.() -> bool", cost: Costs.unit) { .bool(try ip($0[0]).isLinkLocalUnicast) },
    Function("isGlobalUnicast", "net.IP.() -> bool", cost: Costs.unit) { .bool(try ip($0[0]).isGlobalUnicast) },
    Function("masked", "net.CIDR.() -> net.CIDR", cost: Costs.unit) { .opaque(try cidr($0[0]).masked) },
    Function("prefixLength", "net.CIDR.() -> int", cost: Costs.unit) { .int(Int64(try cidr($0[0]).bits)) },
    Function("containsIP", "net.CIDR.(net.IP) -> bool", "net.CIDR.(string) -> bool", cost: containing) { arguments in
        let own = try cidr(arguments[0])
        if case .string(let text) = arguments[1] { return .bool(own.contains(try address(text))) }
        return .bool(own.contains(try ip(arguments[1])))
    },
    Function(
        "containsCIDR", "net.CIDR.(net.CIDR) -> bool", "net.CIDR.(string) -> bool",
        cost: { arguments, result in
            containing(arguments, result) + Costs.traversal(arguments[0].size) + 1
        }
    ) { arguments in
        let own = try cidr(arguments[0])
        if case .string(let text) = arguments[1] { return .bool(own.contains(try range(text))) }
        return .bool(own.contains(try cidr(arguments[1])))
    },
]

/// Comparing the bits of the range twice, and reading a text.
private let containing: Function.Cost = { arguments, _ in
    let comparison = Costs.traversal(arguments[0].size * 2)
    guard arguments.count > 1, case .string = arguments[1] else { return comparison }
    return comparison + Costs.traversal(arguments[1].size)
}

private func text(_ value: Value) throws(EvaluationError) -> String {
    guard case .string(let text) = value else { throw EvaluationError.noSuchOverload }
    return text
}

private func ip(_ value: Value) throws(EvaluationError) -> IPAddress {
    guard case .opaque(let value) = value, let address = value as? IPAddress else {
        throw EvaluationError.noSuchOverload
    }
    return address
}

private func cidr(_ value: Value) throws(EvaluationError) -> CIDR {
    guard case .opaque(let value) = value, let cidr = value as? CIDR else { throw EvaluationError.noSuchOverload }
    return cidr
}

private func address(_ text: String) throws(EvaluationError) -> IPAddress {
    do throws(IPAddress.Problem) {
        return try IPAddress.parse(text)
    } catch {
        switch error {
        case .malformed: throw EvaluationError("IP Address \"\(text)\" parse error during conversion from string")
        case .hasZone: throw EvaluationError("IP address \"\(text)\" with zone value is not allowed")
        case .isMapped: throw EvaluationError("IPv4-mapped IPv6 address \"\(text)\" is not allowed")
        }
    }
}

private func range(_ text: String) throws(EvaluationError) -> CIDR {
    do throws(IPAddress.Problem) {
        return try CIDR.parse(text)
    } catch {
        switch error {
        case .isMapped: throw EvaluationError("IPv4-mapped IPv6 address \"\(text)\" is not allowed")
        default: throw EvaluationError("network address parse error during conversion from string: \"\(text)\"")
        }
    }
}
