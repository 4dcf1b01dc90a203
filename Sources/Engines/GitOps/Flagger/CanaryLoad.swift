internal import Diagnostics
internal import Tree

extension Judge {
    /// Load that a test sends to a port that the Services of a Canary do not have. Without requests there is nothing to
    /// measure, and a canary that is not measured fails.
    static func loads(_ item: Item, _ node: Node) -> [Finding] {
        let apex = apexName(item), service = item.spec["service"] ?? Node(.null)
        guard let port = service.number("port"), !service.isSet("portDiscovery"), !apex.isEmpty else { return [] }
        let hosts = ["-canary", "-primary", ""].flatMap { end in
            ["", ".\(item.namespace)", ".\(item.namespace).svc", ".\(item.namespace).svc.cluster.local"].map {
                "//\(apex)\(end)\($0)"
            }
        }
        return node.items("webhooks").prefix(200).flatMap { webhook in
            (webhook["metadata"]?.texts(limit: 200) ?? []).compactMap { command -> Finding? in
                guard let text = command.string,
                    let wrong = hosts.lazy.compactMap({ host in
                        Self.port(of: host, in: text).map { (host, $0) }
                    }).first(where: { $0.1 != port })
                else { return nil }
                return item.finding(
                    .canaryLoadMisses, .warning,
                    "\"\(wrong.0.dropFirst(2))\" has the port \(port), and the load goes to \(wrong.1)", at: command,
                    related: [item.related("the port of the Service", at: service["port"])],
                    effect: "no request arrives: without values each check fails, and the canary is rolled back",
                    hint: "write the port of the Service, \(port); targetPort is the one of the pods")
            }
        }
    }

    /// The port that an address of a host has in a text; of `http` without one it is 80.
    private static func port(of host: String, in text: String) -> Int? {
        guard text.utf8.count < 100_000, let range = text.firstRange(of: host) else { return nil }
        let rest = text[range.upperBound...]
        if rest.first == ":" { return Int(rest.dropFirst().prefix { $0.isASCII && $0.isNumber }) }
        let ends = rest.first.map { "/ \"'".contains($0) } ?? true
        return ends && text[..<range.lowerBound].hasSuffix("http:") ? 80 : nil
    }
}
