import Foundation

/// Smaller variants of a scenario, the boldest first.
extension Scenario {
    var smaller: [Scenario] {
        var variants: [Scenario] = []
        for index in files.indices {
            guard case .documents(let documents) = files[index].content else { continue }
            func replace(_ documents: [Draft]) {
                var variant = self
                variant.files[index].content = .documents(documents)
                variants.append(variant)
            }
            if documents.count > 1 {
                for removed in documents.indices {
                    var rest = documents
                    rest.remove(at: removed)
                    replace(rest)
                }
            }
            for (at, document) in documents.enumerated() {
                for smaller in document.smaller {
                    var rest = documents
                    rest[at] = smaller
                    replace(rest)
                }
            }
            if files[index].hasByteOrderMark || files[index].ending == .windows || files[index].separator != "---\n" {
                var variant = self
                variant.files[index].hasByteOrderMark = false
                variant.files[index].ending = .unix
                variant.files[index].separator = "---\n"
                variants.append(variant)
            }
        }
        return variants
    }

    /// The scenario without files that nothing names any more.
    var swept: Scenario {
        var swept = self
        let text = description
        swept.files.removeAll { file in
            let name = file.path.split(separator: "/").last.map(String.init) ?? ""
            let directory = file.path.split(separator: "/").dropLast().last.map(String.init) ?? ""
            if name.lowercased().hasPrefix("kustomization") {
                return directory != root && !text.contains("../" + directory)
            }
            return text.components(separatedBy: name).count <= 2
        }
        return swept
    }

    /// A small variant that still `fails`: large cuts are tried before small ones.
    func shrunk(limit: Int, while fails: (Scenario) -> Bool) -> Scenario {
        var best = swept
        if !fails(best) { best = self }
        var tries = 0
        var hasChanged = true
        while hasChanged, tries < limit {
            hasChanged = false
            var largest = Int.max
            while tries < limit, let (size, variants) = best.cuts(below: largest) {
                for variant in variants where tries < limit {
                    tries += 1
                    guard fails(variant) else { continue }
                    best = variant
                    hasChanged = true
                    break
                }
                largest = size
            }
        }
        let swept = best.swept
        return fails(swept) ? swept : best
    }

    /// The variants with the largest cut below a size, and that size: equal cuts come together, a few at a time.
    private func cuts(below limit: Int) -> (Int, [Scenario])? {
        let whole = weight
        let cuts = smaller.map { (size: max(1, whole - $0.weight), scenario: $0) }.filter { $0.size < limit }
        guard let largest = cuts.map(\.size).max() else { return nil }
        let least = largest - largest / 4
        return (least, cuts.filter { $0.size >= least }.sorted { $0.size > $1.size }.map(\.scenario))
    }

    private var weight: Int { files.reduce(0) { $0 + $1.bytes.count } }
}

extension Draft {
    /// Without these an object is another case.
    private static let kept: Set<String> = [
        "apiVersion", "kind", "metadata", "name", "op", "path", "source", "targets", "select", "items",
    ]

    /// Entries left out, then entries made smaller, then plainer writing.
    var smaller: [Draft] {
        switch self {
        case .map(let entries, let isFlow), .list(let entries, let isFlow):
            var variants: [Draft] = []
            if entries.count > 3, !entries.contains(where: { Self.kept.contains($0.key ?? "") }) {
                variants += [
                    with(Array(entries.prefix(entries.count / 2))), with(Array(entries.suffix(entries.count / 2))),
                ]
            }
            for index in entries.indices where !Self.kept.contains(entries[index].key ?? "") {
                var rest = entries
                rest.remove(at: index)
                variants.append(with(rest))
            }
            for index in entries.indices {
                func replace(_ change: (inout Entry) -> Void) {
                    var changed = entries
                    change(&changed[index])
                    variants.append(with(changed))
                }
                let isKept = Self.kept.contains(entries[index].key ?? "") && entries[index].value.isScalar
                for value in isKept ? [] : entries[index].value.smaller { replace { $0.value = value } }
                if !entries[index].above.isEmpty || entries[index].behind != nil || !entries[index].properties.isEmpty {
                    replace { ($0.above, $0.behind, $0.properties) = ([], nil, "") }
                }
            }
            if isFlow { variants.append(isMap ? .map(entries) : .list(entries)) }
            return variants
        case .text(let text, let style):
            guard text.count > 1 else { return [] }
            let half = text.count / 2
            var variants: [Draft] = [
                .text(String(text.prefix(half)), style), .text(String(text.dropFirst(half)), style),
            ]
            if text.count > 12 { variants.insert(.text("x", .plain), at: 0) }
            return variants
        case .embedded(let documents):
            var variants: [Draft] = []
            for (index, document) in documents.enumerated() {
                for smaller in document.smaller {
                    var rest = documents
                    rest[index] = smaller
                    variants.append(.embedded(rest))
                }
                if documents.count > 1 {
                    var rest = documents
                    rest.remove(at: index)
                    variants.append(.embedded(rest))
                }
            }
            return variants
        case .raw: return []
        }
    }
}
