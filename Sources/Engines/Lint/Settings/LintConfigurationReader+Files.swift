internal import Diagnostics
internal import Tree

/// What a configuration says about files: patterns, and the locale of the machine.
extension LintConfigurationReader {
    /// `ignore` and `ignore-from-file`, of a rule or of all.
    func ignored(_ entry: Mapping.Entry, beside mapping: Mapping) throws(Refused) -> PathPatterns {
        guard !mapping.contains("ignore") || !mapping.contains("ignore-from-file") else {
            throw refused(
                "ignore and ignore-from-file do not go together", at: entry.keyPlace,
                hint: "put the patterns of the one into the other")
        }
        if entry.key == "ignore" {
            if let text = entry.value.string {
                return PathPatterns(text.split(whereSeparator: \.isNewline).map(String.init))
            }
            return PathPatterns(try strings(entry.value, "ignore is a list of patterns, or a text with one a line"))
        }
        let expectation = "ignore-from-file is the name of a file, or a list of names"
        var names: [String] = []
        if let name = entry.value.string { names = [name] } else { names = try strings(entry.value, expectation) }
        var lines: [String] = []
        for name in names {
            guard let bytes = readFile(name) else {
                throw refused(
                    "there is no file \"\(name)\"", at: entry.value.place,
                    hint: "paths start at the folder in which the command runs")
            }
            lines += String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
        }
        return PathPatterns(lines)
    }

    func strings(_ node: Node, _ expectation: String) throws(Refused) -> [String] {
        guard let elements = node.sequence else {
            throw refused("\(expectation), found \(found(node))", at: node.place)
        }
        var strings: [String] = []
        for element in elements {
            guard let text = element.string else {
                throw refused("\(expectation), found \(found(element)) in it", at: element.place)
            }
            strings.append(text)
        }
        return strings
    }

    /// Only the order of code points is known here, the same on every machine.
    func checkLocale(_ node: Node) throws(Refused) {
        guard let name = node.string else {
            throw refused("locale is the name of a locale, found \(found(node))", at: node.place)
        }
        guard ["C", "POSIX", "C.UTF-8", "C.utf8", ""].contains(name) else {
            throw refused(
                "the locale \"\(name)\" is not supported: keys are ordered by code points everywhere",
                at: node.place, hint: "write C, or leave locale out")
        }
    }
}
