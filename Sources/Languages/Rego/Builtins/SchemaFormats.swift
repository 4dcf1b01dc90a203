internal import GoText
internal import RE2

/// Whether a text is of a format that JSON schemas name; of an unknown format every text is.
func matchesFormat(_ text: String, _ format: String) -> Bool {
    switch format {
    case "date": isTime(text, "2006-01-02")
    case "time": ["15:04:05", "15:04:05Z07:00"].contains { isTime(text, $0) }
    case "date-time":
        ["15:04:05", "15:04:05Z07:00", "2006-01-02", "RFC3339", "RFC3339Nano"].contains { isTime(text, $0) }
    case "hostname": text.utf8.count < 256 && matches(text, hostname)
    case "email", "idn-email": matches(text, #"^[^\s@<>]+@[^\s@<>]+$"#)
    case "ipv4": text.contains(".") && IPAddress(text)?.isIPv4 == true
    case "ipv6": text.contains(":") && IPAddress(text)?.isIPv4 == false
    case "uri", "iri": URIText(text)?.fields["scheme"] != nil && !text.contains("\\")
    case "uri-reference", "iri-reference": URIText(text) != nil && !text.contains("\\")
    case "uri-template": URIText(text) != nil && matches(text, "^([^{]*(\\{[^}]*\\})?)*$")
    case "uuid": matches(text, "^[a-fA-F0-9]{8}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{12}$")
    case "regex": text.isEmpty || (try? RegularExpression(text)) != nil
    case "json-pointer": matches(text, "^(?:/(?:[^~/]|~0|~1)*)*$")
    case "relative-json-pointer": matches(text, "^(?:0|[1-9][0-9]*)(?:#|(?:/(?:[^~/]|~0|~1)*)*)$")
    default: true
    }
}

private let hostname =
    "^[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(\\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$"

private func isTime(_ text: String, _ layout: String) -> Bool { (try? GoLayout(layout).parsed(text)) != nil }

private func matches(_ text: String, _ pattern: String) -> Bool {
    (try? RegularExpression(pattern))?.matches(text) == true
}
