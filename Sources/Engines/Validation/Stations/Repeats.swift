internal import Lint
internal import Semantics
internal import Diagnostics

extension [StationFinding] {
    /// The same findings for a person to read, who needs to be told once: what both the schema and Istio's reader refuse,
    /// and what both the linter and the reader say of how a file is written.
    package var withoutRepeats: [StationFinding] {
        let refused = Set(filter { $0.station == .schema && $0.finding.severity == .error }.map(\.finding.place))
        let unread = filter { $0.station == .build && $0.finding.code.id.hasPrefix("MST00") }.map(\.finding.place)
        let (unreadFiles, unreadLines) = (Set(unread.map(\.file)), Set(unread.map(\.fileAndLine)))
        return filter { entry in
            let place = entry.finding.place
            switch entry.finding.code {
            case .valueUnreadable, .topLevelFieldUnknown: return !refused.contains(place)
            case .lintSyntax: return !unreadFiles.contains(place.file)
            case LintRule.keyDuplicates.code: return !unreadLines.contains(place.fileAndLine)
            default: return true
            }
        }
    }
}

extension Place {
    fileprivate var fileAndLine: Place { Place(file: file, line: Int(line), column: 1) }
}
