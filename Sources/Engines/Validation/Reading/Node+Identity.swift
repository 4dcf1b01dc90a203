internal import Diagnostics
internal import Tree

extension Node {
    /// Whether both hold the same, in the same order, from the same places: then there is the same to say of them.
    func isIdentical(to other: Node) -> Bool {
        guard place == other.place, style == other.style else { return false }
        switch (value, other.value) {
        case (.mapping(let a), .mapping(let b)):
            return a.entries.count == b.entries.count
                && zip(a.entries, b.entries).allSatisfy {
                    $0.keyPlace == $1.keyPlace && $0.key == $1.key && $0.value.isIdentical(to: $1.value)
                }
        case (.sequence(let a), .sequence(let b)):
            return a.count == b.count && zip(a, b).allSatisfy { $0.isIdentical(to: $1) }
        case (.mapping, _), (.sequence, _), (_, .mapping), (_, .sequence): return false
        default: return value == other.value
        }
    }
}
