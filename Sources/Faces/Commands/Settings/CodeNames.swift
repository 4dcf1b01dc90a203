internal import Diagnostics

/// Codes as people write them in options and settings: whole, or by their first letters.
enum CodeNames {
    /// - Throws: `CommandError` for one that fits no code.
    static func check(_ names: [String]) throws {
        let codes = FindingPages.all.flatMap { [$0.code] + $0.aliases }
        for name in names where !codes.contains(where: { $0.lowercased().hasPrefix(name.lowercased()) }) {
            let near = nearestName(to: name.uppercased(), among: codes).map { "; did you mean \"\($0)\"?" } ?? ""
            throw CommandError("there is no code \"\(name)\"\(near)")
        }
    }
}
