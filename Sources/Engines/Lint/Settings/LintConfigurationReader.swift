internal import Diagnostics
internal import RE2
internal import Tree

/// Goes through the YAML of configurations.
struct LintConfigurationReader {
    let readFile: LintConfiguration.ReadFile
    /// How many configurations may extend each other.
    private static let depthLimit = 20

    init(readFile: @escaping LintConfiguration.ReadFile) { self.readFile = readFile }

    private static let keys = ["extends", "rules", "ignore", "ignore-from-file", "yaml-files", "locale"]

    mutating func configuration(
        _ bytes: [UInt8], file: SourceFile, depth: Int
    ) throws(Refused) -> LintConfiguration {
        let read = try YAMLReader.read(bytes, file: file, duplicates: .lastWins)
        let errors = read.findings.filter { $0.severity == .error }
        if !errors.isEmpty { throw Refused(errors) }
        let start = Place(file: file, line: 1, column: 1)
        guard read.documents.count <= 1 else {
            throw refused("a configuration is one document, found \(read.documents.count)", at: read.documents[1].place)
        }
        guard let root = read.documents.first, let mapping = root.mapping else {
            throw refused(
                "a configuration is a mapping, found \(read.documents.first.map { $0.typeName } ?? "nothing")",
                at: read.documents.first?.place ?? start, hint: "write \"extends: default\"")
        }
        var configuration = LintConfiguration()
        if let extends = mapping["extends"] {
            configuration = try base(extends, depth: depth)
            configuration.yamlFiles = LintConfiguration().yamlFiles
        }
        for entry in mapping.entries {
            switch entry.key {
            case "extends": break
            case "rules": try readRules(entry.value, into: &configuration)
            case "ignore", "ignore-from-file":
                configuration.ignore = try ignored(entry, beside: mapping)
            case "yaml-files":
                configuration.yamlFiles = PathPatterns(try strings(entry.value, "yaml-files is a list of patterns"))
            case "locale": try checkLocale(entry.value)
            default:
                let near = nearestName(to: entry.key, among: Self.keys)
                throw refused(
                    "a configuration has no \"\(entry.key)\"", at: entry.keyPlace,
                    hint: near.map { "did you mean \($0)?" } ?? "it has \(Self.keys.joined(separator: ", "))")
            }
        }
        return configuration
    }

    private mutating func base(_ node: Node, depth: Int) throws(Refused) -> LintConfiguration {
        guard let name = node.string else {
            throw refused("extends is the name of a configuration, found \(node.typeName)", at: node.place)
        }
        switch name {
        case "default": return .default
        case "relaxed": return .relaxed
        default: break
        }
        guard depth < Self.depthLimit else {
            throw refused(
                "more than \(Self.depthLimit) configurations extend each other", at: node.place,
                hint: "look for one that extends itself")
        }
        guard let bytes = readFile(name) else {
            throw refused(
                "there is no configuration \"\(name)\"", at: node.place,
                hint: "write default, relaxed or the path of a file")
        }
        return try configuration(bytes, file: SourceFile(name), depth: depth + 1)
    }

    // MARK: Rules

    private func readRules(_ node: Node, into configuration: inout LintConfiguration) throws(Refused) {
        guard let rules = node.mapping else {
            throw refused("rules is a mapping, found \(node.typeName)", at: node.place)
        }
        for entry in rules.entries {
            guard let rule = LintRule(rawValue: entry.key) else {
                let near = nearestName(to: entry.key, among: LintRule.allCases.map(\.name))
                throw refused(
                    "there is no rule \"\(entry.key)\"", at: entry.keyPlace,
                    hint: near.map { "did you mean \($0)?" } ?? "see the list of rules in the guide")
            }
            let index = configuration.index(of: rule)
            var setting = LintConfiguration.Setting(rule: rule)
            if let index, configuration.settings[index].isEnabled { setting = configuration.settings[index] }
            setting.place = entry.keyPlace
            try read(entry.value, into: &setting)
            if let index { configuration.settings[index] = setting } else { configuration.settings.append(setting) }
        }
    }

