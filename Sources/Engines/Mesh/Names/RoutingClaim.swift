/// A header name that stands for a claim of a token: `@request.auth.claims.group` or `@request.auth.claims[iss][group]`.
package struct RoutingClaim: Hashable, Sendable {
    package enum Separator: Sendable { case dot, bracket }

    /// The way to the claim, from the outside in.
    package var path: [String]
    package var separator: Separator

    /// Nil for any other header name.
    package init?(_ header: String) {
        let prefix = "@request.auth.claims"
        guard header.utf8.count > prefix.utf8.count, header.prefix(prefix.count).lowercased() == prefix else {
            return nil
        }
        let rest = header.dropFirst(prefix.count)
        if rest.first == ".", rest.count > 1 {
            separator = .dot
            path = rest.dropFirst().split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        } else if rest.first == "[", rest.last == "]", rest.count > 2 {
            separator = .bracket
            path = Self.pieces(rest.dropFirst().dropLast(), between: "][")
        } else {
            return nil
        }
    }

    private static func pieces(_ text: Substring, between separator: String) -> [String] {
        var pieces: [String] = []
        var rest = text
        while let range = rest.firstRange(of: separator) {
            pieces.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return pieces + [String(rest)]
    }
}
