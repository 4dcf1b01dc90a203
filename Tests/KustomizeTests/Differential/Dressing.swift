/// Changes how a draft is written, and never what it means: comments, brackets, quotes, anchors.
struct Dressing {
    /// How many of a hundred places are changed.
    var rate: Int

    func dressed(_ draft: Draft, _ random: inout SeededRandom) -> Draft {
        guard rate > 0 else { return draft }
        var dressed = dressed(draft, &random, depth: 0)
        if random.chance(rate) { dressed = anchored(dressed, &random) }
        return dressed
    }

    private func dressed(_ draft: Draft, _ random: inout SeededRandom, depth: Int) -> Draft {
        switch draft {
        case .map(let entries, _), .list(let entries, _):
            var result = entries.map { entry in
                var entry = entry
                entry.value = dressed(entry.value, &random, depth: depth + 1)
                if random.chance(rate) { entry.above = comments(&random) }
                if random.chance(rate) { entry.behind = random.word(" note", "", " a: b", "- x", " \u{e9}") }
                if let key = entry.key, random.chance(rate / 2), !key.hasPrefix("'"), !key.hasPrefix("\"") {
                    entry.key = random.chance(50) ? "'\(key)'" : "\"\(key)\""
                }
                return entry
            }
            if depth > 0, random.chance(rate / 4) { result.shuffle(using: &random, unlessList: draft.isList) }
            let isFlow = depth > 1 && random.chance(rate) && result.allSatisfy { $0.above.isEmpty }
            return draft.isMap ? .map(result, isFlow: isFlow) : .list(result, isFlow: isFlow)
        case .text(let text, .plain) where random.chance(rate):
            return .text(text, random.pick(Draft.Style.allCases, or: .plain))
        default: return draft
        }
    }

    private func comments(_ random: inout SeededRandom) -> [String] {
        (0..<random.number(in: 1..<3)).map { _ in random.word(" head", "", " key: value", "- item", " \u{1F600}", "#") }
    }

    /// Gives one value a name, and uses it once more in a later place of the same sort.
    private func anchored(_ draft: Draft, _ random: inout SeededRandom) -> Draft {
        guard case .map(var entries, let isFlow) = draft,
            let index = entries.firstIndex(where: { $0.key == "spec" || $0.key == "data" }),
            case .map(var members, let isInnerFlow) = entries[index].value,
            let first = members.indices.first(where: { members[$0].value.isScalar || members[$0].value.isMap })
        else { return draft }
        members[first].properties = "&x1"
        let isMap = members[first].value.isMap
        if isMap, random.chance(50) {
            members.append(.init("merged", .map([.init("<<", .raw("*x1")), .init("more", "x")])))
        } else {
            members.append(.init("again", .raw("*x1")))
        }
        entries[index].value = .map(members, isFlow: isInnerFlow)
        return .map(entries, isFlow: isFlow)
    }
}

extension [Draft.Entry] {
    fileprivate mutating func shuffle(using random: inout SeededRandom, unlessList isList: Bool) {
        if !isList { shuffle(using: &random) }
    }
}
