/// The rules for names in DNS as Istio applies them: upper case is fine, a trailing dot too.

/// Letters, digits and inner hyphens, at most 63 of them.
package func isDNSLabel(_ text: some StringProtocol) -> Bool {
    let bytes = text.utf8
    guard (1...63).contains(bytes.count), let first = bytes.first, isAlphanumeric(first) else { return false }
    var last = first
    for byte in bytes {
        guard isAlphanumeric(byte) || byte == UInt8(ascii: "-") else { return false }
        last = byte
    }
    return isAlphanumeric(last)
}

/// A label that may begin with `*` or `*-`, or be just that star.
package func isWildcardLabel(_ text: some StringProtocol) -> Bool {
    guard text.utf8.count <= 63 else { return false }
    guard text.utf8.first == UInt8(ascii: "*") else { return isDNSLabel(text) }
    let rest = text.dropFirst()
    if rest.isEmpty { return true }
    return isDNSLabel(rest.utf8.first == UInt8(ascii: "-") ? rest.dropFirst() : rest)
}

/// What keeps `text` from being a full name without wildcards; nil when nothing does.
package func domainNameProblem(_ text: String) -> String? {
    if let problem = lengthProblem(text) { return problem }
    return labelsProblem(text, text.split(separator: ".", omittingEmptySubsequences: false)[...])
}

/// What keeps `text` from being a name whose first label may be a wildcard; nil when nothing does.
package func wildcardDomainProblem(_ text: String) -> String? {
    if let problem = lengthProblem(text) { return problem }
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = labels.first, isWildcardLabel(first) else {
        return labelProblem(labels.first ?? "", of: text)
    }
    return labels.count == 1 ? nil : labelsProblem(text, labels.dropFirst())
}

/// Whether a wildcard covers only a part of a label: `*shop.example`. Gateways and sidecars cannot have it.
package func isPartialWildcard(_ text: String) -> Bool {
    text.utf8.count > 1 && text.utf8.contains(UInt8(ascii: "*")) && !text.hasPrefix("*.")
}

private func lengthProblem(_ text: String) -> String? {
    if text.isEmpty { return "it is empty" }
    if text.utf8.count > 255 { return "it has \(text.utf8.count) characters, and a name has at most 255" }
    return nil
}

private func labelsProblem(_ text: String, _ labels: ArraySlice<Substring>) -> String? {
    for (index, label) in labels.enumerated() {
        let isLast = index == labels.count - 1
        // `example.com.` is a name too: the dot says that it is complete.
        if isLast, label.isEmpty, labels.count > 1 || text.count > 1 { continue }
        guard isDNSLabel(label) else { return labelProblem(label, of: text) }
        if isLast, Int64(label) != nil { return "its last label \"\(label)\" is a number, so it looks like an address" }
    }
    return nil
}

private func labelProblem(_ label: Substring, of text: String) -> String {
    if label.isEmpty { return "a label between two dots is empty" }
    if label.utf8.contains(UInt8(ascii: "*")) { return "\"*\" may only begin the name, alone or before a \"-\"" }
    if label.utf8.count > 63 { return "a label has \(label.utf8.count) characters, and at most 63 are allowed" }
    return "the label \"\(label)\" is not made of letters, digits and inner \"-\""
}

func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    default: isDigit(byte)
    }
}

func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
