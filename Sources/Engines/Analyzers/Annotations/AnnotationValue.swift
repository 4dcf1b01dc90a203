internal import GoText
internal import Diagnostics
internal import Mesh
internal import Tree

/// What the value of an annotation must be.
enum AnnotationValue: String, Sendable {
    case any, flag, quantity, interception, number16, number32, allOrNetworks, networks, allOrPorts, ports, interfaces
    case proxyConfig

    /// What keeps a text from being such a value; nil when nothing does.
    func problem(_ text: String) -> String? {
        switch self {
        case .any: nil
        case .flag: flags.contains(text) ? nil : "it is neither true nor false"
        case .quantity: isQuantity(text) ? nil : "it is no quantity, such as 100m or 1Gi"
        case .interception: modes.contains(text) ? nil : "it is none of REDIRECT, TPROXY and NONE"
        case .number16: UInt16(text) == nil ? "it is no number of 0 to 65535" : nil
        case .number32: UInt32(text) == nil ? "it is no whole number" : nil
        case .allOrNetworks: text == "*" ? nil : firstProblem(text, isNetwork, "is no address range")
        case .networks: text.isEmpty ? nil : firstProblem(text, isNetwork, "is no address range")
        case .allOrPorts: text == "*" ? nil : firstProblem(text, isPort, "is no port")
        case .ports: text.isEmpty ? nil : firstProblem(text, isPort, "is no port")
        case .interfaces:
            firstProblem(text, { (1...15).contains($0.utf8.count) }, "is no name of a network interface")
        case .proxyConfig: isMapping(text) ? nil : "it is no YAML of a proxy configuration"
        }
    }
}

private let flags: Set = ["1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False"]
private let modes: Set = ["REDIRECT", "TPROXY", "NONE"]

private func firstProblem(_ list: String, _ isRight: (String) -> Bool, _ problem: String) -> String? {
    let parts = list.split(separator: ",", omittingEmptySubsequences: false).map { String($0.filter { $0 != " " }) }
    return parts.first { !$0.isEmpty && !isRight($0) || parts.count == 1 && $0.isEmpty }.map { "\"\($0)\" \(problem)" }
}

private func isNetwork(_ text: String) -> Bool { AddressBlock(text) != nil }
private func isPort(_ text: String) -> Bool { UInt16(text) != nil }

/// Kubernetes' quantities: a number, and a suffix of ten, of two, or an exponent.
private func isQuantity(_ text: String) -> Bool {
    let signless = text.hasPrefix("+") || text.hasPrefix("-") ? text.dropFirst() : text[...]
    let digits = signless.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    guard digits.contains(where: \.isNumber), digits.filter({ $0 == "." }).count < 2 else { return false }
    let suffix = signless.dropFirst(digits.count)
    if ["", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"].contains(suffix) {
        return true
    }
    return "eE".contains(suffix.first ?? " ") && Int(suffix.dropFirst()) != nil
}

private func isMapping(_ text: String) -> Bool {
    guard let documents = try? YAMLReader.read(Array(text.utf8), file: .none).documents else { return false }
    return documents.allSatisfy { $0.isNull || $0.mapping != nil }
}
