/// A path of an AuthorizationPolicy with templates: `{*}` stands for one segment and `{**}` for the rest.
package enum PathTemplate {
    package static func isUsed(in path: String) -> Bool { path.contains("{*}") || path.contains("{**}") }

    /// What keeps `path` from being a path or a template of one; nil when nothing does.
    package static func problem(_ path: String) -> String? {
        guard isUsed(in: path) else { return braceProblem(path) }
        var path = Substring(path)
        if path.first == "/" { path.removeFirst() }
        if path.last == "/" { path.removeLast() }
        var hasRest = false
        for segment in path.split(separator: "/", omittingEmptySubsequences: false) {
            if segment == "{*}" || segment == "{**}" {
                if hasRest { return "\"{**}\" stands for the rest, so no template may follow it" }
                hasRest = segment == "{**}"
            } else if let problem = braceProblem(segment) {
                return problem
            } else if !isLiteral(segment) {
                return "the segment \"\(segment)\" has characters that a path with templates cannot have"
            }
        }
        return nil
    }

    /// Whether a segment is plain text: no wildcard, no character that a path would have to escape.
    package static func isLiteral(_ segment: some StringProtocol) -> Bool {
        !segment.isEmpty && segment.utf8.allSatisfy { isAlphanumeric($0) || symbols.contains($0) }
    }

    private static func braceProblem(_ text: some StringProtocol) -> String? {
        text.contains("{") || text.contains("}")
            ? "\"{\" and \"}\" may only be those of \"{*}\" and \"{**}\", as whole segments" : nil
    }

    private static let symbols = Set("-._~%!$&'()+,;:@=".utf8)
}
