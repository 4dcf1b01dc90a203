/// A list of localities `region/zone/subzone`, of which a later one must not lie in an earlier one.
package enum Locality {
    /// What keeps each locality from standing in its list; only those that have a problem.
    package static func problems(_ localities: [String]) -> [(index: Int, message: String)] {
        var taken = Area()
        var problems: [(Int, String)] = []
        for (index, locality) in localities.enumerated() {
            if let problem = formProblem(locality) {
                problems.append((index, problem))
            } else if !taken.add(locality.split(separator: "/", maxSplits: 2)[...]) {
                problems.append((index, "it overlaps one that stands before it"))
            }
        }
        return problems
    }

    private static func formProblem(_ locality: String) -> String? {
        let stars = locality.filter { $0 == "*" }.count
        if stars > 1 || stars == 1 && !locality.hasSuffix("*") {
            return "\"*\" may stand only once and only at the end"
        }
        let parts = locality.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        return parts.contains("") ? "its region, zone or subzone is empty" : nil
    }

    /// What is covered already: all of it, or some areas within.
    private struct Area {
        var isWhole = false
        var parts: [Substring: Area] = [:]

        /// False when it is covered already, or when it covers an earlier one. A `*` stands for the others only, so it
        /// may follow those.
        mutating func add(_ path: ArraySlice<Substring>) -> Bool {
            if isWhole { return false }
            guard let first = path.first, first != "*" else {
                isWhole = true
                return !path.isEmpty || parts.isEmpty
            }
            return parts[first, default: Area()].add(path.dropFirst())
        }
    }
}
