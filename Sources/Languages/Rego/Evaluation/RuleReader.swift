/// Some rules of a program, asked together for one input after the other: they share what they find out on the way.
package struct RuleReader: Sendable {
    private let plan: Plan
    private let groups: [Int]

    init(plan: Plan, groups: [Int]) {
        self.plan = plan
        self.groups = groups
    }

    /// What rules of one name say.
    package enum Answer: Sendable, Hashable {
        case undefined
        /// Of a complete rule or of one with computed names.
        case value(RegoValue)
        /// The elements of a set in order, each with the clause that gave it first.
        case elements([Element])
    }

    package struct Element: Sendable, Hashable {
        package var value: RegoValue
        /// Among the rules of the name, without a default.
        package var clause: Int
    }

    /// The answers in the order of the rules.
    ///
    /// - Parameter input: nil: `input` is undefined.
    package func answers(
        input: RegoValue?, context: BuiltinContext, limits: Limits = .standard
    ) throws(RegoError) -> [Answer] {
        let machine = Machine(plan, input: input, builtins: context, limits: limits, isStrict: false)
        var answers: [Answer] = []
        for number in groups { answers.append(try machine.answer(number)) }
        return answers
    }
}

extension Machine {
    fileprivate func answer(_ number: Int) throws(RegoError) -> RuleReader.Answer {
        guard plan.groups[number].kind == .set else {
            return try document(number).map(RuleReader.Answer.value) ?? .undefined
        }
        var elements: [RuleReader.Element] = []
        for (clause, values) in try elementsByClause(number) {
            elements += values.map { RuleReader.Element(value: $0, clause: clause) }
        }
        elements.sort { left, right in
            let order = left.value.compare(right.value)
            return order != 0 ? order < 0 : left.clause < right.clause
        }
        var different: [RuleReader.Element] = []
        for element in elements where different.last?.value != element.value { different.append(element) }
        return .elements(different)
    }
}

extension Program {
    /// A reader for rules of these paths; what is no rule, or a function, is left out.
    package func reader(of paths: [[RegoValue]]) -> RuleReader {
        let plan = policy.plan
        let numbers = paths.compactMap { path in
            plan.groups.firstIndex { group in
                if case .function = group.kind { return false }
                return group.path == path
            }
        }
        return RuleReader(plan: plan, groups: numbers)
    }
}
