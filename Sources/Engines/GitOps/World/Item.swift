internal import Diagnostics
internal import KubeTypes
internal import Tree

/// An object of the repository.
struct Item: Sendable {
    let object: KubeObject
    /// Which unit it belongs to: objects of one unit are in one cluster together.
    let unit: Int

    /// Tells items apart: two units may have an object in common, and one unit two of a name.
    struct Identity: Hashable, Sendable {
        var unit: Int
        var key: ObjectKey
        var place: Place
    }

    var identity: Identity { Identity(unit: unit, key: object.key, place: object.place) }
    var root: Node { object.root }
    var spec: Node { object.spec }
    var kind: String { object.kind }
    var name: String { object.name }
    /// Empty when a deployment chooses it.
    var namespace: String { object.namespace }

    /// A finding about this object, at a value of it, or at its name.
    ///
    /// - Parameter meant: What the value should most likely be; it goes before the hint.
    func finding(
        _ code: Code, _ severity: Severity, _ message: String, at node: Node? = nil,
        related: [RelatedPlace] = [], effect: String? = nil, meant: String? = nil, hint: String? = nil
    ) -> Finding {
        let value = node.flatMap { $0.place.isKnown ? $0 : nil }
        var finding = Finding(
            code, message, severity: severity, at: value?.place ?? object.place, length: value?.shownLength ?? 0,
            related: related, effect: effect, hint: meant.map { "did you mean \"\($0)\"?" } ?? hint)
        // A name that is near may still be another's, so a person looks at it.
        if let meant, let value, value.string != nil {
            finding.fixes = [Fix("write \"\(meant)\"", at: value.place, replacement: meant, isSafe: false)]
        }
        finding.subject = object.subject
        return finding
    }

    /// A finding that is an error.
    func finding(
        _ code: Code, _ message: String, at node: Node? = nil, related: [RelatedPlace] = [], effect: String? = nil,
        meant: String? = nil, hint: String? = nil
    ) -> Finding {
        finding(code, .error, message, at: node, related: related, effect: effect, meant: meant, hint: hint)
    }

    /// This object as the other side of a finding.
    func related(_ message: String, at node: Node? = nil) -> RelatedPlace {
        let place = node.flatMap { $0.place.isKnown ? $0.place : nil }
        return RelatedPlace(message, at: place ?? object.place)
    }
}
