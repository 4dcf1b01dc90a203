/// What an evaluation came by, where the program is compiled for it.
struct Trace {
    /// The rule that the query names: its frame lies on the query's own.
    static let depth = 2

    /// Which places of the plan were reached.
    var marks: [Bool]
    /// How far the named rule came, for each case of a test: the first is the time before any.
    private(set) var furthest: [Int: Furthest] = [:]

    init(marks: Int) { self.marks = Array(repeating: false, count: marks) }

    struct Furthest {
        var mark: Int
        var number: Int
        var variables: [(String, RegoValue)]
        var attempts: Int
    }

    mutating func attempt(_ mark: Int, _ number: Int, _ testCase: Int, _ variables: () -> [(String, RegoValue)]) {
        guard let before = furthest[testCase], before.number >= number else {
            furthest[testCase] = Furthest(mark: mark, number: number, variables: variables(), attempts: 1)
            return
        }
        if before.mark == mark { furthest[testCase]?.attempts += 1 }
    }
}

/// What an evaluation found and how it came there.
package struct TracedAnswers: Sendable {
    package var answers: [Answer]
    /// Expressions that were looked at and rules that held, in the order of the text.
    package var reached: [ReachedPlace]
    /// Where the named rule stopped: by the number of its test case, counted from one; 0 is before the first.
    package var stops: [Int: Stop]
    /// The cases of a test that were begun, in order: the keys of each.
    package var testCases: [[RegoValue]]
}

/// An expression, or the head of a rule.
package struct ReachedPlace: Sendable, Hashable {
    package var file: String
    package var position: Position

    package init(file: String, position: Position) {
        self.file = file
        self.position = position
    }
}

/// The last expression of a body that was looked at.
package struct Stop: Sendable {
    package var place: ReachedPlace
    /// The first values with which it was tried.
    package var variables: [(name: String, value: RegoValue)]
    /// With how many values it was tried.
    package var attempts: Int
}

extension Query {
    /// As `results`, and what was seen on the way; the program has to be compiled for it (`CompileOptions.isCovered`).
    package func traced(
        input: RegoValue?, context: BuiltinContext, limits: Limits = .standard, isStrict: Bool = false
    ) throws(RegoError) -> TracedAnswers {
        let machine = try evaluate(input: input, context: context, limits: limits, isStrict: isStrict)
        return TracedAnswers(
            answers: machine.answers, reached: reached(machine.trace), stops: machine.trace.furthest.mapValues(stop),
            testCases: context.testCases)
    }

    private func reached(_ trace: Trace) -> [ReachedPlace] {
        let places = trace.marks.indices.filter { trace.marks[$0] }.map(place)
        return Set(places).sorted { ($0.file, $0.position.offset) < ($1.file, $1.position.offset) }
    }

    private func stop(_ furthest: Trace.Furthest) -> Stop {
        Stop(
            place: place(furthest.mark), variables: furthest.variables.map { (name: $0.0, value: $0.1) },
            attempts: furthest.attempts)
    }

    private func place(_ mark: Int) -> ReachedPlace {
        ReachedPlace(file: plan.marks[mark].file, position: plan.marks[mark].position)
    }
}
