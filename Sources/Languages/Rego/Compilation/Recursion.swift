/// Which rules need which others, and whether one needs itself.
struct Recursion {
    private let needs: [[Int]]
    private let groups: [SourceGroup]
    private(set) var errors: [RegoError] = []
    private var states: [State]
    private var way: [Int] = []
    /// Numbers of groups, each after those that it needs.
    private(set) var order: [Int] = []

    private enum State { case new, open, done }

    init(_ groups: [SourceGroup], needs: [Set<Int>]) {
        self.groups = groups
        self.needs = needs.map { $0.sorted() }
        states = Array(repeating: .new, count: groups.count)
        for number in groups.indices where states[number] == .new { visit(number) }
    }

    private mutating func visit(_ number: Int) {
        states[number] = .open
        way.append(number)
        for need in needs[number] {
            switch states[need] {
            case .new: visit(need)
            case .open: report(need)
            case .done: break
            }
        }
        way.removeLast()
        states[number] = .done
        order.append(number)
    }

    private mutating func report(_ number: Int) {
        guard let start = way.firstIndex(of: number) else { return }
        let names = (way[start...] + [number]).map { referenceText(groups[$0].path) }
        errors.append(
            groups[number].rules[0].error(
                .recursion, "rule \(names[0]) is recursive: \(names.joined(separator: " -> "))",
                hint: "a rule cannot need itself; use a built-in such as `walk` or `graph.reachable` for what is nested"
            ))
    }
}

extension [Unit] {
    /// Calls `visit` with each path into `data` and each function that is used.
    func forEachNeed(_ visit: ([RegoValue?]) -> Void) {
        for goal in joinedGoals { goal.forEachNeed(visit) }
    }

    private var joinedGoals: [Goal] { flatMap(\.goals) }
}

extension Goal {
    fileprivate func forEachNeed(_ visit: ([RegoValue?]) -> Void) {
        switch kind {
        case .lookup(.data, let path, _): visit(path.map(\.constant))
        case .call(.function(let path), _, _): visit(path)
        case .comprehension(let comprehension, _): comprehension.region.units.forEachNeed(visit)
        case .not(let region), .every(_, _, _, let region): region.units.forEachNeed(visit)
        case .with(let replacements, let units):
            for case .function(.function(let path)) in replacements.map(\.value) { visit(path) }
            units.forEachNeed(visit)
        case .print(let values): for comprehension in values { comprehension.region.units.forEachNeed(visit) }
        case .template(let segments, _):
            for case .values(let comprehension) in segments { comprehension.region.units.forEachNeed(visit) }
        case .known(let goals, _): for goal in goals { goal.forEachNeed(visit) }
        case .unify, .test, .lookup, .call: break
        }
    }
}
