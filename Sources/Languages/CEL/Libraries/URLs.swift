/// A URL as Go takes it apart.
struct ParsedURL: OpaqueValue, Equatable {
    var scheme = ""
    /// With the port, without user and password.
    var host = ""
    var path = ""
    var query = ""
    private var whole = ""

    var typeName: String { "kubernetes.URL" }
    var text: String? { nil }

    /// What is wrong with a text, as Go says it.
    struct Problem: Error {
        var text: String
    }

    /// - Throws: why this is no absolute URL and no absolute path.
    init(_ text: String) throws(Problem) {
        whole = text
        guard !text.isEmpty else { throw Problem(text: "empty url") }
        guard text.utf8.allSatisfy({ $0 > 0x1F && $0 != 0x7F }) else {
            throw Problem(text: "net/url: invalid control character in URL")
        }
        var rest = Substring(text)
        if let fragment = rest.firstIndex(of: "#") {
            guard decoded(rest[rest.index(after: fragment)...], plus: false) != nil else {
                throw Problem(text: "invalid URL escape")
            }
            rest = rest[..<fragment]
        }
        guard takeScheme(&rest) else { throw Problem(text: "missing protocol scheme") }
        if let mark = rest.firstIndex(of: "?") {
            query = String(rest[rest.index(after: mark)...])
            rest = rest[..<mark]
        }
        // Without a slash it is opaque: a scheme, and anything.
        guard rest.hasPrefix("/") else {
            if scheme.isEmpty { throw Problem(text: "invalid URI for request") }
            return
        }
        if rest.hasPrefix("//"), !rest.hasPrefix("///") {
            rest = rest.dropFirst(2)
            let authority = rest.prefix { $0 != "/" }
            rest = rest[authority.endIndex...]
            try takeAuthority(authority)
        }
        path = String(rest)
        guard decoded(rest, plus: false) != nil else { throw Problem(text: "invalid URL escape") }
    }

    private mutating func takeScheme(_ rest: inout Substring) -> Bool {
        for (index, letter) in zip(rest.indices, rest.unicodeScalars) {
            switch letter {
            case "a"..."z", "A"..."Z": continue
            case "0"..."9", "+", "-", ".":
                if index == rest.startIndex { return true }
            case ":":
                if index == rest.startIndex { return false }
                scheme = rest[..<index].lowercased()
                rest = rest[rest.index(after: index)...]
                return true
            default: return true
            }
        }
        return true
    }

    private mutating func takeAuthority(_ authority: Substring) throws(Problem) {
        var rest = authority
        if let at = rest.lastIndex(of: "@") {
            guard rest[..<at].unicodeScalars.allSatisfy(isOfUser) else {
                throw Problem(text: "net/url: invalid userinfo")
            }
            rest = rest[rest.index(after: at)...]
        }
        var port = Substring()
        if rest.hasPrefix("[") {
            guard let end = rest.lastIndex(of: "]") else { throw Problem(text: "missing ']' in host") }
            port = rest[rest.index(after: end)...]
        } else if let colon = rest.lastIndex(of: ":") {
            port = rest[colon...]
        }
        guard port.isEmpty || (port.first == ":" && port.dropFirst().utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 })
        else { throw Problem(text: "invalid port \"\(port)\" after host") }
        if let letter = rest.unicodeScalars.first(where: { $0.isASCII && !isOfHost($0) }) {
            throw Problem(text: "invalid character \"\(letter)\" in host name")
        }
        guard let host = decoded(rest, plus: false) else { throw Problem(text: "invalid URL escape") }
        self.host = host
    }

    var hostname: String {
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") {
            return String(host[host.index(after: host.startIndex)..<end])
        }
        return host.lastIndex(of: ":").map { String(host[..<$0]) } ?? host
    }

    var port: String {
        if host.hasPrefix("[") {
            guard let end = host.lastIndex(of: "]") else { return "" }
            return String(host[host.index(after: end)...].dropFirst())
        }
        return host.lastIndex(of: ":").map { String(host[host.index(after: $0)...]) } ?? ""
    }

    /// As it was written if that is right, else with `%20` and the like.
    var escapedPath: String {
        if path.unicodeScalars.allSatisfy({ isOfPath($0) || $0 == "%" || $0 == "[" || $0 == "]" }) { return path }
        let plain = decoded(path[...], plus: false) ?? path
        return plain.utf8.map { byte in
            let letter = Unicode.Scalar(byte)
            if isOfPath(letter), letter != "!", letter != "'", letter != "(", letter != ")", letter != "*" {
                return String(letter)
            }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }

    /// The names of the query in the order of writing, with all values of each.
    var queryItems: [(name: String, values: [String])] {
        var items: [(name: String, values: [String])] = []
        for part in query.split(separator: "&") where !part.contains(";") {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decoded(pair[0], plus: true),
                let value = decoded(pair.count > 1 ? pair[1] : "", plus: true)
            else { continue }
            if let index = items.firstIndex(where: { $0.name == name }) {
                items[index].values.append(value)
            } else {
                items.append((name, [value]))
            }
        }
        return items
    }

    func isEqual(to other: any OpaqueValue) -> Bool { (other as? ParsedURL) == self }
}

