@testable import Lint

/// Some rules with some options, as YAML.
enum RandomConfiguration {
    static func text(_ random: inout SeededRandom) -> String {
        if random.chance(0.1) { return random.pick(["extends: default", "extends: relaxed"]) }
        // Behind a syntax error answers can be compared only as far as indentation is not asked.
        let known = LintRule.allCases.filter { $0 != .indentation || random.chance(0.6) }
        let rules = known.shuffled(using: &random).prefix(random.pick([1, 3, 8, 23]))
        var text = random.chance(0.2) ? "extends: \(random.pick(["default", "relaxed"]))\n" : ""
        if random.chance(0.05) { text += "ignore: \(ignored(&random))\n" }
        return text + "rules:\n" + rules.map { "  \($0.name): \(setting(of: $0, &random))\n" }.joined()
    }

    private static func setting(of rule: LintRule, _ random: inout SeededRandom) -> String {
        if random.chance(0.1) { return random.pick(["enable", "disable"]) }
        return "{\(options(of: rule, &random))}"
    }

    private static func options(of rule: LintRule, _ random: inout SeededRandom) -> String {
        var parts: [String] = []
        for shape in rule.options where random.chance(0.6) {
            parts += value(shape, &random).map { ["\(shape.name): \($0)"] } ?? []
        }
        if rule == .quotedStrings { parts += patterns(beside: parts, &random) }
        if random.chance(0.2) { parts.append("level: \(random.pick(["error", "warning"]))") }
        if random.chance(0.05) { parts.append("ignore: \(ignored(&random))") }
        return parts.joined(separator: ", ")
    }

    private static func value(_ shape: LintOptionShape, _ random: inout SeededRandom) -> String? {
        switch shape.list {
        // What these may be depends on another option.
        case .patterns:
            return shape.name == "ignored-keys" ? random.pick(["[]", "[a]", "['^b', 'c$']", "['[A-Z]|é']"]) : nil
        case .words:
            return random.pick(["['true', 'false']", "[]", "['yes', 'True']", "['on', 'off', 'NO', 'no', 'true']"])
        case .none: break
        }
        let numbers = shape.name == "max" ? ["0", "1", "5", "20", "80"] : ["-1", "0", "1", "2", "3"]
        var choices = shape.takesNumbers ? numbers : []
        if shape.name == "spaces" { choices = ["1", "2", "3", "4", "8"] }
        if shape.takesFlags { choices += ["true", "false"] }
        return random.pick(choices + shape.words)
    }

    private static func patterns(beside options: [String], _ random: inout SeededRandom) -> [String] {
        let required = random.pick(["extra-required: ['b$']", "extra-required: ['[ /]', '^q']"])
        if options.contains("required: only-when-needed") {
            return random.chance(0.5) ? ["extra-allowed: \(random.pick(["['^a']", "['^[qs]$']"]))", required] : []
        }
        return options.contains("required: false") && random.chance(0.5) ? [required] : []
    }

    /// Patterns of the two names that texts have in these tests.
    private static func ignored(_ random: inout SeededRandom) -> String {
        random.pick(["[even.yaml]", "['*/odd.yaml']", "['*.yaml', '!even.yaml']", "['/odd.yaml']", "['**/o?d.*']"])
    }
}
