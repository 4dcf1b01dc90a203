import Diagnostics
import KubeTypes
import Tree

/// Fields that a transformer changes: a path in the objects of some types. Lists on the way are walked whole.
struct FieldSpec: Hashable {
    var selector = TypeSelector()
    var path: String
    var create = false
    private(set) var steps: [Step]

    struct Step: Hashable {
        var key: String
        /// Written `key[]`: the field must be a list, so it is never made.
        var isList: Bool
    }

    init(_ path: String, group: String = "", version: String = "", kind: String = "", create: Bool = false) {
        selector = TypeSelector(group: group, version: version, kind: kind)
        self.path = path
        self.create = create
        steps = FieldSpec.steps(of: path)
    }

    init(_ node: Node) {
        self.init(
            node["path"]?.scalarText ?? "", group: node["group"]?.scalarText ?? "",
            version: node["version"]?.scalarText ?? "", kind: node["kind"]?.scalarText ?? "",
            create: node["create"]?.bool ?? false)
    }

    /// Slashes part the steps; `\/` is a slash within a key.
    private static func steps(of path: String) -> [Step] {
        var keys: [String] = []
        for part in path.split(separator: "/", omittingEmptySubsequences: false) {
            if let last = keys.last, last.hasSuffix("\\") {
                keys[keys.count - 1] = last.dropLast() + "/" + part
            } else {
                keys.append(String(part))
            }
        }
        return keys.filter { !$0.isEmpty }.map { key in
            key.hasSuffix("[]") ? Step(key: String(key.dropLast(2)), isList: true) : Step(key: key, isList: false)
        }
    }

    /// Whether the field exists at least once.
    func exists(in root: Node) -> Bool { Self.exists(steps[...], in: root) }

    private static func exists(_ steps: ArraySlice<Step>, in node: Node) -> Bool {
        guard let step = steps.first else { return true }
        switch node.value {
        case .mapping(let mapping):
            return mapping[step.key].map { exists(steps.dropFirst(), in: $0) } ?? false
        case .sequence(let elements): return elements.contains { exists(steps, in: $0) }
        default: return false
        }
    }
}

/// What `FieldSpec.visit` makes where a field is missing.
enum NewField { case scalar, mapping, nothing }

extension FieldSpec {
    /// Calls `change` with every node at the path, if the object is of the type.
    func visit(
        _ resource: Resource, making new: NewField, _ change: (inout Node) throws(Refused) -> Void
    ) throws(Refused) {
        guard selector.selects(resource.type) else { return }
        try visitAnyType(resource, making: new, change)
    }

    /// The same whatever the type of the object.
    func visitAnyType(
        _ resource: Resource, making new: NewField, _ change: (inout Node) throws(Refused) -> Void
    ) throws(Refused) {
        try visit(&resource.root, steps[...], making: create ? new : .nothing, change)
    }

    private func visit(
        _ node: inout Node, _ steps: ArraySlice<Step>, making new: NewField,
        _ change: (inout Node) throws(Refused) -> Void
    ) throws(Refused) {
        guard let step = steps.first else { return try change(&node) }
        let place = node.place
        switch node.value {
        case .sequence:
            _ = try node.updateSequence { (elements: inout [Node]) throws(Refused) in
                for index in elements.indices {
                    try visit(&elements[index], steps, making: new, change)
                }
            }
        case .mapping:
            _ = try node.updateMapping { (mapping: inout Mapping) throws(Refused) in
                try visit(member: step, of: &mapping, at: place, steps.dropFirst(), making: new, change)
            }
        case .null where new == .nothing: return
        default:
            throw refusal(
                .transformerFieldInvalid,
                "path \"\(path)\" leads through \(node.typeName), expected an object or a list", at: place,
                hint: "check the field \"\(step.key)\" of the object")
        }
    }

    private func visit(
        member step: Step, of mapping: inout Mapping, at place: Place, _ rest: ArraySlice<Step>, making new: NewField,
        _ change: (inout Node) throws(Refused) -> Void
    ) throws(Refused) {
        if !mapping.contains(step.key) {
            guard new != .nothing, !step.isList else { return }
            let made: Node =
                rest.isEmpty && new == .scalar ? Node(.null, at: place) : Node(.mapping(Mapping()), at: place)
            mapping[step.key] = made
        }
        _ = try mapping.update(step.key) { (member: inout Node) throws(Refused) in
            if member.isNull {
                if step.isList {
                    member.value = .sequence([])
                    return
                }
                if rest.isEmpty {
                    if new == .mapping { member.value = .mapping(Mapping()) }
                } else if new != .nothing {
                    member.value = .mapping(Mapping())
                } else {
                    return
                }
            }
            try visit(&member, rest, making: new, change)
        }
    }
}

extension [FieldSpec] {
    /// Adds the specs that are not yet covered; a general one counts as covered by any for the same path.
    /// Two that mean one field must agree about making it.
    mutating func merge(_ others: [FieldSpec], at place: Place = .unknown) throws(Refused) {
        for other in others {
            guard let known = first(where: { $0.path == other.path && other.selector.selects($0.selector) }) else {
                append(other)
                continue
            }
            guard known.create == other.create else {
                throw refusal(
                    .kustomizationFieldInvalid, "field spec \"\(other.path)\" is given with and without \"create\"",
                    at: place, hint: "give \"create\" the same value in both")
            }
        }
    }
}
