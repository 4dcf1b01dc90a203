internal import Lint
internal import Schema
internal import Semantics
internal import Analyzers
internal import Diagnostics

extension [StationFinding] {
    /// The same findings for a person to read, who needs to be told once what two stations say in two ways.
    package var withoutRepeats: [StationFinding] {
        let refused = places { $0.station == .schema && $0.finding.severity == .error }
        let semantic = places { $0.station == .semantics && $0.finding.severity == .error }
        let missing = places { $0.finding.code == .missingField }
        let unread = places { $0.station == .build && $0.finding.code.id.hasPrefix("MST00") }
        let gateways = places { $0.finding.code == .gatewayUnknown }
        let twice = Set(filter { $0.finding.code == .objectTwice }.compactMap(\.finding.subject))
        let (unreadFiles, unreadLines) = (Set(unread.map(\.file)), Set(unread.map(\.fileAndLine)))
        return filter { entry in
            let place = entry.finding.place
            return switch entry.finding.code {
            // Both the schema and Istio's reader refuse a value.
            case .valueUnreadable, .topLevelFieldUnknown: !refused.contains(place)
            // A rule of the definition, which Istio's own rules say in better words.
            case .ruleNotKept: !semantic.contains(place)
            case .portInvalid: !missing.contains(place)
            // The linter and the reader, of how a file is written.
            case .lintSyntax: !unreadFiles.contains(place.file)
            case LintRule.keyDuplicates.code: !unreadLines.contains(place.fileAndLine)
            // A Gateway that is not there has no servers.
            case .gatewayHostMissing: !gateways.contains(place)
            // Two objects of one name in one folder are a mistake, and no two clusters.
            case .clustersDiffer: !(entry.finding.subject.map(twice.contains) ?? false)
            default: true
            }
        }
    }

    private func places(_ isMeant: (StationFinding) -> Bool) -> Set<Place> {
        Set(lazy.filter(isMeant).map(\.finding.place))
    }
}

extension Place {
    fileprivate var fileAndLine: Place { Place(file: file, line: Int(line), column: 1) }
}
