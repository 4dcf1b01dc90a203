/// The candidate that a person most likely meant by `name`, or nil when none is near.
///
/// Near: at most a third of the letters differ, and never more than four (Damerau-Levenshtein), ignoring case.
package func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = letters(of: name)
    var measure = EditDistance()
    var best: (name: String, distance: Int)?
    for candidate in candidates where candidate != name {
        let count = candidate.utf8.count
        var limit = min(4, max(1, max(wanted.count, min(count, maximum)) / 3))
        if let best { limit = min(limit, best.distance - 1) }
        // Most names are told apart by their length, and none is nearer than the nearest.
        guard limit >= 0, abs(min(count, maximum) - wanted.count) <= limit else { continue }
        guard let distance = measure.distance(wanted, letters(of: candidate), limit: limit) else { continue }
        best = (candidate, distance)
        if distance == 0 { break }
    }
    return best?.name
}

/// Whether `name` can mean nothing else among the candidates: no other is near.
package func isOnlyNear(_ candidate: String, to name: String, among candidates: some Sequence<String>) -> Bool {
    nearestName(to: name, among: candidates.lazy.filter { $0 != candidate }) == nil
}

/// Letters beyond these do not count.
private let maximum = 64

private func letters(of name: String) -> [UInt8] {
    name.utf8.prefix(maximum).map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }
}

/// Counts edits within a band around the diagonal; the rows are kept from one measuring to the next.
private struct EditDistance {
    private var rows = [[Int]](repeating: Array(repeating: 0, count: maximum + 1), count: 3)

    /// Nil when it is more than `limit`.
    mutating func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int? {
        let far = limit + 1
        for j in 0...b.count { rows[1][j] = j <= limit ? j : far }
        for i in 0..<a.count {
            let start = max(0, i - limit)
            let end = min(b.count, i + limit + 1)
            rows[2][start] = start == 0 ? i + 1 : far
            var least = rows[2][start]
            for j in start..<end {
                var cost = rows[1][j] + (a[i] == b[j] ? 0 : 1)
                // Outside of the band the row above holds nothing.
                if j < min(b.count, i + limit) { cost = min(cost, rows[1][j + 1] + 1) }
                cost = min(cost, rows[2][j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, rows[0][j - 1] + 1) }
                rows[2][j + 1] = min(cost, far)
                least = min(least, cost)
            }
            guard least <= limit else { return nil }
            rows.swapAt(0, 1)
            rows.swapAt(1, 2)
        }
        let distance = rows[1][b.count]
        return distance <= limit ? distance : nil
    }
}
