package import Diagnostics
package import KubeTypes
internal import Parallel
internal import Rego

/// Policies that judge objects, in the way of conftest.
package struct PolicyCheck: Sendable {
    /// What there is to say about the policies themselves, whatever the objects.
    package let findings: [Finding]
    private let rules: [JudgingRule]
    private let exceptions: [[String]: Int]
    private let reader: RuleReader?

    /// - Parameter namespaces: The packages whose rules judge, `main` or `istio.policy`; nil: every package with such rules.
    package init(_ set: PolicySet, namespaces: [String]? = nil) {
        guard let program = set.program else {
            (findings, rules, exceptions, reader) = (set.findings, [], [:], nil)
            return
        }
        let all = JudgingRule.all(in: program)
        let wanted = namespaces.map { Set($0.map(Self.packageName)) }
        rules = all.filter { wanted?.contains($0.package) ?? true }
        var notes = set.findings + rules.flatMap(\.metadataFindings)
        for name in namespaces ?? [] where !rules.contains(where: { $0.package == Self.packageName(name) }) {
            notes.append(Self.noRules(in: name, all))
        }
        if namespaces == nil, rules.isEmpty, !set.modules.isEmpty { notes.append(Self.noRules(set)) }
        findings = notes
        let packages = Set(rules.map(\.package)).sorted { $0.lexicographicallyPrecedes($1) }
        let excepting = packages.filter { package in
            program.rules.contains { $0.package == package && $0.name == "exception" && !$0.isFunction }
        }
        let rules = rules
        let paths = rules.map(\.path) + excepting.map { ($0 + ["exception"]).map(RegoValue.string) }
        reader = program.reader(of: paths)
        exceptions = Dictionary(
            uniqueKeysWithValues: excepting.enumerated().map { ($0.element, rules.count + $0.offset) })
    }

    /// Whether there is nothing to ask.
    package var isEmpty: Bool { rules.isEmpty }

    private static func packageName(_ text: String) -> [String] {
        let name = text.hasPrefix("data.") ? text.dropFirst(5) : text[...]
        return name.split(separator: ".").map(String.init)
    }

    private static func noRules(in name: String, _ all: [JudgingRule]) -> Finding {
        let names = Set(all.map { $0.package.joined(separator: ".") }).sorted()
        let near = nearestName(to: name, among: names).map { "did you mean \"\($0)\"?" }
        return Finding(
            .policyMissing, "no policy of package \"\(name)\" has a rule deny, violation or warn", at: .unknown,
            hint: near ?? (names.isEmpty ? nil : "there are such rules in \(names.joined(separator: ", "))"))
    }

    private static func noRules(_ set: PolicySet) -> Finding {
        Finding(
            .policyMissing, "no policy has a rule deny, violation or warn", severity: .warning,
            at: set.modules.first.map { $0.packagePosition.place(in: $0.file) } ?? .unknown,
            hint: "name the rules so, for example `deny contains msg if { … }`")
    }

    // MARK: - Judging

    /// What the policies say of each object.
    ///
    /// - Returns: findings in the order of the objects and of the rules.
    package func verdict(on objects: [KubeObject], _ surroundings: Surroundings) -> PolicyVerdict {
        guard let reader, !rules.isEmpty else { return PolicyVerdict() }
        let verdict = Policy.verdict(on: objects, surroundings) { object, context in
            self.verdict(on: JudgedInput(object), reader, context, surroundings.limits)
        }
        return PolicyVerdict(joining: [verdict])
    }

    /// What the policies say of all objects as one input, `[{"path": …, "contents": …}]`.
    package func combinedVerdict(on objects: [KubeObject], _ surroundings: Surroundings) -> PolicyVerdict {
        guard let reader, !rules.isEmpty else { return PolicyVerdict() }
        let verdict = onDeepStack {
            self.verdict(
                on: JudgedInput(combining: objects), reader, surroundings.context, surroundings.limits)
        }
        return PolicyVerdict(joining: [verdict])
    }

    private func verdict(
        on input: JudgedInput, _ reader: RuleReader, _ context: BuiltinContext, _ limits: Limits
    ) -> PolicyVerdict {
        var verdict = PolicyVerdict()
        do throws(RegoError) {
            let answers = try reader.answers(input: input.value, context: context, limits: limits)
            for (rule, answer) in zip(rules, answers) where answer != .undefined {
                let excepted = exceptions[rule.package].map { answers[$0].exceptedNames } ?? []
                if excepted.contains(rule.exceptionName) { continue }
                verdict.findings += rule.findings(answer, on: input)
            }
        } catch {
            verdict.failures.append(PolicyFailure(error: error, subject: input.subject))
        }
        verdict.printed = context.printed
        return verdict
    }
}

extension RuleReader.Answer {
    /// `exception[_][_]`: each element is a list of names of rules.
    fileprivate var exceptedNames: Set<String> {
        let lists: [RegoValue] =
            switch self {
            case .undefined: []
            case .value(let value): value.members
            case .elements(let elements): elements.map(\.value)
            }
        return Set(lists.flatMap(\.members).compactMap(\.text))
    }
}

extension RegoValue {
    fileprivate var members: [RegoValue] {
        switch self {
        case .array(let elements): elements
        case .set(let set): set.elements
        case .object(let object): object.values
        case .null, .bool, .number, .string: []
        }
    }
}
