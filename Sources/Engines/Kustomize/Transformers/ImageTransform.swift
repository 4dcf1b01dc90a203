import Diagnostics
import Tree

/// Changes the name, tag or digest of an image wherever containers are.
struct ImageTransform: Transform {
    private let name: Pattern
    private let newName, newTag, digest, tagSuffix: String
    private let fields: [FieldSpec]
    private let place: Place

    init(_ node: Node, fields: [FieldSpec]) throws(Refused) {
        func text(_ field: String) -> String { node[field]?.scalarText ?? "" }
        let tail = "(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?"
        name = try Pattern(text("name") + tail, at: node["name"]?.place ?? node.place)
        (newName, newTag, digest, tagSuffix) = (text("newName"), text("newTag"), text("digest"), text("tagSuffix"))
        self.fields = fields
        place = node.place
    }

    func apply(to set: inout ResourceSet) throws(Refused) {
        for resource in set.resources where resource.kind != "CustomResourceDefinition" {
            updateContainers(in: &resource.root)
            for field in fields {
                try field.visit(resource, making: .nothing) { (node) throws(Refused) in update(&node) }
            }
        }
    }

    /// Lists named `containers` and `initContainers` hold images at any depth.
    private func updateContainers(in node: inout Node) {
        guard node.isCollection else { return }
        node.updateSequence { elements in
            for index in elements.indices { updateContainers(in: &elements[index]) }
        }
        node.updateMapping { members in
            members.updateEach { key, member in
                if key == "containers" || key == "initContainers" {
                    member.updateSequence { containers in
                        for index in containers.indices {
                            containers[index].updateMapping { _ = $0.update("image") { update(&$0) } }
                        }
                    }
                }
                updateContainers(in: &member)
            }
        }
    }

    private func update(_ node: inout Node) {
        guard let old = node.string, name.matches(old) else { return }
        let new = updated(old)
        if new != old { node = Node(.string(new), at: place) }
    }

    private func updated(_ image: String) -> String {
        var (name, tag, hash) = Self.parts(of: image)
        if !newName.isEmpty { name = newName }
        if !newTag.isEmpty {
            (tag, hash) = (newTag, digest)
        } else if !digest.isEmpty {
            (tag, hash) = ("", digest)
        } else if !tagSuffix.isEmpty {
            (tag, hash) = (tag + tagSuffix, "")
        }
        return name + (tag.isEmpty ? "" : ":" + tag) + (hash.isEmpty ? "" : "@" + hash)
    }

    /// A colon before the first slash belongs to the registry's port.
    static func parts(of image: String) -> (name: String, tag: String, digest: String) {
        var name = image[...]
        var digest = ""
        if let at = name.firstIndex(of: "@") {
            digest = String(name[name.index(after: at)...])
            name = name[..<at]
        }
        let pathStart = name.firstIndex(of: "/") ?? name.startIndex
        guard let colon = name[pathStart...].firstIndex(of: ":") else { return (String(name), "", digest) }
        return (String(name[..<colon]), String(name[name.index(after: colon)...]), digest)
    }
}
