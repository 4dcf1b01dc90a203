internal import Diagnostics
internal import Mesh

/// What a workload may call, and where it listens for that.
extension Report {
    mutating func checkEgress(_ listeners: [Field], in namespace: String) {
        var taken: [Int: Field] = [:]
        var sockets: [String: Field] = [:]
        for (index, listener) in listeners.enumerated() {
            guard listener.isPresent else {
                error(.entryEmpty, "an entry of egress is empty", at: listener, hint: "remove it")
                continue
            }
            let port = listener["port"]
            if port.isAbsent, index < listeners.count - 1 {
                error(
                    .listenerInvalid, "an egress listener without port takes all others, so it must be the last one",
                    at: listener, hint: "move it to the end, and have only one")
            }
            if port.isPresent { checkEgressPort(listener, &taken, &sockets) }
            checkEgressHosts(listener, in: namespace)
        }
    }

    private mutating func checkEgressPort(
        _ listener: Field, _ taken: inout [Int: Field], _ sockets: inout [String: Field]
    ) {
        let port = listener["port"]
        let bind = listener["bind"]
        checkListenerPort(port)
        guard port["number"].number == 0 else {
            checkPort(port["number"])
            if bind.isFilled { checkAddress(bind, what: "bind address") }
            return checkUnique(port["number"], &taken)
        }
        guard let path = unixPath(in: bind.text) else {
            return error(
                .listenerInvalid, "an egress listener with port 0 is bound to no Unix socket", at: bind,
                hint: "set bind to \"unix://PATH\", or name a port")
        }
        checkUnixPath(path, at: bind)
        if !["", "DEFAULT", "NONE"].contains(listener["captureMode"].text) {
            error(
                .listenerInvalid, "a Unix socket cannot capture connections by \(listener["captureMode"].text)",
                at: listener["captureMode"], hint: "use captureMode NONE")
        }
        if let first = sockets[bind.text] {
            error(
                .portTwice, "two listeners have the socket \(quoted(bind.text))", at: bind,
                hint: "use one listener for a socket")
            relate("first here", to: first)
        }
        sockets[bind.text] = bind
    }

    private mutating func checkEgressHosts(_ listener: Field, in namespace: String) {
        let hosts = listener["hosts"]
        if hosts.isEmpty {
            error(
                .egressHostInvalid, "an egress listener has no hosts", at: listener,
                hint: "name hosts as \"namespace/host\", or \"~/*\" for none")
        }
        var known = EgressHosts()
        for host in hosts.items {
            let isWrong = hasErrors { $0.checkEgressHost(host) }
            guard !isWrong, let problem = known.insert(host.text, in: namespace) else { continue }
            warning(
                .egressHostInvalid, "the host \(quoted(host.text)) adds nothing: \(problem)", at: host,
                hint: "remove it")
        }
        if known.hasAll, known.namespaces.count > 1 {
            warning(
                .egressHostInvalid, "\"*/*\" stands for all services, so other hosts add nothing", at: hosts,
                hint: "remove the others, or \"*/*\"")
        }
    }

    private mutating func checkEgressHost(_ field: Field) {
        let hint = "write \"namespace/host\", \"./host\" or \"*/host\""
        let parts = field.text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            return error(
                .egressHostInvalid, "the host \(quoted(field.text)) does not name a namespace and a host", at: field,
                hint: hint)
        }
        // "~" alone takes nothing in, before a namespace it leaves hosts out.
        let namespace = parts[0].hasPrefix("~") ? parts[0].dropFirst() : parts[0]
        if !(namespace.isEmpty || namespace == "*" || namespace == "." || isDNSLabel(namespace)) {
            error(
                .egressHostInvalid, "\(quoted(String(parts[0]))) of \(quoted(field.text)) is not a namespace",
                at: field,
                hint: hint)
        }
        if let problem = hostInNamespaceProblem(String(parts[1])) {
            error(
                .egressHostInvalid, "the host \(quoted(field.text)) cannot be used: \(problem)", at: field, hint: hint)
        }
    }
}

/// The hosts that an egress listener takes in so far; those that it leaves out do not count.
private struct EgressHosts {
    private var hosts: [Substring: Set<Substring>] = [:]

    var namespaces: Dictionary<Substring, Set<Substring>>.Keys { hosts.keys }
    var hasAll: Bool { hosts["*"]?.contains("*") == true }

    /// Why a host adds nothing; nil when it does.
    mutating func insert(_ text: String, in own: String) -> String? {
        let parts = text.split(separator: "/", maxSplits: 1)
        guard parts.count == 2, !parts[0].hasPrefix("~") else { return nil }
        let namespace = parts[0] == "." ? Substring(own) : parts[0]
        let known = hosts[namespace] ?? []
        hosts[namespace, default: []].insert(parts[1])
        if known.contains(parts[1]) { return "it is there already" }
        if known.contains("*") { return "\"\(parts[0])/*\" stands before it" }
        return parts[1] == "*" && !known.isEmpty ? "it covers other hosts of the namespace, which can be removed" : nil
    }
}
