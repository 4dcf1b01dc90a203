import Diagnostics
import FileTree
import KubeTypes
import Tree

/// What a person most likely meant by a path that leads nowhere: where it stops, and what stands there instead.
func hint(forMissing path: DottedPath, in root: Node) -> String? {
    var node = root
    for step in path.steps {
        let next: Node?
        switch step {
        case .key(let key): next = node[key]
        case .index(let index): next = node[index] ?? node[String(index)]
        case .match(let key, let value): next = node.elements.first { $0[key]?.scalarText == value }
        case .every, .append: return nil
        }
        guard let next else { return whatStands(in: node, insteadOf: step) }
        node = next
    }
    return nil
}

/// The same for a JSON pointer.
func hint(forMissing pointer: JSONPointer, in root: Node) -> String? {
    var node = root
    for token in pointer.tokens {
        guard let next = node[token] ?? Int(token).flatMap({ node[$0] }) else {
            return whatStands(in: node, insteadOf: Int(token).map { .index($0) } ?? .key(token))
        }
        node = next
    }
    return nil
}

private func whatStands(in node: Node, insteadOf step: DottedPath.Step) -> String? {
    switch (node.value, step) {
    case (.mapping(let mapping), .key(let key)):
        if let near = nearestName(to: key, among: mapping.keys) { return "did you mean \"\(near)\"?" }
        return "instead of \"\(key)\" there is \(listed(mapping.keys))"
    case (.sequence(let elements), .match(let key, let value)):
        let names = elements.compactMap { $0[key]?.scalarText }
        if let near = nearestName(to: value, among: names) { return "did you mean \"[\(key)=\(near)]\"?" }
        return names.isEmpty ? nil : "the list has \(key) \(listed(names))"
    case (.sequence(let elements), _):
        return elements.isEmpty ? "the list is empty" : "the last element of the list is \(elements.count - 1)"
    default: return nil
    }
}

/// The object that a selector most likely meant: one of the kind with a like name, or of a like kind.
func hint(forUnmatched selector: Node?, among resources: [Resource]) -> String? {
    guard let kind = selector?["kind"]?.scalarText, !kind.isEmpty else { return nil }
    let sameKind = resources.filter { $0.kind == kind }
    guard !sameKind.isEmpty else {
        return nearestName(to: kind, among: Set(resources.map(\.kind)).sorted()).map { "did you mean kind \"\($0)\"?" }
    }
    let names = sameKind.flatMap { [$0.name, $0.originalID.name] }
    if let name = selector?["name"]?.scalarText, !name.isEmpty, !names.contains(name) {
        return nearestName(to: name, among: names).map { "did you mean \"\($0)\"?" }
            ?? "there is \(kind) \(listed(sameKind.map(\.name)))"
    }
    return "there is \(listed(sameKind.map(\.id.description), quoted: false))"
}

/// A few names for a sentence.
func listed(_ names: [String], quoted: Bool = true) -> String {
    guard !names.isEmpty else { return "nothing" }
    let shown = names.prefix(5).map { quoted ? "\"\($0)\"" : $0 }.joined(separator: ", ")
    return names.count > 5 ? "\(shown) and \(names.count - 5) more" : shown
}
