internal import ArgumentParser

/// What a shell offers where a code is expected.
enum CodeCompletion {
    /// One code.
    static let one = CompletionKind.custom { _, _, prefix in codes(startingWith: prefix) }

    /// Codes with commas between them: the last one is completed.
    static let list = CompletionKind.custom { _, _, prefix in
        let start = prefix.lastIndex(of: ",").map { prefix.index(after: $0) } ?? prefix.startIndex
        return codes(startingWith: String(prefix[start...])).map { prefix[..<start] + $0 }
    }

    /// Ours, and those of other tools once their first letter is there.
    static func codes(startingWith prefix: String) -> [String] {
        let prefix = prefix.lowercased()
        let own = FindingPages.all.map(\.code)
        let others = prefix.isEmpty ? [] : Set(FindingPages.all.flatMap(\.aliases)).sorted()
        return (own + others).filter { $0.lowercased().hasPrefix(prefix) }
    }
}
