internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Ports of Gateways and ServiceEntries are called after their protocol.
    static let declaredPortNames = Analyzer(
        "kiali.PortNames", [.portNameContradicts], reads: .gateway, .serviceEntry
    ) { world in
        let gateways = world.items(.gateway).flatMap { item in
            item.spec.items("servers").compactMap { $0["port"] }.compactMap { contradiction($0, of: item) }
        }
        return gateways
            + world.items(.serviceEntry).flatMap { item in
                item.spec.items("ports").compactMap { contradiction($0, of: item) }
            }
    }
}

private func contradiction(_ port: Node, of item: Item) -> Finding? {
    let name = port.text("name").lowercased()
    let wanted = port.text("protocol").lowercased()
    guard !name.isEmpty, !wanted.isEmpty, !["tcp", "udp"].contains(wanted) else { return nil }
    guard name != wanted, !name.hasPrefix("\(wanted)-") else { return nil }
    var finding = item.finding(
        .portNameContradicts, .warning,
        "the port \"\(port.text("name"))\" has the protocol \(port.text("protocol")), and its name does not say so",
        at: port["name"], hint: "call it \(wanted) or \(wanted)-\(port.text("name"))")
    // Others may refer to the port by its name.
    let new = "\(wanted)-\(name)"
    finding.fixes = port["name"].map { [Fix("write \(new)", at: $0.place, replacement: new, isSafe: false)] } ?? []
    return finding
}
