package import Diagnostics

/// Which findings are told, and how much they matter.
///
/// Codes are named as Mainstay, Istio or Kiali have them, whole or by their first letters: `MST2004`, `MST2`, `IST0101`.
/// Of two names that fit, the longer decides.
package struct Selection: Sendable, Equatable {
    package var select: [String]
    package var ignore: [String]
    private var severity: [SeverityChange] = []

    /// - Parameter severity: The severity of codes; nil turns them off.
    package init(
        select: [String] = [], ignore: [String] = [], severity: [(code: String, severity: Severity?)] = []
    ) {
        self.select = select
        self.ignore = ignore
        self.severity = severity.map { SeverityChange(code: $0.code, severity: $0.severity) }
    }

    /// All names of codes.
    package var names: [String] { select + ignore + severity.map(\.code) }

    private struct SeverityChange: Sendable, Equatable {
        var code: String
        var severity: Severity?
    }

    /// The findings that are told, with their severity.
    package func apply(to findings: [StationFinding]) -> [StationFinding] {
        guard !names.isEmpty else { return findings }
        return findings.compactMap { entry in
            let selected = Self.longest(select, entry.finding.code), ignored = Self.longest(ignore, entry.finding.code)
            guard !select.isEmpty || !ignore.isEmpty else { return change(entry) }
            if ignored > 0, ignored >= selected { return nil }
            if !select.isEmpty, selected == 0 { return nil }
            return change(entry)
        }
    }

    private func change(_ entry: StationFinding) -> StationFinding? {
        let fitting = severity.filter { Self.longest([$0.code], entry.finding.code) > 0 }
        guard let change = fitting.max(by: { $0.code.utf8.count < $1.code.utf8.count }) else { return entry }
        guard let severity = change.severity else { return nil }
        var entry = entry
        entry.finding.severity = severity
        return entry
    }

    /// The letters of the longest name that fits the code; 0 when none does.
    private static func longest(_ names: [String], _ code: Code) -> Int {
        names.filter { name in
            ([code.id] + code.aliases).contains { $0.lowercased().hasPrefix(name.lowercased()) }
        }.map(\.utf8.count).max() ?? 0
    }
}