    private func read(_ node: Node, into setting: inout LintConfiguration.Setting) throws(Refused) {
        if node.string == "enable" { return }
        if node.string == "disable" || flag(node) == false {
            setting.isEnabled = false
            return
        }
        guard let mapping = node.mapping else {
            throw refused(
                "\(setting.rule.name) is enable, disable or a mapping of options, found \(found(node))", at: node.place)
        }
        for entry in mapping.entries {
            switch entry.key {
            case "level":
                guard let level = entry.value.string.flatMap(LintLevel.init) else {
                    throw refused("level is error or warning, found \(found(entry.value))", at: entry.value.place)
                }
                setting.level = level
            case "ignore", "ignore-from-file": setting.ignore = try ignored(entry, beside: mapping)
            default:
                let shapes = setting.rule.options
                guard let shape = shapes.first(where: { $0.name == entry.key }) else {
                    let names = shapes.map(\.name) + ["level", "ignore", "ignore-from-file"]
                    throw refused(
                        "the rule \(setting.rule.name) has no option \"\(entry.key)\"", at: entry.keyPlace,
                        hint: nearestName(to: entry.key, among: names).map { "did you mean \($0)?" }
                            ?? "it has \(names.joined(separator: ", "))")
                }
                setting.options[shape.name] = try value(entry.value, shape, of: setting.rule)
            }
        }
    }

    private func value(
        _ node: Node, _ shape: LintOptionShape, of rule: LintRule
    ) throws(Refused) -> LintValue {
        if shape.list == .none {
            if shape.takesFlags, let flag = flag(node) { return .flag(flag) }
            if shape.takesNumbers, let number = node.integer { return .number(number) }
            if let word = node.string, shape.words.contains(word) { return .word(word) }
        } else if let elements = node.sequence {
            var words: [String] = []
            for element in elements { words.append(try member(element, shape, of: rule)) }
            return .words(words)
        }
        throw refused(
            "\(shape.name) of \(rule.name) is \(shape.expectation), found \(found(node))", at: node.place)
    }

    private func member(
        _ node: Node, _ shape: LintOptionShape, of rule: LintRule
    ) throws(Refused) -> String {
        guard let text = node.string, flag(node) == nil else {
            throw refused(
                "\(shape.name) of \(rule.name) is \(shape.expectation), found \(found(node)) in it", at: node.place,
                hint: "put words like yes, no, true and 1 in quotes")
        }
        if case .words(let words) = shape.list, !words.contains(text) {
            throw refused("\(shape.name) of \(rule.name) is \(shape.expectation), found \"\(text)\"", at: node.place)
        }
        if shape.list == .patterns {
            do throws(RegularExpression.Mistake) { _ = try RegularExpression(text) } catch {
                throw refused(
                    "\"\(text)\" is no regular expression that can be used here: \(error.message)", at: node.place,
                    hint: "expressions are those of RE2: no look-around and no back references")
            }
        }
        return text
    }

    // MARK: Words

    /// A boolean as YAML 1.1 spells it.
    func flag(_ node: Node) -> Bool? {
        if let flag = node.bool { return flag }
        guard node.style == .plain, let word = node.string else { return nil }
        switch word {
        case "yes", "Yes", "YES", "on", "On", "ON": return true
        case "no", "No", "NO", "off", "Off", "OFF": return false
        default: return nil
        }
    }

    func found(_ node: Node) -> String {
        if let text = node.string { return "\"\(text)\"" }
        if let number = node.integer { return "\(number)" }
        if let flag = node.bool { return "\(flag)" }
        return node.typeName
    }

    func refused(_ message: String, at place: Place, hint: String? = nil) -> Refused {
        Refused(Finding(.lintConfiguration, message, at: place, hint: hint))
    }
}
