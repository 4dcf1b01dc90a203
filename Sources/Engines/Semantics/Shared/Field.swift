internal import Diagnostics
internal import Tree

/// A value of an object, or its absence, as a rule reads it: without types in the way, and with the place that a person
/// would have to change. A null is an absent value.
struct Field {
    /// The key under which it stands; items of a list have the name of the list.
    let name: String
    let node: Node?
    /// Where the value stands; for an absent one, where its parent does.
    let place: Place

    /// - Parameter parent: The place to show when the value has none of its own.
    init(_ node: Node, name: String, within parent: Place = .unknown) {
        self.name = name
        // A null of the tree is a node too, so it must not be mistaken for one that is there.
        self.node = node.isNull ? Node?.none : node
        place = node.place.isKnown ? node.place : parent
    }

    private init(absent name: String, within parent: Place) {
        self.name = name
        node = Node?.none
        place = parent
    }

    subscript(_ key: String) -> Field {
        guard let member = node?[key] else { return Field(absent: key, within: place) }
        return Field(member, name: key, within: place)
    }

    var isPresent: Bool { node != nil }
    var isAbsent: Bool { node == nil }

    /// The text; empty when there is none.
    var text: String { node?.string ?? "" }
    var isFilled: Bool { !text.isEmpty }

    /// The whole number; 0 when there is none, which for Istio is the same.
    var number: Int { integer ?? 0 }
    var integer: Int? {
        switch node?.value {
        case .integer(let number): Int(number)
        case .float(let number): Int(exactly: number)
        case .string(let text): Int(text)
        default: nil
        }
    }

    /// The number, which may have a fraction.
    var amount: Double {
        switch node?.value {
        case .string(let text): Double(text) ?? 0
        case let value: value?.number ?? 0
        }
    }

    var isTrue: Bool { node?.bool == true }

    /// The items of a list; those that are null are absent.
    var items: [Field] {
        (node?.elements ?? []).map { Field($0, name: name, within: place) }
    }

    var texts: [String] { (node?.elements ?? []).map { $0.string ?? "" } }
    var count: Int { node?.sequence?.count ?? node?.mapping?.count ?? 0 }
    var isEmpty: Bool { count == 0 }

    /// The entries of a map, each with a field for its key.
    var entries: [(key: Field, value: Field)] {
        (node?.entries ?? []).map { entry in
            let key = Field(Node(.string(entry.key), at: entry.keyPlace), name: name, within: place)
            return (key, Field(entry.value, name: entry.key, within: key.place))
        }
    }

    /// Whether any of the fields is there.
    func hasAny(_ keys: String...) -> Bool { keys.contains { self[$0].isPresent } }

    /// How many letters a finding may underline.
    var length: Int {
        guard case .string(let text)? = node?.value, node?.style == .plain, text.utf8.count <= 120 else { return 0 }
        return text.unicodeScalars.count
    }
}
