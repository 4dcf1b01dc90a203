@testable import Lint

/// Some rules with some options, as YAML.
enum RandomConfiguration {
    static func text(_ random: inout SeededRandom) -> String {
        if random.chance(0.1) { return random.pick(["extends: default", "extends: relaxed"]) }
        let rules = LintRule.allCases.shuffled(using: &random).prefix(random.pick([3, 8, 23]))
        let extends = random.chance(0.2) ? "extends: \(random.pick(["default", "relaxed"]))\n" : ""
        return extends + "rules:\n" + rules.map { "  \($0.name): {\(options(of: $0, &random))}\n" }.joined()
    }

    private static func options(of rule: LintRule, _ random: inout SeededRandom) -> String {
        var parts: [String] = []
        for shape in rule.options where random.chance(0.6) {
            parts += value(shape, &random).map { ["\(shape.name): \($0)"] } ?? []
        }
        if rule == .quotedStrings { parts += patterns(beside: parts, &random) }
        if random.chance(0.2) { parts.append("level: \(random.pick(["error", "warning"]))") }
        return parts.joined(separator: ", ")
    }

    private static func value(_ shape: LintOptionShape, _ random: inout SeededRandom) -> String? {
        switch shape.list {
        // What these may be depends on another option.
        case .patterns: return shape.name == "ignored-keys" ? random.pick(["[]", "[a]", "['^b', 'c$']"]) : nil
        case .words: return random.pick(["['true', 'false']", "[]", "['yes', 'True']"])
        case .none: break
        }
        let numbers = shape.name == "max" ? ["0", "1", "5", "20", "80"] : ["-1", "0", "1", "2", "3"]
        var choices = shape.takesNumbers ? numbers : []
        if shape.name == "spaces" { choices = ["1", "2", "4"] }
        if shape.takesFlags { choices += ["true", "false"] }
        return random.pick(choices + shape.words)
    }

    private static func patterns(beside options: [String], _ random: inout SeededRandom) -> [String] {
        if options.contains("required: only-when-needed") {
            return random.chance(0.5) ? ["extra-allowed: ['^a']", "extra-required: ['b$']"] : []
        }
        return options.contains("required: false") && random.chance(0.5) ? ["extra-required: [b]"] : []
    }
}
