/// A place in a tree as RFC 6901 writes it: `/spec/http/0/route`.
package struct JSONPointer: Hashable, Sendable, CustomStringConvertible {
    package var tokens: [String]

    package init(_ tokens: [String] = []) { self.tokens = tokens }

    /// Nil when `text` neither is empty nor starts with a slash, or holds a tilde that escapes nothing.
    package init?(parsing text: String) {
        if text.isEmpty {
            tokens = []
            return
        }
        guard text.hasPrefix("/") else { return nil }
        tokens = []
        for part in text.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let token = unescaped(part) else { return nil }
            tokens.append(token)
        }
    }

    package var description: String {
        tokens.map { "/" + $0.replacing("~", with: "~0").replacing("/", with: "~1") }.joined()
    }
}

private func unescaped(_ part: Substring) -> String? {
    guard part.utf8.contains(UInt8(ascii: "~")) else { return String(part) }
    var text = ""
    var rest = part[...]
    while let character = rest.popFirst() {
        guard character == "~" else {
            text.append(character)
            continue
        }
        switch rest.popFirst() {
        case "0": text.append("~")
        case "1": text.append("/")
        default: return nil
        }
    }
    return text
}
