internal import Tree

extension Node {
    /// The text at the end of `keys`; empty when there is none.
    func text(_ keys: String...) -> String { at(keys)?.string ?? "" }

    /// The items of the list at the end of `keys`, without those that are null.
    func items(_ keys: String...) -> [Node] { (at(keys)?.elements ?? []).filter { !$0.isNull } }

    /// The texts of the list at the end of `keys`.
    func texts(_ keys: String...) -> [String] { (at(keys)?.elements ?? []).compactMap(\.string) }

    /// The whole number at the end of `keys`, which may be written as a text.
    func number(_ keys: String...) -> Int? { at(keys)?.wholeNumber }

    /// The texts of the map at the end of `keys`.
    func pairs(_ keys: String...) -> [String: String] {
        let entries = at(keys)?.entries ?? []
        return Dictionary(entries.compactMap { entry in entry.value.string.map { (entry.key, $0) } }) { $1 }
    }

    /// Whether something other than null stands at the end of `keys`.
    func has(_ keys: String...) -> Bool { at(keys).map { !$0.isNull } ?? false }

    var wholeNumber: Int? {
        switch value {
        case .integer(let number): Int(number)
        case .float(let number): Int(exactly: number)
        case .string(let text): Int(text)
        default: nil
        }
    }

    /// A scalar as a person reads it.
    var scalarText: String {
        switch value {
        case .string(let text): text
        case .integer(let number): String(number)
        case .bool(let flag): String(flag)
        default: ""
        }
    }

    /// How many letters a finding may underline.
    var shownLength: Int {
        guard case .string(let text) = value, style == .plain, text.utf8.count <= 120 else { return 0 }
        return text.unicodeScalars.count
    }
}

/// `a=b,c=d`, in the order of the keys.
func described(_ labels: [String: String]) -> String {
    labels.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
}

/// `"a", "b" and 3 more`.
func listed(_ names: [String], atMost limit: Int = 5) -> String {
    let shown = names.prefix(limit).map { "\"\($0)\"" }.joined(separator: ", ")
    return names.count > limit ? "\(shown) and \(names.count - limit) more" : shown
}

extension Sequence where Element: Hashable {
    /// Each element once, in the order of its first sight.
    var distinct: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
