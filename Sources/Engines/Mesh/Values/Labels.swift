/// Labels of a workload, and the pairs that select it.
package struct Labels: Hashable, Sendable, CustomStringConvertible {
    package var pairs: [String: String]

    package init(_ pairs: [String: String] = [:]) { self.pairs = pairs }

    /// Whether `other` has all these pairs.
    package func isSubset(of other: Labels) -> Bool {
        pairs.allSatisfy { other.pairs[$0.key] == $0.value }
    }

    /// Whether these pairs, of which there is one at least, select a workload with the labels `other`.
    package func selects(_ other: Labels) -> Bool { !pairs.isEmpty && isSubset(of: other) }

    /// `app=web,version=v1`, in the order of the keys.
    package var description: String {
        pairs.sorted { $0.key < $1.key }.map { $0.value.isEmpty ? $0.key : "\($0.key)=\($0.value)" }
            .joined(separator: ",")
    }
}

/// What keeps a text from being the key of a label: an optional DNS name before a `/`, and a name.
package func labelKeyProblem(_ key: String) -> String? {
    var name = Substring(key)
    if let slash = key.firstIndex(of: "/") {
        let prefix = key[..<slash]
        name = key[key.index(after: slash)...]
        let labels = prefix.split(separator: ".", omittingEmptySubsequences: false)
        guard prefix.utf8.count <= 253, labels.allSatisfy(isDNSLabel) else {
            return "\"\(prefix)\" before the \"/\" is not a DNS name"
        }
    }
    if name.isEmpty { return "it has no name" }
    if name.utf8.count > 63 { return "its name has more than 63 characters" }
    return isLabelText(name) ? nil : labelTextRule
}

/// What keeps a text from being the value of a label. Istio sets no limit to its length; Kubernetes does, at 63.
package func labelValueProblem(_ value: String) -> String? {
    value.isEmpty || isLabelText(value[...]) ? nil : labelTextRule
}

private let labelTextRule = "it must begin and end with a letter or digit and hold only these, \"-\", \"_\" and \".\""

private func isLabelText(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last, isAlphanumeric(first), isAlphanumeric(last) else {
        return false
    }
    return text.utf8.allSatisfy { byte in
        isAlphanumeric(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
    }
}
