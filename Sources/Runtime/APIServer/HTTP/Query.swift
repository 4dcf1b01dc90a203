internal import KubeTypes

/// The parameters of a URL, read as Go reads them: a pair with a broken escape is dropped, of several values the first
/// counts.
struct Query {
    private var values: [String: [String]] = [:]

    init(_ text: String) {
        for pair in text.split(separator: "&") where !pair.contains(";") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.allSatisfy(Self.isWellEscaped) else { continue }
            let value = parts.count > 1 ? percentDecoded(parts[1], plusIsBlank: true) : ""
            values[percentDecoded(parts[0], plusIsBlank: true), default: []].append(value)
        }
    }

    subscript(name: String) -> String? { values[name]?.first }

    func all(_ name: String) -> [String] { values[name] ?? [] }

    /// Everything but `0` and `false` is yes, also a parameter without a value; nil when it is not there.
    func flag(_ name: String) -> Bool? {
        self[name].map { $0 != "0" && $0.lowercased() != "false" }
    }

    /// - Throws: `Status` 400 for anything but a whole number; nil when it is not there or empty.
    func number(_ name: String) throws(Status) -> Int? {
        guard let text = self[name], !text.isEmpty else { return nil }
        guard let number = Int(text) else {
            throw Status(badRequest: "strconv.ParseInt: parsing \"\(text)\": invalid syntax")
        }
        return number
    }

    private static func isWellEscaped(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.indices.allSatisfy { index in
            bytes[index] != UInt8(ascii: "%")
                || (index + 2 < bytes.count && bytes[index + 1...index + 2].allSatisfy(isHexDigit))
        }
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool { Character(UnicodeScalar(byte)).isHexDigit }
}
