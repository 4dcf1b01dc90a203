internal import Rego

/// Which lines of policies were reached, as `opa test --coverage` counts them: the first lines of rules that held and of
/// expressions that were looked at.
package struct PolicyCoverage: Sendable, Hashable {
    package struct File: Sendable, Hashable {
        package var name: String
        /// From one line to another, both included.
        package var covered: [ClosedRange<Int>]
        package var notCovered: [ClosedRange<Int>]

        package var coveredLines: Int { covered.map(\.count).reduce(0, +) }
        package var notCoveredLines: Int { notCovered.map(\.count).reduce(0, +) }
        package var percent: Double { share(coveredLines, notCoveredLines) }
    }

    /// In the order of names.
    package var files: [File]

    package var coveredLines: Int { files.map(\.coveredLines).reduce(0, +) }
    package var notCoveredLines: Int { files.map(\.notCoveredLines).reduce(0, +) }
    package var percent: Double { share(coveredLines, notCoveredLines) }

    init(of modules: [Module], reached: [ReachedPlace]) {
        let lines = Dictionary(grouping: reached, by: \.file).mapValues { Set($0.map(\.position.line)) }
        files = modules.sorted { $0.file < $1.file }.map { module in
            let covered = lines[module.file] ?? []
            return File(
                name: module.file, covered: ranges(covered), notCovered: ranges(module.codeLines.subtracting(covered)))
        }
    }
}

/// In percent; nothing of nothing is 0.
private func share(_ part: Int, _ rest: Int) -> Double {
    part + rest == 0 ? 0 : 100 * Double(part) / Double(part + rest)
}

private func ranges(_ lines: Set<Int>) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for line in lines.sorted() {
        if let last = ranges.last, last.upperBound + 1 == line {
            ranges[ranges.count - 1] = last.lowerBound...line
        } else {
            ranges.append(line...line)
        }
    }
    return ranges
}