/// Without `%41`; nil when two hexadecimal digits do not follow.
private func decoded(_ text: Substring, plus: Bool) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8
    while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "%") {
            guard let code = UInt8(String(Substring(rest.prefix(2))), radix: 16), rest.count >= 2,
                rest.first != UInt8(ascii: "+")
            else { return nil }
            bytes.append(code)
            rest = rest.dropFirst(2)
        } else {
            bytes.append(plus && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

private func isUnreserved(_ letter: Unicode.Scalar) -> Bool {
    letter.isNamePart || letter == "-" || letter == "." || letter == "~"
}
private func isOfUser(_ letter: Unicode.Scalar) -> Bool {
    isUnreserved(letter) || "%!$&'()*+,;=:@".unicodeScalars.contains(letter)
}
private func isOfHost(_ letter: Unicode.Scalar) -> Bool {
    isUnreserved(letter) || "%!$&'()*+,;=:[]<>\"".unicodeScalars.contains(letter)
}
private func isOfPath(_ letter: Unicode.Scalar) -> Bool {
    isUnreserved(letter) || "$&+,/:;=@!'()*".unicodeScalars.contains(letter)
}

let urlFunctions: [Function] = [
    Function("url", "(string) -> kubernetes.URL", cost: Costs.first) { arguments in
        guard case .string(let text) = arguments[0] else { throw EvaluationError.noSuchOverload }
        do throws(ParsedURL.Problem) {
            return .opaque(try ParsedURL(text))
        } catch {
            throw EvaluationError("URL parse error during conversion from string: parse \"\(text)\": \(error.text)")
        }
    },
    Function("isURL", "(string) -> bool") { arguments in
        guard case .string(let text) = arguments[0] else { throw EvaluationError.noSuchOverload }
        return .bool((try? ParsedURL(text)) != nil)
    },
    part("getScheme") { $0.scheme }, part("getHost") { $0.host }, part("getHostname") { $0.hostname },
    part("getPort") { $0.port }, part("getEscapedPath") { $0.escapedPath },
    Function("getQuery", "kubernetes.URL.() -> map(string, list(string))", cost: Costs.unit) { arguments in
        var map = MapValue()
        for item in try url(arguments[0]).queryItems { try map.insert(.string(item.name), .strings(item.values)) }
        return .map(map)
    },
]

private func url(_ value: Value) throws(EvaluationError) -> ParsedURL {
    guard case .opaque(let value) = value, let url = value as? ParsedURL else { throw EvaluationError.noSuchOverload }
    return url
}

private func part(_ name: String, _ part: @escaping @Sendable (ParsedURL) -> String) -> Function {
    Function(name, [.init("kubernetes.URL.() -> string")], cost: Costs.unit) { .string(part(try url($0[0]))) }
}
