import Diagnostics
import KubeTypes
import Tree

/// The `vars` of a build: values of fields, written wherever `$(NAME)` stands.
struct Variables {
    struct Variable {
        var name: String
        var path: DottedPath
        var place: Place
    }

    private(set) var list: [Variable] = []

    mutating func merge(_ other: Variables) throws(Refused) {
        for variable in other.list { try add(variable) }
    }

    /// Defines the variables of one kustomization, and marks the objects that they read.
    mutating func define(_ nodes: [Node], in set: ResourceSet) throws(Refused) {
        for node in nodes {
            let name = node["name"]?.scalarText ?? ""
            guard !name.isEmpty, let reference = node["objref"] else {
                throw refusal(.variableInvalid, "a variable needs \"name\" and \"objref\"", at: node.place)
            }
            let field = node["fieldref"]?["fieldPath"] ?? node["fieldref"]?["fieldpath"]
            try add(Variable(name: name, path: DottedPath(field?.scalarText ?? "metadata.name"), place: node.place))
            let found = set.resources.filter { matches($0, reference) }
            guard found.count <= 1 else {
                var finding = Finding(
                    .variableInvalid, "variable \"\(name)\" refers to \(found.count) objects", at: reference.place,
                    hint: "add the namespace to its objref")
                finding.related = found.map { RelatedPlace("\($0.id)", at: $0.place) }
                throw Refused(finding)
            }
            found.first?.variables.insert(name)
        }
    }

    private mutating func add(_ variable: Variable) throws(Refused) {
        if let known = list.first(where: { $0.name == variable.name }) {
            var finding = Finding(
                .variableInvalid, "variable \"\(variable.name)\" is already defined", at: variable.place,
                hint: "rename one of the two")
            finding.related = [RelatedPlace("first defined here", at: known.place)]
            throw Refused(finding)
        }
        list.append(variable)
    }

    private func matches(_ resource: Resource, _ reference: Node) -> Bool {
        var type = TypeSelector(reference)
        if let version = reference["apiVersion"]?.scalarText { (type.group, type.version) = splitAPIVersion(version) }
        let isExact = reference["apiVersion"] != nil
        let name = reference["name"]?.scalarText ?? ""
        let namespace = reference["namespace"]?.scalarText ?? ""
        return (resource.previousIDs + [resource.id]).contains { id in
            id.name == name && type.selects(id.type) && (!isExact || id.type.group == type.group)
                && (namespace.isEmpty || namespace == id.namespace)
        }
    }

    // MARK: Resolving

    /// Writes the values into `fields`; gives warnings about variables that are used nowhere.
    func resolve(in set: ResourceSet, fields: [FieldSpec]) throws(Refused) -> [Finding] {
        guard !list.isEmpty else { return [] }
        var values: [String: Node] = [:]
        for variable in list { values[variable.name] = try value(of: variable, in: set) }
        var expansion = Expansion(values: values)
        for resource in set.resources {
            for field in fields where field.selector.selects(resource.type) && field.exists(in: resource.root) {
                try field.visit(resource, making: .nothing) { (node) throws(Refused) in expansion.expandAll(in: &node) }
            }
        }
        return list.filter { !expansion.used.contains($0.name) }.map {
            Finding(
                .variableUnused, "variable \"\($0.name)\" is used nowhere", severity: .warning, at: $0.place,
                hint: "remove it, or add the field that uses it to varReference")
        }
    }

    private func value(of variable: Variable, in set: ResourceSet) throws(Refused) -> Node {
        guard let resource = set.resources.first(where: { $0.variables.contains(variable.name) }) else {
            throw refusal(
                .variableInvalid, "variable \"\(variable.name)\" refers to no object of this build", at: variable.place)
        }
        guard let value = variable.path.value(in: resource.root) else {
            throw refusal(
                .variableInvalid,
                "\(resource.id) has no field \"\(variable.path.text)\" for variable \"\(variable.name)\"",
                at: variable.place)
        }
        return value
    }
}

/// Replaces `$(NAME)` in strings. `$$` stands for one dollar sign; a name that is not known stays as it is.
struct Expansion {
    let values: [String: Node]
    private(set) var used: Set<String> = []

    init(values: [String: Node]) { self.values = values }

    mutating func expandAll(in node: inout Node) {
        switch node.value {
        case .sequence(var elements):
            for index in elements.indices { expand(&elements[index]) }
            node.value = .sequence(elements)
        case .mapping(let mapping):
            var entries = mapping.entries
            for index in entries.indices { expand(&entries[index].value) }
            node.value = .mapping(Mapping(entries))
        default: expand(&node)
        }
    }

    private mutating func expand(_ node: inout Node) {
        guard let text = node.string, text.utf8.contains(UInt8(ascii: "$")) else { return }
        if text.hasPrefix("$("), text.hasSuffix(")"), let value = scalar(String(text.dropFirst(2).dropLast())) {
            node.value = value.value
            return
        }
        node.value = .string(expanded(text))
    }

    private mutating func scalar(_ name: String) -> Node? {
        guard let value = values[name], value.scalarText != nil else { return nil }
        used.insert(name)
        return value
    }

    private mutating func expanded(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let dollar = rest.firstIndex(of: "$") {
            result += rest[..<dollar]
            rest = rest[rest.index(after: dollar)...]
            guard let next = rest.first else {
                result += "$"
                break
            }
            if next == "$" {
                result += "$"
                rest = rest.dropFirst()
            } else if next == "(", let close = rest.firstIndex(of: ")") {
                let name = String(rest[..<close].dropFirst())
                result += scalar(name)?.scalarText ?? "$(\(name))"
                rest = rest[rest.index(after: close)...]
            } else {
                result += "$"
            }
        }
        return result + rest
    }
}
