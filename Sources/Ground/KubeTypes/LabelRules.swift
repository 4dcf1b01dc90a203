/// What a label key breaks, nil when it is one (Kubernetes, "Labels and Selectors", "Syntax and character set").
func brokenLabelKeyRule(_ key: String) -> String? {
    let parts = key.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let name = parts.last else {
        return
            "a valid label key \(qualifiedNameRule) with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"
    }
    if parts.count == 2 {
        let labels = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        guard !parts[0].isEmpty else { return "prefix part must be non-empty" }
        guard parts[0].utf8.count <= 253, labels.allSatisfy(isDNSLabel) else {
            return
                "prefix part a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"
        }
    }
    if name.isEmpty { return "name part must be non-empty" }
    if name.utf8.count > 63 { return "name part must be no more than 63 bytes" }
    return isLabelText(name) ? nil : "name part \(qualifiedNameRule)"
}

/// What a label value breaks, nil when it is one.
func brokenLabelValueRule(_ value: String) -> String? {
    if value.utf8.count > 63 { return "must be no more than 63 bytes" }
    guard value.isEmpty || isLabelText(value[...]) else {
        return
            "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')"
    }
    return nil
}

private let qualifiedNameRule =
    "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"

private func isLabelText(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    return isAlphanumeric(first) && isAlphanumeric(last)
        && text.utf8.allSatisfy { isAlphanumeric($0) || "-_.".utf8.contains($0) }
}

private func isDNSLabel(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    func isPlain(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
    return isPlain(first) && isPlain(last) && text.utf8.allSatisfy { isPlain($0) || $0 == UInt8(ascii: "-") }
}

private func isAlphanumeric(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) && byte & 0x40 != 0
}
