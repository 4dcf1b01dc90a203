/// What is wrong with a list `exportTo`, which says in which namespaces a configuration counts.
package struct VisibilityProblem: Hashable, Sendable {
    /// Which entry.
    package var index: Int
    package var message: String
    /// The entry says what another says already.
    package var isRepeat = false
}

/// Who exports: a ServiceEntry may export to nobody, a DestinationRule for some workloads only to its own namespace.
package enum Exporter: Sendable { case service, selectingRule, other }

/// - Parameter namespace: The namespace of the object, for which `.` stands.
package func exportProblems(_ values: [String], from namespace: String, by exporter: Exporter) -> [VisibilityProblem] {
    var problems: [VisibilityProblem] = []
    var seen: [String: String] = [:]
    for (index, written) in values.enumerated() {
        let value = written == "." && !namespace.isEmpty ? namespace : written
        if let first = seen[value] {
            let both = first == written ? "" : ", which is the own namespace"
            problems.append(
                VisibilityProblem(index: index, message: "exportTo names \"\(value)\" twice\(both)", isRepeat: true))
        } else {
            seen[value] = written
        }
        if let problem = entryProblem(written, exporter) {
            problems.append(VisibilityProblem(index: index, message: problem))
        }
    }
    for whole in ["*", "~"] where values.count > 1 {
        guard let index = values.firstIndex(of: whole), Set(values).count > 1 else { continue }
        let meaning = whole == "*" ? "means all namespaces" : "means none"
        problems.append(
            VisibilityProblem(index: index, message: "\"\(whole)\" \(meaning), so it must stand alone in exportTo"))
    }
    if exporter == .selectingRule, !values.isEmpty {
        let own = seen[namespace] != nil || seen["."] != nil
        if !own || seen.count > 1 {
            let message = "a DestinationRule with a workloadSelector counts in its own namespace only"
            problems.append(VisibilityProblem(index: own ? 1 : 0, message: message))
        }
    }
    return problems
}

private func entryProblem(_ value: String, _ exporter: Exporter) -> String? {
    switch value {
    case ".", "*": nil
    case "~":
        exporter == .service ? nil : "\"~\" hides a ServiceEntry only; other kinds cannot be exported to nobody"
    default: isDNSLabel(value) ? nil : "\"\(value)\" is not the name of a namespace, \".\" or \"*\""
    }
}
