package import Diagnostics
package import Tree

/// A value of an object, or its absence, as a rule reads it: without types in the way, and with the place that a person
/// would have to change. A null is an absent value.
package struct Field {
    /// The key under which it stands; items of a list have the name of the list.
    let name: String
    let node: Node?
    /// Where the value stands; for an absent one, where its parent does.
    let place: Place

    package init(_ node: Node, name: String) {
        self.name = name
        self.node = node.isNull ? nil : node
        place = node.place
    }

    init(_ name: String, node: Node?, place: Place) {
        self.name = name
        self.node = node
        self.place = place
    }

    subscript(_ key: String) -> Field {
        guard let member = node?[key] else { return Field(key, node: nil, place: place) }
        let isPlaced = member.place.isKnown
        return Field(key, node: member.isNull ? nil : member, place: isPlaced ? member.place : place)
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
        case .integer(let number): Double(number)
        case .float(let number): number
        case .string(let text): Double(text) ?? 0
        default: 0
        }
    }

    var isTrue: Bool { node?.bool == true }

    /// The items of a list; those that are null are absent.
    var items: [Field] {
        (node?.elements ?? []).map { item in
            Field(name, node: item.isNull ? nil : item, place: item.place.isKnown ? item.place : place)
        }
    }

    var texts: [String] { (node?.elements ?? []).map { $0.string ?? "" } }
    var count: Int { node?.sequence?.count ?? node?.mapping?.count ?? 0 }
    var isEmpty: Bool { count == 0 }

    /// The entries of a map, each with a field for its key.
    var entries: [(key: Field, value: Field)] {
        (node?.entries ?? []).map { entry in
            let place = entry.keyPlace.isKnown ? entry.keyPlace : self.place
            let value = entry.value
            return (
                Field(name, node: Node(.string(entry.key), at: place), place: place),
                Field(entry.key, node: value.isNull ? nil : value, place: value.place.isKnown ? value.place : place)
            )
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
