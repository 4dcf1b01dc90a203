internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Weights divide requests among different destinations.
    static let weights = Analyzer("kiali.Weights", [.weightPointless, .destinationTwice], reads: .virtualService) {
        world in
        world.items(.virtualService).flatMap { item in
            ["http", "tcp", "tls"].flatMap { item.spec.items($0) }.flatMap {
                routeFindings($0.items("route"), of: item)
            }
        }
    }
}

private func routeFindings(_ routes: [Node], of item: Item) -> [Finding] {
    if routes.count == 1, let weight = routes[0]["weight"], let number = weight.wholeNumber, (1..<100).contains(number)
    {
        var finding = item.finding(
            .weightPointless, .warning, "the only destination has the weight \(number), and gets all requests",
            at: weight, hint: "remove the weight, or add the other destination")
        finding.fixes = [Fix("write 100", at: weight.place, replacement: "100", isSafe: true, writing: .bare)]
        return [finding]
    }
    var seen: [String: Node] = [:]
    return routes.compactMap { route in
        guard let destination = route["destination"] else { return nil }
        let port = destination.number("port", "number").map(String.init) ?? ""
        let key = "\(fullHost(destination.text("host"), in: item.namespace)) \(destination.text("subset")) \(port)"
        guard let first = seen.updateValue(seen[key] ?? destination, forKey: key) else { return nil }
        return item.finding(
            .destinationTwice, .warning, "the destination is there twice in one route",
            at: destination["subset"] ?? destination["host"], related: [item.related("first here", at: first["host"])],
            effect: "the weights of both count for it", hint: "keep one, with the sum of the weights")
    }
}
