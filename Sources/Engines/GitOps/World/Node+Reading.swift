internal import Tree

extension Node {
    /// The text at the end of `keys`; empty when there is none.
    func text(_ keys: String...) -> String { at(keys)?.string ?? "" }

    /// The items of the list at the end of `keys`, without those that are null.
    func items(_ keys: String...) -> [Node] { (at(keys)?.elements ?? []).filter { !$0.isNull } }

    /// The texts of the list at the end of `keys`, as nodes.
    func words(_ keys: String...) -> [Node] { (at(keys)?.elements ?? []).filter { $0.string != nil } }

    /// The whole number at the end of `keys`, which may be written as a text.
    func number(_ keys: String...) -> Int? { at(keys)?.wholeNumber }

    /// Whether something other than null stands at the end of `keys`.
    func has(_ keys: String...) -> Bool { at(keys).map { !$0.isNull } ?? false }

    /// Whether `true` stands at the end of `keys`.
    func isSet(_ keys: String...) -> Bool { at(keys)?.bool == true }

    /// A number without a fraction, or a text that is one.
    var wholeNumber: Int? {
        switch value {
        case .integer(let number): Int(number)
        case .float(let number): Int(exactly: number)
        case .string(let text): Int(text)
        default: nil
        }
    }

    /// A scalar as a template prints it; nil for null and for what is no scalar.
    var scalarText: String? {
        switch value {
        case .string(let text): text
        case .bool(let flag): "\(flag)"
        case .integer(let number): "\(number)"
        case .unsigned(let number): "\(number)"
        case .float(let number): "\(number)"
        default: nil
        }
    }

    /// All texts in it with their nodes, in the order of the file, no more than `limit`.
    func texts(limit: Int = 20_000) -> [Node] {
        var found: [Node] = []
        var waiting = [self]
        while let node = waiting.popLast(), found.count < limit {
            switch node.value {
            case .string: found.append(node)
            case .mapping(let mapping): waiting += mapping.entries.reversed().map(\.value)
            case .sequence(let elements): waiting += elements.reversed()
            default: break
            }
        }
        return found
    }
}

extension Node {
    /// How long it is on its line, where that is known.
    var shownLength: Int {
        guard case .string(let text) = value, style == .plain, text.utf8.count <= 120 else { return 0 }
        return text.unicodeScalars.count
    }
}
