internal import Diagnostics
internal import Tree

/// Rules that no request reaches, because earlier ones take them all.
extension Report {
    mutating func checkUnreachableRules(_ list: Field) {
        let rules = list.items
        guard rules.count > 1 || rules.contains(where: { $0["match"].count > 1 }) else { return }
        var catchAll: (rule: Field, name: String)?
        var known: [String: String] = [:]
        var prefixes = PrefixMatches()
        for (index, rule) in rules.enumerated() {
            let name = label(rule["name"], index)
            let matches = rule["match"].items
            if matches.isEmpty {
                if let catchAll {
                    reportUnreachable(
                        rule, name, list, "rule \(catchAll.name) before it has no match and takes all", catchAll.rule)
                }
                if catchAll == nil { catchAll = (rule, name) }
                continue
            }
            if let catchAll {
                reportUnreachable(
                    rule, name, list, "rule \(catchAll.name) before it has no match and takes all", catchAll.rule)
            }
            var repeated = 0
            for (position, match) in matches.enumerated() {
                let matchName = label(match["name"], position)
                let text = canonicalText(match)
                if let earlier = known[text] {
                    repeated += 1
                    warning(
                        .matchIneffective,
                        "match \(matchName) of \(list.name) rule \(name) is the same as one of rule \(earlier)",
                        at: match,
                        hint: "remove one of the two")
                    continue
                }
                known[text] = name
                guard list.name == "http", let covering = prefixes.covering(match) else {
                    if list.name == "http" { prefixes.insert(match, rule: name) }
                    continue
                }
                prefixes.insert(match, rule: name)
                warning(
                    .matchIneffective,
                    "match \(matchName) of rule \(name), prefix \(quoted(match["uri"]["prefix"].text)), is not used: rule \(covering.rule) has the prefix \(quoted(covering.match["uri"]["prefix"].text)) before it",
                    at: match["uri"]["prefix"], hint: "move the longer prefix up",
                    effect: "requests follow the earlier match")
                relate("the match that takes them", to: covering.match)
            }
            if repeated == matches.count {
                reportUnreachable(rule, name, list, "earlier rules have all its matches", nil)
            }
        }
    }

    private func label(_ name: Field, _ index: Int) -> String { name.isFilled ? quoted(name.text) : "#\(index)" }

    private mutating func reportUnreachable(
        _ rule: Field, _ name: String, _ list: Field, _ why: String, _ rival: Field?
    ) {
        warning(
            .ruleUnreachable, "\(list.name) rule \(name) is never used: \(why)", at: rule,
            hint: "move it up, or remove it", effect: "no request reaches its route")
        if let rival { relate("the rule before it", to: rival) }
    }

    /// Equal for matches that are equal but for their names.
    private func canonicalText(_ match: Field) -> String {
        guard var node = match.node else { return "null" }
        node["name"] = nil
        return JSONWriter.text(node, sortKeys: true)
    }
}

/// The matches by prefix so far. Of a new one, only those whose prefix begins its own are looked at.
private struct PrefixMatches {
    typealias Entry = (match: Field, rule: String)

    private var entries: [Substring: [Entry]] = [:]
    private var lengths: Set<Int> = []

    mutating func insert(_ match: Field, rule: String) {
        let prefix = match["uri"]["prefix"].text
        guard !prefix.isEmpty else { return }
        lengths.insert(prefix.utf8.count)
        entries[Substring(prefix), default: []].append((match, rule))
    }

    /// The first of the matches with the shortest prefix that takes all requests of `match`.
    func covering(_ match: Field) -> Entry? {
        let prefix = match["uri"]["prefix"].text
        guard !prefix.isEmpty, !entries.isEmpty else { return nil }
        for length in lengths.sorted() where length < prefix.utf8.count {
            guard let end = prefix.utf8.index(prefix.startIndex, offsetBy: length, limitedBy: prefix.endIndex),
                let found = entries[prefix[..<end]]
            else { continue }
            if let entry = found.first(where: { covers($0.match, match) }) { return entry }
        }
        return nil
    }

    /// Istio takes a match with a stricter authority, method or header for one that covers as well, and one without
    /// for one that does not. Here a match has to be no stricter by its own words too.
    private func covers(_ earlier: Field, _ later: Field) -> Bool {
        guard earlier["port"].number == later["port"].number else { return false }
        let isCovered =
            accepts(earlier["method"], later["method"], otherwise: "exact:GET")
            && accepts(earlier["authority"], later["authority"])
        let maps = ["headers", "queryParams", "withoutHeaders"]
        guard isCovered, maps.allSatisfy({ earlier[$0].count == later[$0].count }) else { return false }
        for name in ["sourceLabels", "gateways", "sourceNamespace", "scheme", "ignoreUriCase"]
        where earlier[name].isPresent && earlier[name].node != later[name].node {
            return false
        }
        return maps.allSatisfy { map in
            earlier[map].entries.allSatisfy { key, value in
                let other = later[map][key.text]
                return (other.isPresent || value.isAbsent) && accepts(value, other)
            }
        }
    }

    private func accepts(_ earlier: Field, _ later: Field, otherwise: String = "") -> Bool {
        let values = (text(earlier, otherwise), text(later, otherwise))
        guard values.0.hasPrefix(values.1) else { return false }
        if earlier.isAbsent { return true }
        return earlier.node == later.node
    }

    private func text(_ match: Field, _ otherwise: String) -> String {
        if match.isAbsent { return otherwise }
        for kind in ["exact", "prefix"] where match[kind].isPresent { return "\(kind):\(match[kind].text)" }
        return ""
    }
}
